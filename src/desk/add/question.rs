use super::id_of;
use crate::atoms::{LanguageTag, Malformed, QuestionId, Stance, Wanted};
use crate::desk::answers::DeedAnswers;
use crate::desk::deed::Deed;
use crate::desk::in_order::in_order;
use crate::desk::prompt::{own_id, seldom};
use crate::desk::{Act, Acted, Needed, NotDone, OnRecord, OpenSite, Prompt, UNDONE, answer, ask};
use crate::edit::{Change, FileChange, GroupPlace, Value};
use crate::load::RecordKind;
use crate::load::records::ElectionQuestion;
use crate::model::{Election, Question, fingerprint};

/// A question to the candidates.
pub(super) fn question() -> Deed {
    let asks = [
        Prompt { needed: Needed::TheOnlyIfAny, ..ask("election", "For which election?") }
            .known(OnRecord::Elections)
            .value("ELECTION")
            .help("The election that puts it: its id or a part of its name; not needed when there is one alone."),
        ask("ask", "What do you ask?").placed("QUESTION").lines().hint("a neutral question"),
        ask("short", "Its shortest form, for narrow places?"),
        ask("yes-means", "What does a yes mean, in one plain sentence?").key("supports_means"),
        ask("no-means", "What does a no mean?").key("opposes_means"),
        ask("why", "Why does it matter, in plain words?")
            .lines()
            .without("you write it later")
            .help("Why it matters, in plain words."),
        ask("wants", "What would the campaign like to hear?")
            .key("campaign_wants")
            .words(&[("yes", "A yes."), ("no", "A no."), ("none", "It wants to know, and takes no side.")])
            .read(wanted)
            .value("ANSWER"),
        seldom("partly-means").key("mixed_means"),
        seldom("terms").key("").parted_by(',').value("WORDS").help("Words by which documents speak of it."),
        own_id("Its id, which is the name of its page; made of the short form when left out."),
    ];
    Deed {
        title: "Add a question",
        about: "A question to all candidates. Neutral words get more answers, and are fairer to those who say no.",
        example: "hustings add question 'Should the library open on Saturdays?' --short 'Library on Saturdays?' --wants yes \\
      --yes-means 'The library should open on Saturdays.' --terms library,librarian",
        notes: "It goes into a file of its own, and after the other questions of the election.",
        ..Deed::of(RecordKind::Question, asks, add_question)
    }
}

/// Reads what a campaign wants, in the words that people say or in those of the records.
fn wanted(said: &str) -> Result<String, Malformed> {
    let word = match answer(said) {
        Ok(stance @ (Stance::Supports | Stance::Opposes)) => stance.to_string(),
        _ => said.to_owned(),
    };
    let wanted = word.parse::<Wanted>().map(|wanted| wanted.to_string());
    let what = || format!("“{said}” is not what a campaign can want");
    wanted.map_err(|_| Malformed::syntax(what(), "it may be yes, no or none"))
}

/// A question, in a file of its own, and among those that its election puts.
fn add_question<'s>(site: &'s OpenSite, new: &DeedAnswers<'_>) -> Result<Acted<'s>, NotDone> {
    let campaign = site.campaign(UNDONE)?;
    let election = campaign.elections.iter().find(|election| new.is("election", &election.id));
    let known = &campaign.questions;
    let is_same = |known: &Question| new.is("id", &known.id) || new.is("ask", &known.ask.value);
    if let Some(same) = known.iter().find(|known| is_same(known)) {
        return go_on(site, new, same, election);
    }
    let short = new.text("short");
    let id: QuestionId = id_of(new.get("id"), &short, |id| known.by_id(id).is_some())?;
    let file = format!("content/questions/{id}.md");
    let mut files = vec![site.new_file(&file, record(site, new, &campaign.language)?)?];
    let mut notes = Vec::new();
    match election {
        Some(election) => files.push(put_in(site, &id, election)?),
        None => notes.push(format!("No election puts it yet: add “- question: {id}” to “questions:” of one.")),
    }
    Ok(Acted::Now(Act { change: site.propose(files)?, file, done: format!("added “{short}” ({id})"), notes }))
}

/// The rest of what a run did that was killed after it had written the question, and before an election put it.
fn go_on<'s>(
    site: &'s OpenSite,
    new: &DeedAnswers<'_>,
    known: &Question,
    election: Option<&Election>,
) -> Result<Acted<'s>, NotDone> {
    let (id, file) = (&known.id, &known.body.file);
    let on_record = format!("this question is on record already: {file}");
    let is_put = |election: &&Election| election.questions.iter().any(|put| put.id() == id);
    let Some(election) = election.filter(|election| !is_put(election)) else { return Err(NotDone::Refused(on_record)) };
    if site.text(file).as_deref() != Some(&*record(site, new, &site.campaign(UNDONE)?.language)?) {
        let by_hand =
            format!("; to put it in {}, add “- question: {id}” under “questions:” in {}", election.id, election.file);
        return Err(NotDone::Refused(on_record + &by_hand));
    }
    let change = site.propose(vec![put_in(site, id, election)?])?;
    let done = format!("added “{}” ({id}), which was on record and not put yet", new.text("short"));
    Ok(Acted::Now(Act { change, file: election.file.to_string(), done, notes: Vec::new() }))
}

/// The question among those of an election, after the others.
fn put_in(site: &OpenSite, id: &QuestionId, election: &Election) -> Result<FileChange, NotDone> {
    let item = in_order::<ElectionQuestion>(vec![("question", Value::id(id))]);
    let by_hand = format!("add it by hand under “questions:”:\n{}", item.to_block(2).join("\n"));
    let change = Change::Insert { place: GroupPlace::Root, list: "questions", index: usize::MAX, item };
    Ok(site.edit(&election.file, &[change], || by_hand)?)
}

/// The text of its file: the keys between two lines of dashes, then why it matters.
fn record(site: &OpenSite, new: &DeedAnswers<'_>, language: &LanguageTag) -> Result<String, NotDone> {
    let mut keys = new.keys(site)?;
    // So that nobody changes the words in silence once they were put.
    let print = fingerprint(&new.need("ask")?, None);
    keys.push(("fingerprint", Value::plain(format!("{{{language}: \"{print}\"}}"))));
    let terms = new.said("terms").iter().map(|words| Value::Map(vec![("words", Value::text(words))]));
    let terms: Vec<Value> = terms.collect();
    keys.extend((!terms.is_empty()).then_some(("terms", Value::List(terms))));
    let why: String = new.said("why").iter().map(|why| format!("{why}\n")).collect();
    Ok(format!("---\n{}---\n{why}", new.item(keys).to_record()))
}
