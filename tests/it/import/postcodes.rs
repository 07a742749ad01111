//! Directories of postcodes read into a table: every format, hostile rows, refusals, and a second run.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use hustings::diagnostic::Diagnostic;
use hustings::import::{ImportError, PostcodeOptions, SourceOptions, postcodes};
use tempfile::TempDir;

use super::fixture::{Imported, Site};

/// A site with ballots in two areas, and a folder of directories beside it.
struct Trial {
    site: Site,
    folder: TempDir,
    options: PostcodeOptions,
}

const AREAS: [(&str, &str); 2] = [("example-town", "E14999901"), ("old-quay", "E14999902")];

impl Trial {
    fn new() -> Self {
        let site = Site::new();
        site.put(
            "candidates/parl.2031-05-01/election.yaml",
            "id: parl.2031-05-01\nname: A trial\ndate: 2031-05-01\nboundaries: 2030\n",
        );
        for (slug, gss) in AREAS {
            let text = format!("id: parl.{slug}.2031-05-01\narea: {{name: {slug}, gss: {gss}}}\n");
            site.put(&format!("candidates/parl.2031-05-01/{slug}.yaml"), &text);
        }
        let said = |text: &str| text.parse().ok();
        let source = SourceOptions {
            title: said("A made-up list"),
            publisher: said("Example Office"),
            licence: said("CC0"),
            credit: said("Made up."),
            ..SourceOptions::default()
        };
        let options = PostcodeOptions { source, ..PostcodeOptions::default() };
        Self { site, folder: tempfile::tempdir().unwrap(), options }
    }

    fn file(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn try_import(&self, name: &str) -> Result<Imported, ImportError> {
        let proposal = postcodes(self.site.root(), &[self.path(name)], &self.options, &())?;
        Imported::into_site(self.site.root(), proposal)
    }

    fn import(&self, name: &str) -> Imported {
        self.try_import(name).unwrap_or_else(|e| panic!("{e:?}"))
    }

    fn refused(&self, name: &str) -> Diagnostic {
        let Err(ImportError::Data { found, .. }) = self.try_import(name) else { panic!("it was not refused") };
        assert!(!self.site.root().join("content").exists(), "something was written");
        found.sorted().into_iter().next().unwrap()
    }

    /// The lines of the table that hold postcodes.
    fn lines(&self) -> Vec<String> {
        let text = self.site.get("content/data/postcodes-2030.txt");
        text.lines().skip(1).map(str::to_owned).collect()
    }
}

#[test]
fn every_generation_of_header_is_read_by_its_names() {
    let generations = [
        "pcd,pcd2,pcds,dointr,doterm,usertype,pcon\nZZ1 1AA,ZZ1  1AA,ZZ1 1AA,198001,,0,E14999901\nZZ101AB,ZZ10 1AB,ZZ10 1AB,198001,200512,0,E14999902\n",
        "pcd,pcd2,pcds,dointr,doterm,oa21,pcon,imd\nZZ1 1AA,ZZ1  1AA,ZZ1 1AA,198001,,E00999999,E14999901,1\nZZ101AB,ZZ10 1AB,ZZ10 1AB,198001,200512,E00999999,E14999902,1\n",
        "pcd7,pcd8,pcds,dointr,doterm,oa21cd,pcon24cd,pcon24nm\nZZ1 1AA,ZZ1  1AA,ZZ1 1AA,198001,,E00999999,E14999901,Example Town\nZZ101AB,ZZ10 1AB,ZZ10 1AB,198001,200512,E00999999,E14999902,Old Quay\n",
        "X,Y,objectid,pcd,pcd2,pcds,doterm,pcon\n1,2,3,ZZ1 1AA,ZZ1  1AA,ZZ1 1AA,,E14999901\n1,2,4,ZZ101AB,ZZ10 1AB,ZZ10 1AB,200512,E14999902\n",
    ];
    for text in generations {
        let trial = Trial::new().file("list.csv", text);
        let outcome = trial.import("list.csv");
        assert_eq!((outcome.numbers("Rows"), outcome.numbers("Postcodes")), (vec![2], vec![1, 1]), "{text}");
        assert_eq!(trial.lines(), ["ZZ1 1 E14999901 AA", "ZZ10 1 E14999902 gone AB"], "{text}");
    }
}

#[test]
fn forms_marks_and_line_ends_do_not_matter() {
    let text = "\u{feff}\"PCD\",\"PCON\"\r\n\"zz1 1aa\",\"E14999901\"\r\nZZ11AB,E14999901\r\n\r\n\" ZZ1  1AD \",\" E14999901 \"\r\n";
    let trial = Trial::new().file("list.csv", text);
    trial.import("list.csv");
    assert_eq!(trial.lines(), ["ZZ1 1 E14999901 AA-D"]);
}

#[test]
fn code_point_open_takes_its_header_from_beside_it_and_its_areas_from_a_lookup() {
    let rows = "\"ZZ1 1AA\",10,1,2,\"E92000001\",\"\",\"\",\"\",\"E07999901\",\"E05999901\"\n\
                \"ZZ1 1AB\",10,1,2,\"E92000001\",\"\",\"\",\"\",\"E07999901\",\"E05999909\"\n\
                \"ZZ1 1AD\",90,0,0,\"\",\"\",\"\",\"\",\"\",\"\"\n";
    let header = "PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n\
                  Postcode,Positional_quality_indicator,Eastings,Northings,Country_code,NHS_regional_HA_code,NHS_HA_code,Admin_county_code,Admin_district_code,Admin_ward_code\n";
    let mut trial = Trial::new()
        .file("Data/CSV/zz.csv", rows)
        .file("Data/CSV/Column_Headers.csv", header)
        .file("wards.csv", "ward,gss\nE05999901,E14999901\n");
    assert!(trial.refused("Data/CSV").message.contains("no column with the codes of areas"));
    trial.options.lookup = Some(trial.path("wards.csv"));
    let outcome = trial.import("Data/CSV");
    assert_eq!(trial.lines(), ["ZZ1 1 E14999901 AA", "ZZ1 1 none AD"]);
    assert!(outcome.summary.contains("Left out:  1: the lookup does not lead to an area"), "{outcome}");

    let mut trial = Trial::new()
        .file("zz.csv", rows)
        .file("header.csv", header)
        .file("codes.csv", "postcode,gss\nZZ1 1AB,E14999902\n");
    trial.options.lookup = Some(trial.path("codes.csv"));
    trial.import("zz.csv");
    assert_eq!(trial.lines(), ["ZZ1 1 E14999902 AB"]);
}

#[test]
fn a_packed_table_is_unpacked() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(b"postcode,gss\nZZ1 1AA,E14999901\n").unwrap();
    let trial = Trial::new().file("list.csv.gz", packed.finish().unwrap());
    trial.import("list.csv.gz");
    assert_eq!(trial.lines(), ["ZZ1 1 E14999901 AA"]);
}

