use hustings::model::Overrides;
use hustings::pipeline::prepare;
use hustings::render::{Draft, ReadTheme};

use super::{ASHA, BALLOT, BEN, PAGE, attribute, base, holds, html, lacks, rendered, text, try_render};
use crate::support::{Found, Site, SiteFixture, project};

/// The base site with pages in English and Welsh, of which little is translated.
fn bilingual() -> SiteFixture {
    base()
        .replace("hustings.yaml", "title: A test\n", "title: A test\nlanguages: [en, cy]\n")
        .replace(BALLOT, "area: {name: Pond Lane}\n", "area: {name: Pond Lane}\ntranslations:\n  cy: {name: Lôn y Pwll}\n")
        .replace(
            "content/questions/duck-pond.md",
            "campaign_wants: supports\n",
            "campaign_wants: supports\ntranslations:\n  cy:\n    ask: A ddylid glanhau’r pwll hwyaid?\n    short: Glanhau’r pwll?\n",
        )
        .replace("content/pages/about.md", "We are made up.", "We are made up. See [the words](/glossary/#ward) and [data](/data/site.json).")
        .file("content/pages/visit.md", "---\ntitle: Come and see\n---\nSee [the words](/glossary/), or [in Welsh](/cy/visit/).\n")
        .file("content/pages/visit.cy.md", "---\ntitle: Dewch i weld\n---\nGweler [y geiriau](/glossary/#ward), neu [yn Saesneg](/about/).\n")
}

#[test]
fn every_page_has_the_same_address_in_each_language_and_leads_to_the_other() {
    let site = rendered(&bilingual().path(""));
    let pages: Vec<_> = html(&site).into_iter().filter(|(path, _)| path != "404.html").collect();
    let (welsh, english): (Vec<_>, Vec<_>) = pages.iter().partition(|(path, _)| path.starts_with("cy/"));
    let below = |path: &str| path.strip_prefix("cy/").expect("the folder of Welsh pages").to_owned();
    let same: Vec<String> = welsh.iter().map(|(path, _)| below(path)).collect();
    let paths: Vec<String> = english.iter().map(|(path, _)| path.clone()).collect();
    assert_eq!(same, paths);
    assert!(paths.len() > 20, "the test looks at pages: {}", paths.len());
    for (path, page) in welsh {
        let to_top = "../".repeat(path.matches('/').count());
        holds(page, "<html lang=\"cy\" dir=\"ltr\">");
        holds(page, &format!("<link rel=\"alternate\" hreflang=\"en\" href=\"{to_top}{}\">", below(path)));
        holds(page, &format!("<a href=\"{to_top}{}\" hreflang=\"en\" lang=\"en\">English</a>", below(path)));
        holds(page, &format!("<link rel=\"stylesheet\" href=\"{to_top}static/style.css\">"));
    }
    for (path, page) in english {
        let to_top = "../".repeat(path.matches('/').count());
        holds(page, "<html lang=\"en\" dir=\"ltr\">");
        holds(page, &format!("<link rel=\"alternate\" hreflang=\"cy\" href=\"{to_top}cy/{path}\">"));
        holds(page, &format!("<a href=\"{to_top}cy/{path}\" hreflang=\"cy\" lang=\"cy\">Cymraeg</a>"));
    }
}

#[test]
fn with_an_address_of_its_own_a_site_names_both_pages_whole() {
    let base_url = Some("https://example.org/vote/".parse().expect("an address"));
    let overrides = Overrides { base_url, ..Overrides::default() };
    let site = try_render(&bilingual().path(""), &overrides).expect("a site");
    let page = text(&site, &format!("cy/{PAGE}"));
    holds(&page, "<link rel=\"canonical\" href=\"https://example.org/vote/cy/test.2031-05-01/pond-lane/\">");
    holds(&page, "hreflang=\"en\" href=\"https://example.org/vote/test.2031-05-01/pond-lane/\">");
    let sitemap = text(&site, "sitemap.xml");
    holds(&sitemap, "<loc>https://example.org/vote/about/</loc>");
    holds(&sitemap, "<loc>https://example.org/vote/cy/about/</loc>");
    let lost = text(&site, "404.html");
    holds(&lost, "href=\"https://example.org/vote/cy/index.html\" hreflang=\"cy\" lang=\"cy\"");
    holds(&lost, "href=\"https://example.org/vote/static/style.css\"");
}

