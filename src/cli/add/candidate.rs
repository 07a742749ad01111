use super::{UNDONE, complete};
use crate::atoms::{BallotKind, Text};
use crate::cli::Terminal;
use crate::cli::asking::{AskedFor, ask, meant, one, told, told_if_any};
use crate::desk::{
    Act, BallotOf, CandidateDetails, NotDone, OpenSite, StandsFor, Within, add_candidate, ballots, stands_for,
};
use crate::import::sort_name;
use crate::model::Campaign;

/// Somebody who stands.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings add candidate
  hustings add candidate 'Asha Example' --party harbour --ballot 'example town' --sort-name 'Example, Asha'
  hustings add candidate 'Dev Placeholder' --party independent --description 'Dev for the Duck Pond' --place 4

Without --place, people stand in the order of their family names.")]
pub(super) struct CandidateArgs {
    /// The name as on the ballot paper.
    #[arg(value_name = "NAME", value_parser = crate::atoms::name)]
    name: Option<Text>,
    /// The party: its id or a part of its name, or independent.
    #[arg(long, value_name = "PARTY")]
    party: Option<String>,
    /// The ballot: its id or a part of the area's name; not needed when there is one alone.
    #[arg(long, value_name = "BALLOT")]
    ballot: Option<String>,
    /// The election, when there are several.
    #[arg(long, value_name = "ID")]
    election: Option<String>,
    #[command(flatten)]
    details: CandidateDetails,
}

impl CandidateArgs {
    pub(super) fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        let needed = [
            (self.name.is_some(), "NAME, as on the ballot paper"),
            (self.party.is_some(), "--party, its id or name, or independent"),
        ];
        complete(&needed, terminal)
    }

    pub(super) fn added<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Act<'s>, NotDone> {
        let campaign = site.campaign(UNDONE)?;
        let all = ballots(campaign, &Within { election: self.election.clone(), ballot: None })?;
        let sought = AskedFor {
            kind: "ballot",
            question: "Which ballot? (its number, its id, or a part of the area’s name) ",
        };
        let at = meant(self.ballot.as_deref(), &all, BallotOf::fitting, ToString::to_string, sought, terminal)?;
        let name = told(self.name.as_ref(), "What is the name, as on the ballot paper? ", terminal)?;
        let party = self.stands_for(campaign, terminal)?;
        let mut details = self.details.clone();
        if self.name.is_none() {
            self.ask(&mut details, &name, at, terminal)?;
        }
        add_candidate(site, at, &name, party, &details)
    }

    fn stands_for<'c>(&self, campaign: &'c Campaign, terminal: &mut Terminal<'_>) -> Result<StandsFor<'c>, NotDone> {
        let label = |party: &StandsFor<'_>| party.to_string();
        if let Some(words) = &self.party {
            return one(stands_for(words, campaign).map_err(NotDone::Refused)?, words, label, terminal);
        }
        let asked = "For which party? (its id or a part of its name, or independent) ";
        let fits = ask(terminal, asked, |words| stands_for(words, campaign))?;
        one(fits, "that", label, terminal)
    }

    /// Asks for what somebody knows who goes step by step.
    fn ask(
        &self,
        details: &mut CandidateDetails,
        name: &Text,
        at: BallotOf<'_>,
        terminal: &mut Terminal<'_>,
    ) -> Result<(), NotDone> {
        let guess = sort_name(name.as_str(), None);
        if guess.guessed {
            let asked = format!("How is it sorted, family name first? (Enter: {}) ", guess.text);
            told_if_any(&mut details.sort_name, &asked, terminal)?;
            if details.sort_name.is_none() {
                details.sort_name = guess.text.parse().ok();
            }
        }
        if at.ballot.kind == BallotKind::Lists {
            told_if_any(
                &mut details.list_position,
                "Which place on the party’s list? (a number; Enter: none) ",
                terminal,
            )?;
        }
        let asked = "What is the description on the ballot paper? (Enter: the party’s name) ";
        told_if_any(&mut details.description, asked, terminal)?;
        let asked = "Which number does Democracy Club give them? (Enter: not known) ";
        told_if_any(&mut details.id, asked, terminal)
    }
}