#[test]
fn rows_that_say_nothing_useful_are_left_out_and_counted() {
    let mut text = b"pcds,doterm,pcon\nZZ1 1AA,,E14999901\nZZ1 1AA,,E14999902\nnonsense,,E14999901\nZZ1 1AB,,Example Town\nZZ1 1AD\n".to_vec();
    text.extend(b"ZZ1 1\xff\xff,,E14999901\nZZ1 1AE,,\nZZ1 1AF,,L99999999\nZZ1 1AG,,N99999999\nBT1 1AA,,N06999901\n");
    let trial = Trial::new().file("list.csv", text);
    let outcome = trial.import("list.csv");
    let left_out: Vec<&str> = outcome.summary.lines().filter(|line| line.starts_with("Left out")).collect();
    let wanted =
        ["1: the row is too short", "2: there is no postcode", "1: there is no area code", "1: in Northern Ireland"];
    assert_eq!(left_out.len(), wanted.len(), "{outcome}");
    for (line, wanted) in left_out.iter().zip(wanted) {
        assert!(line.starts_with(&format!("Left out:  {wanted}")), "{line}");
    }
    assert_eq!(trial.lines(), ["ZZ1 1 E14999901 AA", "ZZ1 1 E14999902 AA", "ZZ1 1 none AE-G"]);
    let said = outcome.to_string();
    assert!(said.contains("list.csv, line 4)") && said.contains("--northern-ireland-licence"), "{said}");
}

#[test]
fn a_postcode_in_two_areas_keeps_both_whatever_the_order() {
    let rows = ["ZZ1 1AA,E14999901\n", "ZZ1 1AA,E14999902\n", "ZZ1 1AB,E14999901\n"];
    for order in [[0, 1, 2], [2, 1, 0]] {
        let rows: String = order.into_iter().map(|n| rows[n]).collect();
        let trial = Trial::new().file("list.csv", format!("postcode,gss\n{rows}"));
        let outcome = trial.import("list.csv");
        assert_eq!(trial.lines(), ["ZZ1 1 E14999901 AAB", "ZZ1 1 E14999902 AA"]);
        let said = outcome.to_string();
        assert!(said.contains("Shared:    1 is in more than one area") && !said.contains("Left out"), "{said}");
    }
}

#[test]
fn a_lookup_leads_a_postcode_to_each_of_its_areas() {
    let mut trial = Trial::new()
        .file("list.csv", "postcode,ward\nZZ1 1AA,E05999901\n")
        .file("codes.csv", "postcode,gss\nZZ1 1AA,E14999901\nZZ1 1AA,E14999902\n");
    trial.options.lookup = Some(trial.path("codes.csv"));
    trial.import("list.csv");
    assert_eq!(trial.lines(), ["ZZ1 1 E14999901 AA", "ZZ1 1 E14999902 AA"]);
}

