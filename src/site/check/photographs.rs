use std::collections::BTreeMap;

use crate::atoms::PictureName;
use crate::diagnostic::{Code, Diagnostics, Place};
use crate::model::{Campaign, Candidacy};

/// Looks for photographs that stand beside two people: one of the two is seldom on it.
pub(super) fn photographs(campaign: &Campaign, found: &mut Diagnostics) {
    let mut shown: BTreeMap<&PictureName, Vec<(&Candidacy, Place)>> = BTreeMap::new();
    for ballot in campaign.elections.iter().flat_map(|election| &election.ballots) {
        let with_photo = ballot.candidacies.iter().filter_map(|person| Some((person, &person.photo.as_ref()?.file)));
        for (person, name) in with_photo {
            let place = Place { file: ballot.file.clone(), pos: name.pos };
            shown.entry(&name.value).or_default().push((person, place));
        }
    }
    for (name, people) in shown {
        for (person, place) in &people {
            let Some((other, there)) = people.iter().find(|(other, _)| other.person != person.person) else { continue };
            let message = format!("the photograph {name} is of {} ({there}) too", other.name);
            let help = format!("name the file that shows {}; or leave “photo:” out until you have one", person.name);
            found.push(Code::SharedPhotograph, &place.file, place.pos, message, help);
        }
    }
}
