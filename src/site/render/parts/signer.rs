use std::borrow::Cow;

use crate::model::{Pledge, Signature, Signer};
use crate::render::context::Context;
use crate::render::located::PersonAt;

/// The candidacy of a person who signed.
pub(crate) fn candidacy<'a>(cx: &Context<'a>, pledge: &Pledge, signature: &Signature) -> Option<PersonAt<'a>> {
    let Signer::Person(person) = &signature.who else { return None };
    cx.candidacies.get(person)?.iter().find(|at| at.election.id == pledge.election).copied()
}

/// What the one who signed is called.
pub(crate) fn name<'a>(cx: &Context<'a>, pledge: &Pledge, signature: &'a Signature) -> Cow<'a, str> {
    match &signature.who {
        Signer::Person(_) => {
            candidacy(cx, pledge, signature).map(|at| cx.person_name(at.ballot, at.person)).unwrap_or_default()
        }
        Signer::Party(party) => cx.party(party).map(|party| cx.party_title(party)).unwrap_or_default(),
        Signer::Named(name) => cx.words.told(name),
    }
}

/// The page of the one who signed.
pub(crate) fn page<'a>(cx: &Context<'a>, pledge: &Pledge, signature: &Signature) -> Option<&'a str> {
    match &signature.who {
        Signer::Person(_) => candidacy(cx, pledge, signature).map(|at| at.page),
        Signer::Party(party) => cx.party(party).map(|party| cx.party_page(party)).filter(|page| !page.is_empty()),
        Signer::Named(_) => None,
    }
}
