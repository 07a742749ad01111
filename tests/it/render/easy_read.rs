//! Pages in Easy Read: few words, large, with a picture to the left of what it shows.

use super::{base, between, holds, lacks, rendered, text};
use crate::pictures::{Format, format_and_size, opened, photograph, picture};
use crate::support::{Found, Site, SiteFixture};

const FILE: &str = "content/questions/duck-pond.md";
const QUESTION: &str = "questions/duck-pond/index.html";
const EASY: &str = "easy_read: |
  We vote in May.
  [pond.svg] We have a pond.
  It is green.
  [net.png] Some people want to clean it.
";
const PICTURES: &str = "easy_read_pictures:
  - file: pond.svg
    alt: A green pond
    rights: We drew it for this page.
    credit: Drawing by the Pond Club
  - file: net.png
    alt: A net
    rights: We drew it for this page.
    credit: Drawing by Sam
";
const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"><circle r=\"4\"/></svg>\n";

/// The base site with a question in Easy Read.
fn with(easy: &str, pictures: &str) -> SiteFixture {
    base()
        .replace(FILE, "campaign_wants:", &format!("{easy}{pictures}campaign_wants:"))
        .file("content/pictures/pond.svg", DRAWING)
        .file("content/pictures/net.png", picture(Format::Png, 640, 480))
}

/// What is folded away at the top of the page.
fn folded(site: &Site, path: &str) -> String {
    between(&text(site, path), "<details class=\"easy", "</details>").to_owned()
}

fn places(site: &SiteFixture) -> Vec<String> {
    site.check().iter().map(Found::place_and_code).collect()
}

#[test]
fn each_picture_stands_before_its_sentence_and_those_after_it_that_have_none() {
    let fixture = with(EASY, PICTURES);
    assert_eq!(fixture.check(), []);
    let site = rendered(&fixture.path(""));
    let easy = folded(&site, QUESTION);
    holds(&easy, "<div>\n<div><p>We vote in May.</p></div>\n</div>");
    holds(
        &easy,
        "<div><img src=\"../../pictures/pond.svg\" width=\"160\" height=\"80\" alt=\"A green pond\" loading=\"lazy\" decoding=\"async\">\n\
         <div><p>We have a pond.</p><p>It is green.</p></div>\n</div>",
    );
    holds(&easy, "<img src=\"../../pictures/net.png\" width=\"160\" height=\"120\" alt=\"A net\"");
    holds(&easy, "Drawing by the Pond Club<br>We drew it for this page.<br>Drawing by Sam</small>");
    lacks(&easy, "[");
    holds(&text(&site, QUESTION), "<link rel=\"stylesheet\" href=\"../../static/easy-read.css\">");
    lacks(&text(&site, "questions/town-clock/index.html"), "easy-read.css");
}

#[test]
fn one_file_serves_all_pages_and_languages() {
    let welsh = "---\nask: A ddylid glanhau’r pwll hwyaid?\neasy_read: |\n  [pond.svg] Mae gennym bwll.\n  [net.png] Glanhau?\n---\nMae’n wyrdd.\n";
    let translated = PICTURES
        .replace("    alt: A green pond\n", "    alt: A green pond\n    translations: {cy: {alt: Pwll gwyrdd}}\n");
    let fixture = with(EASY, &translated)
        .replace("hustings.yaml", "title: A test\n", "title: A test\nlanguages: [en, cy]\n")
        .file("content/questions/duck-pond.cy.md", welsh)
        .file("content/pages/visit.md", format!("---\ntitle: Come and see\n{EASY}{translated}---\nSee the pond.\n"));
    assert_eq!(fixture.check(), []);
    let site = rendered(&fixture.path(""));
    let question = folded(&site, &format!("cy/{QUESTION}"));
    holds(&question, "src=\"../../../pictures/pond.svg\" width=\"160\" height=\"80\" alt=\"Pwll gwyrdd\"");
    holds(&question, "<p>Mae gennym bwll.</p>");
    holds(&question, "alt=\"A net\"");
    let visit = folded(&site, "cy/visit/index.html");
    holds(&visit, "src=\"../../pictures/pond.svg\"");
    holds(&visit, "<p><span lang=\"en\">We have a pond.</span></p><p><span lang=\"en\">It is green.</span></p>");
    assert_eq!(site.keys().filter(|path| path.as_str().contains("pictures/")).count(), 2);
}

#[test]
fn pictures_are_made_anew_small_and_tell_nothing() {
    let made_with = "<!-- SECRET --><metadata>SECRET</metadata><title>SECRET</title>";
    let fixture = with(EASY, &PICTURES.replace("net.png", "net.jpeg"))
        .replace(FILE, "[net.png]", "[net.jpeg]")
        .file("content/pictures/pond.svg", DRAWING.replace("<circle", &format!("{made_with}<circle")))
        .file("content/pictures/net.jpeg", photograph(1_200, 900, 1));
    let site = fixture.build();
    let net = std::fs::read(site.path("public/pictures/net.jpg")).expect("a picture");
    assert_eq!(format_and_size(&net), (Format::Jpeg, (320, 240)));
    let pond = std::fs::read_to_string(site.path("public/pictures/pond.svg")).expect("a drawing");
    assert_eq!(pond, DRAWING);
    assert!(!net.windows(6).any(|window| window == b"SECRET"));
}

