use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::time;
use jiff::tz::TimeZone;
use mail_builder::MessageBuilder;
use mail_builder::headers::raw::Raw;

use super::template::{Letter, Template, fold};
use super::{AskedPeople, AskedPerson, Asking, PRIVATE, called};
use crate::atoms::spreadsheet::guarded;
use crate::atoms::{PartialDate, PersonPage};
use crate::desk::preview::in_words;
use crate::desk::{NotDone, OpenSite};
use crate::diagnostic::Failure;
use crate::edit::FileChange;
use crate::load::Litter;
use crate::model::{Campaign, Imprint};

/// What git leaves out of the private folder: all of it, whatever the site's own list says.
const IGNORE: &str = "# Nothing in this folder is for anybody else.\n*\n";

/// What the columns of the table for mail merge are called.
const COLUMNS: [&str; 10] =
    ["id", "name", "email", "ballot", "election", "number", "questions", "deadline", "subject", "letter"];

/// The letters of a round, which are kept in the private folder.
#[derive(Debug)]
pub(crate) struct Letters {
    /// Their folder, from the root of the site.
    pub(crate) folder: PathBuf,
    pub(super) files: Vec<FileChange>,
}

impl Letters {
    /// Writes the letters of a round: for each person one to print, and one to send where there is an address; all in a table
    /// for mail merge; and a table of those without an address. `page` is the page for candidates, where the site has an address.
    ///
    /// # Errors
    /// When the folder of these letters holds other files, or a blank of the site's own letter is not known.
    pub(crate) fn write(
        asking: &Asking<'_>,
        people: &AskedPeople<'_>,
        campaign: &Campaign,
        site: &OpenSite,
        page: &str,
    ) -> Result<Self, NotDone> {
        let folder = Path::new(PRIVATE).join("letters").join(asking.id.as_str());
        let template = Template::read(&site.root)?;
        let (mut files, mut rows) = (Vec::new(), Vec::new());
        for person in &people.asked {
            let blanks = asking.blanks(person, campaign, page);
            let letter = template.fill(&blanks)?;
            let name = PersonPage::of(&person.candidacy.person, person.candidacy.name.as_str());
            let mut file = |ending: &str, text| files.push(new_file(folder.join(format!("{name}.{ending}")), text));
            file("txt", letter.text.clone());
            if let Some(mail) = asking.mail(person, &letter, campaign) {
                file("eml", mail);
            }
            rows.push(row(person, &blanks, &letter));
        }
        files.push(new_file(folder.join("letters.csv"), table(&COLUMNS, &rows)?));
        if !people.unreachable.is_empty() {
            let columns = ["id", "name", "ballot", "outcome"];
            let rows = people.unreachable.iter().map(|AskedPerson { ballot, candidacy, .. }| {
                [candidacy.person.as_str(), candidacy.name.as_str(), ballot.id.as_str(), "no-address"]
                    .map(str::to_owned)
                    .to_vec()
            });
            files.push(new_file(folder.join("no-address.csv"), table(&columns, &rows.collect::<Vec<_>>())?));
        }
        if site.root.join(PRIVATE).join(".gitignore").symlink_metadata().is_err() {
            files.push(new_file(Path::new(PRIVATE).join(".gitignore"), IGNORE.to_owned()));
        }
        over_leftovers(&mut files, &folder, &site.root)?;
        Ok(Self { folder, files })
    }
}

impl Asking<'_> {
    /// What fills the blanks of a letter.
    fn blanks(&self, person: &AskedPerson<'_>, campaign: &Campaign, page: &str) -> Vec<(&'static str, String)> {
        let AskedPerson { ballot, candidacy, questions, .. } = person;
        let numbered = questions.iter().zip(1..).map(|(put, n)| format!("{n}. {}", put.wording().ask));
        let many = questions.len();
        let number = if many == 1 { "1 question".to_owned() } else { format!("{many} questions") };
        let answers = campaign.site.base_url.as_ref();
        let answers = answers.map(|base| format!("{base}{}/{}/index.html", self.election.id, ballot.slug));
        vec![
            ("name", fold(candidacy.name.as_str())),
            ("ballot", fold(ballot.area.as_str())),
            ("election", fold(self.election.name.as_str())),
            ("polling_day", in_words(PartialDate::day(self.election.date))),
            ("number", number),
            ("questions", numbered.collect::<Vec<_>>().join("\n\n")),
            ("deadline", in_words(PartialDate::day(self.deadline))),
            ("campaign", fold(called(campaign).as_str())),
            ("contact", contact(campaign)),
            ("imprint", imprint(&campaign.site.imprint)),
            ("answers", answers.unwrap_or_default()),
            ("candidates_page", page.to_owned()),
        ]
    }

    /// A letter as a mail that a mail program opens as a draft.
    fn mail(&self, person: &AskedPerson<'_>, letter: &Letter, campaign: &Campaign) -> Option<String> {
        let to = person.email.as_ref()?;
        let mut mail = MessageBuilder::new().header("X-Unsent", Raw::new("1"));
        let from = campaign.site.contact.as_ref().and_then(|contact| contact.email.as_ref());
        if let Some(from) = from {
            mail = mail.from((fold(called(campaign).as_str()), from.to_string()));
        }
        let noon = self.date.to_datetime(time(12, 0, 0, 0)).to_zoned(TimeZone::UTC).ok()?;
        let host = from.and_then(|from| from.as_str().split_once('@')).map_or("localhost", |(_, host)| host);
        let id = format!("{}.{}.{}@{host}", self.election.id, self.id, person.candidacy.person);
        let mail = mail
            .to((fold(person.candidacy.name.as_str()), to.to_string()))
            .subject(letter.subject.as_str())
            .date(noon.timestamp().as_second())
            .message_id(id)
            .text_body(letter.text.as_str());
        let mut bytes = Vec::new();
        mail.serialize(&mut bytes);
        String::from_utf8(bytes).ok()
    }
}