#[test]
fn northern_ireland_comes_in_only_with_a_statement_which_is_kept() {
    let mut trial = Trial::new().file("list.csv", "postcode,gss\nBT1 1AA,N06999901\nZZ1 1AA,E14999901\n");
    trial.options.northern_ireland_licence = "We hold a licence of our own.".parse().ok();
    trial.import("list.csv");
    assert_eq!(trial.lines(), ["BT1 1 N06999901 AA", "ZZ1 1 E14999901 AA"]);
    let record = trial.site.get("content/data/postcodes-2030.yaml");
    assert!(record.contains("permission: We hold a licence of our own."), "{record}");
}

#[test]
fn other_boundaries_than_the_election_s_are_refused_with_both_codes() {
    let rows: String = (0..4).map(|n| format!("ZZ1 {n}AA,E1400000{n}\n")).collect();
    let trial = Trial::new().file("list.csv", format!("postcode,gss\n{rows}"));
    let refusal = trial.refused("list.csv");
    assert!(refusal.message.contains("E14000000") && refusal.message.contains("E14999901"), "{}", refusal.message);
    assert!(refusal.message.contains("2030"), "{}", refusal.message);
}

#[test]
fn a_table_of_which_nobody_says_where_it_comes_from_is_refused() {
    let mut trial = Trial::new().file("list.csv", "postcode,gss\nZZ1 1AA,E14999901\n");
    trial.options.source = SourceOptions::default();
    assert!(trial.refused("list.csv").message.contains("--publisher, --licence, --credit"));
}

#[test]
fn of_a_known_directory_the_source_and_month_are_known() {
    let mut trial = Trial::new().file("NSPL_NOV_2031_UK.csv", "pcd,pcds,doterm,pcon\nZZ11AA,ZZ1 1AA,,E14999901\n");
    trial.options.source = SourceOptions::default();
    trial.import("NSPL_NOV_2031_UK.csv");
    let record = trial.site.get("content/data/postcodes-2030.yaml");
    for part in
        ["date: 2031-11", "Open Government Licence v3.0", "database right 2031", "boundaries: \"2030\"", "n: 1}"]
    {
        assert!(record.contains(part), "{part} in {record}");
    }
}

#[test]
fn what_is_no_directory_is_refused() {
    let utf_16: Vec<u8> = "postcode,gss\nZZ1 1AA,E14999901\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files: [(&str, &[u8]); 5] = [
        ("empty.csv", b""),
        ("other.csv", b"name,party\nAsha Example,pp9001\n"),
        ("utf16.csv", &utf_16),
        ("headless.csv", b"ZZ1 1AA,E14999901\n"),
        ("nothing.csv", b"postcode,gss\nnonsense,E14999901\n"),
    ];
    for (name, bytes) in files {
        let refusal = Trial::new().file(name, bytes).refused(name);
        assert!(refusal.place.file.ends_with(name), "{name}: {refusal:?}");
    }
    let several = "pcds,pcon10cd,pcon24cd\nZZ1 1AA,E14000001,E14999901\n";
    let mut trial = Trial::new().file("list.csv", several);
    assert!(trial.refused("list.csv").help.contains("--column"));
    trial.options.column = Some("PCON24CD".to_owned());
    trial.import("list.csv");
    assert_eq!(trial.lines(), ["ZZ1 1 E14999901 AA"]);
}

#[test]
fn a_folder_s_other_tables_are_passed_over() {
    let trial = Trial::new()
        .file("Data/one.csv", "pcds,doterm,pcon\nZZ1 1AA,,E14999901\n")
        .file("Data/two.csv", "pcds,doterm,pcon\nZZ1 1AB,,E14999901\n")
        .file("Documents/names.csv", "PCON24CD,PCON24NM\nE14999901,Example Town\n");
    let outcome = trial.import("");
    assert_eq!(trial.lines(), ["ZZ1 1 E14999901 AAB"]);
    let passed_over = format!("Not read:  {}, which", trial.path("Documents/names.csv").display());
    assert_eq!(outcome.summary.matches("Not read:").count(), 1, "{outcome}");
    assert!(outcome.summary.contains(&passed_over), "{outcome}");
}

