use jiff::civil::Date;

use crate::atoms::{Slug, slug_of};
use crate::desk::answers::{DeedAnswers, OwnFile};
use crate::desk::deed::Deed;
use crate::desk::prompt::{day, name, own_id, seldom};
use crate::desk::{Acted, NotDone, OpenSite, Prompt, UNDONE, ask};
use crate::load::RecordKind;
use crate::model::Election;

/// What its id is.
const ID: &str = "Its id, as Democracy Club writes it: parl.2031-05-01; made of name and day when left out.";

/// A polling day, with its ballots and questions.
pub(super) fn election() -> Deed {
    let asks = [
        ask("name", "What is it called?").placed("NAME").read(name),
        ask("date", "When is polling day?").read(day),
        Prompt { label: "Which id does Democracy Club give it?", ..own_id(ID) }
            .hint("such as parl.2031-05-01")
            .without("made of its name"),
        ask("polls-close", "When do the polls close?")
            .key("polls_close")
            .without("not known")
            .help("When the polls close: 22:00."),
        seldom("boundaries").value("YEAR"),
        seldom("questions")
            .key("questions.question")
            .parted_by(',')
            .value("IDS")
            .help("The questions that it puts, in the order of the scorecard."),
        seldom("fictional"),
    ];
    Deed {
        title: "Add an election",
        about: "A polling day, with its ballots and questions.",
        example: "hustings add election 'Example Town elections' --date 2031-05-01 --polls-close 22:00",
        notes: "  hustings add election 'General election 2031' --date 2031-05-01 --id parl.2031-05-01 --boundaries 2024",
        ..Deed::of(RecordKind::Election, asks, add_election)
    }
}

/// An election, in a folder of its own.
fn add_election<'s>(site: &'s OpenSite, new: &DeedAnswers<'_>) -> Result<Acted<'s>, NotDone> {
    let (title, known) = (new.text("name"), &site.campaign(UNDONE)?.elections);
    let is_alike = |one: &Election| new.is("name", &one.name.value) && new.is("date", &one.date);
    let same = known.iter().find(|one| new.is_same(&one.id, is_alike(one))).map(|one| one.id.to_string());
    let id = proposed(&title, new.need("date")?).filter(|id| known.iter().all(|one| one.id.as_str() != id.as_str()));
    let notes = vec!["Next, its first ballot: hustings add ballot AREA --election {id}".to_owned()];
    new.in_its_file(site, OwnFile { title, same, id, notes, ..OwnFile::default() })
}

/// An id of name and day: `Pond Lane by-election 2031` gives `pond-lane-by-election.2031-05-01`.
fn proposed(name: &str, date: Date) -> Option<Slug> {
    let slug = slug_of(name)?;
    let year = format!("-{}", date.year());
    let name = slug.as_str().strip_suffix(&year).unwrap_or(slug.as_str());
    format!("{name}.{date}").parse().ok()
}
