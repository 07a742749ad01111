//! A reply is recorded from an e-mail that somebody saved: its day and its words, and nothing else of it.

use std::fs;

use hustings::cli::Exit;

use crate::support::{RunOutcome, SiteFixture, run_answering};

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const DAY: &str = "2031-04-19";
const HEAD: &str = "From: Ben Sample <ben@home.example.org>\r\nTo: us@campaign.example.org\r\nSubject: Re: Two questions\r\nDate: Thu, 17 Apr 2031 23:30:00 -0700\r\n";
const BODY: &str = "Dear all,\r\n\r\nthe clock should strike, by day\r\nand by night.\r\n\r\nI have no view on   the pond.\r\n\r\nRing me on 01632 960123.\r\n\r\nBen\r\n\r\nOn Tue, 15 Apr 2031 at 10:00, Example Campaign <\r\nus@campaign.example.org> wrote:\r\n> Should the clock strike at night?\r\n> Yes or no?\r\n-- \r\nBen Sample, 1 Pond Lane\r\n";

fn plain(body: &str) -> String {
    format!("{HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n{body}")
}

fn with(mail: impl AsRef<[u8]>) -> SiteFixture {
    SiteFixture::base().file("private/reply.eml", mail)
}

fn record(site: &SiteFixture, words: &[&str], answers: Option<&str>) -> RunOutcome {
    let mail = site.path("private/reply.eml").into_os_string();
    let all = ["hustings", "record", "ben", "clock", "yes", "--where", "our mail", "--by", "pat"];
    let all = all.iter().chain(words).map(Into::into);
    run_answering(DAY, all.chain(["--from".into(), mail, "-C".into(), site.path("").into()]), answers)
}

fn ballot(site: &SiteFixture) -> String {
    fs::read_to_string(site.path(BALLOT)).expect("the ballot")
}

/// Records a quote that must stand in the mail, without anybody to ask.
fn quote(mail: impl AsRef<[u8]>, words: &str) -> (RunOutcome, String) {
    let site = with(mail);
    let ran = record(&site, &["--quote", words], None);
    let text = ballot(&site);
    (ran, text)
}

#[track_caller]
fn quotes(mail: impl AsRef<[u8]>, words: &str) {
    let (ran, text) = quote(mail, words);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert!(text.contains("date: 2031-04-17\n"), "{text}");
}

#[test]
fn the_day_and_the_words_go_into_the_record_and_nothing_else() {
    let site = with(plain(BODY));
    let before = ballot(&site);
    let ran = record(&site, &["--quote", "the clock should strike, by day and by night."], None);
    let added = "    positions:
      - question: town-clock
        stance: supports
        date: 2031-04-17
        entered_by: pat
        entered: 2031-04-19
        evidence:
          - kind: reply
            title: Reply to the campaign
            where: our mail
            date: 2031-04-17
            quote: the clock should strike, by day and by night.
";
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    assert_eq!(ballot(&site), format!("{before}{added}"));
    assert_eq!(site.check(), []);
}

#[test]
fn somebody_at_the_terminal_chooses_among_the_paragraphs() {
    let chosen = |answers: &str| {
        let site = with(plain(BODY));
        let ran = record(&site, &[], Some(answers));
        let text = ballot(&site);
        let quote =
            text.lines().find_map(|line| line.trim().strip_prefix("quote: ").filter(|q| !q.contains("clean it")));
        (ran.err, quote.map(str::to_owned))
    };
    let (err, quote) = chosen("2\ny\n");
    let shown = "The mail says:
  1  Dear all,
  2  the clock should strike, by day and by night.
  3  I have no view on the pond.
  4  Ben
One paragraph is left out, as it seems to hold contact details.
What do you quote? (a number, or 1-2, or the very words; Enter: you tell it in your own) ";
    assert!(err.starts_with(shown), "{err}");
    assert_eq!(quote.as_deref(), Some("the clock should strike, by day and by night."));
    let (_, quote) = chosen("2-3\ny\n");
    assert_eq!(quote.as_deref(), Some("the clock should strike, by day and by night. I have no view on the pond."));
    let (_, quote) = chosen("3,4\ny\n");
    assert_eq!(quote.as_deref(), Some("I have no view on the pond. […] Ben"), "what stood between them is left out");
    let (err, quote) = chosen("9\n3-2\nShould the clock strike\nby day and by night\ny\n");
    assert!(err.contains("please answer with numbers from 1 to 4"), "{err}");
    assert!(err.contains("these words stand only in what the mail repeats"), "{err}");
    assert_eq!(quote.as_deref(), Some("by day and by night"));
    let (err, quote) = chosen("\nBy day and night.\ny\n");
    assert!(err.contains("What did they say, in one short sentence of your own? "), "{err}");
    assert_eq!(quote, None);
}

