//! The logo of a site: where it is shown, what is published of it, and which drawings are refused.

use super::{PAGE, base, between, holds, lacks, rendered, text};
use crate::pictures::{Format, format_and_size, opened, picture, png};
use crate::support::{Found, SiteFixture};

const STYLE: &str = "static/style.css";
/// A grey that stands out from white and from dark pages.
const GREY: &str = "<circle r=\"4\" fill=\"#777777\"/>";

fn svg(inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 20 10\">\n{inside}\n</svg>\n"
    )
}

/// What is published of a drawing in which this stands.
fn published(inside: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\">{inside}</svg>\n")
}

/// The base site with these files as its logo, and as the one for dark pages.
fn with(logo: (&str, &[u8]), dark: Option<(&str, &[u8])>) -> SiteFixture {
    let files: Vec<_> =
        [("logo", Some(logo)), ("logo_dark", dark)].into_iter().filter_map(|(key, file)| Some((key, file?))).collect();
    let keys: String = files.iter().map(|(key, (name, _))| format!("{key}: {name}\n")).collect();
    let site = base().replace("hustings.yaml", "title: A test\n", &format!("title: A test\n{keys}"));
    files.iter().fold(site, |site, (_, (name, bytes))| site.file(&format!("content/pictures/{name}"), bytes))
}

fn drawn(inside: &str) -> SiteFixture {
    with(("logo.svg", svg(inside).as_bytes()), None)
}

fn only(found: Vec<Found>) -> Found {
    let [only] = <[Found; 1]>::try_from(found).unwrap_or_else(|found| panic!("{found:#?}"));
    only
}

/// A PNG with a see-through ground, of which the left half is drawn in this grey.
fn half(grey: u8, width: u32, height: u32) -> Vec<u8> {
    let points = (0..width * height).flat_map(|n| [grey, grey, grey, if n % width < width / 2 { 255 } else { 0 }]);
    png(png::ColorType::Rgba, png::BitDepth::Eight, width, height, &points.collect::<Vec<u8>>())
}

#[test]
fn a_drawing_stands_before_the_name_on_every_page_and_keeps_its_place_free() {
    let site = rendered(&drawn(GREY).path(""));
    let name = |page: &str| between(&text(&site, page), "<a class=\"site-name\"", "</a>").to_owned();
    holds(&name(PAGE), "<img src=\"../../static/logo.svg\" width=\"72\" height=\"36\" alt=\"\"> A test");
    holds(&name("index.html"), "src=\"static/logo.svg\"");
    assert_eq!(text(&site, "static/logo.svg"), published(GREY));
    holds(&text(&site, STYLE), ".site-name img");
    assert_eq!(drawn(GREY).check(), []);
}

#[test]
fn without_a_logo_nothing_of_it_is_sent() {
    let site = rendered(&base().path(""));
    holds(&text(&site, PAGE), "<a class=\"site-name\" href=\"../../index.html\">A test</a>");
    lacks(&text(&site, STYLE), ".site-name img");
    assert!(!site.keys().any(|path| path.as_str().starts_with("static/logo")));
}

#[test]
fn dark_pages_show_the_logo_that_is_for_them() {
    let dark = svg("<circle r=\"4\" fill=\"#ffdd00\"/>");
    let light = svg("<circle r=\"4\" fill=\"#0a2a66\"/>");
    let fixture = with(("day.svg", light.as_bytes()), Some(("night.svg", dark.as_bytes())));
    assert_eq!(fixture.check(), []);
    let site = rendered(&fixture.path(""));
    let source = "<picture><source media=\"screen and (prefers-color-scheme: dark)\" srcset=\"../../static/logo-dark.svg\" width=\"72\" height=\"36\"><img src=\"../../static/logo.svg\"";
    holds(&text(&site, PAGE), source);
    let (light, dark) = (text(&site, "static/logo.svg"), text(&site, "static/logo-dark.svg"));
    assert!(light.contains("#0a2a66") && dark.contains("#ffdd00"), "{light}{dark}");
}

