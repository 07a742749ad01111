//! Takes a campaign and the names of the theme's files, gives a [`SitePlan`]: every page, asset and
//! redirect with its address, links resolved and collisions refused. Never renders anything.

mod addresses;
mod check_links;
mod compared;
mod headings;
mod kind;
mod links;
mod redirects;
mod register;

use std::collections::BTreeSet;

use crate::atoms::SitePath;
use crate::diagnostic::{Diagnostics, FileName};
use crate::load::Theme;
use crate::model::Campaign;

pub use addresses::Addresses;
use check_links::Links;
pub use compared::Compared;
pub use headings::HeadingIds;
pub use kind::{BUILT_IN, DATA_FILES, PageKind};
pub use links::Link;
use register::Register;

/// Every file of the site with its address.
#[derive(Debug)]
pub struct SitePlan {
    /// The pages, in a fixed order.
    pub pages: Vec<(SitePath, PageKind)>,
    /// Addresses that only lead on to another page: from → to.
    pub redirects: Vec<(SitePath, SitePath)>,
    /// The theme's static files: name inside `static/` → address.
    pub assets: Vec<(String, SitePath)>,
    /// Where everything is.
    pub addresses: Addresses,
    /// Every address that a link may lead to.
    targets: BTreeSet<SitePath>,
}

/// Gives every page its address.
///
/// `troubled` names the files with errors: a link to a page that one of them would make is not reported.
#[must_use]
pub fn plan(campaign: &Campaign, theme: &Theme, troubled: &BTreeSet<FileName>) -> (SitePlan, Diagnostics) {
    let mut found = Diagnostics::default();
    let mut register = Register::default();
    let addresses = Addresses::of(campaign, &mut register, &mut found);
    let assets = assets(theme, &mut register, &mut found);
    let redirects = redirects::redirects(campaign, &addresses, &mut register, &mut found);
    let (pages, targets) = register.into_parts();
    let plan = SitePlan { pages, redirects, assets, addresses, targets };
    let links = Links::of(&plan, campaign, troubled);
    for question in &campaign.questions {
        links.check(&question.body, None, &mut found);
    }
    for (page, path) in campaign.pages.iter().zip(&plan.addresses.prose) {
        links.check(&page.body, path.as_ref(), &mut found);
    }
    (plan, found)
}

fn assets(theme: &Theme, register: &mut Register, found: &mut Diagnostics) -> Vec<(String, SitePath)> {
    let mut assets = Vec::new();
    for (name, file) in theme.in_folder("static") {
        match format!("static/{name}").parse::<SitePath>() {
            Ok(path) => {
                register.file(&path, &file.file, found);
                assets.push((name.to_owned(), path));
            }
            Err(malformed) => {
                let code = crate::diagnostic::Code::BadTheme;
                found.push(code, &file.file, crate::diagnostic::Pos::START, malformed.what, malformed.help);
            }
        }
    }
    assets
}
