use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use hustings::desk::{NotDone, OpenSite};
use hustings::diagnostic::{Diagnostic, Severity};
use hustings::import::{CandidateOptions, ImportError, Proposal, candidates};
use tempfile::TempDir;

/// The header lines as Democracy Club published them, personal columns and all.
pub(super) const FIRST: &str = "name,id,party,constituency,mapit_id,mapit_url,gss_code,twitter_username,facebook_page_url,party_ppc_page_url,gender,facebook_personal_url,email,homepage_url,wikipedia_url,birth_date,parlparse_id,theyworkforyou_url,honorific_prefix,honorific_suffix,party_id,linkedin_url,elected";
pub(super) const SECOND: &str = "id,name,election,ballot_paper_id,election_date,seats_contested,party_id,party_name,party_description_text,previous_party_affiliations,post_id,post_label,organisation_name,NUTS1,honorific_prefix,honorific_suffix,gender,birth_date,elected,email,twitter_username,mastodon_username,facebook_page_url,party_ppc_page_url,facebook_personal_url,homepage_url,wikipedia_url,mnis_id,linkedin_url,image_url,proxy_image_url_template,image_copyright,image_uploading_user,image_uploading_user_notes,twitter_user_id,election_current,party_lists_in_use,party_list_position,old_person_ids,gss_code,parlparse_id,theyworkforyou_url,party_ec_id,favourite_biscuits,cancelled_poll,wikidata_id,blog_url,instagram_url,youtube_profile";
pub(super) const THIRD: &str = "person_id,person_name,election_id,ballot_paper_id,election_date,election_current,party_name,party_id,post_label,cancelled_poll,seats_contested,honorific_prefix,party_description_text,sopn_last_name,sopn_first_names,party_list_position,party_lists_in_use,gss,nuts1,old_person_ids,email,birth_date,gender,homepage_url,statement_to_voters,image";

/// What columns that the importer reads hold when a test does not say.
const DEFAULTS: &[(&str, &str)] = &[
    ("election", "parl.2031-05-01"),
    ("election_id", "parl.2031-05-01"),
    ("election_date", "2031-05-01"),
    ("ballot_paper_id", "parl.example-town.2031-05-01"),
    ("post_label", "Example Town"),
    ("constituency", "Example Town"),
    ("gss_code", "E14999999"),
    ("gss", "E14999999"),
    ("organisation_name", ""),
    ("seats_contested", "1"),
    ("cancelled_poll", "False"),
    ("party_lists_in_use", "False"),
    ("party_list_position", ""),
    ("old_person_ids", ""),
    ("elected", ""),
    ("votes_cast", ""),
    ("party_description_text", ""),
    ("nuts1", "North East (England)"),
    ("sopn_last_name", ""),
    ("party_name", "Harbour Alliance"),
    ("party", "Harbour Alliance"),
    ("party_id", "party:9001"),
];

/// A mark in the made-up values of columns that must not be read.
pub(super) const PRIVATE: &str = "PRIVATE";

/// A list with a header; each row gives some columns as `column=value` and leaves the rest to chance.
pub(super) fn list(header: &str, rows: &[&[&str]]) -> String {
    let mut text = format!("{header}\n");
    for row in rows {
        let given: BTreeMap<&str, &str> = row.iter().filter_map(|cell| cell.split_once('=')).collect();
        let cells: Vec<String> = header.split(',').map(|column| quoted(&cell(column, &given))).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

fn cell(column: &str, given: &BTreeMap<&str, &str>) -> String {
    let column = column.to_lowercase();
    let own = given.get(column.as_str()).copied();
    let default = || DEFAULTS.iter().find(|(c, _)| *c == column).map(|(_, value)| *value);
    own.or_else(default).map_or_else(|| format!("{PRIVATE}-{column}\n@example.org"), str::to_owned)
}

fn quoted(value: &str) -> String {
    if value.contains([',', '"', '\n']) { format!("\"{}\"", value.replace('"', "\"\"")) } else { value.to_owned() }
}

/// What an import that went well says, and how many files it wrote.
#[derive(Debug)]
pub(super) struct Imported {
    pub(super) summary: String,
    pub(super) files: usize,
}

impl Imported {
    /// Puts what is proposed into a site.
    pub(super) fn into_site(root: &Path, Proposal { summary, changes, .. }: Proposal) -> Result<Self, ImportError> {
        let files = changes.len();
        let site = OpenSite::open(root.to_path_buf(), jiff::civil::date(2031, 4, 1))?;
        let saved = site.propose(changes).and_then(|change| Ok(change.save(&())?));
        saved.map_err(|not_done| match not_done {
            NotDone::Wrong { found, sources, .. } => ImportError::Data { found, sources },
            NotDone::Failure(failure) => ImportError::Failure(failure),
            NotDone::Refused(why) => panic!("{why}"),
        })?;
        Ok(Self { summary: summary.join("\n"), files })
    }

    /// The numbers in the line of the summary that begins so.
    pub(super) fn numbers(&self, start: &str) -> Vec<usize> {
        let line = self.summary.lines().find(|line| line.starts_with(start)).unwrap_or_default();
        line.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse().ok()).collect()
    }

    /// The rows that were left out, as `line: why`.
    pub(super) fn skipped(&self) -> Vec<&str> {
        self.summary.lines().filter_map(|line| line.strip_prefix("  line ")).collect()
    }

    /// What a person should look at.
    pub(super) fn looks(&self) -> Vec<&str> {
        self.summary.lines().filter(|line| line.starts_with("Look at")).collect()
    }
}

impl std::fmt::Display for Imported {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{}", self.summary)
    }
}

