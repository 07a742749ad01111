//! What an act asks for, at a terminal: each thing that the command line does not say, until it can be read.

use super::Terminal;
use super::asking::{LISTED, ask, complete, numbered, one};
use crate::desk::{Choice, Deed, Filled, Fitting, How, Needed, NotDone, OnRecord, OpenSite, Prompt};
use crate::model::Campaign;

/// Names what is missing, when nobody is there to ask.
///
/// # Errors
/// When something is.
pub(super) fn is_complete(prompts: &[Prompt], filled: &Filled, terminal: &Terminal<'_>) -> Result<(), NotDone> {
    let is_asked = |prompt: &&Prompt| prompt.is_needed(filled) && !matches!(prompt.needed, Needed::TheOnly);
    let missing = prompts.iter().filter(is_asked);
    let missing: Vec<(bool, String)> =
        missing.map(|prompt| (filled.contains_key(prompt.argument), prompt.missing())).collect();
    let missing: Vec<(bool, &str)> = missing.iter().map(|(is_there, what)| (*is_there, &**what)).collect();
    complete(&missing, terminal)
}

/// All that is known of what somebody does, after somebody was asked for what the command line does not say. What means something on
/// record has its id.
///
/// # Errors
/// When the site holds nothing that is meant, or no answer comes.
pub(super) fn answered(
    deed: &Deed,
    filled: Filled,
    site: &OpenSite,
    terminal: &mut Terminal<'_>,
) -> Result<Filled, NotDone> {
    let campaign = site.campaign("nothing was written")?;
    let first = deed
        .asks
        .iter()
        .find(|prompt| prompt.is_placed)
        .or_else(|| deed.asks.iter().find(|prompt| prompt.is_needed(&filled)));
    // Whoever says what it is on the command line is asked for no more than is needed.
    let is_led = terminal.has_somebody()
        && first.is_some_and(|first| !filled.contains_key(first.argument) && (first.when)(&filled, campaign));
    if is_led {
        terminal.complain(format_args!("{}: {}\n", deed.title, deed.about));
    }
    let mut asking = Questioning { filled, is_led, site, campaign, terminal };
    for prompt in &deed.asks {
        asking.settle(prompt)?;
    }
    Ok(asking.filled)
}

/// What is known so far, and who can be asked for more.
struct Questioning<'a, 't> {
    filled: Filled,
    /// Whether somebody is led through all that can be said.
    is_led: bool,
    site: &'a OpenSite,
    campaign: &'a Campaign,
    terminal: &'a mut Terminal<'t>,
}

impl Questioning<'_, '_> {
    /// Settles one thing: by what was said, by what somebody answers, or because there is but one.
    fn settle(&mut self, prompt: &Prompt) -> Result<(), NotDone> {
        let said = self.filled.get(prompt.argument).cloned();
        let settled = match (said, &prompt.how) {
            (Some(said), How::Known(known) | How::Several(known)) => {
                said.iter().map(|words| self.known(*known, words)).collect::<Result<_, _>>()?
            }
            (Some(said), _) => said,
            (None, _) if !self.is_asked(prompt) => Vec::new(),
            (None, How::Known(known) | How::Several(known)) => self.chosen(prompt, *known)?,
            (None, _) => self.told(prompt)?,
        };
        if !settled.is_empty() {
            self.filled.insert(prompt.argument.to_owned(), settled);
        }
        Ok(())
    }

    fn is_asked(&self, prompt: &Prompt) -> bool {
        let is_known = |argument: &&str| self.filled.contains_key(*argument);
        let fits = !prompt.not_with.iter().any(is_known) && prompt.with.iter().all(is_known);
        match prompt.needed {
            Needed::Yes | Needed::TheOnly | Needed::TheOnlyIfAny => true,
            Needed::When(needed) => needed(&self.filled),
            Needed::No | Needed::AsDeclared => {
                self.is_led && !prompt.label.is_empty() && fits && (prompt.when)(&self.filled, self.campaign)
            }
        }
    }

    /// What the words mean of what is on record.
    fn known(&mut self, known: OnRecord, words: &str) -> Result<String, NotDone> {
        let fits = known.fitting(words, self.campaign, &self.filled).map_err(|why| self.site.not_found(why))?;
        one(fits, words, |choice| known.told(choice), self.terminal).map(|choice| choice.id)
    }

