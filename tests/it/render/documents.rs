//! The page of a document, and what the leaflets say on the pages of ballots, parties and questions.

use std::fs;

use super::{ASHA, BALLOT, PAGE, base, between, holds, lacks, page};
use crate::pictures::{Format, format_and_size, jpeg_points, opened, photograph, picture, png};
use crate::support::SiteFixture;

const LEAFLET: &str = "candidates/documents/asha-leaflet.yaml";
const WORDS: &str = "candidates/documents/asha-leaflet.txt";
const PAGES: &str = "documents/asha-leaflet/index.html";

/// The base site with terms to look for and a leaflet of Asha Example, whose words are the given pages.
fn leaflet(pages: &str) -> SiteFixture {
    let record = "\
id: asha-leaflet
title: Asha for Pond Lane
kind: leaflet
election: test.2031-05-01
person: 11
received: {date: 2031-04-08, ballots: [test.pond-lane.2031-05-01], how: through the door}
";
    base()
        .replace(
            "content/questions/duck-pond.md",
            "campaign_wants: supports",
            "campaign_wants: supports\nterms: [{words: duck pond}]",
        )
        .replace(
            "content/questions/town-clock.md",
            "campaign_wants: none",
            "campaign_wants: none\nterms: [{words: clock}]",
        )
        .file(LEAFLET, record)
        .file(WORDS, format!("---\nmade_from: picture\ndate: 2031-04-09\n---\n{pages}"))
}

/// What the page of the leaflet says of a question: from its heading to the next.
fn on<'p>(page: &'p str, ask: &str) -> &'p str {
    let heading = format!(">{ask}</a></h3>");
    between(
        page,
        &heading,
        if page.split_once(&heading).is_some_and(|(_, rest)| rest.contains("<h3>")) { "<h3>" } else { "</section>" },
    )
}

const POND: &str = "Should the duck pond be cleaned?";
const CLOCK: &str = "Should the town clock strike at night?";

#[test]
fn a_mention_stands_in_its_sentence_with_its_page_and_is_no_answer() {
    let fixture = leaflet(
        "[page 1]\nASHA EXAMPLE\n\n[page 2, confidence 91]\nHello. I will clean the duck\npond & <more>. Bye.\n",
    );
    let leaflet = page(&fixture, PAGES);
    holds(&leaflet, "Received 8 April 2031 in Pond Lane, through the door.");
    holds(
        &leaflet,
        "Nobody has read all of it yet. A program searched it for words from our questions. It found words from 1 of our 2 questions.",
    );
    let pond = on(&leaflet, POND);
    holds(
        pond,
        "A program found words from this question in one place. Nobody has read the whole document for this yet.",
    );
    holds(pond, "<p>I will clean the <mark>duck pond</mark> &amp; &lt;more&gt;.</p>");
    holds(pond, "<figcaption>Page 2</figcaption>");
    holds(on(&leaflet, CLOCK), "A program found no mention on the 2 pages that we could read.");
    holds(&leaflet, "Read from pictures by a program, 9 April 2031.");
    holds(&leaflet, "Nobody has checked it against the document yet.");
    holds(&leaflet, "I will clean the duck<br>pond &amp; &lt;more&gt;. Bye.");
    // The person's own slot and the party's line stay what they were.
    assert_eq!(page(&fixture, ASHA).matches("<mark>").count(), 0);
}

#[test]
fn what_could_not_be_read_is_said_and_nothing_follows_from_it() {
    let part =
        page(&leaflet("[page 1, confidence 88]\nVote.\n[page 2, confidence 31]\nduek pand of the cl0ck\n"), PAGES);
    // One sentence for all questions of which there is no more to say.
    holds(&part, &format!("{POND}</a></h3>\n<h3>"));
    holds(on(&part, CLOCK), "A program found no mention on the 1 of 2 pages that we could read.");
    holds(&part, "the program was 31 per cent sure of its words. Do not rely on them.");
    let guess = page(&leaflet("[page 1, confidence 31]\nthe duck pond\n"), PAGES);
    holds(
        on(&guess, POND),
        "A program seems to have found words from this question, on pages that it could not read well.",
    );
    holds(on(&guess, POND), "Page 1, which could not be read well");
    holds(on(&guess, CLOCK), "None of its pages could be read, so we do not know.");
    let blank = page(&leaflet("[page 1, confidence 0]\n\n[page 2]\n"), PAGES);
    holds(&blank, "We have it, but none of its pages could be read.");
    holds(&blank, "No words could be read on this page.");
    lacks(&blank, "does not mention");
    lacks(&blank, "found no mention");
}

