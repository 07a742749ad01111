//! `hustings desk`: forms in a browser that carry out what the commands do, and nobody else's.

use crate::preview::{Answer, Preview};
use crate::support::{SiteFixture, text};

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const ASHA: &str = "test.2031-05-01/pond-lane/11-asha-example";

fn desk() -> Preview {
    Preview::by("desk", SiteFixture::base())
}

fn encoded(fields: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

impl Preview {
    fn page(&self, path: &str) -> Answer {
        self.at_desk(&format!("{}{path}", self.desk))
    }

    fn at_desk(&self, path: &str) -> Answer {
        let port = self.port_of_desk;
        Self::ask_at(port, &format!("GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"))
    }

    /// What is sent as a browser sends a form of the desk, with other lines in its head.
    fn sent_with(&self, path: &str, head: &str, body: &str) -> Answer {
        let (desk, length) = (&self.desk, body.len());
        Self::ask_at(
            self.port_of_desk,
            &format!("POST {desk}{path} HTTP/1.1\r\n{head}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"),
        )
    }

    fn sent(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let port = self.port_of_desk;
        let head = format!(
            "Host: localhost:{port}\r\nOrigin: http://localhost:{port}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n"
        );
        self.sent_with(path, &head, &encoded(fields))
    }

    /// Fills in a form, looks at what would be written, and saves it.
    fn saved(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let shown = self.sent(path, &[fields, &[("step", "show")]].concat());
        assert!(shown.is(200), "{}{}", shown.head, shown.body);
        let seen = seen(&shown);
        self.sent(path, &[fields, &[("step", "save"), ("seen", &seen)]].concat())
    }
}

/// By which a page knows the change that it shows.
fn seen(page: &Answer) -> String {
    hidden(&page.body, "seen")
}

/// What a page sends along.
fn hidden(page: &str, name: &str) -> String {
    let value = page.split(&format!("name=\"{name}\" value=\"")).nth(1).and_then(|rest| rest.split('"').next());
    value.unwrap_or_else(|| panic!("{name} is not sent along: {page}")).to_owned()
}

const REPLY: [(&str, &str); 8] = [
    ("person", ASHA),
    ("question", "duck-pond"),
    ("answer", "no"),
    ("kind", "reply"),
    ("on", "2031-04-05"),
    ("quote", "I have thought again.\r\n\r\nIt can wait."),
    ("place", "our file of letters"),
    ("by", "pat"),
];

#[test]
fn an_answer_is_shown_before_it_is_saved_and_the_site_follows() {
    let desk = desk();
    let before = text(&desk.site, BALLOT);
    let shown = desk.sent("do/record", &[&REPLY[..], &[("step", "show")]].concat());
    assert!(shown.is(200) && shown.body.contains("<ins>        stance: opposes</ins>"), "{}", shown.body);
    assert!(shown.body.contains(&format!("<strong>{BALLOT}</strong>")), "{}", shown.body);
    assert_eq!(text(&desk.site, BALLOT), before, "nothing is written before somebody has seen it");
    let saved = desk.saved("do/record", &REPLY);
    assert!(saved.is(303) && saved.head.contains("/ballot/test.2031-05-01/pond-lane\r\n"), "{}", saved.head);
    assert!(text(&desk.site, BALLOT).contains("It can wait."));
    let board = desk.page("ballot/test.2031-05-01/pond-lane");
    assert!(board.body.contains("recorded “no” from Asha Example"), "{}", board.body);
    assert!(!board.body.contains("hustings confirm"), "a browser has no use for commands: {}", board.body);
    assert!(!desk.page("").body.contains("recorded “no”"), "it is told once");
    desk.until(&format!("/{ASHA}/"), |page| page.body.contains("It can wait."));
}

#[test]
fn the_desk_writes_what_the_command_writes() {
    let desk = desk();
    assert!(desk.saved("do/record", &REPLY).is(303));
    let site = SiteFixture::base();
    let words = [
        ["record", "asha", "duck-pond", "no", "--kind", "reply"],
        ["--on", "2031-04-05", "--quote", "I have thought again.\n\nIt can wait.", "--where", "our file of letters"],
    ];
    site.hustings().args(words.concat()).args(["--by", "pat"]).assert().success();
    assert_eq!(text(&desk.site, BALLOT), text(&site, BALLOT));
}

#[test]
fn what_is_wrong_stands_at_its_field_in_the_words_of_the_form() {
    let desk = desk();
    let wrong = |change: (&str, &str)| {
        let mut fields: Vec<(&str, &str)> = REPLY.into_iter().filter(|(name, _)| *name != change.0).collect();
        fields.extend((!change.1.is_empty()).then_some(change));
        let page = desk.sent("do/record", &[&fields[..], &[("step", "show")]].concat());
        assert!(page.is(422), "{}{}", page.head, page.body);
        assert!(
            page.body.contains("value=\"our file of letters\"") || change.0 == "place",
            "what was typed stays: {}",
            page.body
        );
        page.body
    };
    let day = wrong(("on", "2031-02-30"));
    assert!(day.contains("<a href=\"#f-on\">When was it said?</a>") && day.contains("2031-02-30"), "{day}");
    let missing = wrong(("answer", ""));
    assert!(missing.contains("<a href=\"#f-answer\">What is the answer?</a>"), "{missing}");
    let nowhere = wrong(("place", ""));
    assert!(nowhere.contains("<a href=\"#f-place\">") && nowhere.contains("Please fill this in."), "{nowhere}");
    assert!(!nowhere.contains("--"), "no option of a command line: {nowhere}");
    let wordless = wrong(("quote", ""));
    assert!(wordless.contains("<a href=\"#f-says\">"), "{wordless}");
    let early = wrong(("on", "2032-01-01"));
    assert!(early.contains("2032-01-01 is after"), "{early}");
    assert_eq!(text(&desk.site, BALLOT), text(&SiteFixture::base(), BALLOT));
}

#[test]
fn what_changed_since_it_was_shown_is_shown_anew() {
    let desk = desk();
    let shown = desk.sent("do/record", &[&REPLY[..], &[("step", "show")]].concat());
    desk.change(BALLOT, "      - question: duck-pond", "      # a note of somebody else\n      - question: duck-pond");
    let again = desk.sent("do/record", &[&REPLY[..], &[("step", "save"), ("seen", &seen(&shown))]].concat());
    let is_said = again.body.contains("The records have changed since you looked.");
    assert!(again.is(200) && is_said, "{}{}", again.head, again.body);
    assert!(!text(&desk.site, BALLOT).contains("It can wait."));
    let saved = desk.sent("do/record", &[&REPLY[..], &[("step", "save"), ("seen", &seen(&again))]].concat());
    assert!(saved.is(303), "{}", saved.head);
    let after = text(&desk.site, BALLOT);
    assert!(after.contains("It can wait.") && after.contains("# a note of somebody else"), "{after}");
    // A browser that sends the same once more writes nothing twice.
    let twice = desk.sent("do/record", &[&REPLY[..], &[("step", "save"), ("seen", &seen(&again))]].concat());
    assert!(twice.is(422) && twice.body.contains("on record already"), "{}", twice.body);
    assert_eq!(text(&desk.site, BALLOT), after);
}

#[test]
fn somebody_confirms_what_waits_for_them_and_denies_it_with_a_reason() {
    let desk = desk();
    assert!(desk.saved("do/record", &REPLY).is(303));
    assert!(desk.sent("me", &[("by", "lee")]).is(303));
    // The older one comes first, and can wait.
    assert!(desk.page("waiting").body.contains("3 answers wait"), "{}", desk.page("waiting").body);
    let waiting = desk.page("waiting?n=1").body;
    assert!(waiting.contains("It can wait.") && waiting.contains("our file of letters"), "{waiting}");
    let mark = hidden(&waiting, "mark");
    let of = [("mark", &*mark), ("person", ASHA), ("question", "duck-pond"), ("said", "2031-04-05")];
    let check = [&of[..], &[("by", "lee"), ("answer", "yes")]].concat();
    assert!(desk.saved("do/confirm", &check).head.contains("/waiting\r\n"));
    assert!(text(&desk.site, BALLOT).contains("checked: [{by: lee"), "{}", text(&desk.site, BALLOT));
    // Lee has checked it meanwhile, so it is read again.
    assert!(desk.sent("me", &[("by", "sam")]).is(303));
    let pages = (0..4).map(|n| desk.page(&format!("waiting?n={n}")).body);
    let mark = hidden(&{ pages }.find(|page| page.contains("It can wait.")).expect("it waits for Sam"), "mark");
    let denied = [("mark", &*mark), ("by", "sam"), ("answer", "no")];
    let denied = [&check[1..4], &denied].concat();
    let bare = desk.sent("do/confirm", &[&denied[..], &[("step", "show")]].concat());
    assert!(bare.is(422) && bare.body.contains("<a href=\"#f-why\">"), "{}", bare.body);
    let why = [("why", "The letter speaks of the meadow.")];
    let both = [&denied[..5], &[("answer", "yes"), ("step", "show")], &why].concat();
    assert!(desk.sent("do/confirm", &both).body.contains("You said yes, and also what is wrong."));
    assert!(desk.saved("do/confirm", &[&denied[..], &why].concat()).is(303));
    assert!(text(&desk.site, BALLOT).contains("because: The letter speaks of the meadow."));
}

#[test]
fn nobody_confirms_what_is_not_as_it_was_shown() {
    let desk = desk();
    assert!(desk.sent("me", &[("by", "lee")]).is(303));
    let mark = hidden(&desk.page("waiting").body, "mark");
    let check = [
        ("mark", &*mark),
        ("person", ASHA),
        ("question", "duck-pond"),
        ("said", "2031-04-03"),
        ("by", "lee"),
        ("answer", "yes"),
    ];
    let shown = desk.sent("do/confirm", &[&check[..], &[("step", "show")]].concat());
    assert!(shown.is(200), "{}{}", shown.head, shown.body);
    desk.change(BALLOT, "I would clean it.", "I would never clean it.");
    let before = text(&desk.site, BALLOT);
    let saved = desk.sent("do/confirm", &[&check[..], &[("step", "save"), ("seen", &seen(&shown))]].concat());
    assert!(saved.is(303) && saved.head.contains("/waiting\r\n"), "{}", saved.head);
    assert_eq!(text(&desk.site, BALLOT), before);
    let again = desk.page("waiting").body;
    assert!(
        again.contains("That answer is not as it was when you looked.") && again.contains("never clean"),
        "{again}"
    );
    assert!(desk.page("waiting?n=18446744073709551615").is(200));
}

#[test]
fn people_whom_a_letter_did_not_reach_are_ticked() {
    let desk = desk();
    let form = desk.page("do/outcome?election=test.2031-05-01&round=first-letter&keep=round&keep=election").body;
    assert!(form.contains(&format!("type=\"checkbox\" name=\"people\" value=\"{ASHA}\"")), "{form}");
    let bounced =
        [("election", "test.2031-05-01"), ("round", "first-letter"), ("people", ASHA), ("outcome", "bounced")];
    assert!(desk.saved("do/outcome", &bounced).is(303));
    assert!(text(&desk.site, "candidates/test.2031-05-01/asks/first-letter.yaml").contains("The e-mail came back."));
}

#[test]
fn records_are_added_corrected_and_changed() {
    let desk = desk();
    let does = |act: &str, fields: &[(&str, &str)], file: &str, told: &str| {
        assert!(desk.page(&format!("do/{act}")).is(200), "{act}");
        assert!(desk.saved(&format!("do/{act}"), fields).is(303), "{act}");
        assert!(text(&desk.site, file).contains(told), "{act}: {}", text(&desk.site, file));
    };
    let newcomer = [("ballot", "test.pond-lane.2031-05-01"), ("name", "Zoe Newcomer"), ("party", "independent")];
    does("candidate", &newcomer, BALLOT, "Zoe Newcomer");
    let correction = [("about", "The pond"), ("was", "It said no."), ("now", "It says yes."), ("because", "A slip.")];
    does("correction", &correction, "content/corrections.yaml", "It says yes.");
    does("rename", &[("who", ASHA), ("name", "Asha Newname")], BALLOT, "name: Asha Newname");
    does("withdraw", &[("person", "11"), ("because", "She has moved away.")], BALLOT, "She has moved away.");
}

#[test]
fn every_form_that_the_overview_names_opens_and_says_what_is_missing() {
    let desk = desk();
    let home = desk.page("").body;
    let forms: Vec<&str> = home.split("/do/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(forms.len() > 14, "{forms:?}");
    for form in forms {
        let form = form.replace("&amp;", "&");
        let page = desk.page(&format!("do/{form}"));
        assert!(page.is(200) && page.body.contains("Show what would be written"), "{form}: {}", page.head);
        let empty = desk.sent(&format!("do/{}", form.split('?').next().unwrap_or_default()), &[("step", "show")]);
        let needs_nothing = form == "as-of";
        assert!(needs_nothing || empty.body.contains("Please fill this in."), "{form}: {}", empty.head);
    }
}

#[test]
fn nobody_uses_the_desk_who_does_not_know_its_address() {
    let desk = desk();
    desk.until("/", Answer::is_page);
    let own = desk.desk.clone();
    let near = |at: usize| {
        let mut other = own.clone().into_bytes();
        other[at] = if other[at] == b'0' { b'1' } else { b'0' };
        String::from_utf8(other).expect("an address")
    };
    for address in ["/_desk/", "/_desk", "/_desk//", "/_desk/x/", &near(7), &near(own.len() - 2), &own[..own.len() - 1]]
    {
        let answer = desk.at_desk(address);
        assert!(answer.is(404) && !answer.body.contains("The desk"), "{address}: {}{}", answer.head, answer.body);
    }
    assert!(own.len() >= "/_desk//".len() + 32, "128 bits of chance: {own}");
    assert_ne!(own, Preview::by("desk", SiteFixture::base()).desk);
    // What the preview shows does not tell it, and “serve” has none.
    assert!(!desk.get("/").body.contains("_desk") && !desk.get("/nothing").body.contains("_desk"));
    assert!(desk.get(&own).is(404), "the desk has an address of its own, to which no script of the site belongs");
    assert_ne!(desk.port, desk.port_of_desk);
}

#[test]
fn other_sites_in_the_same_browser_can_neither_send_nor_read() {
    let desk = desk();
    let (port, before) = (desk.port_of_desk, text(&desk.site, BALLOT));
    let shown = desk.sent("do/record", &[&REPLY[..], &[("step", "show")]].concat());
    let body = encoded(&[&REPLY[..], &[("step", "save"), ("seen", &seen(&shown))]].concat());
    let form = "Content-Type: application/x-www-form-urlencoded\r\n";
    let own = format!("Host: localhost:{port}\r\n");
    let foreign = [
        format!("{own}{form}Origin: https://evil.example.org\r\n"),
        format!("{own}{form}Origin: null\r\n"),
        format!("{own}{form}Origin: http://localhost:{}\r\n", port.wrapping_add(1)),
        format!("{own}{form}Origin: http://127.0.0.1:{port}\r\n"),
        format!("{own}{form}Origin: http://localhost:{port}\r\nSec-Fetch-Site: cross-site\r\n"),
        format!("{own}{form}Origin: http://localhost:{port}\r\nSec-Fetch-Site: same-site\r\n"),
        // Neither says where it comes from.
        format!("{own}{form}"),
        // A name of somebody else's that leads to this machine.
        format!("Host: evil.example.org:{port}\r\n{form}Origin: http://evil.example.org:{port}\r\n"),
        format!("Host: localhost.evil.example.org\r\n{form}Origin: http://localhost.evil.example.org\r\n"),
    ];
    for head in &foreign {
        let answer = desk.sent_with("do/record", head, &body);
        assert!(answer.is(403), "{head}: {}", answer.head);
    }
    let same = format!("{own}Origin: http://localhost:{port}\r\n");
    for kind in ["text/plain", "application/json", "multipart/form-data; boundary=x", ""] {
        let answer = desk.sent_with("do/record", &format!("{same}Content-Type: {kind}\r\n"), &body);
        assert!(answer.is(415), "{kind}: {}", answer.head);
    }
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
        let request = format!("{method} {}do/record HTTP/1.1\r\n{own}Connection: close\r\n\r\n", desk.desk);
        assert!(Preview::ask_at(port, &request).is(405), "{method}");
    }
    // Even a page that knew the address could not show it, nor lead to it.
    for (site, mode, dest) in [("cross-site", "navigate", "document"), ("same-site", "navigate", "iframe")] {
        let fetched = format!("Sec-Fetch-Site: {site}\r\nSec-Fetch-Mode: {mode}\r\nSec-Fetch-Dest: {dest}\r\n");
        let request = format!("GET {} HTTP/1.1\r\n{own}{fetched}Connection: close\r\n\r\n", desk.desk);
        assert!(Preview::ask_at(port, &request).is(403), "{site} {dest}");
    }
    assert_eq!(text(&desk.site, BALLOT), before, "nothing was written");
    let page = desk.page("");
    for said in [
        "content-security-policy: default-src 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "x-frame-options: deny",
        "referrer-policy: strict-origin",
        "cache-control: no-store",
    ] {
        assert!(page.head.contains(said), "{said}: {}", page.head);
    }
    assert!(!page.body.contains("<script") && !page.body.contains(" style="), "{}", page.body);
}

#[test]
fn what_is_too_large_or_leads_elsewhere_changes_nothing() {
    let desk = desk();
    let port = desk.port_of_desk;
    let head = format!(
        "Host: localhost:{port}\r\nOrigin: http://localhost:{port}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    );
    let giant = encoded(&[("quote", &"a".repeat(1 << 20))]);
    let answer = desk.sent_with("do/record", &head, &giant);
    assert!(answer.is(413), "{}", answer.head);
    for path in [
        "ballot/..%2f..%2fetc/passwd",
        "ballot/test.2031-05-01/..%2f..%2fhustings",
        "parties/..%2f",
        "do/..%2fbuild",
        "do/build",
        "do/init",
        "do/%00",
        "../../hustings.yaml",
        "%2e%2e/hustings.yaml",
    ] {
        let answer = desk.page(path);
        assert!(!answer.is(200) && !answer.body.contains("checks_required"), "{path}: {}{}", answer.head, answer.body);
    }
    // What names files of the machine is no argument of a form, whatever is sent.
    let sneaked =
        [&REPLY[..], &[("from", "/etc/passwd"), ("form", "/etc/passwd"), ("directory", "/tmp"), ("step", "show")]];
    assert!(desk.sent("do/record", &sneaked.concat()).body.contains("Save this?"));
    // A value that looks like an option stays a value.
    let party = desk.sent("do/party", &[("name", "--id=pp1"), ("step", "show")]);
    assert!(party.body.contains("name: &quot;--id=pp1&quot;"), "{}{}", party.head, party.body);
    let outside = [("name", "X"), ("id", "../../evil"), ("step", "show")];
    assert!(desk.sent("do/party", &outside).is(422));
    assert!(!desk.site.path("evil.yaml").exists());
}

#[test]
fn texts_of_records_are_only_texts_on_its_pages() {
    let site = SiteFixture::base().replace(BALLOT, "name: Asha Example", "name: \"Asha <img src=x onerror=y>\"");
    let desk = Preview::by("desk", site);
    let board = desk.page("ballot/test.2031-05-01/pond-lane").body;
    assert!(board.contains("Asha &lt;img src=x onerror=y") && !board.contains("<img"), "{board}");
    let typed =
        desk.sent("do/party", &[("name", "\"><script>alert(1)</script>"), ("colour", "none"), ("step", "show")]);
    assert!(typed.is(422) && !typed.body.contains("<script>"), "{}", typed.body);
}

#[test]
fn a_site_with_an_error_says_so_and_is_worked_on() {
    let site = SiteFixture::base().replace(BALLOT, "stance: supports", "stance: suports");
    let desk = Preview::by("desk", site);
    let home = desk.page("").body;
    assert!(home.contains("“suports” is not a stance") && home.contains(&format!("{BALLOT}:9:17")), "{home}");
    let broken = Preview::by("desk", SiteFixture::base().file("hustings.yaml", "title: [\n"));
    let page = broken.page("");
    assert!(page.is(422) && page.body.contains("hustings.yaml"), "{}{}", page.head, page.body);
}