    /// What somebody chooses of what is on record, or the only thing where that is meant.
    fn chosen(&mut self, prompt: &Prompt, known: OnRecord) -> Result<Vec<String>, NotDone> {
        let all = known.choices(self.campaign, &self.filled);
        let kind = known.made_by().unwrap_or("record");
        let is_only = matches!(prompt.needed, Needed::TheOnly | Needed::TheOnlyIfAny);
        let is_needed = is_only || prompt.is_needed(&self.filled);
        match &all[..] {
            [] if !is_needed || matches!(prompt.needed, Needed::TheOnlyIfAny) => return Ok(Vec::new()),
            [] => {
                let why = format!("the site has no {kind} yet: “hustings add {kind}” makes one");
                return Err(self.site.not_found(why));
            }
            [only] if is_only => return Ok(vec![only.id.clone()]),
            all if !self.terminal.has_somebody() => {
                let list: String = all.iter().take(LISTED).map(|one| format!("\n  {}", known.told(one))).collect();
                return Err(NotDone::Refused(format!("say which {kind} you mean, with --{}:{list}", prompt.argument)));
            }
            _ => {}
        }
        // More are too much to read.
        let shown: &[Choice] = if all.len() <= LISTED { &all } else { &[] };
        let lines = shown.iter().zip(1..).map(|(one, n)| format!("  {n}  {}\n", known.told(one)));
        self.terminal.complain(lines.collect::<String>());
        self.several(prompt, is_needed, None, |asked, question, may_end| {
            let (campaign, filled) = (asked.campaign, &asked.filled);
            let fits = ask(asked.terminal, question, |words| match words {
                "" if may_end => Ok(None),
                words => match numbered(words, shown.len()) {
                    Ok(number) => Ok(Some(Fitting::One(shown[number].clone()))),
                    Err(_) => known.fitting(words, campaign, filled).map(Some),
                },
            })?;
            let Some(fits) = fits else { return Ok(None) };
            let meant = one(fits, "that", |choice| known.told(choice), asked.terminal)?;
            asked.terminal.complain(format_args!("  {}\n", known.told(&meant)));
            Ok(Some(meant.id))
        })
    }

    /// What somebody answers.
    fn told(&mut self, prompt: &Prompt) -> Result<Vec<String>, NotDone> {
        let guess = prompt.guess.map(|guess| guess(&self.filled));
        if guess == Some(None) {
            return Ok(Vec::new());
        }
        let guess = guess.flatten();
        let all =
            self.several(prompt, prompt.is_needed(&self.filled), guess.as_deref(), |asked, question, may_end| {
                ask(asked.terminal, question, |said| match said {
                    "" if may_end => Ok(None),
                    said => prompt.spelt(said).map(Some).map_err(|malformed| malformed.to_string()),
                })
            })?;
        Ok(if all.is_empty() { guess.into_iter().collect() } else { all })
    }

    /// One answer; or one after another, where there can be several, until none comes.
    fn several(
        &mut self,
        prompt: &Prompt,
        is_needed: bool,
        guess: Option<&str>,
        mut answer: impl FnMut(&mut Self, &str, bool) -> Result<Option<String>, NotDone>,
    ) -> Result<Vec<String>, NotDone> {
        let mut all = Vec::new();
        loop {
            let without = match guess {
                _ if !all.is_empty() => Some("no more"),
                None if is_needed => None,
                guess => guess.or(Some(prompt.without)),
            };
            let Some(one) = answer(self, &prompt.question(without), without.is_some())? else { return Ok(all) };
            all.push(one);
            if prompt.between.is_none() {
                return Ok(all);
            }
        }
    }
}

impl Prompt {
    /// What is missing without it.
    fn missing(&self) -> String {
        let described = self.described();
        let mut letters = described.split(". ").next().unwrap_or_default().chars();
        let described: String = letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
        if self.is_placed {
            format!("{}, {described}", self.value)
        } else {
            format!("--{}, {described}", self.argument)
        }
    }

    /// What is asked, with what it means to answer nothing where that is possible.
    fn question(&self, without: Option<&str>) -> String {
        let helps = match &self.how {
            How::Words(words) => Some(words.iter().map(|(word, _)| &**word).collect::<Vec<_>>().join(", ")),
            How::Known(_) if self.hint.is_none() => Some("a number, an id or a part of the name".to_owned()),
            _ => self.example.filter(|_| !self.is_words).map(str::to_owned),
        };
        let several = self.between.map(|_| "one at a time".to_owned());
        let enter = without.map(|without| format!("Enter: {without}"));
        let parts: Vec<String> = [self.hint.map(str::to_owned), helps, several, enter].into_iter().flatten().collect();
        if parts.is_empty() { format!("{} ", self.label) } else { format!("{} ({}) ", self.label, parts.join("; ")) }
    }
}
