use std::borrow::Cow;

use crate::atoms::SitePath;
use crate::model::Party;
use crate::render::context::Context;

/// The colour of a party that has none on record.
const NO_COLOUR: &str = "#8a8a8a";

views! {
    /// A party's name with its colour and page.
    #[derive(Clone)]
    PartyName<'a> {
        name: &'a str, "Its name";
        colour: &'a str, "Its colour as `#rrggbb`, for a stripe of at most 5 pixels";
        link: Option<&'a str>, "Its page";
    }

    /// Words that lead somewhere: into this site (`link`) or out of it (`url`).
    #[derive(Clone, Default, PartialEq)]
    LinkView<'a> {
        text: Cow<'a, str>, "The words";
        #[serde(skip_serializing_if = "Option::is_none")]
        link: Option<Cow<'a, str>>, "The address in this site";
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<&'a str>, "The address on another site";
    }
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
