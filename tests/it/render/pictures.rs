//! Pictures of pages, for whoever shares them: what is in one is said beside it, word for word.

use std::collections::BTreeSet;

use hustings::atoms::SitePath;
use hustings::model::Overrides;
use hustings::pipeline::prepare;
use hustings::render::{Draft, ReadTheme};

use super::{ASHA, BALLOT, BEN, PAGE, base, between, holds, lacks, rendered, text};
use crate::support::{Site, SiteFixture};

const PARTY: &str = "parties/pp1/index.html";
const QUESTION: &str = "questions/duck-pond/index.html";
const AT: &str = "https://example.org/2031/";

fn sharing() -> SiteFixture {
    base().replace(
        "hustings.yaml",
        "title: A test\n",
        "title: A test\nbase_url: https://example.org/2031/\nshare_pictures: true\nchecks_required: 1\n",
    )
}

/// The words in the picture of a page.
fn alt(site: &Site, page: &str) -> String {
    between(&text(site, page), "property=\"og:image:alt\" content=\"", "\"").to_owned()
}

/// Where the picture of a page stands.
fn address(site: &Site, page: &str) -> SitePath {
    let url = between(&text(site, page), "property=\"og:image\" content=\"", "\"").to_owned();
    url.strip_prefix(AT).unwrap_or_else(|| panic!("{url} is elsewhere")).parse().expect("an address")
}

/// The pictures of a site.
fn pictures(site: &Site) -> BTreeSet<&SitePath> {
    site.keys().filter(|path| path.as_str().contains("/share-")).collect()
}

#[test]
fn a_ballot_a_question_a_party_and_a_person_have_a_picture_of_the_size_that_they_tell() {
    let site = rendered(&sharing().path(""));
    for page in [PAGE, ASHA, PARTY, QUESTION] {
        let html = text(&site, page);
        let file = &site[&address(&site, page)];
        let image = png::Decoder::new(std::io::Cursor::new(file)).read_info().expect("a PNG");
        assert_eq!((image.info().width, image.info().height), (1200, 630), "{page}");
        holds(&html, "property=\"og:image:width\" content=\"1200\"");
        holds(&html, "property=\"og:image:height\" content=\"630\"");
        holds(&html, "name=\"twitter:card\" content=\"summary_large_image\"");
        assert!(file.len() < 50_000, "{page}: {} bytes", file.len());
    }
    assert_eq!(site, rendered(&sharing().path("")), "the same records give the same bytes");
    lacks(&text(&site, "index.html"), "og:image");
}

#[test]
fn there_are_pictures_only_where_they_are_wanted_and_the_site_has_an_address() {
    for without in ["base_url: https://example.org/2031/\n", "share_pictures: true\n"] {
        let site = rendered(&sharing().replace("hustings.yaml", without, "").path(""));
        assert_eq!(pictures(&site), BTreeSet::new(), "without {without}");
        lacks(&text(&site, PAGE), "og:image");
    }
}

#[test]
fn a_picture_says_who_answers_what_as_of_when_and_who_promotes_it() {
    let imprint = "  promoter: Pim Promoter\n  address: 1 Long Lane, Pond Town\n";
    let none = "  none_because: This site only exists in a test.\n";
    let site = rendered(&sharing().replace("hustings.yaml", none, imprint).path(""));
    let end = "Promoted by Pim Promoter, 1 Long Lane, Pond Town. example.org/2031";
    let begin = "A test. As of 20 April 2031. Made-up example. Nobody in this picture is real.";
    for (page, says) in [
        (PAGE, "Pond Lane. Test elections, 1 May 2031. Clean the pond? Yes: Asha Example."),
        (PAGE, "Party lines: Yes: Harbour Alliance."),
        (ASHA, "Asha Example. Harbour Alliance · Pond Lane · Test elections, 1 May 2031. Clean the pond? Yes."),
        (ASHA, "Party line, Harbour Alliance: Yes."),
        (PARTY, "Harbour Alliance. Party lines in Test elections, 1 May 2031. Clean the pond? Yes."),
        (QUESTION, "Candidates. Yes: Asha Example."),
        (QUESTION, "Party lines. Yes: Harbour Alliance."),
    ] {
        let alt = alt(&site, page);
        assert!(alt.starts_with(begin) && alt.ends_with(end), "{alt}");
        holds(&alt, says);
    }
    let election = "candidates/test.2031-05-01/election.yaml";
    lacks(&alt(&rendered(&sharing().replace(election, "fictional: true\n", "").path("")), PAGE), "Made-up");
}

