use super::in_order::in_order;
use super::new_mark::text;
use super::{Act, NewMark, NotDone, OpenSite, SoundChange, Speaker, checker, not_after_as_of};
use crate::atoms::{Text, Words as _};
use crate::edit::{Change, GroupPlace, Item, Value};
use crate::load::records::SignatureRecord;
use crate::model::{Campaign, Pledge, Signature, Signer};

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
pub(crate) fn sign_one<'s>(
    site: &'s OpenSite,
    pledge: &Pledge,
    new: NewSignature,
    name: &str,
) -> Result<Act<'s>, NotDone> {
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

impl Pledge {
    /// The signature of somebody, unless we withdrew it.
    pub(super) fn signed_by(&self, who: &Signer) -> Option<&Signature> {
        self.recorded().find(|known| known.who == *who && !known.mark.is_retracted())
    }
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