#[test]
fn a_png_is_made_anew_twice_as_large_as_it_is_shown() {
    let fixture = with(("logo.png", &half(119, 800, 400)), None);
    assert_eq!(fixture.check(), []);
    let site = fixture.build();
    holds(&site.page(PAGE), "width=\"72\" height=\"36\"");
    let published = std::fs::read(site.path("public/static/logo.png")).expect("a logo");
    assert_eq!(format_and_size(&published), (Format::Png, (144, 72)));
    let (info, points) = opened(&published);
    assert_eq!((info.color_type, points[0], points[3]), (png::ColorType::Rgba, 119, 255));
}

#[test]
fn a_wide_logo_leaves_room_for_the_name_on_a_telephone() {
    let site = with(("logo.png", &half(119, 800, 100)), None).build();
    holds(&site.page(PAGE), "width=\"132\" height=\"17\"");
}

#[test]
fn a_drawing_that_can_run_move_or_fetch_something_is_refused_at_its_place() {
    for (inside, column, part) in [
        ("<script>start()</script>", 1, "<script>"),
        ("<path d=\"M0 0\" onclick=\"start()\"/>", 16, "onclick"),
        ("<path d=\"M0 0\" OnLoad=\"start()\"/>", 16, "OnLoad"),
        ("<foreignObject/>", 1, "<foreignObject>"),
        ("<g><h:b xmlns:h=\"http://www.w3.org/1999/xhtml\"/></g>", 4, "<b>"),
        ("<set attributeName=\"href\" to=\"#a\"/>", 1, "<set>"),
        ("<a href=\"https://example.org/\"/>", 1, "<a>"),
        ("<image href=\"https://example.org/a.png\"/>", 8, "href"),
        ("<use xlink:href=\"other.svg#a\"/>", 6, "href"),
        ("<image href=\"data:image/svg+xml,a\"/>", 8, "href"),
        ("<path fill=\"url(other.svg#a)\"/>", 7, "url(…)"),
        ("<path style=\"fill: URL( 'https://example.org/' )\"/>", 7, "url(…)"),
        ("<style>@import 'other.css';</style>", 1, "@import"),
        ("<style><!-- a -->@import 'other.css';</style>", 1, "@import"),
        ("<style>@im<!-- a -->port 'other.css';</style>", 1, "@import"),
        ("<style>a { fill: image-set('other.png' 1x) }</style>", 1, "picture"),
        ("<style>path { fill: u\\72l(a) }</style>", 1, "\\"),
        ("<?xml-stylesheet href=\"other.css\"?>", 1, "<?"),
    ] {
        let found = only(drawn(inside).check());
        assert_eq!(found.place_and_code(), format!("content/pictures/logo.svg:2:{column} unsafe-picture"), "{inside}");
        holds(&found.message, part);
    }
    let inside = "<title>A duck</title><defs><linearGradient id=\"a\"><stop stop-color=\"#777\"/></linearGradient></defs><style>.b { fill: #777 }</style><path class=\"b\" fill=\"url(#a)\"/><image href=\"data:image/png;base64,a\"/>";
    assert_eq!(drawn(inside).check(), []);
}

#[test]
fn what_editors_and_people_left_in_a_drawing_is_not_published() {
    let left = "<!-- by Jane --><metadata><r:RDF xmlns:r=\"http://example.org/rdf\"><r:by>Jane</r:by></r:RDF></metadata>\n\
                <title>Jane</title><desc>Jane</desc><i:view xmlns:i=\"http://example.org/editor\" i:by=\"Jane\"><i:page/></i:view>";
    let drawn_as = "<g xmlns:i=\"http://example.org/editor\" i:label=\"Jane\" data-name=\"Jane\" aria-label=\"Jane\" role=\"img\" \
                    id=\"a\" style=\"fill:#777777;-inkscape-font-specification:Jane\">\n";
    let seen = "<style media=\"screen\">.b{fill:#777777}<!-- Jane --></style><text x=\"1\"> A &amp; <tspan>B</tspan></text></g>\
                <use xlink:href=\"#a\" xlink:title=\"Jane\"/>";
    let inside = format!("{left}{drawn_as}{seen}");
    let fixture = drawn(&inside);
    assert_eq!(fixture.check(), []);
    let wanted = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 20 10\">\
                  <g id=\"a\" style=\"fill:#777777\"><style media=\"screen\">.b{fill:#777777}</style>\
                  <text x=\"1\"> A &amp; <tspan>B</tspan></text></g><use xlink:href=\"#a\"/></svg>\n";
    assert_eq!(text(&rendered(&fixture.path("")), "static/logo.svg"), wanted);
    let deep = format!("{}{GREY}{}", "<g>".repeat(2_000), "</g>".repeat(2_000));
    assert_eq!(text(&rendered(&drawn(&deep).path("")), "static/logo.svg"), published(&deep));
}