/// A site in a folder of its own.
pub(super) struct Site(TempDir);

impl Site {
    pub(super) fn new() -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        site.put("hustings.yaml", "title: A trial\nas_of: 2031-04-01\nimprint: {none_because: This is a test.}\n");
        site
    }

    pub(super) fn root(&self) -> &Path {
        self.0.path()
    }

    pub(super) fn put(&self, file: &str, text: &str) {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(super) fn get(&self, file: &str) -> String {
        fs::read_to_string(self.root().join(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
    }

    pub(super) fn ballot(&self) -> String {
        self.get("candidates/parl.2031-05-01/example-town.yaml")
    }

    pub(super) fn put_ballot(&self, text: &str) {
        self.put("candidates/parl.2031-05-01/example-town.yaml", text);
    }

    /// Imports a list that lies outside the site.
    pub(super) fn try_import(&self, list: &[u8], options: &CandidateOptions) -> Result<Imported, ImportError> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("list.csv");
        fs::write(&file, list).unwrap();
        self.try_file(&file, options)
    }

    /// Imports a file that lies outside the site.
    pub(super) fn try_file(&self, file: &Path, options: &CandidateOptions) -> Result<Imported, ImportError> {
        Imported::into_site(self.root(), candidates(self.root(), file, options, &())?)
    }

    pub(super) fn import(&self, list: &str) -> Imported {
        self.try_import(list.as_bytes(), &CandidateOptions::default()).unwrap_or_else(|e| panic!("{e:?}"))
    }

    pub(super) fn import_early(&self, list: &str) -> Imported {
        self.try_import(list.as_bytes(), &early()).unwrap_or_else(|e| panic!("{e:?}"))
    }

    /// Every file with its text and the time of its last change.
    pub(super) fn files(&self) -> BTreeMap<String, (String, std::time::SystemTime)> {
        let files =
            walkdir::WalkDir::new(self.root()).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file());
        files
            .map(|e| {
                let name = e.path().strip_prefix(self.root()).unwrap().to_string_lossy().into_owned();
                (name, (fs::read_to_string(e.path()).unwrap(), e.metadata().unwrap().modified().unwrap()))
            })
            .collect()
    }

    /// The errors that `check` would report.
    pub(super) fn errors(&self) -> Vec<Diagnostic> {
        let planned = hustings::pipeline::prepare(self.root(), &hustings::model::Overrides::default()).unwrap();
        let mut errors = planned.found.sorted();
        errors.retain(|d| d.severity() == Severity::Error);
        errors
    }
}

/// What a list of the first generation needs to be told.
pub(super) fn early() -> CandidateOptions {
    let date = Some("2031-05-01".parse().unwrap());
    CandidateOptions { election: Some("parl.2031-05-01".parse().unwrap()), date, ..CandidateOptions::default() }
}

/// The problems of a refused list as `line:column message`.
pub(super) fn refusals(result: Result<Imported, ImportError>) -> Vec<String> {
    match result {
        Err(ImportError::Data { found, .. }) => found
            .sorted()
            .iter()
            .map(|d| format!("{}:{} {}", d.place.pos.line, d.place.pos.column, d.message))
            .collect(),
        other => panic!("not refused: {other:?}"),
    }
}
