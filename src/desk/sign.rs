use super::deed::Deed;
use super::in_order::in_order;
use super::new_mark::text;
use super::prompt::{day, seldom};
use super::{
    Act, Acted, DeedAnswers, Filled, NewEvidence, NewMark, NotDone, OnRecord, OpenSite, SoundChange, Speaker, UNDONE,
    ask, checker, entered_on, known, not_after_as_of,
};
use crate::atoms::{Stance, Text, Words as _};
use crate::edit::{Change, GroupPlace, Item, Value};
use crate::load::records::SignatureRecord;
use crate::model::{Campaign, Pledge, Signer};

/// Somebody signed a pledge.
pub(super) fn signing() -> Deed {
    let asks = [
        ask("pledge", "Which pledge?").known(OnRecord::Pledges).needed().placed("PLEDGE").help("The pledge's id."),
        ask("who", "Who signed?")
            .known(OnRecord::Speakers)
            .needed_when(|filled| !filled.contains_key("name"))
            .placed("WHO")
            .help("Who signed: a part of the name, an id; or a party."),
        ask("name", "Or the name of somebody who stands nowhere here")
            .not_with(&["who"])
            .help("The name of somebody who stands on no ballot here."),
        ask("capacity", "As what did they sign?").with("name").needed_when(|filled| filled.contains_key("name")),
        ask("on", "When?")
            .key("date")
            .hint("2031-04-20, or 2031-04 when the day is not known")
            .help("The day on which it was signed; 2031-04 when you do not know it."),
        ask("kind", "What shows it?")
            .key("evidence.kind")
            .help("What shows it; campaign or news when only others report it"),
        ask("title", "What is that called?")
            .key("evidence.title")
            .needed_when(|filled| !filled.contains_key("document"))
            .hint("a signed form, for example"),
        ask("url", "At which web address?").key("evidence.url").without("nowhere"),
        ask("where", "Where can others look it up?")
            .key("evidence.where")
            .needed_when(is_nowhere)
            .hint("a web address; of a form, where it is kept")
            .help("The page in it, or where it is kept."),
        ask("by", "Who are you?")
            .known(OnRecord::Checkers)
            .needed()
            .value("CHECKER")
            .help("Who you are: your id among the checkers of hustings.yaml.")
            .key(""),
        seldom("archived").key("evidence.archived"),
        seldom("document").key("evidence.document").help("The record of the document in which it stands."),
        seldom("quote").key("evidence.quote").help("The very words."),
        seldom("caveat").help("A doubt that every reader has to see beside it."),
        seldom("publish-after").key("publish_after").read(day).help("Keep it off the site until this day."),
        seldom("nation").key("nations").help("Of a party: the nations for which it signed; everywhere when left out."),
    ];
    Deed {
        title: "Record that somebody signed a pledge",
        about: "A signed form, their own post or a photograph of them signing (kind: signature) is their own word. A list by the organisers \
                (campaign) or a newspaper (news) only reports it.",
        example: "hustings sign meadow-free nell --on 2031-04-02 --kind signature --title 'Signed form' --where 'our file of forms' --by pat",
        notes: "  hustings sign meadow-free 'Harbour Alliance' --on 2031-03-25 --kind site --title 'Its news page' \\
      --url https://harbour.example.org/meadow --by pat
                               what a party signs is its line, and nobody's own word
  hustings sign meadow-free otto --on 2031-04-05 --kind campaign --title 'List of the Friends' \\
      --url https://friends.example.org/list --by pat
                               only reported: it can never be confirmed
  hustings sign meadow-free --name 'Gil Example' --capacity 'Member of the town council' --on 2031-04-05 \\
      --kind news --title 'Example Evening Post' --where 'page 3' --by pat
                               somebody who stands on no ballot here",
        ..Deed::among::<SignatureRecord>("sign", asks, sign_as_said)
    }
}

/// Whether nothing says where a signature can be looked up.
fn is_nowhere(filled: &Filled) -> bool {
    !["url", "archived", "document"].iter().any(|place| filled.contains_key(*place))
}

