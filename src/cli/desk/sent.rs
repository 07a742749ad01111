use super::Memory;
use super::acts::DeskAct;
use super::command::Amiss;
use crate::desk::{Filled, Prompt};

/// What a form sends besides the arguments: the step, which change was seen, and what is settled.
const STEP: &str = "step";
const SEEN: &str = "seen";
const KEEP: &str = "keep";
const MARK: &str = "mark";

/// What is likely to be the same for all answers of a person.
const KEPT: [&str; 5] = ["kind", "on", "title", "place", "url"];

/// What a browser sent for an act.
#[derive(Debug, Default)]
pub(super) struct Sent {
    pub(super) filled: Filled,
    /// What the page settled that led to the form.
    pub(super) keep: Vec<String>,
    /// What is to be done: `show` what would change, `save` it, or else fill in the form.
    pub(super) step: String,
    /// Which change was shown.
    pub(super) seen: String,
    /// Which mark was shown, to be confirmed as it was then.
    pub(super) mark: String,
}

impl Sent {
    /// Takes what an act has arguments for, and nothing else.
    pub(super) fn of(act: &DeskAct, fields: &[(String, String)]) -> Self {
        let arguments = act.arguments();
        let mut sent = Self::default();
        for (name, value) in fields {
            // Browsers end the lines of what people type with both signs.
            let value = value.replace("\r\n", "\n").trim().to_owned();
            match name.as_str() {
                STEP => sent.step = value,
                SEEN => sent.seen = value,
                MARK => sent.mark = value,
                KEEP if sent.keep.contains(&value) => {}
                KEEP => sent.keep.push(value),
                name if !value.is_empty() && arguments.iter().any(|one| one.name == name) => {
                    sent.filled.entry(name.to_owned()).or_default().push(value);
                }
                _ => {}
            }
        }
        sent
    }

    /// What was filled into a field that holds one value.
    pub(super) fn one(&self, name: &str) -> Option<&str> {
        self.filled.get(name)?.first().map(String::as_str)
    }

    /// Fills in what is known before anybody types: who sits here, and what was said of the same person a moment ago.
    pub(super) fn complete(&mut self, act: &DeskAct, memory: &Memory) {
        if let (Some(me), Some(ask)) = (&memory.me, act.of_checker()) {
            self.filled.entry(ask.argument.to_owned()).or_insert_with(|| vec![me.to_string()]);
        }
        let is_same = self.one("person").is_some() && memory.last.get("person") == self.filled.get("person");
        if act.name == "record" && is_same {
            for (name, value) in memory.last.iter().filter(|(name, _)| KEPT.contains(&name.as_str())) {
                self.filled.entry(name.clone()).or_insert_with(|| value.clone());
            }
        }
    }

    /// Names what is missing, when something is.
    pub(super) fn is_complete(&self, act: &DeskAct) -> Result<(), Amiss> {
        let is_missing = |ask: &&Prompt| ask.is_needed(&self.filled) && !self.filled.contains_key(ask.argument);
        let missing: Vec<String> = act.asks.iter().filter(is_missing).map(|ask| ask.argument.to_owned()).collect();
        if !missing.is_empty() {
            return Err(Amiss { arguments: missing, what: "Please fill this in.".to_owned() });
        }
        // Whoever says what is wrong and presses “yes” has pressed the wrong one.
        if act.name == "confirm" && self.one("answer") == Some("yes") && self.one("why").is_some() {
            let what = "You said yes, and also what is wrong. Take one of them out.".to_owned();
            return Err(Amiss { arguments: vec!["answer".to_owned(), "why".to_owned()], what });
        }
        Ok(())
    }

    /// All of it once more, as fields of a form.
    pub(super) fn fields(&self) -> Vec<(String, String)> {
        let filled = self.filled.iter().flat_map(|(name, all)| all.iter().map(|value| (name.clone(), value.clone())));
        let kept = self.keep.iter().map(|name| (KEEP.to_owned(), name.clone()));
        let mark = Some((MARK.to_owned(), self.mark.clone())).filter(|(_, mark)| !mark.is_empty());
        filled.chain(kept).chain(mark).collect()
    }

    /// Where whoever did an act goes on: on the board from which they came, or with what waits.
    pub(super) fn next(&self, act: &DeskAct) -> String {
        let ballot = self.one("person").and_then(|address| {
            // That of somebody who stands has the ballot in it.
            let (ballot, _) = address.rsplit_once('/').filter(|(ballot, _)| ballot.contains('/'))?;
            Some(format!("ballot/{ballot}"))
        });
        match act.name {
            "confirm" => "waiting".to_owned(),
            "candidate" => self.one("ballot").map(|id| format!("of/{id}")).unwrap_or_default(),
            "record" => {
                let of_party = self.one("election").map(|election| format!("parties/{election}"));
                ballot.or(of_party).unwrap_or_default()
            }
            _ => String::new(),
        }
    }
}
