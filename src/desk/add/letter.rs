use jiff::civil::Date;

use crate::atoms::LetterTo;
use crate::desk::answers::{DeedAnswers, OwnFile};
use crate::desk::deed::Deed;
use crate::desk::prompt::{day, own_id, seldom};
use crate::desk::{Acted, Filled, NotDone, OnRecord, OpenSite, UNDONE, ask, not_after_as_of};
use crate::edit::Value;
use crate::load::RecordKind;

/// A letter that people can copy, print or send.
pub(super) fn letter() -> Deed {
    let asks = [
        ask("title", "What is it called?").placed("TITLE"),
        ask("to", "To whom does it go?"),
        ask("subject", "What is its subject?"),
        ask("not-when", "When should nobody send it?")
            .key("does_not_apply_when")
            .hint("go on after “this letter is not for you if”"),
        ask("text", "What does it say?")
            .needed()
            .lines()
            .hint("with an empty line between two paragraphs; you can go on in the file")
            .help("The letter."),
        ask("by", "Who found it right?")
            .key("checked_by")
            .known(OnRecord::Checkers)
            .needed_when(is_to_office)
            .value("ID")
            .help("Who found it right, by the id of a checker; a letter to an office needs it."),
        ask("nation", "In which nation does it hold?").needed_when(is_to_office),
        ask("source", "On which rule or letter does it rest?")
            .key("source.title")
            .needed_when(is_to_office)
            .value("TITLE")
            .hint("what that is called")
            .help("The rule or letter on which it rests; a letter to an office needs it, with --publisher."),
        ask("publisher", "Who published that?")
            .key("source.publisher")
            .needed_when(|filled| filled.contains_key("source"))
            .with("source")
            .value("NAME")
            .help("Who published that."),
        ask("url", "Where can that be read?").key("source.url").with("source").hint("a web address").without("nowhere"),
        ask("advice", "Who gives advice about it?")
            .key("advice.name")
            .value("NAME")
            .without("nobody known")
            .help("Who gives advice, with --advice-url."),
        ask("advice-url", "Where is that advice?")
            .key("advice.url")
            .needed_when(|filled| filled.contains_key("advice"))
            .with("advice")
            .hint("a web address")
            .help("Where that advice is."),
        seldom("published").key("source.date").with("source").help("When that was published."),
        seldom("question").key("questions"),
        seldom("checked-on")
            .key("")
            .read(day)
            .value("DATE")
            .help("When somebody last found it right; today when left out."),
        own_id("Its id, which is the name of its page; made of its title when left out."),
    ];
    Deed {
        title: "Add a letter that people can send",
        about: "A letter that people can copy, print or send. Blanks such as {candidate}, {area} and {questions} are filled in on the page of each ballot.",
        example: "hustings add letter 'Ask about the library' --to unanswered --subject 'A question from {area}' \\
      --not-when 'you do not vote in this area' --text 'Dear {candidate}, please tell me: {questions}'",
        notes: "Of the blanks, {candidate}, {area}, {election}, {polling_day} and {page} are there in letters to candidates, {questions} and \
                {deadline} in\nthose to candidates who have not answered. A letter to an office has none, and needs --nation, --by, \
                --source and --publisher.",
        ..Deed::of(RecordKind::Letter, asks, add_letter)
    }
}

fn is_to_office(filled: &Filled) -> bool {
    filled.get("to").is_some_and(|to| to.iter().any(|word| *word == LetterTo::Office.to_string()))
}

/// A letter, in a file of its own.
fn add_letter<'s>(site: &'s OpenSite, new: &DeedAnswers<'_>) -> Result<Acted<'s>, NotDone> {
    let campaign = site.campaign(UNDONE)?;
    let known = campaign.letters.iter();
    let same = known.clone().find(|letter| new.is_same(&letter.id, new.is("title", &letter.title)));
    let checked_on: Option<Date> = new.get("checked-on");
    let checked_on = checked_on.unwrap_or_else(|| site.day().min(campaign.site.as_of));
    not_after_as_of(checked_on, campaign).map_err(NotDone::Refused)?;
    let mut notes = Vec::new();
    if let Some(other) =
        known.filter(|letter| letter.to.value != LetterTo::Office).find(|letter| new.is("to", &letter.to.value))
    {
        notes.push(format!(
            "“{}” goes to the same people: each gets the first letter that fits, by id. --id names another id.",
            other.title.value
        ));
    }
    if !new.has("advice") {
        notes.push("Say where people can get advice before they send it: “advice:” in {file}.".to_owned());
    }
    new.in_its_file(
        site,
        OwnFile {
            title: new.text("title"),
            same: same.map(|letter| letter.id.to_string()),
            more: vec![("checked_on", Value::plain(checked_on))],
            body: Some(format!("\n{}\n", new.text("text"))),
            notes,
            ..OwnFile::default()
        },
    )
}