#[test]
fn a_quote_has_to_stand_in_the_mail() {
    quotes(plain(BODY), "The clock".to_lowercase().as_str());
    quotes(plain(BODY), "the clock should strike, […] I have no view");
    quotes(plain(BODY), "the clock [...] no view on the  pond.");
    for (words, why) in [
        ("the clock should never strike", "the mail does not say “the clock should never strike”"),
        ("I have no view […] the clock should", "the mail does not say"),
        ("[…]", "the mail does not say"),
        ("Should the clock strike at night?", "stand only in what the mail repeats"),
        ("Ben Sample, 1 Pond Lane", "or below its signature"),
    ] {
        let (ran, text) = quote(plain(BODY), words);
        assert_eq!(ran.exit, Exit::Usage, "{words}: {}", ran.err);
        assert!(ran.err.contains(why), "{words}: {}", ran.err);
        assert_eq!(text, ballot(&SiteFixture::base()));
    }
    let site = with(plain(BODY));
    let ran = record(&site, &["--says", "By day and night."], None);
    assert_eq!(ran.exit, Exit::Usage);
    assert!(ran.err.contains("  --quote, words that stand in the mail\n"), "{}", ran.err);
    // Contact details are refused wherever they come from.
    let (ran, _) = quote(plain(BODY), "Ring me on 01632 960123.");
    assert_eq!(ran.exit, Exit::Errors);
    assert!(ran.err.contains("this looks like a telephone number"), "{}", ran.err);
}

#[test]
fn mails_are_read_in_whatever_way_programs_write_them() {
    let said = "I’m for it: café, Ŵyn.";
    let quoted = "Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nI=E2=80=99m for=\r\n it: caf=C3=A9, =C5=B4yn.\r\n";
    let base64 = "Content-Transfer-Encoding: base64\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSeKAmW0gZm9yIGl0OiBjYWbDqSwgxbR5bi4=\r\n";
    let page = "Content-Type: text/html; charset=utf-8\r\n\r\n<html><head><style>p {a: b}</style></head><body><div>Hi,</div><div><br></div><div>I&rsquo;m <b>for</b>\r\nit:&nbsp;café, &#372;yn.</div><blockquote><div>Against it?</div></blockquote><script>no()</script></body></html>";
    let both = "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nI’m for it: café, Ŵyn.\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Another.</p>\r\n--x--\r\n";
    for mail in [quoted, base64, page, both] {
        quotes(format!("{HEAD}{mail}"), said);
    }
    let mut old = format!("{HEAD}Content-Type: text/plain; charset=iso-8859-1\r\n\r\nA caf").into_bytes();
    old.extend(b"\xe9, please.\r\n");
    quotes(old, "A café, please.");
    // Saved with a line above it, as some programs do, and with the line ends of Unix.
    quotes(format!("From ben@home.example.org Thu Apr 17 2031\n{}", plain(BODY).replace('\r', "")), "the clock");
    quotes(format!("1234\n{}", plain(BODY)), "the clock");
    let (ran, _) = quote(format!("{HEAD}{page}"), "Against it?");
    assert!(ran.err.contains("stand only in what the mail repeats"), "{}", ran.err);
}

#[test]
fn what_is_repeated_of_others_is_not_quoted() {
    let below = "On Tuesday, somebody wrote this: no.\r\n\r\nYes.\r\n\r\n";
    for rest in [
        "-----Original Message-----\r\nFrom: Us\r\n\r\nOurs.\r\n",
        "________________________________\r\nFrom: Us <us@campaign.example.org>\r\nSent: 15 April 2031 10:00\r\nTo: Ben\r\nSubject: Two questions\r\n\r\nOurs.\r\n",
        "*From:* Us\r\n*Date:* 15 April 2031\r\n*To:* Ben\r\n\r\nOurs.\r\n",
        "On 15/04/2031 10:00, Us wrote:\r\n\r\nOurs.\r\n",
        "Begin forwarded message:\r\n\r\nOurs.\r\n",
        "Ar ddydd Mawrth, 15 Ebrill 2031, ysgrifennodd Us:\r\n> Ours.\r\n",
    ] {
        let mail = plain(&format!("{below}{rest}"));
        quotes(&mail, "Yes.");
        quotes(&mail, "On Tuesday, somebody wrote this: no. Yes.");
        let (ran, _) = quote(&mail, "Ours.");
        assert!(ran.err.contains("stand only in what the mail repeats"), "{rest}: {}", ran.err);
    }
    let own = "On the clock, this is what I wrote:\r\n\r\nLet it strike.\r\n";
    quotes(plain(own), "this is what I wrote: Let it strike.");
    let between = "On 15/04/2031 10:00, Us wrote:\r\n> Clock?\r\n\r\nBy night too.\r\n\r\n> Pond?\r\n\r\nLeave it.\r\n";
    quotes(plain(between), "By night too. […] Leave it.");
}