#[test]
fn a_picture_stays_see_through_whatever_its_kind() {
    let points: Vec<u8> = (0..64).flat_map(|n| [0, 0, 0, if n < 32 { 255 } else { 0 }]).collect();
    let mut webp = Vec::new();
    image_webp::WebPEncoder::new(&mut webp).encode(&points, 8, 8, image_webp::ColorType::Rgba8).expect("a picture");
    let site = with(EASY, &PICTURES.replace("net.png", "net.webp"))
        .replace(FILE, "[net.png]", "[net.webp]")
        .file("content/pictures/net.webp", webp)
        .build();
    let (info, made) = opened(&std::fs::read(site.path("public/pictures/net.webp.png")).expect("a picture"));
    assert_eq!((info.color_type, made[3], made[made.len() - 1]), (png::ColorType::Rgba, 255, 0));
}

#[test]
fn a_picture_needs_its_file_alt_rights_and_credit() {
    for key in ["file", "alt", "rights", "credit"] {
        let keys = [("file", "net.png"), ("alt", "A net"), ("rights", "We drew it."), ("credit", "By Sam")];
        let others: Vec<String> =
            keys.iter().filter(|(name, _)| *name != key).map(|(name, value)| format!("{name}: {value}")).collect();
        let first = PICTURES.split_once("  - file: net.png").expect("two pictures").0;
        let found = with(EASY, &format!("{first}  - {{{}}}\n", others.join(", "))).check();
        let missing: Vec<_> = found.iter().filter(|found| found.code == "missing-key").collect();
        let [only] = missing.as_slice() else { panic!("{key}: {found:#?}") };
        assert_eq!(only.place_and_code(), format!("{FILE}:15:5 missing-key"));
        holds(&only.message, &format!("“{key}”"));
    }
    let found = with(EASY, PICTURES).without("content/pictures/net.png").check();
    assert_eq!(found[0].place_and_code(), format!("{FILE}:15:11 unknown-reference"));
    holds(&found[0].message, "there is no file content/pictures/net.png");
}

#[test]
fn text_and_pictures_have_to_name_each_other() {
    let misspelt = with(&EASY.replace("net.png", "nett.png"), PICTURES).check();
    let [text, idle] = misspelt.as_slice() else { panic!("{misspelt:#?}") };
    assert_eq!(text.place_and_code(), format!("{FILE}:6:3 unknown-reference"));
    holds(&text.help, "did you mean “net.png”?");
    assert_eq!(idle.place_and_code(), format!("{FILE}:15:5 idle-picture"));
    let twice = PICTURES.replace("file: net.png", "file: pond.svg");
    assert!(places(&with(&EASY.replace("[net.png] ", ""), &twice)).contains(&format!("{FILE}:15:11 duplicate-id")));
}

#[test]
fn a_translation_without_the_pictures_is_warned_of() {
    let bilingual =
        |site: SiteFixture| site.replace("hustings.yaml", "title: A test\n", "title: A test\nlanguages: [en, cy]\n");
    let page = bilingual(with(EASY, PICTURES))
        .file("content/questions/duck-pond.cy.md", "---\neasy_read: \"[pond.svg] Mae gennym bwll.\"\n---\n");
    let found = page.check();
    let [only] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(only.place_and_code(), "content/questions/duck-pond.cy.md:1:1 idle-picture");
    holds(&only.message, "net.png");
    let inline = "translations:\n  cy:\n    easy_read: \"[pond.svg] Mae gennym bwll. [net.png]\"\n";
    let found = bilingual(with(EASY, &format!("{PICTURES}{inline}"))).check();
    assert_eq!(found.iter().map(Found::place_and_code).collect::<Vec<_>>(), [format!("{FILE}:21:5 idle-picture")]);
}

#[test]
fn what_is_no_picture_is_refused() {
    let damaged =
        |name: &str, bytes: &[u8]| places(&with(EASY, PICTURES).file(&format!("content/pictures/{name}"), bytes));
    assert_eq!(damaged("net.png", b"no picture"), ["content/pictures/net.png:1:1 bad-picture"]);
    assert_eq!(damaged("pond.svg", b"\xff\xfe"), ["content/pictures/pond.svg:1:1 bad-picture"]);
    let runs = DRAWING.replace("<circle", "\n<script>start()</script><circle");
    assert_eq!(damaged("pond.svg", runs.as_bytes()), ["content/pictures/pond.svg:2:1 unsafe-picture"]);
    let large = DRAWING.replace("<circle r=\"4\"/>", &"<circle r=\"4\"/>".repeat(8_000));
    assert_eq!(damaged("pond.svg", large.as_bytes()), ["content/pictures/pond.svg:1:1 too-large"]);
}

#[test]
fn the_home_page_has_its_own_at_the_top() {
    let site = rendered(
        &base()
            .file("content/pages/home.md", format!("---\ntitle: Home\n{}---\n", "easy_read: We vote in May.\n"))
            .path(""),
    );
    holds(
        &text(&site, "index.html"),
        "</h1>\n<details class=\"easy\">\n<summary>In Easy Read</summary>\n<div>\n<div><p>We vote in May.</p></div>\n</div>\n</details>",
    );
}