#[test]
fn a_page_that_somebody_compared_is_relied_upon() {
    let corrected = leaflet("[page 1, confidence 31]\nthe duck pond\n").replace(
        WORDS,
        "date: 2031-04-09\n",
        "date: 2031-04-09\ncorrected: [{by: pat, date: 2031-04-10}]\n",
    );
    let page = page(&corrected, PAGES);
    holds(&page, "Checked against the document and corrected by Pat Promoter, 10 April 2031.");
    holds(&page, "<figcaption>Page 1</figcaption>");
    lacks(&page, "could not be read");
    lacks(&page, "Nobody has compared");
}

const READ: &str = "\
readings:
  - {by: pat, date: 2031-04-10, seen: facsimile, whole: true, looked_for: [duck-pond, town-clock], found: [duck-pond]}
";

#[test]
fn what_a_person_read_goes_before_what_a_program_finds() {
    let read = leaflet("[page 1]\nNothing about it.\n").replace(LEAFLET, "received:", &format!("{READ}received:"));
    let words = page(&read, PAGES);
    holds(&words, "It was read for our 2 questions, and mentions one of them.");
    holds(on(&words, POND), "It mentions this. Pat Promoter found it on 10 April 2031.");
    holds(
        on(&words, CLOCK),
        "We read a picture of the whole document. It does not mention it. (Pat Promoter, 10 April 2031)",
    );
    let missed = read.file(WORDS, "---\nmade_from: hand\ndate: 2031-04-09\n---\nThe clock is too loud.\n");
    holds(on(&page(&missed, PAGES), CLOCK), "A program found words from this question in one place.");
}

#[test]
fn a_document_shows_the_marks_that_rest_on_it_before_how_it_was_read() {
    let read = leaflet("[page 1]\nNothing about it.\n").replace(LEAFLET, "received:", &format!("{READ}received:"));
    let words = page(&read, PAGES);
    holds(on(&words, CLOCK), "href=\"#m-silent\"");
    holds(on(&words, CLOCK), "No mention</b>");
    lacks(on(&words, POND), "#m-");
    let evidence =
        "          - kind: leaflet\n            document: asha-leaflet\n            quote: I will clean it.\n";
    let marked = read.replace(BALLOT, "          - kind: reply", &format!("{evidence}          - kind: reply"));
    let words = page(&marked, PAGES);
    holds(on(&words, POND), "Yes</b> <small>own leaflet, 3 Apr");
    assert!(words.find("Yes</b>") < words.find("<summary>How we read it</summary>"), "{words}");
    assert!(words.find("<summary>How we read it</summary>") < words.find("<summary>Its text</summary>"), "{words}");
}

#[test]
fn many_documents_are_folded_away_by_kind_and_few_stand_open() {
    let few = page(&leaflet("[page 1]\nWords.\n"), "documents/index.html");
    holds(&few, "<details open><summary>One leaflet</summary>");
    let record =
        |n: u32| format!("id: l{n}\ntitle: Leaflet {n}\nkind: leaflet\nelection: test.2031-05-01\nperson: 11\n");
    let many = (1..=40).fold(leaflet("[page 1]\nWords.\n"), |site, n| {
        site.file(&format!("candidates/documents/l{n}.yaml"), record(n))
    });
    let many = page(&many, "documents/index.html");
    let folded = between(&many, "<details><summary>41 leaflets</summary>", "</details>");
    assert_eq!(folded.matches("<li id=").count(), 41);
}

#[test]
fn contact_details_of_people_are_not_published() {
    let page = page(
        &leaflet(
            "[page 1]\nAbout the duck pond write to asha@example.org or ring\n020 7946 0123.\nPromoted by P. Q., 1 Example Street, Example Town, EX1 1EX.\n",
        ),
        PAGES,
    );
    for gone in ["asha@", "7946", "Example Street", "EX1 1EX"] {
        lacks(&page, gone);
    }
    holds(&page, "<mark>duck pond</mark> write to [e-mail address left out] or ring [telephone number left out].");
    holds(&page, "Promoted by P. Q., [street address left out].");
}

#[test]
fn of_a_long_text_only_the_sentences_are_shown() {
    let some = leaflet("[page 1]\nA secret plan. Clean the duck pond. Another plan.\n").replace(
        WORDS,
        "date: 2031-04-09\n",
        "date: 2031-04-09\nshow: mentions\n",
    );
    let page = page(&some, PAGES);
    holds(&page, "Clean the <mark>duck pond</mark>.");
    holds(&page, "We show only the sentences above.");
    lacks(&page, "secret plan");
}

