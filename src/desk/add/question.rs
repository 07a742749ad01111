use super::{id_of, text};
use crate::atoms::{LanguageTag, QuestionId, Text, Wanted, Words as _};
use crate::desk::in_order::in_order;
use crate::desk::{Act, NotDone, OpenSite, UNDONE};
use crate::edit::{Change, FileChange, GroupPlace, Item, Value};
use crate::load::records::{ElectionQuestion, QuestionRecord};
use crate::model::{Election, Question, fingerprint};

/// A question that somebody writes.
#[derive(Debug, Clone)]
pub(crate) struct QuestionToAdd {
    /// The neutral text.
    pub(crate) ask: Text,
    /// The shortest form of it.
    pub(crate) short: Text,
    /// What the campaign would like to hear.
    pub(crate) wants: Wanted,
    /// What else is known of it.
    pub(crate) details: QuestionDetails,
}

/// What else is known of a question.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct QuestionDetails {
    /// Its id, which is the name of its page; made of the short form when left out.
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<QuestionId>,
    /// What a yes means, in one plain sentence.
    #[arg(long, value_name = "TEXT")]
    pub(crate) yes_means: Option<Text>,
    /// What a no means.
    #[arg(long, value_name = "TEXT")]
    pub(crate) no_means: Option<Text>,
    /// What “partly” means.
    #[arg(long, value_name = "TEXT")]
    pub(crate) partly_means: Option<Text>,
    /// Why it matters, in plain words.
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: Option<Text>,
    /// Words by which documents speak of it, with commas between them.
    #[arg(long, value_name = "WORDS", value_delimiter = ',')]
    pub(crate) terms: Vec<Text>,
}

/// A question, in a file of its own, and among those that some elections put.
pub(crate) fn add_question<'s>(
    site: &'s OpenSite,
    new: &QuestionToAdd,
    elections: &[&Election],
) -> Result<Act<'s>, NotDone> {
    let campaign = site.campaign(UNDONE)?;
    let known = &campaign.questions;
    let is_same = |id: &QuestionId, ask: &Text| new.details.id.as_ref() == Some(id) || *ask == new.ask;
    if let Some(same) = known.iter().find(|known| is_same(&known.id, &known.ask.value)) {
        return new.go_on(site, same, elections);
    }
    let id = id_of(new.details.id.as_ref(), new.short.as_str(), |id| known.by_id(id).is_some())?;
    let file = format!("content/questions/{id}.md");
    let mut files = vec![site.new_file(&file, new.record(&campaign.language))?];
    for election in elections {
        files.push(put_in(site, &id, election)?);
    }
    let mut notes = Vec::new();
    if elections.is_empty() {
        notes.push(format!("No election puts it yet: add “- question: {id}” to “questions:” of one."));
    }
    let done = format!("added “{}” ({id})", new.short);
    Ok(Act { change: site.propose(files)?, file, done, notes })
}

impl QuestionToAdd {
    /// The rest of what a run did that was killed after it had written the question, and before an election put it.
    fn go_on<'s>(&self, site: &'s OpenSite, known: &Question, elections: &[&Election]) -> Result<Act<'s>, NotDone> {
        let (id, file) = (&known.id, &known.body.file);
        let on_record = format!("this question is on record already: {file}");
        let puts = |election: &&&Election| election.questions.iter().any(|put| put.id() == id);
        let missing: Vec<&Election> = elections.iter().filter(|election| !puts(election)).copied().collect();
        let Some(first) = missing.first() else { return Err(NotDone::Refused(on_record)) };
        if site.text(file).as_deref() != Some(&*self.record(&site.campaign(UNDONE)?.language)) {
            let to = &first.file;
            let by_hand = format!("; to put it in {}, add “- question: {id}” under “questions:” in {to}", first.id);
            return Err(NotDone::Refused(on_record + &by_hand));
        }
        let files = missing.iter().map(|election| put_in(site, id, election)).collect::<Result<Vec<_>, _>>()?;
        let done = format!("added “{}” ({id}), which was on record and not put yet", self.short);
        Ok(Act { change: site.propose(files)?, file: first.file.to_string(), done, notes: Vec::new() })
    }
}

/// The question among those of an election, after the others.
fn put_in(site: &OpenSite, id: &QuestionId, election: &Election) -> Result<FileChange, NotDone> {
    let item = in_order::<ElectionQuestion>(vec![("question", Value::id(id))]);
    let by_hand = format!("add it by hand under “questions:”:\n{}", item.to_block(2).join("\n"));
    let change = Change::Insert { place: GroupPlace::Root, list: "questions", index: usize::MAX, item };
    Ok(site.edit(&election.file, &[change], || by_hand)?)
}

impl QuestionToAdd {
    /// The text of its file: the keys between two lines of dashes, then why it matters.
    fn record(&self, language: &LanguageTag) -> String {
        let details = &self.details;
        let why = details.why.as_ref().map(|why| format!("{why}\n")).unwrap_or_default();
        format!("---\n{}---\n{why}", self.keys(language).to_record())
    }

    fn keys(&self, language: &LanguageTag) -> Item {
        let details = &self.details;
        let mut keys = vec![
            ("ask", Value::text(self.ask.as_str())),
            ("short", Value::text(self.short.as_str())),
            ("campaign_wants", Value::plain(self.wants.word())),
            // So that nobody changes the words in silence once they were put.
            ("fingerprint", Value::plain(format!("{{{language}: \"{}\"}}", fingerprint(&self.ask, None)))),
        ];
        keys.extend(text("supports_means", details.yes_means.as_ref()));
        keys.extend(text("opposes_means", details.no_means.as_ref()));
        keys.extend(text("mixed_means", details.partly_means.as_ref()));
        let terms = details.terms.iter().map(|words| Value::Map(vec![("words", Value::text(words.as_str()))]));
        let terms: Vec<Value> = terms.collect();
        keys.extend((!terms.is_empty()).then_some(("terms", Value::List(terms))));
        in_order::<QuestionRecord>(keys)
    }
}