#[test]
fn names_of_areas_are_kept_from_run_to_run_and_a_second_run_writes_nothing() {
    let mut trial = Trial::new()
        .file("list.csv", "postcode,gss\nZZ1 1AA,E14999901\nZZ1 2AA,E14999909\n")
        .file("names.csv", "PCON24CD,PCON24NM\nE14999909,Farther Off\nE14000001,Nowhere\n");
    trial.options.names = Some(trial.path("names.csv"));
    assert_eq!(trial.import("list.csv").files, 2);
    assert_eq!(trial.lines()[0], "E14999909 Farther Off");
    trial.options.names = None;
    trial.options.source = SourceOptions::default();
    assert_eq!(trial.import("list.csv").files, 0);
}

#[test]
fn what_a_person_wrote_into_the_record_stays_when_a_newer_directory_is_read() {
    let head = "pcd,pcds,doterm,pcon\nZZ11AA,ZZ1 1AA,,E14999901\n";
    let newer = format!("{head}ZZ11AB,ZZ1 1AB,,E14999901\nBT11AA,BT1 1AA,,N06999901\n");
    let mut trial = Trial::new().file("NSPL_NOV_2030_UK.csv", head).file("NSPL_FEB_2031_UK.csv", newer);
    trial.options.source = SourceOptions::default();
    trial.import("NSPL_NOV_2030_UK.csv");
    let record = "content/data/postcodes-2030.yaml";
    let before = trial.site.get(record);
    let ours = before
        .replace("kind: postcodes\n", "# Got by Jo.\nkind: postcodes\n")
        .replace("Postcodes and the areas they lie in", "Our postcodes")
        .replace(
            "  licence: Open Government Licence v3.0\n",
            "  licence: OGL 3 # as Jo asked\n  permission: We asked for Northern Ireland.\n",
        );
    assert_eq!(ours.lines().count(), before.lines().count() + 2);
    trial.site.put(record, &ours);
    trial.import("NSPL_FEB_2031_UK.csv");
    let wanted = ours
        .replace("NSPL_NOV_2030", "NSPL_FEB_2031")
        .replace("date: 2030-11", "date: 2031-02")
        .replace("database right 2030", "database right 2031")
        .replace("copyright and database right 2030", "copyright and database right 2031")
        .replace("in use, n: 1}", "in use, n: 3}");
    assert_eq!(trial.site.get(record), wanted);
    assert_eq!(trial.lines(), ["BT1 1 N06999901 AA", "ZZ1 1 E14999901 AAB"], "the statement on record holds");
}

#[test]
fn areas_that_only_one_side_has_are_named() {
    let trial = Trial::new().file("a.csv", "postcode,gss\nZZ1 1AA,E14999901\nZZ1 1AB,E14777777\n");
    let said = trial.import("a.csv").to_string();
    assert!(said.contains("None in:   old-quay, which have ballots\n"), "{said}");
    assert!(said.contains("No ballot: E14777777\n"), "{said}");
}

#[test]
fn a_seat_whose_code_was_replaced_keeps_its_postcodes() {
    let trial = Trial::new().file("a.csv", "postcode,gss\nZZ1 1AA,S14000006\nZZ1 1AB,E14999901\n");
    trial
        .site
        .put("candidates/parl.2031-05-01/ayr.yaml", "id: parl.ayr.2031-05-01\narea: {name: Ayr, gss: S14000107}\n");
    let said = trial.import("a.csv").to_string();
    assert!(said.contains("1 code of an area since replaced") && !said.contains("No ballot"), "{said}");
    assert!(trial.site.get("content/data/postcodes-2030.txt").contains("S14000107"));
}

#[test]
fn directories_that_went_through_a_spreadsheet_are_read() {
    let titled = "Our postcodes;\nPostcode;GSS\nZZ1 1AA;E14999901\n";
    let tabs = "postcode\tgss\nZZ1 1AA\tE14999901\n";
    for (name, text) in [("titled.csv", titled), ("tabs.csv", tabs)] {
        let trial = Trial::new().file(name, text);
        assert_eq!(trial.import(name).numbers("Postcodes")[0], 1, "{name}");
    }
    // Packed, whatever its name.
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(tabs.as_bytes()).unwrap();
    assert_eq!(Trial::new().file("a.csv", packed.finish().unwrap()).import("a.csv").numbers("Postcodes")[0], 1);
    let trial = Trial::new().file("a.csv", b"PK\x03\x04\x14\0\0\0\x08\0xl/workbook.xml");
    assert_eq!(trial.refused("a.csv").message, "this is not a directory of postcodes: it is an Excel workbook");
}

#[test]
fn a_row_without_end_is_refused_before_it_fills_the_memory() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(b"postcode,gss\nZZ1 1AA,E14999901\n\"").unwrap();
    for _ in 0..200 {
        packed.write_all(&[b','; 100_000]).unwrap();
    }
    let trial = Trial::new().file("a.csv.gz", packed.finish().unwrap());
    let refused = trial.refused("a.csv.gz").message;
    assert!(refused.contains("takes more than 1200000 bytes"), "{refused}");
}