/// A signature, as somebody tells of it.
fn sign_as_said<'s>(site: &'s OpenSite, new: &DeedAnswers<'_>) -> Result<Acted<'s>, NotDone> {
    let campaign = site.campaign(UNDONE)?;
    let pledge = known("pledge", &new.text("pledge"), campaign.pledges.iter(), |pledge| pledge.id.as_str())?;
    let (who, name) = match new.get("name") {
        Some(name) => (Signer::Named(name), new.text("name")),
        None => {
            let speaker = new.speaker("who", campaign)?;
            (speaker.signer(), speaker.name().to_owned())
        }
    };
    // Whoever is asked where it is may answer with its address.
    let url = new.get("url").or_else(|| new.get("where"));
    let place = if new.has("url") || url.is_none() { new.get("where") } else { None };
    let evidence = NewEvidence {
        kind: new.need("kind")?,
        title: new.get("title"),
        document: new.get("document"),
        place,
        quote: new.get("quote"),
        lang: None,
        url,
        archived: new.get("archived"),
    };
    let mut mark = NewMark {
        stance: Stance::Supports,
        date: new.need("on")?,
        by: new.need("by")?,
        entered: None,
        publish_after: new.get("publish-after"),
        says: None,
        caveat: new.get("caveat"),
        nations: new.said("nation").iter().filter_map(|nation| nation.parse().ok()).collect(),
        evidence,
    };
    mark.entered = entered_on(&mark, site.day(), campaign);
    sign_one(site, pledge, NewSignature { who, capacity: new.get("capacity"), mark }, &name).map(Acted::Now)
}

/// That somebody signed a pledge, as somebody enters it.
#[derive(Debug, Clone)]
pub(crate) struct NewSignature {
    /// Who signed.
    pub(crate) who: Signer,
    /// As what.
    pub(crate) capacity: Option<Text>,
    /// When, and how we know. Its answer is that of the pledge, and is not written.
    pub(crate) mark: NewMark,
}

/// Signatures in the record of their pledge, after those that are there; all, or none when somebody has signed already.
pub(crate) fn sign<'s>(site: &'s OpenSite, pledge: &Pledge, new: &[NewSignature]) -> Result<SoundChange<'s>, NotDone> {
    let campaign = site.campaign("nothing was written")?;
    let mut changes = Vec::new();
    for signature in new {
        signature.judge(campaign).map_err(NotDone::Refused)?;
        if let Some(known) = pledge.signed_by(&signature.who) {
            let (file, line, by) = (&pledge.file, known.mark.pos.line, &known.mark.entered_by);
            return Err(NotDone::Refused(format!(
                "this signature is on record already: {file}:{line}, entered by {by}; put what else shows it under its “evidence:”"
            )));
        }
        let item = signature.item();
        changes.push(Change::Insert { place: GroupPlace::Root, list: "signatures", index: usize::MAX, item });
    }
    let by_hand = || {
        let items = new.iter().flat_map(|signature| signature.item().to_block(2));
        format!("add it by hand under “signatures:” of {}:\n{}", pledge.file, items.collect::<Vec<_>>().join("\n"))
    };
    site.propose(vec![site.edit(&pledge.file, &changes, by_hand)?])
}

/// One signature in the record of its pledge.
fn sign_one<'s>(site: &'s OpenSite, pledge: &Pledge, new: NewSignature, name: &str) -> Result<Act<'s>, NotDone> {
    let note = match (new.mark.evidence.kind.is_hearsay(), &new.who) {
        (true, _) => "What only others report can never be confirmed: look for the signature itself.".to_owned(),
        (false, who) => {
            let (whose, topic) = match (who, pledge.answers.first()) {
                (Signer::Named(name), _) => (format!("'{name}'"), pledge.id.as_str()),
                (who, Some(answer)) => (who.as_str().to_owned(), answer.question.id.as_str()),
                (who, None) => (who.as_str().to_owned(), pledge.id.as_str()),
            };
            format!("Next, somebody else confirms it: hustings confirm {whose} {topic} --by ID")
        }
    };
    let change = sign(site, pledge, &[new])?;
    let done = format!("recorded that {name} signed “{}”", pledge.title.value);
    Ok(Act { change, file: pledge.file.to_string(), done, notes: vec![note] })
}

impl NewSignature {
    fn judge(&self, campaign: &Campaign) -> Result<(), String> {
        checker(&self.mark.by, campaign)?;
        not_after_as_of(self.mark.date.earliest(), campaign)?;
        if !matches!(self.who, Signer::Party(_)) && !self.mark.nations.is_empty() {
            return Err("nations are for what a party signs; a person signs once".into());
        }
        Ok(())
    }

    fn item(&self) -> Item {
        let mut keys = self.mark.backing();
        keys.push(match &self.who {
            Signer::Person(id) => ("person", Value::id(id)),
            Signer::Party(id) => ("party", Value::id(id)),
            Signer::Named(name) => ("name", Value::text(name.as_str())),
        });
        keys.extend(text("capacity", self.capacity.as_ref()));
        let nations: Vec<Value> = self.mark.nations.iter().map(|nation| Value::plain(nation.word())).collect();
        keys.extend((!nations.is_empty()).then_some(("nations", Value::List(nations))));
        in_order::<SignatureRecord>(keys)
    }
}

impl Speaker<'_> {
    /// Whose signature theirs is.
    pub(crate) fn signer(&self) -> Signer {
        match self {
            Self::Candidate { candidacy, .. } => Signer::Person(candidacy.person.clone()),
            Self::Party { party, .. } => Signer::Party(party.id.clone()),
        }
    }
}
