//! What editors and sync tools leave among records stops nothing, and no remedy leads onto a file that is there.

use std::fs;

use crate::support::SiteFixture;

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const FOLDER: &str = "candidates/test.2031-05-01";

/// Names beside `pond-lane.yaml` that come and go without anybody's doing.
const LEFT: &[&str] = &[
    "#pond-lane.yaml#",
    "4913",
    "5036",
    "sedX1b2c3",
    "pond-lane.yaml~",
    "pond-lane.yaml.~2~",
    "pond-lane.yaml.bak",
    "pond-lane.yamlc3gzwd.bck",
    "pond-lane.yaml.BAK",
    "pond-lane.yaml.orig",
    "pond-lane.yaml.rej",
    "pond-lane.yaml.old",
    "pond-lane.yaml.save",
    "pond-lane.yaml.save.1",
    "pond-lane.yaml.1234567",
    "pond-lane.yaml.swp",
    "pond-lane.yaml.tmp",
    "~WRL0001.TMP",
    "pond-lane.yaml.part",
    "pond-lane.yaml.crdownload",
    "pond-lane.yaml___jb_tmp___",
    "pond-lane.yaml___jb_old___",
    "~$pond-lane.yaml",
    "~syncthing~pond-lane.yaml.tmp",
    "pond-lane_LOCAL_1234.yaml",
    "pond-lane_REMOTE_1234.yaml",
    "pond-lane_BASE_1234.yaml",
    "pond-lane_BACKUP_1234.yaml",
];

/// Names that nobody needs to hear of.
const HIDDEN: &[&str] = &[
    ".DS_Store",
    "._pond-lane.yaml",
    ".#pond-lane.yaml",
    ".goutputstream-AB12C3",
    ".pond-lane.yaml.swp",
    ".~lock.pond-lane.yaml#",
    ".syncthing.pond-lane.yaml.tmp",
    "Thumbs.db",
    "desktop.ini",
    "README.md",
];

/// Names of copies of `pond-lane.yaml`, in which somebody's work may be.
const COPIES: &[&str] = &[
    "pond-lane (conflicted copy 2031-04-01).yaml",
    "pond-lane (Jo's conflicted copy 2031-04-01).yaml",
    "pond-lane (conflicted copy 2031-04-01 101112).yaml",
    "pond-lane (Case Conflict).yaml",
    "pond-lane (In Konflikt stehende Kopie von Jo 2031-04-01).yaml",
    "pond-lane.sync-conflict-20310401-101112-ABCDEFG.yaml",
    "pond-lane_conflict-20310401-101112.yaml",
    "pond-lane-DESKTOP-AB12CD3.yaml",
    "pond-lane-LAPTOP-AB12CD3.yaml",
    "pond-lane (1).yaml",
    "pond-lane(2).yaml",
    "pond-lane (copy).yaml",
    "pond-lane (another copy).yaml",
    "pond-lane copy.yaml",
    "pond-lane copy 2.yaml",
    "pond-lane - Copy.yaml",
    "pond-lane - Copy (2).yaml",
    "Copy of pond-lane.yaml",
];

/// The base site with the text of its ballot under further names.
fn with(names: &[&str]) -> SiteFixture {
    let site = SiteFixture::base();
    let text = fs::read(site.path(BALLOT)).expect("the ballot");
    names.iter().fold(site, |site, name| site.file(&format!("{FOLDER}/{name}"), &text))
}

fn said(site: &SiteFixture, command: &str) -> String {
    let output = site.hustings().arg(command).output().expect("hustings to run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stderr).expect("UTF-8")
}

#[test]
fn what_programs_leave_is_passed_over_with_a_note() {
    let site = with(LEFT);
    assert_eq!(site.check(), []);
    for command in ["check", "build"] {
        let said = said(&site, command);
        let note =
            format!("Note: skipped {} files that editors or sync tools left: {FOLDER}/#pond-lane.yaml#,", LEFT.len());
        assert!(said.contains(&note), "{said}");
        assert_eq!(said.matches("Note: skipped").count(), 1, "{said}");
    }
    let one = with(&["4913"]);
    assert!(said(&one, "check").contains(&format!("a file that an editor or sync tool left: {FOLDER}/4913")));
}

#[test]
fn hidden_files_are_passed_over_without_a_word() {
    let site = with(HIDDEN);
    assert_eq!(site.check(), []);
    assert!(!said(&site, "check").contains("passed over"));
}

#[test]
fn a_copy_is_a_warning_that_names_its_original() {
    for name in COPIES {
        let found = with(&[name]).check();
        assert_eq!(found.len(), 1, "{name}: {found:?}");
        assert_eq!((found[0].code.as_str(), found[0].severity.as_str()), ("stray-copy", "warning"), "{name}");
        assert!(found[0].message.contains(BALLOT) && found[0].help.contains("compare the two"), "{found:?}");
    }
}

#[test]
fn a_copy_of_nothing_is_a_file_with_the_wrong_name() {
    let found = SiteFixture::base().file("content/pages/pond (1).md", "---\ntitle: A page\n---\n").check();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].code == "stray-file" && found[0].help.contains("rename it to pond-1.md"), "{found:?}");
}

