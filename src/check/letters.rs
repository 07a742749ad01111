use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::letters::lacking;
use crate::model::Campaign;

/// Looks for names that cannot be written in pictures of pages: such a page has none.
pub(super) fn letters(campaign: &Campaign, found: &mut Diagnostics) {
    if !campaign.site.share_pictures {
        return;
    }
    let parties = campaign.parties.iter().map(|party| (&party.name, &party.file, Pos::START));
    let questions = campaign.questions.iter().map(|question| (&*question.ask, &question.body.file, question.ask.pos));
    let ballots = campaign.elections.iter().flat_map(|election| &election.ballots);
    let areas = ballots.clone().map(|ballot| (&ballot.area, &ballot.file, Pos::START));
    let people = ballots.flat_map(|ballot| ballot.candidacies.iter().map(|one| (&one.name, &ballot.file, one.pos)));
    for (name, file, pos) in parties.chain(questions).chain(areas).chain(people) {
        if let Some(letter) = lacking(name) {
            let message = format!("pictures for sharing cannot show “{name}”: their typeface lacks “{letter}”");
            let help = "nothing is wrong with the name; only that pages on which it would be in the picture have none";
            found.push(Code::UndrawnLetters, file, pos, message, help);
        }
    }
}