#[test]
fn what_the_leaflets_say_names_what_it_is_out_of() {
    let second = "\
id: ben-leaflet
title: Ben for Pond Lane
kind: leaflet
election: test.2031-05-01
party: pp2
people: [12]
";
    let one = leaflet("[page 1]\nClean the duck pond.\n");
    let ballot = page(&one, PAGE);
    let said = between(&ballot, "id=\"leaflets\"", "</section>");
    holds(said, "We have one leaflet. We have looked for our questions in it.");
    holds(said, "1 of 1: a program found words about it. Nobody has read the whole leaflet for this.");
    holds(said, "1 of 1: a program found no mention on the pages it could read.");
    lacks(said, "not mention it");
    let two = one.file("candidates/documents/ben-leaflet.yaml", second);
    let ballot = page(&two, PAGE);
    let said = between(&ballot, "id=\"leaflets\"", "</section>");
    holds(said, "We have 2 leaflets. We have looked for our questions in 1 of them.");
    holds(said, "1 of 2: a program found words about it");
    holds(said, "1 of 2: nobody has looked yet, or it could not be read.");
    holds(said, "Ben for Pond Lane");
    let party = page(&two, "parties/pp1/index.html");
    holds(between(&party, "id=\"leaflets\"", "</section>"), "We have one leaflet");
    let question = page(&two, "questions/duck-pond/index.html");
    holds(between(&question, "id=\"leaflets\"", "</section>"), "1 of 2: a program found words about it");
    let reading = "readings: [{by: pat, date: 2031-04-10, seen: original, whole: true, looked_for: [duck-pond, town-clock], found: [duck-pond]}]\n";
    let record = format!("{second}{reading}");
    let read = two.file("candidates/documents/ben-leaflet.yaml", record);
    let ballot = page(&read, PAGE);
    let said = between(&ballot, "id=\"leaflets\"", "</section>");
    holds(said, "1 of 2: mentioned. A reader found it.");
    holds(said, "1 of 2: no mention. Somebody read the whole leaflet and looked.");
    lacks(&page(&base(), PAGE), "id=\"leaflets\"");
}

/// The base site with a leaflet whose one file is this picture, which may be published.
fn pictured(name: &str, bytes: &[u8], more: &str) -> SiteFixture {
    let record = format!(
        "id: asha-leaflet\ntitle: Asha for Pond Lane\nkind: leaflet\nelection: test.2031-05-01\nperson: 11\nfiles:\n  - file: {name}\n    rights: She lets everybody copy it.\n{more}"
    );
    SiteFixture::base()
        .file("candidates/documents/asha-leaflet.yaml", record)
        .file(&format!("content/documents/{name}"), bytes)
}

#[test]
fn a_picture_is_shown_only_where_somebody_has_the_right_and_says_so() {
    let more = "    title: front\n    credit: Photograph by a reader\n    alt: A duck on a green pond.\n";
    let allowed = pictured("front.jpg", &picture(Format::Jpeg, 60, 40), more).build();
    let page = allowed.page("documents/asha-leaflet/index.html");
    let figure = between(&page, "<figure class=\"picture\"><a", "</figure>");
    for part in [
        "href=\"../../documents/asha-leaflet/front.jpg\"",
        "width=\"60\" height=\"40\"",
        "alt=\"A picture of the document: front. A duck on a green pond.\"",
        "front<br>Photograph by a reader<br>She lets everybody copy it.",
    ] {
        assert!(figure.contains(part), "no {part:?} in {figure}");
    }
    assert!(allowed.path("public/documents/asha-leaflet/front.jpg").exists());
    let rights = "    rights: She lets everybody copy it.\n";
    let kept = pictured("front.jpg", &picture(Format::Jpeg, 60, 40), more);
    let kept = kept.replace("candidates/documents/asha-leaflet.yaml", rights, "").build();
    assert!(!kept.page("documents/asha-leaflet/index.html").contains("<img"));
    assert!(!kept.path("public/documents/asha-leaflet/front.jpg").exists());
}

#[test]
fn nothing_that_a_photograph_tells_of_place_device_or_author_is_published() {
    let original = photograph(60, 40, 6);
    let (secret, exif) = (b"SECRET".as_slice(), b"Exif".as_slice());
    let holds = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    assert!(holds(&original, secret) && holds(&original, exif));
    let site = pictured("front.jpeg", &original, "").build();
    let published = fs::read(site.path("public/documents/asha-leaflet/front.jpg")).expect("a published picture");
    for part in [secret, exif, b"xmpmeta", b"8BIM", b"GPS"] {
        assert!(!holds(&published, part), "{}", String::from_utf8_lossy(part));
    }
    // Upright, as whoever took it held it.
    assert_eq!(format_and_size(&published), (Format::Jpeg, (40, 60)));
}

