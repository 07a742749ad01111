use std::borrow::Cow;

use serde::Serialize;

use crate::atoms::SitePath;
use crate::model::Party;
use crate::render::context::Context;

/// The colour of a party that has none on record.
const NO_COLOUR: &str = "#8a8a8a";

/// A party's name with its colour and page.
#[derive(Debug, Clone, Serialize)]
pub struct PartyName<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its colour as `#rrggbb`, for a stripe of at most 5 pixels.
    pub colour: &'a str,
    /// Its page.
    pub link: Option<&'a str>,
}

/// Words that lead somewhere: into this site (`link`) or out of it (`url`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct LinkView<'a> {
    /// The words.
    pub text: Cow<'a, str>,
    /// The address in this site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Cow<'a, str>>,
    /// The address on another site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'a str>,
}

impl<'a> LinkView<'a> {
    /// Words that lead to a page of this site.
    pub(crate) fn to(text: impl Into<Cow<'a, str>>, link: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), link: Some(link.into()), url: None }
    }

    /// Words that may lead to another site.
    pub(crate) fn out(text: impl Into<Cow<'a, str>>, url: Option<&'a str>) -> Self {
        Self { text: text.into(), link: None, url }
    }
}

pub(crate) fn party_name<'a>(cx: &Context<'a>, party: &'a Party) -> PartyName<'a> {
    PartyName {
        name: party.name.as_str(),
        colour: party.colour.as_ref().map_or(NO_COLOUR, |colour| colour.as_str()),
        link: cx.plan.addresses.parties.get(&party.id).map(SitePath::as_str),
    }
}