#[test]
fn only_what_is_confirmed_is_in_a_picture() {
    let with = |keys: &str| {
        sharing().replace(BALLOT, "        entered_by: pat\n", &format!("        entered_by: pat\n{keys}"))
    };
    let verification = |state: &str| {
        format!(
            "        verification: {{state: {state}, because: She told us., date: 2031-04-10, tried: We rang., denial: No.}}\n"
        )
    };
    let two_checks = sharing().replace("hustings.yaml", "checks_required: 1", "checks_required: 2");
    let unchecked = alt(&rendered(&two_checks.path("")), PAGE);
    holds(&unchecked, "One answer is not double-checked yet.");
    lacks(&unchecked, "Asha");
    // What was withdrawn is as if it had never come in.
    let doubted = [
        ("retracted", "No reply."),
        ("disputed", "No double-checked answer yet."),
        ("unverified", "No double-checked answer yet."),
    ];
    for (state, says) in doubted {
        let site = rendered(&with(&verification(state)).path(""));
        lacks(&alt(&site, PAGE), "Asha");
        lacks(&alt(&site, QUESTION), "Asha");
        // What the party says is confirmed all the same, and said of the party alone.
        holds(&alt(&site, ASHA), &format!("Clean the pond? {says} Party line, Harbour Alliance: Yes."));
    }
    let caveat = rendered(&with("        caveat: Only if it costs nothing.\n").path(""));
    holds(&alt(&caveat, PAGE), "Yes: Asha Example (see note).");
    holds(&alt(&caveat, ASHA), "Yes: see note.");
}

#[test]
fn what_nobody_answered_is_counted_and_what_we_did_not_ask_makes_no_picture() {
    let site = rendered(&sharing().path(""));
    holds(&alt(&site, BEN), "Clean the pond? No reply.");
    holds(&alt(&site, PAGE), "Clock at night? 2 have not answered.");
    let gone = sharing().replace(BALLOT, "    party: pp2\n", "    party: pp2\n    status: withdrawn\n");
    lacks(&text(&rendered(&gone.path("")), BEN), "og:image");
    let unasked = sharing().without("candidates/test.2031-05-01/asks/first-letter.yaml");
    lacks(&text(&rendered(&unasked.path("")), BEN), "og:image");
}

#[test]
fn a_picture_says_that_the_poll_was_called_off_or_that_the_list_is_not_whole() {
    let with =
        |keys: &str| rendered(&sharing().replace(BALLOT, "candidates:\n", &format!("{keys}candidates:\n")).path(""));
    let off = with("cancelled: true\ncancellation: {date: 2031-04-15, reason: A candidate has died.}\n");
    let called_off = "The poll here was called off on 15 April 2031. A candidate has died.";
    holds(&alt(&off, PAGE), called_off);
    holds(&alt(&off, ASHA), called_off);
    let incomplete = with("complete: {value: false, source: From the notice of poll.}\n");
    let not_whole = "This list of candidates is not complete. From the notice of poll.";
    holds(&alt(&incomplete, PAGE), not_whole);
    lacks(&alt(&incomplete, ASHA), "not complete");
    let usual = rendered(&sharing().path(""));
    for page in [PAGE, ASHA, PARTY, QUESTION] {
        lacks(&alt(&usual, page), "called off");
        lacks(&alt(&usual, page), "not complete");
    }
}

#[test]
fn a_line_that_holds_in_one_nation_names_it() {
    let lines = |more: &str| {
        let line = "    stance: supports\n    date: 2031-03-28\n";
        let fixture = sharing().replace("candidates/parties/pp1.yaml", line, &format!("    nations: [wales]\n{line}"));
        let text = std::fs::read_to_string(fixture.path("candidates/parties/pp1.yaml")).expect("the party");
        rendered(&fixture.file("candidates/parties/pp1.yaml", format!("{text}{more}")).path(""))
    };
    let one = lines("");
    holds(&alt(&one, PARTY), "Clean the pond? Yes: in Wales.");
    holds(&alt(&one, QUESTION), "Party lines. Yes: Harbour Alliance (in Wales).");
    holds(&text(&one, QUESTION), "<p>Yes: Harbour Alliance (in Wales).</p>");
    holds(&text(&one, "feed.atom"), "Harbour Alliance (in Wales), party line on “Clean the pond?”: Yes.");
    let line = |stance: &str| {
        format!(
            "  - {{election: test.2031-05-01, question: duck-pond, stance: {stance}, date: 2031-03-28, entered_by: pat, \
             evidence: [{{kind: manifesto, document: harbour-manifesto, quote: Water.}}], checked: [{{by: sam, date: 2031-03-30}}]}}\n"
        )
    };
    let differs = lines(&line("opposes"));
    holds(&alt(&differs, PARTY), "Clean the pond? Yes: in Wales. No.");
    holds(&alt(&differs, QUESTION), "Yes: Harbour Alliance (in Wales). No: Harbour Alliance.");
    // What holds everywhere holds in Wales too.
    holds(&alt(&lines(&line("supports")), PARTY), "Clean the pond? Yes. Clock");
}