/// Lets letters take the place of those that a run left which was stopped before there was a round.
///
/// # Errors
/// When their folder holds anything else, which nobody could tell from the letters of this round.
fn over_leftovers(files: &mut [FileChange], folder: &Path, root: &Path) -> Result<(), NotDone> {
    lies_in_private(folder, root)?;
    for entry in fs::read_dir(root.join(folder)).into_iter().flatten().flatten() {
        let path = folder.join(entry.file_name());
        match files.iter_mut().find(|file| file.path == path) {
            // A pipe would keep us waiting for whoever writes into it.
            Some(file) if entry.file_type().is_ok_and(|kind| kind.is_file()) => {
                file.before = fs::read_to_string(root.join(&path)).ok();
            }
            None if Litter::is_passing(&entry.file_name().to_string_lossy()) => {}
            _ => {
                let (folder, other) = (folder.display(), path.display());
                let why = format!(
                    "{folder} holds other files already, such as {other}; move them away, or name the round otherwise"
                );
                return Err(NotDone::Refused(why));
            }
        }
    }
    Ok(())
}

/// Ok when letters that are written into a folder stay in the private one. That one may lie on another disk, but what is below it
/// leads nowhere else, and it leads to no other folder of the site: what lies there may be published, with all addresses.
///
/// # Errors
/// When a symbolic link leads elsewhere.
fn lies_in_private(folder: &Path, root: &Path) -> Result<(), NotDone> {
    let below = folder.ancestors().take_while(|folder| *folder != Path::new(PRIVATE));
    let linked = below.filter(|folder| root.join(folder).is_symlink()).last();
    let whole = |path: &Path| path.canonicalize().ok();
    let (site, private) = (whole(root), whole(&root.join(PRIVATE)));
    let elsewhere = |site: PathBuf| private.is_some_and(|at| at != site.join(PRIVATE) && at.starts_with(&site));
    let linked = linked.or_else(|| site.is_some_and(elsewhere).then_some(Path::new(PRIVATE)));
    linked.map_or(Ok(()), |linked| {
        let path = root.join(linked);
        let help = "put a folder in its place, then run the command again";
        Err(Failure::at(&path, "cannot write letters into", "it is a symbolic link that leads elsewhere", help).into())
    })
}

fn new_file(path: PathBuf, after: String) -> FileChange {
    FileChange { path, before: None, after }
}

/// How to reach the campaign, on a line.
fn contact(campaign: &Campaign) -> String {
    let contact = campaign.site.contact.as_ref();
    let ways = contact.map(|contact| {
        [
            contact.email.as_ref().map(ToString::to_string),
            contact.phone.as_ref().map(ToString::to_string),
            contact.post.as_ref().map(ToString::to_string),
            contact.url.as_ref().map(ToString::to_string),
        ]
    });
    ways.into_iter().flatten().flatten().collect::<Vec<_>>().join(" · ")
}

/// Who promotes the letter, as election law wants it in what is sent out.
fn imprint(imprint: &Imprint) -> String {
    match imprint {
        Imprint::Promoter { name, address, on_behalf_of, .. } => {
            let behalf = on_behalf_of.as_ref().map(|whom| format!(" on behalf of {whom}")).unwrap_or_default();
            format!("Promoted by {name}{behalf}, {address}")
        }
        Imprint::None { .. } => String::new(),
    }
}

fn row(person: &AskedPerson<'_>, blanks: &[(&str, String)], letter: &Letter) -> Vec<String> {
    let cell = |column: &&str| match *column {
        "id" => person.candidacy.person.to_string(),
        "email" => person.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        "subject" => letter.subject.clone(),
        "letter" => letter.text.clone(),
        column => blanks.iter().find(|(name, _)| *name == column).map(|(_, value)| value.clone()).unwrap_or_default(),
    };
    COLUMNS.iter().map(cell).collect()
}

/// A table that people open in a spreadsheet, in which no cell is a formula.
fn table(columns: &[&str], rows: &[Vec<String>]) -> Result<String, Failure> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let mut written = table.write_record(columns);
    for row in rows {
        written = written.and_then(|()| table.write_record(row.iter().map(|cell| guarded(cell).into_owned())));
    }
    let text = written.map_err(|e| e.to_string()).and_then(|()| table.into_inner().map_err(|e| e.to_string()));
    let text = text.and_then(|bytes| String::from_utf8(bytes).map_err(|e| e.to_string()));
    text.map_err(|why| Failure::new("cannot make a table of the letters", why, "report this to whoever made hustings"))
}