#[test]
fn without_a_day_it_is_asked_for_and_one_to_come_is_refused() {
    let undated = plain(BODY).replace("Date: ", "X-Date: ");
    let (ran, _) = quote(&undated, "the clock");
    assert_eq!(ran.exit, Exit::Usage);
    assert!(
        ran.err.contains("  --on, the day on which it came: the mail does not say when it was sent\n"),
        "{}",
        ran.err
    );
    let site = with(&undated);
    let ran = record(&site, &["--quote", "the clock"], Some("2031-04-18\ny\n"));
    assert!(ran.err.contains("When was it said?") && ballot(&site).contains("date: 2031-04-18\n"), "{}", ran.err);
    for bad in ["Date: Thu, 31 Feb 2031 10:00:00 +0000", "Date: soon"] {
        let (ran, _) = quote(plain(BODY).replace("Date: Thu, 17 Apr 2031 23:30:00 -0700", bad), "the clock");
        assert!(ran.err.contains("the mail does not say when it was sent"), "{bad}: {}", ran.err);
    }
    let (ran, text) = quote(plain(BODY).replace("17 Apr 2031", "17 Apr 2041"), "the clock");
    assert_eq!(ran.exit, Exit::Usage);
    assert!(ran.err.contains("it was sent on 2041-04-17, which has not come yet; say with --on"), "{}", ran.err);
    assert_eq!(text, ballot(&SiteFixture::base()));
    let site = with(plain(BODY));
    assert_eq!(record(&site, &["--quote", "the clock", "--on", "2031-04-18"], None).exit, Exit::Clean);
    assert!(ballot(&site).contains("date: 2031-04-18\n"));
}

#[test]
fn what_is_no_mail_is_refused_with_what_helps() {
    for (bytes, why) in [
        (&b"Dear all, the clock."[..], "it is not an e-mail: it has no From, Date or Subject"),
        (b"", "it is not an e-mail"),
        (b"Clock: yes\n\nDear all", "it is not an e-mail"),
        (b"%PDF-1.4 From: x", "it is a PDF\n  help: save the message itself, as .eml\n"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "it is a message as Outlook keeps it"),
    ] {
        let (ran, text) = quote(bytes, "the clock");
        assert_eq!(ran.exit, Exit::Environment, "{}", ran.err);
        assert!(ran.err.contains(why), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
        assert_eq!(text, ballot(&SiteFixture::base()));
    }
    let large = with("");
    let file = fs::File::create(large.path("private/reply.eml")).expect("a file");
    file.set_len(60_000_000).expect("a large file");
    let ran = record(&large, &["--quote", "the clock"], None);
    assert!(ran.err.contains("has 60000000 bytes, and at most 50000000 are read"), "{}", ran.err);
    let folder = SiteFixture::base().file("private/reply.eml/x", "");
    assert!(record(&folder, &["--quote", "the clock"], None).err.contains("it is a folder"));
    let none = SiteFixture::base();
    assert_eq!(record(&none, &["--quote", "the clock"], None).exit, Exit::Environment);
}

#[test]
fn a_mail_of_nothing_but_nests_is_read_in_time() {
    let deep = format!("{HEAD}Content-Type: text/html\r\n\r\n{}Yes.", "<blockquote><div>".repeat(50_000));
    let (ran, _) = quote(deep, "Yes.");
    assert!(ran.err.contains("stand only in what the mail repeats"), "{}", ran.err);
    let (ran, _) = quote(plain(&"On 1 wrote\r\n".repeat(20_000)), "Yes.");
    assert!(ran.err.contains("the mail does not say"), "{}", ran.err);
    let many = "On 1 May Ann wrote:\r\n".repeat(90_000);
    let (ran, _) = quote(plain(&format!("{many}> Clock?\r\nYes.\r\n")), "Yes.");
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
}
