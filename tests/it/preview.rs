//! A site that the program serves while a test looks at it.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::support::SiteFixture;

/// A preview that runs until it is dropped.
pub(crate) struct Preview {
    pub(crate) site: SiteFixture,
    child: Child,
    /// What it says after its address; read all the time, so that it never waits for us.
    said: JoinHandle<String>,
    pub(crate) port: u16,
    /// The address of the desk, where it serves one.
    pub(crate) desk: String,
    pub(crate) port_of_desk: u16,
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer: its status line and headers, and its body.
pub(crate) struct Answer {
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn is(&self, status: u16) -> bool {
        self.head.starts_with(&format!("http/1.1 {status} "))
    }

    pub(crate) fn is_page(&self) -> bool {
        self.is(200) && !self.body.contains("role=\"alert\"")
    }

    /// What the page remembers of when it was made.
    pub(crate) fn mark(&self) -> &str {
        let mark = self.body.split("data-seen=\"").nth(1).and_then(|rest| rest.split('"').next());
        mark.unwrap_or_else(|| panic!("a page without a mark: {}{}", self.head, self.body))
    }
}

impl Preview {
    pub(crate) fn of(site: SiteFixture) -> Self {
        Self::by("serve", site)
    }

    /// One by a command that serves more.
    pub(crate) fn by(command: &str, site: SiteFixture) -> Self {
        let words = [command, "--port", "0"];
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("hustings"));
        let command = command.arg("-C").arg(site.path("")).args(words).env("NO_COLOR", "1");
        let mut child = command.stderr(Stdio::piped()).spawn().expect("the program runs");
        let mut said = BufReader::new(child.stderr.take().expect("what it says"));
        let mut line = String::new();
        said.read_line(&mut line).expect("its address");
        let port = line.split("localhost:").nth(1).and_then(|rest| rest.split('/').next()?.parse().ok());
        let port = port.unwrap_or_else(|| panic!("no port in {line}"));
        let mut desk = String::new();
        if words[0] == "desk" {
            said.read_line(&mut desk).expect("the address of the desk");
        }
        let port_of_desk = desk.split("localhost:").nth(1).and_then(|rest| rest.split('/').next()?.parse().ok());
        let desk = desk.rsplit_once("/_desk/").map(|(_, token)| format!("/_desk/{}", token.trim()));
        let said = thread::spawn(move || {
            let mut all = String::new();
            said.read_to_string(&mut all).expect("what it says");
            all
        });
        Self { site, child, said, port, desk: desk.unwrap_or_default(), port_of_desk: port_of_desk.unwrap_or_default() }
    }

    /// One that shows the site already.
    pub(crate) fn shown(site: SiteFixture) -> Self {
        let preview = Self::of(site);
        preview.until("/", Answer::is_page);
        preview
    }

    pub(crate) fn change(&self, name: &str, from: &str, to: &str) {
        let path = self.site.path(name);
        let text = fs::read_to_string(&path).expect("a file");
        assert!(text.contains(from), "{name} does not hold {from:?}");
        fs::write(path, text.replace(from, to)).expect("a file to change");
    }

    pub(crate) fn ask(&self, request: &str) -> Answer {
        Self::ask_at(self.port, request)
    }

    /// The same of another port, such as the desk's.
    pub(crate) fn ask_at(port: u16, request: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
        // Nothing waits for this: it ends a test that has failed.
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a limit");
        stream.write_all(request.as_bytes()).expect("a request");
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap_or_else(|e| panic!("no answer to {request}: {e}"));
        let (head, body) = text.split_once("\r\n\r\n").expect("a head");
        Answer { head: head.to_lowercase(), body: body.to_owned() }
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", self.port))
    }

    /// A page as it should be, looked at anew each time something newer is shown, as the script in each page does.
    pub(crate) fn until(&self, path: &str, is_there: impl Fn(&Answer) -> bool) -> Answer {
        loop {
            let answer = self.get(path);
            if is_there(&answer) {
                return answer;
            }
            let told = self.get(&format!("/_hustings/after/{}", answer.mark()));
            assert!(told.is(204), "{}", told.head);
        }
    }

    /// All that it said, once it has ended.
    pub(crate) fn end(mut self) -> String {
        self.child.kill().expect("it runs still");
        std::mem::replace(&mut self.said, thread::spawn(String::new)).join().expect("what it said")
    }
}