#[test]
fn a_takedown_takes_the_old_picture_away() {
    let before = sharing().build();
    let public = |site: &SiteFixture| {
        let files = crate::support::files_under(&site.path("public"));
        files.into_iter().filter(|file| file.contains("/share-")).collect::<BTreeSet<_>>()
    };
    let old = public(&before);
    let takedown = "        takedown: {date: 2031-04-11, reason: At her request.}\n        entered_by: pat\n";
    let after = before.replace(BALLOT, "        entered_by: pat\n", takedown).build();
    let new = public(&after);
    for kind in ["pond-lane/share-", "duck-pond/share-"] {
        let of =
            |files: &BTreeSet<String>| files.iter().filter(|file| file.contains(kind)).cloned().collect::<Vec<_>>();
        assert!(!of(&old).is_empty() && of(&old).iter().all(|file| !new.contains(file)), "{old:?} {new:?}");
    }
    // The party's own line did not change, nor did the address of its picture.
    let of_party = old.iter().find(|file| file.starts_with("parties/pp1/")).expect("a picture of the party");
    assert!(new.contains(of_party), "{new:?}");
}

#[test]
fn however_many_there_are_a_picture_counts_those_it_has_no_room_for() {
    let name = |n: usize| format!("Wilhelmina Fortescue-Abercrombie the {n}th of Pondwater-under-Lyme");
    let people = (100..160).map(|n| {
        let answer = "{question: duck-pond, stance: supports, date: 2031-04-03, entered_by: pat, evidence: [{kind: reply, title: Letter, \
                      where: our file, date: 2031-04-03, quote: Yes.}], checked: [{by: sam, date: 2031-04-04}]}";
        format!("  - {{person: {n}, name: {}, party: pp2, positions: [{answer}]}}\n", name(n))
    });
    let people: String = people.collect();
    let fixture = sharing().replace(BALLOT, "  - person: 12\n", &format!("{people}  - person: 12\n")).replace(
        BALLOT,
        "name: Pond Lane",
        &format!("name: {}", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(3)),
    );
    let site = rendered(&fixture.path(""));
    let alt = alt(&site, PAGE);
    holds(&alt, &name(100));
    let more = between(&alt, &format!("{} and ", last_named(&alt)), " more.");
    let named = alt.matches("Wilhelmina").count() + alt.matches("Asha Example").count();
    assert_eq!(more.parse::<usize>().expect("a number") + named, 61, "{alt}");
    assert!(site.contains_key(&address(&site, PAGE)));
}

/// The last whole name before those that are only counted.
fn last_named(alt: &str) -> String {
    let before = alt.split_once(" more.").expect("a count").0.rsplit_once(" and ").expect("a name before it").0;
    before.rsplit_once(", ").map_or(before, |(_, last)| last).to_owned()
}

/// A site with 38 questions more, and the lines by which an election puts them.
fn with_many_questions() -> (SiteFixture, String) {
    let questions: Vec<String> = (0..38).map(|n| format!("extra-{n:02}")).collect();
    let record = |id: &str| format!("---\nask: Should {id} be done?\nshort: About {id}?\ncampaign_wants: none\n---\n");
    let put = questions.iter().map(|id| format!("  - {{question: {id}}}\n")).collect();
    let site =
        questions.iter().fold(sharing(), |site, id| site.file(&format!("content/questions/{id}.md"), record(id)));
    (site, put)
}

#[test]
fn many_questions_are_counted_too() {
    let election = "candidates/test.2031-05-01/election.yaml";
    let (fixture, put) = with_many_questions();
    let site = rendered(
        &fixture
            .replace(election, "  - {question: town-clock}\n", &format!("  - {{question: town-clock}}\n{put}"))
            .path(""),
    );
    let alt = alt(&site, ASHA);
    let (before, _) = alt.split_once(" more questions are on the page.").expect("a count");
    let more = before.rsplit(' ').next().expect("a number");
    let shown = alt.matches("About extra-").count() + 2;
    assert!(shown >= 6, "{alt}");
    assert_eq!(more.parse::<usize>().expect("a number") + shown, 40, "{alt}");
}

#[test]
fn where_there_is_no_room_for_all_questions_those_that_somebody_answered_come_first() {
    let election = "candidates/test.2031-05-01/election.yaml";
    let (fixture, put) = with_many_questions();
    let pond = "  - {question: duck-pond}\n";
    let site = rendered(
        &fixture
            .replace(election, pond, "")
            .replace(election, "fictional: true\n", &format!("{put}{pond}fictional: true\n"))
            .path(""),
    );
    for page in [PAGE, ASHA, PARTY] {
        let alt = alt(&site, page);
        holds(&alt, "Clean the pond? Yes");
        let (pond, other) = (alt.find("Clean the pond?"), alt.find("About extra-00?"));
        assert!(pond < other, "{page}: {alt}");
    }
}