#[test]
fn a_large_picture_is_published_as_large_as_a_telephone_can_use() {
    let site = pictured("scan.webp", &picture(Format::WebP, 2800, 1000), "").build();
    let published = fs::read(site.path("public/documents/asha-leaflet/scan.webp.jpg")).expect("a published picture");
    assert_eq!(format_and_size(&published), (Format::Jpeg, (1400, 500)));
    let site = pictured("scan.png", &picture(Format::Png, 60, 40), "").build();
    let published = fs::read(site.path("public/documents/asha-leaflet/scan.png")).expect("a published picture");
    assert_eq!(format_and_size(&published), (Format::Png, (60, 40)));
}

/// What is published of a file.
fn published(name: &str, bytes: &[u8], as_name: &str) -> Vec<u8> {
    let site = pictured(name, bytes, "").build();
    fs::read(site.path(&format!("public/documents/asha-leaflet/{as_name}"))).expect("a published picture")
}

#[test]
fn a_photograph_is_upright_in_every_way_of_holding_a_telephone() {
    // Red grows to the right of the file and green downwards: where each of the four corners comes to lie.
    let corners = |held: u8| {
        let file = published("front.jpg", &photograph(240, 160, held), "front.jpg");
        let (width, points) = (format_and_size(&file).1.0, jpeg_points(&file));
        let place = |at: usize| match (points[at] > 120, points[at + 1] > 80) {
            (false, false) => 'a',
            (true, false) => 'b',
            (false, true) => 'c',
            (true, true) => 'd',
        };
        let lines = points.len() / 3 / width;
        [0, width - 1, (lines - 1) * width, lines * width - 1].map(|at| place(at * 3)).into_iter().collect::<String>()
    };
    let seen: Vec<String> = (0..=9).map(corners).collect();
    assert_eq!(seen, ["abcd", "abcd", "badc", "dcba", "cdab", "acbd", "cadb", "dbca", "bdac", "abcd"]);
}

#[test]
fn a_drawing_keeps_its_points_and_what_is_see_through() {
    let (grey, pairs) = ([0, 100, 255, 7], [0, 255, 100, 128, 255, 0, 7, 9]);
    let deep = [[1, 200], [2, 1], [255, 255], [0, 0]].concat();
    for (colours, depth, points, expected) in [
        (png::ColorType::Grayscale, png::BitDepth::Eight, &grey[..], grey.to_vec()),
        (png::ColorType::Grayscale, png::BitDepth::Sixteen, &deep[..], vec![1, 2, 255, 0]),
        (
            png::ColorType::GrayscaleAlpha,
            png::BitDepth::Eight,
            &pairs[..],
            pairs.as_chunks().0.iter().flat_map(|&[grey, covers]| [grey, grey, grey, covers]).collect(),
        ),
    ] {
        let file = published("front.png", &png(colours, depth, 2, 2, points), "front.png");
        assert_eq!(opened(&file).1, expected, "{colours:?} {depth:?}");
    }
}

/// A WebP that moves: of one frame.
fn moving() -> Vec<u8> {
    let chunk = |name: &[u8], content: &[u8]| {
        let length = u32::try_from(content.len()).expect("a short chunk").to_le_bytes();
        [name, &length, content].concat()
    };
    let still = &picture(Format::WebP, 16, 16)[12..];
    let head = chunk(b"VP8X", &[2, 0, 0, 0, 15, 0, 0, 15, 0, 0]);
    let frame = [&[0, 0, 0, 0, 0, 0, 15, 0, 0, 15, 0, 0, 100, 0, 0, 0], still].concat();
    let frames = [head, chunk(b"ANIM", &[0; 6]), chunk(b"ANMF", &frame)].concat();
    chunk(b"RIFF", &[b"WEBP".as_slice(), &frames].concat())
}

#[test]
fn a_picture_that_moves_or_is_a_line_of_points_is_refused() {
    let thin = picture(Format::Png, 65_536, 1);
    for (name, bytes, why) in [
        ("front.webp", moving(), "it is a moving picture"),
        ("front.png", thin, "it has 65536 by 1 pixels, and no side may have more than 65535"),
    ] {
        let found = pictured(name, &bytes, "").check();
        let found = found.iter().find(|found| found.code == "bad-picture").unwrap_or_else(|| panic!("{found:?}"));
        assert!(found.message.contains(why), "{found:?}");
    }
}