#[test]
fn what_is_no_logo_is_refused() {
    let place = |name: &str, bytes: &[u8]| only(with((name, bytes), None).check()).place_and_code();
    for broken in [
        "<svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>",
        "<svg viewBox=\"0 0 9 9\"/>",
        "no drawing",
    ] {
        let place = place("logo.svg", broken.as_bytes());
        assert!(place.starts_with("content/pictures/logo.svg:1:") && place.ends_with(" bad-picture"), "{place}");
    }
    let entities =
        "<!DOCTYPE svg [<!ENTITY a \"b\">]>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">&a;</svg>";
    holds(&place("logo.svg", entities.as_bytes()), "bad-picture");
    assert_eq!(place("logo.png", &picture(Format::Jpeg, 9, 9)), "content/pictures/logo.png:1:1 bad-picture");
    let large = svg(&GREY.repeat(1_000));
    assert_eq!(place("logo.svg", large.as_bytes()), "content/pictures/logo.svg:1:1 too-large");
}

#[test]
fn a_logo_needs_its_file_and_the_dark_one_needs_the_other() {
    let site = |key: &str| base().replace("hustings.yaml", "title: A test\n", &format!("title: A test\n{key}\n"));
    assert_eq!(only(site("logo: duck.svg").check()).place_and_code(), "hustings.yaml:2:7 unknown-reference");
    assert_eq!(only(site("logo: ../duck.svg").check()).place_and_code(), "hustings.yaml:2:7 malformed");
    let dark = site("logo_dark: duck.svg").file("content/pictures/duck.svg", svg(GREY));
    assert_eq!(only(dark.check()).place_and_code(), "hustings.yaml:2:12 missing-key");
}

#[test]
fn a_logo_that_is_hard_to_see_is_warned_of_where_it_is_named() {
    let places = |site: SiteFixture| site.check().iter().map(Found::place_and_code).collect::<Vec<_>>();
    let said = |grey: &str| places(drawn(&format!("<g fill=\"{grey}\"><circle r=\"4\"/></g>")));
    for (grey, found) in [("#fff", 1), ("black", 1), ("currentColor", 1), ("rgb(119, 119, 119)", 0), ("none", 0)] {
        assert_eq!(said(grey).len(), found, "{grey}");
    }
    let (white, black) = (svg("<path stroke=\"white\" fill=\"none\"/>"), svg("<path/>"));
    let both =
        |day: &str, night: &str| places(with(("day.svg", day.as_bytes()), Some(("night.svg", night.as_bytes()))));
    assert_eq!(both(&black, &white), [""; 0]);
    assert_eq!(both(&white, &black), ["hustings.yaml:2:7 faint-logo", "hustings.yaml:3:12 faint-logo"]);
    assert_eq!(both(&black, &black), ["hustings.yaml:3:12 faint-logo"]);
    let found = only(with(("logo.png", &half(20, 80, 40)), None).check());
    holds(&found.message, "on dark pages");
    holds(&only(with(("logo.png", &half(240, 80, 40)), None).check()).message, "on white pages");
    // It brings its own ground.
    assert_eq!(with(("logo.png", &picture(Format::Png, 80, 40)), None).check(), []);
}