#[test]
fn a_name_in_letters_that_cannot_be_drawn_has_no_picture_and_check_says_so() {
    let fixture = sharing().replace(BALLOT, "name: Asha Example", "name: محمد");
    let site = rendered(&fixture.path(""));
    let page = "test.2031-05-01/pond-lane/11-mhmd/index.html";
    let own = site.keys().find(|path| path.as_str().starts_with("test.2031-05-01/pond-lane/11")).expect(page);
    lacks(&text(&site, own.as_str()), "og:image");
    lacks(&text(&site, PAGE), "og:image");
    assert!(site.contains_key(&address(&site, PARTY)));
    let found = fixture.check();
    let one = found.iter().find(|found| found.code == "undrawn-letters").expect("a warning");
    assert!(one.message.contains("محمد") && one.file == BALLOT, "{one:?}");
    let welsh = sharing().replace(BALLOT, "name: Asha Example", "name: Ŵyn Ŷsgwr Őrsi Nguyễn Adébáyọ̀");
    assert!(welsh.check().iter().all(|found| found.code != "undrawn-letters"));
    holds(&alt(&rendered(&welsh.path("")), PAGE), "Ŵyn Ŷsgwr");
}

#[test]
fn each_language_has_pictures_in_its_own_words() {
    let fixture = sharing().replace("hustings.yaml", "title: A test\n", "title: A test\nlanguages: [en, cy]\n");
    let site = rendered(&fixture.path(""));
    let page = format!("cy/{ASHA}");
    holds(&alt(&site, &page), "O blaid.");
    let address = address(&site, &page);
    assert!(address.as_str().starts_with("cy/") && site.contains_key(&address), "{address}");
    assert!(!site.contains_key(&address.as_str()[3..].parse().expect("an address")));
}

#[test]
fn a_theme_gives_pictures_its_colours_and_its_shapes() {
    let own = address(&rendered(&sharing().path("")), ASHA);
    let marks =
        std::fs::read_to_string(crate::support::project().join("themes/default/templates/marks.html")).expect("marks");
    let style =
        std::fs::read_to_string(crate::support::project().join("themes/default/static/style.css")).expect("a style");
    let tick = "M0 0v28h28V0zM5.2";
    assert!(marks.contains(tick), "the shape of a confirmed yes");
    for (file, changed) in [
        ("themes/default/templates/marks.html", marks.replace(tick, "M2 2v24h24V2zM5.2")),
        ("themes/default/static/style.css", style.replacen("--yes: #0a4a94", "--yes: #004400", 1)),
    ] {
        assert_ne!(address(&rendered(&sharing().file(file, changed).path("")), ASHA), own, "{file}");
    }
    let accent = sharing().replace("hustings.yaml", "title: A test\n", "title: A test\naccent: \"#0a6b57\"\n");
    assert_ne!(address(&rendered(&accent.path("")), ASHA), own);
}

#[test]
fn a_shape_that_uses_itself_does_no_harm() {
    let marks =
        std::fs::read_to_string(crate::support::project().join("themes/default/templates/marks.html")).expect("marks");
    let yes = "<symbol id=\"m-yes-sure\" viewBox=\"0 0 28 28\">";
    let looped = marks.replace(yes, &format!("{yes}<use href=\"#m-yes-sure\"/>"));
    assert_ne!(looped, marks);
    let site = rendered(&sharing().file("themes/default/templates/marks.html", looped).path(""));
    assert!(!pictures(&site).is_empty());
}

#[test]
fn a_shape_that_leads_far_out_of_its_square_is_not_drawn() {
    let marks =
        std::fs::read_to_string(crate::support::project().join("themes/default/templates/marks.html")).expect("marks");
    let wide = marks.replace("M0 0v28h28V0zM5.2", "M0 0h1e9v1e9z M5.2");
    assert_ne!(wide, marks);
    let site = rendered(&sharing().file("themes/default/templates/marks.html", wide).path(""));
    assert!(!pictures(&site).is_empty());
}

#[test]
fn a_preview_shows_pictures_too() {
    let fixture = sharing();
    let planned = prepare(&fixture.path(""), &Overrides::default()).expect("a readable site");
    let (campaign, plan) = planned.site.expect("a site");
    let draft =
        ReadTheme::of(planned.theme).and_then(|theme| Draft::of(campaign, plan, theme.into())).expect("a draft");
    let site = rendered(&fixture.path(""));
    assert!(!pictures(&site).is_empty());
    for path in pictures(&site) {
        assert_eq!(draft.file(path).expect("a picture").as_ref(), site.get(path), "{path}");
    }
    let other = format!("{}share-0000000000000000.png", PAGE.trim_end_matches("index.html"));
    assert!(draft.file(&other.parse().expect("an address")).is_ok_and(|file| file.is_none()));
}
