use std::io::{BufRead as _, BufReader, Read as _, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// A request as it came.
#[derive(Debug, Clone)]
pub(super) struct Request {
    pub(super) path: String,
    /// Header lines, names in small letters.
    pub(super) headers: Vec<(String, String)>,
}

impl Request {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Answers a request, in whatever way; the connection closes after it.
type Answer = dyn Fn(&Request, &mut TcpStream) -> std::io::Result<()> + Send + Sync;

/// A server on this machine that answers as it is told, each connection on a thread of its own.
pub(super) struct Server {
    port: u16,
    log: Arc<Mutex<Vec<Request>>>,
    most: Arc<AtomicUsize>,
}

impl Server {
    /// A server with an answer for everything but robots.txt, which it does not have.
    pub(super) fn new(
        answer: impl Fn(&Request, &mut TcpStream) -> std::io::Result<()> + Send + Sync + 'static,
    ) -> Self {
        Self::with_robots(move |request, stream| match request.path.as_str() {
            "/robots.txt" => respond(stream, "404 Not Found", &[], b""),
            _ => answer(request, stream),
        })
    }

    /// A server with an answer for everything.
    pub(super) fn with_robots(
        answer: impl Fn(&Request, &mut TcpStream) -> std::io::Result<()> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let (log, most) = (Arc::<Mutex<Vec<Request>>>::default(), Arc::<AtomicUsize>::default());
        let (answer, now): (Arc<Answer>, _) = (Arc::new(answer), Arc::new(AtomicUsize::new(0)));
        let (kept, peak) = (log.clone(), most.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (answer, kept, now, peak) = (answer.clone(), kept.clone(), now.clone(), peak.clone());
                thread::spawn(move || {
                    let mut stream = stream;
                    let Some(request) = read(&stream) else { return };
                    peak.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    kept.lock().expect("a log").push(request.clone());
                    // Whoever hangs up early is expected to.
                    let _ = answer(&request, &mut stream);
                    now.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        Self { port, log, most }
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The requests so far.
    pub(super) fn log(&self) -> Vec<Request> {
        self.log.lock().expect("a log").clone()
    }

    /// The paths asked for so far, without robots.txt.
    pub(super) fn paths(&self) -> Vec<String> {
        self.log().into_iter().map(|request| request.path).filter(|path| path != "/robots.txt").collect()
    }

    /// The most requests that were open at once.
    pub(super) fn most_at_once(&self) -> usize {
        self.most.load(Ordering::SeqCst)
    }
}

fn read(stream: &TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let path = line.split(' ').nth(1)?.to_owned();
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.push((name.to_lowercase(), value.trim().to_owned()));
    }
    Some(Request { path, headers })
}

/// A whole answer with the right length.
pub(super) fn respond(stream: &mut impl Write, status: &str, headers: &[&str], body: &[u8]) -> std::io::Result<()> {
    head(stream, status, headers)?;
    write!(stream, "Content-Length: {}\r\n\r\n", body.len())?;
    stream.write_all(body)
}

/// The beginning of an answer; its headers do not end yet.
pub(super) fn head(stream: &mut impl Write, status: &str, headers: &[&str]) -> std::io::Result<()> {
    write!(stream, "HTTP/1.1 {status}\r\nConnection: close\r\n")?;
    headers.iter().try_for_each(|header| write!(stream, "{header}\r\n"))
}

/// Waits until the other side hangs up.
pub(super) fn wait_for_end(stream: &mut TcpStream) -> std::io::Result<()> {
    std::io::copy(&mut stream.take(u64::MAX), &mut std::io::sink()).map(drop)
}

/// A file that counts as a PDF.
pub(super) const PDF: &[u8] = b"%PDF-1.4\n%made up for a test\n";