#[test]
fn texts_are_told_in_the_language_or_marked_as_being_in_the_main_one() {
    let site = rendered(&bilingual().path(""));
    let page = text(&site, &format!("cy/{PAGE}"));
    holds(&page, "<h1>Lôn y Pwll</h1>");
    holds(&page, "<h3>A ddylid glanhau’r pwll hwyaid?</h3>");
    holds(&page, "<span lang=\"en\">Should the town clock strike at night?</span>");
    holds(&page, "<q lang=\"en\">I would clean it.</q>");
    holds(&page, ">Asha Example</a>");
    holds(&page, "<span lang=\"en\">Harbour Alliance</span>");
    lacks(&text(&site, PAGE), "<span lang");
    // No element can stand in a title, and no language in an attribute.
    holds(&text(&site, "cy/questions/town-clock/index.html"), "<title>Should the town clock strike at night?");
    let hidden = |c: char| ('\u{e0000}'..='\u{e007f}').contains(&c);
    for (path, bytes) in &site {
        let text = String::from_utf8_lossy(bytes);
        let scripts = path.as_str().contains("/compare/");
        assert!(scripts || !text.contains(hidden), "a mark is left in {path}");
    }
    let titles: Vec<String> = html(&site)
        .iter()
        .flat_map(|(_, page)| attribute(page, "content").into_iter().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert!(titles.iter().all(|title| !title.contains("<span") && !title.contains("&lt;span")));
}

#[test]
fn a_page_in_another_file_takes_the_place_of_the_main_one() {
    let site = rendered(&bilingual().path(""));
    let translated = text(&site, "cy/visit/index.html");
    holds(&translated, "<h1>Dewch i weld</h1>");
    holds(
        &translated,
        "<p>Gweler <a id=\"from_word_ward\" href=\"#word_ward\">y geiriau</a>, neu <a href=\"../about/index.html\">yn Saesneg</a>.</p>",
    );
    lacks(&translated, "lang=\"en\"><p>");
    let english = text(&site, "visit/index.html");
    holds(&english, "<a href=\"../glossary/index.html\">the words</a>");
    holds(&english, "<a href=\"../cy/visit/index.html\">in Welsh</a>");
    let fallen_back = text(&site, "cy/about/index.html");
    holds(&fallen_back, "<div lang=\"en\">\n<p>We are made up. See <a id=\"from_word_ward\" href=\"#word_ward\">");
    holds(&fallen_back, "<a href=\"../../data/site.json\">data</a>");
}

#[test]
fn what_languages_share_stands_once_and_as_ever() {
    let (one, both) = (rendered(&base().path("")), rendered(&bilingual().path("")));
    let shared =
        |path: &str| ["static/", "data/"].iter().any(|folder| path.starts_with(folder)) && !path.ends_with(".html");
    let mut n = 0;
    for (path, _) in both.iter().filter(|(path, _)| shared(path.as_str())) {
        n += 1;
        // The texts of the records themselves differ by what the fixture adds.
        if path.as_str().starts_with("static/") || path.as_str().ends_with(".csv") {
            assert_eq!(text_or_bytes(&one, path.as_str()), text_or_bytes(&both, path.as_str()), "{path}");
        }
    }
    assert!(n > 8, "the test looks at files: {n}");
    assert!(
        both.iter().all(|(path, _)| !path.as_str().starts_with("cy/static") && !path.as_str().ends_with("cy/404.html"))
    );
    holds(&text(&both, "cy/data/index.html"), "<a class=\"src\" href=\"../../data/candidates.csv\">");
}

fn text_or_bytes(site: &Site, path: &str) -> Vec<u8> {
    site.get(&path.parse().expect("an address")).expect("a file").clone()
}

#[test]
fn earlier_addresses_lead_on_in_each_language() {
    let fixture = bilingual().replace("candidates/parties/pp2.yaml", "id: pp2\n", "id: pp2\nformer: [pp9]\n");
    let site = rendered(&fixture.path(""));
    let page = text(&site, "cy/parties/pp9/index.html");
    holds(&page, "content=\"0; url=../pp2/index.html\"");
    holds(&page, "<html lang=\"cy\"");
}

#[test]
fn the_main_language_is_the_first_whichever_it_is() {
    let fixture = bilingual().replace("hustings.yaml", "languages: [en, cy]", "languages: [cy, en]");
    let fixture = fixture.replace("content/pages/visit.md", "/cy/visit/", "/visit/");
    std::fs::remove_file(fixture.path("content/pages/visit.cy.md")).expect("a file to remove");
    let site = rendered(&fixture.path(""));
    holds(&text(&site, PAGE), "<html lang=\"cy\"");
    let english = text(&site, &format!("en/{PAGE}"));
    holds(&english, "<h1><span lang=\"cy\">Pond Lane</span></h1>");
    let (title, _) = english.split_once("</title>").expect("a title");
    holds(title, "Pond Lane");
    lacks(title, "<span");
    lacks(&english, "\u{e0001}");
    holds(&english, "hreflang=\"cy\" lang=\"cy\">Cymraeg</a>");
}

#[test]
fn the_same_people_have_the_same_addresses_whatever_they_are_called() {
    let fixture = bilingual().replace(
        BALLOT,
        "    name: Ben Sample\n",
        "    name: Ben Sample\n    translations: {cy: {name: Ben Sampl}}\n",
    );
    let site = rendered(&fixture.path(""));
    holds(&text(&site, &format!("cy/{BEN}")), "<h1>Ben Sampl</h1>");
    holds(&text(&site, &format!("cy/{PAGE}")), "Ben Sampl</a>");
    holds(&text(&site, &format!("cy/{ASHA}")), "<h1>Asha Example</h1>");
}

#[test]
fn seats_stand_from_a_to_z_by_their_name_in_each_language() {
    let other = "id: test.abbey-road.2031-05-01\narea: {name: Abbey Road}\ntranslations: {cy: {name: Ffordd yr Abaty}}\ncandidates: []\n";
    let third =
        "id: test.zoo-hill.2031-05-01\narea: {name: Zoo Hill}\ntranslations: {cy: {name: Bryn y Sŵ}}\ncandidates: []\n";
    let fixture = bilingual()
        .file("candidates/test.2031-05-01/abbey-road.yaml", other)
        .file("candidates/test.2031-05-01/zoo-hill.yaml", third);
    let site = rendered(&fixture.path(""));
    let order = |path: &str, names: [&str; 3]| {
        let page = text(&site, path);
        let places: Vec<_> =
            names.iter().map(|name| page.find(&format!(">{name}</a>")).unwrap_or_else(|| panic!("{name}"))).collect();
        assert!(places.is_sorted(), "{path}: {places:?}");
    };
    order("test.2031-05-01/index.html", ["Abbey Road", "Pond Lane", "Zoo Hill"]);
    order("cy/test.2031-05-01/index.html", ["Bryn y Sŵ", "Ffordd yr Abaty", "Lôn y Pwll"]);
}

#[test]
fn a_theme_that_lacks_words_in_a_language_says_them_in_english_and_marks_them() {
    let fixture = bilingual()
        .replace("hustings.yaml", "languages: [en, cy]\n", "languages: [en, gd]\ntheme: own\n")
        .replace("content/pages/visit.md", "/cy/visit/", "/gd/visit/")
        .file("themes/own/lang/gd.ftl", "language-name = Gàidhlig\ndir = ltr\nnav-parties = Pàrtaidhean\n");
    std::fs::remove_file(fixture.path("content/pages/visit.cy.md")).expect("a file to remove");
    let site = rendered(&fixture.path(""));
    let page = text(&site, "gd/index.html");
    holds(&page, "<html lang=\"gd\" dir=\"ltr\">");
    holds(&page, ">Pàrtaidhean</a>");
    holds(&page, "<span lang=\"en\">Questions</span></a>");
    holds(&text(&site, "index.html"), "lang=\"gd\">Gàidhlig</a>");
    lacks(&text(&site, "index.html"), "<span lang");
}

#[test]
fn a_draft_gives_each_file_in_each_language() {
    let fixture = bilingual();
    let planned = prepare(&fixture.path(""), &Overrides::default()).expect("a readable site");
    let (campaign, plan) = planned.site.expect("a site");
    let draft =
        ReadTheme::of(planned.theme).and_then(|theme| Draft::of(campaign, plan, theme.into())).expect("a draft");
    for (path, bytes) in &rendered(&fixture.path("")) {
        assert_eq!(draft.file(path).expect("a page").as_ref(), Some(bytes), "{path}");
    }
    for nowhere in ["cy/404.html", "cy/static/style.css", "gd/index.html"] {
        assert!(draft.file(&nowhere.parse().expect("an address")).is_ok_and(|file| file.is_none()), "{nowhere}");
    }
}

#[test]
fn a_question_in_another_file_has_its_texts_at_the_top() {
    let earlier = "campaign_wants: none\nversion: 2\nearlier:\n  - {version: 1, ask: Should the clock strike?}\n";
    let fixture = bilingual()
        .replace("content/questions/town-clock.md", "campaign_wants: none\n", earlier)
        .file("content/questions/town-clock.cy.md", "---\nask: A ddylai’r cloc daro?\n---\nMae’r cloc yn swnllyd.\n")
        .replace(
            "candidates/test.2031-05-01/election.yaml",
            "{question: town-clock}",
            "{question: town-clock, version: 2}",
        );
    assert_eq!(fixture.check(), []);
    let page = text(&rendered(&fixture.path("")), "cy/questions/town-clock/index.html");
    holds(&page, "A ddylai’r cloc daro?</h1>");
    holds(&page, "<p>Mae’r cloc yn swnllyd.</p>");
    holds(&page, "<span lang=\"en\">Should the clock strike?</span>");
}

#[test]
fn contact_details_in_a_translated_page_have_the_same_way_out() {
    let page = |key: &str| format!("---\ntitle: Amdanom ni\n{key}---\nYsgrifennwch at pat@example.org.\n");
    let codes = |fixture: SiteFixture| fixture.check().iter().map(Found::place_and_code).collect::<Vec<_>>();
    let private = bilingual().file("content/pages/about.cy.md", page(""));
    assert_eq!(codes(private), ["content/pages/about.cy.md:4:17 personal-text"]);
    let public = bilingual().file("content/pages/about.cy.md", page("public_contact: true\n"));
    assert_eq!(codes(public), [""; 0]);
}

#[test]
fn what_a_figure_says_is_told_in_the_language_or_marked() {
    let starter = SiteFixture::bare().overlay(&project().join("src/desk/new_site/starter"));
    let record = "content/data/borrowers.yaml";
    let both = starter.file(
        "hustings.yaml",
        std::fs::read_to_string(project().join("src/desk/new_site/starter/hustings.yaml")).expect("the site")
            + "\nlanguages: [en, cy]\n",
    );
    let ballot = "cy/example.2031-05-01/example-town/index.html";
    holds(&text(&rendered(&both.path("")), ballot), "<span lang=\"en\">people borrowed a book from a library</span>");
    let written = std::fs::read_to_string(both.path(record)).expect("the record of the figures");
    let translated = both.file(record, written + "translations:\n  cy: {says: o bobl wedi benthyg llyfr}\n");
    holds(&text(&rendered(&translated.path("")), ballot), "o bobl wedi benthyg llyfr");
}
