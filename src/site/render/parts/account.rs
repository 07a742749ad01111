use tera::Value;

use crate::atoms::capitalised;
use crate::messages::{fill, msg};
use crate::model::Account;
use crate::render::context::Context;
use crate::render::parts::phrase;
use crate::render::record_words;
use crate::render::view::list;

/// How far an account can be relied upon, as part of a sentence: “disputed and unverified”.
fn statuses(cx: &Context<'_>, account: &Account) -> String {
    let words: Vec<_> = account.statuses.iter().map(|status| cx.words.text(record_words::status(*status))).collect();
    phrase::names_listed(cx, &words)
}

/// What an account says, with how far it can be relied upon in the same sentence. Nothing else shows what it says.
pub(crate) fn sentence(cx: &Context<'_>, account: &Account) -> String {
    let status = capitalised(&statuses(cx, account));
    cx.words.with(msg::ACCOUNT_SAYS, (fill::says(&account.says), fill::status(status)))
}

/// What an account is about, with what kind of thing it is and how far it can be relied upon.
pub(crate) fn named(cx: &Context<'_>, account: &Account) -> String {
    let about = fill::about(&account.about);
    let (kind, status) = (fill::kind(cx.words.text(record_words::account(account.kind))), statuses(cx, account));
    cx.words.with(msg::ACCOUNT_NAMED, (about, kind, fill::status(status)))
}

/// What kind of thing it is, whose, and of when.
pub(crate) fn under(cx: &Context<'_>, account: &Account) -> String {
    let kind = capitalised(&cx.words.text(record_words::account(account.kind)));
    let (by, kind) = (fill::by(&account.by), fill::kind(kind));
    match account.date.map(|date| fill::date(cx.words.date(date))) {
        Some(date) if account.is_dated_by_report() => cx.words.with(msg::ACCOUNT_UNDER_REPORTED, (by, date, kind)),
        Some(date) => cx.words.with(msg::ACCOUNT_UNDER, (by, date, kind)),
        None => cx.words.with(msg::ACCOUNT_UNDER_UNDATED, (by, kind)),
    }
}

/// When it does not apply, which stands above all else that is said of it.
pub(crate) fn warning(cx: &Context<'_>, account: &Account) -> Option<String> {
    let when = account.does_not_apply_when.as_ref()?;
    Some(cx.words.with(msg::ACCOUNT_NOT_WHEN, fill::when(&phrase::clause(when))))
}

/// Some accounts, each in one line.
pub(crate) fn lines<'a>(cx: &Context<'_>, accounts: impl Iterator<Item = &'a Account>) -> Value {
    list(accounts.map(|account| {
        view! {
            warning: warning(cx, account),
            about: &account.about,
            link: cx.account_link(account),
            says: sentence(cx, account),
            under: under(cx, account),
        }
    }))
}