#[test]
fn a_second_photograph_is_no_copy_of_the_first() {
    let site = SiteFixture::base().file("content/documents/leaflet.txt", "One.");
    let found = site.file("content/documents/leaflet (1).txt", "Two.").check();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].code == "stray-file" && found[0].help.contains("rename it to leaflet-1.txt"), "{found:?}");
}

#[test]
fn an_election_may_be_called_by_a_year() {
    let site = SiteFixture::base();
    let old = site.path(FOLDER);
    fs::rename(&old, site.path("candidates/2031")).expect("a folder to rename");
    let found = site.check();
    assert!(
        found.iter().any(|found| found.code == "id-mismatch" && found.file == "candidates/2031/election.yaml"),
        "{found:?}"
    );
}

/// What the remedy of a stray file is.
fn remedy(site: &SiteFixture, file: &str) -> String {
    let found = site.check();
    let of = found.iter().find(|found| found.file == file && found.code == "stray-file");
    of.unwrap_or_else(|| panic!("nothing about {file} in {found:?}")).help.clone()
}

#[test]
fn no_remedy_proposes_a_name_that_is_taken() {
    let page = "---\ntitle: A page\n---\n";
    for (folder, taken, names) in [
        (
            "content/pages",
            "walk.md",
            &["Walk.md", "walk.MD", "walk.txt", "walk.markdown", "walk!.md", "WALK.md", "walk"][..],
        ),
        ("content/pages", "aux-1.md", &["aux.md"]),
        ("content/documents", "img-0123.jpg", &["IMG_0123.JPG", "img-0123.JPG", "img 0123.jpg"]),
        ("candidates/parties", "pp9.yaml", &["PP9.yaml", "pp9.yml", "pp9.YAML"]),
        ("content/data", "pond.csv", &["Pond.csv", "pond.CSV"]),
    ] {
        for name in names {
            let file = format!("{folder}/{name}");
            let free = remedy(&SiteFixture::base().file(&file, page), &file);
            assert!(free.contains(&format!("rename it to {taken}")), "{file}: {free}");
            let help = remedy(&SiteFixture::base().file(&file, page).file(&format!("{folder}/{taken}"), page), &file);
            assert!(!help.contains("rename") && help.contains(&format!("{taken}, is taken")), "{file}: {help}");
        }
    }
}

#[test]
fn two_files_are_not_sent_to_one_name() {
    let page = "---\ntitle: A page\n---\n";
    let site = SiteFixture::base().file("content/pages/About Us.md", page).file("content/pages/About_Us.md", page);
    assert!(remedy(&site, "content/pages/About Us.md").contains("rename it to about-us.md"));
    assert!(remedy(&site, "content/pages/About_Us.md").contains("about-us.md, is taken"));
}

#[test]
fn a_photograph_keeps_its_ending_in_the_name_that_is_proposed() {
    let document = "candidates/documents/pp1-leaflet.yaml";
    let record = "id: pp1-leaflet\nkind: leaflet\ntitle: A leaflet\nparty: pp1\nfiles: [{file: IMG_0123.JPG}]\n";
    let found = SiteFixture::base().file(document, record).check();
    let of = found.iter().find(|found| found.code == "malformed").unwrap_or_else(|| panic!("{found:?}"));
    assert!(of.help.contains("“img-0123.jpg”"), "{of:?}");
    let site = SiteFixture::base().file("content/documents/Leaflet.DOCX", "x");
    let help = remedy(&site, "content/documents/Leaflet.DOCX");
    assert!(help.contains("pdf, jpg") && !help.contains("docx"), "{help}");
}

#[test]
fn a_theme_is_not_read_from_what_editors_leave() {
    let site = SiteFixture::base()
        .file("themes/own/static/style.css", "p { color: black }")
        .file("themes/own/templates/#page.html#", "{{ broken")
        .file("themes/own/templates/page.html~", "{{ broken");
    let text = fs::read_to_string(site.path("hustings.yaml")).expect("the site");
    let site = site.file("hustings.yaml", format!("{text}theme: own\n"));
    assert_eq!(site.check(), []);
}
