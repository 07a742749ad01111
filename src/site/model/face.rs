use std::collections::BTreeMap;

use super::judge::Judge;
use super::types::{Accent, SiteLogo};
use crate::atoms::{Colour, PictureName};
use crate::diagnostic::Code;
use crate::load::records::SiteRecord;
use crate::load::{At, Logo, OwnPicture};

/// How far a thick rule or a logo has to stand out from the page.
const CONTRAST: f64 = 3.0;

/// What pages are drawn on, and what would stand out most there: by day, and in the dark. So it is in the default theme.
const LIGHT: [&str; 2] = ["#ffffff", "#111315"];
const DARK: [&str; 2] = ["#111315", "#f2f0ea"];

impl Judge {
    /// The colour of the site's rules; reported when it could hardly be seen on a white page.
    pub(super) fn accent(&mut self, accent: Option<&At<Colour>>) -> Option<Accent> {
        let At { pos, value } = accent?;
        let [light, dark] = [seen_on(value, LIGHT), seen_on(value, DARK)];
        if light != *value {
            let contrast = value.contrast_with(&colour(LIGHT[0]));
            let message = format!(
                "the accent {value} is hard to see on white: its contrast is {contrast:.1} to 1, and 3 to 1 is needed"
            );
            let help = format!("write \"{light}\", the nearest that can be seen, or another darker colour");
            self.report(Code::FaintAccent, *pos, message, help);
        }
        Some(Accent { light, dark })
    }

    /// The site's logo; reported where most of it could hardly be seen.
    pub(super) fn logo(&mut self, site: &SiteRecord, pictures: &BTreeMap<PictureName, OwnPicture>) -> Option<SiteLogo> {
        let Some(name) = &site.logo else {
            if let Some(dark) = &site.logo_dark {
                let message = "this is a logo for dark pages, and nothing says which one is for the others";
                self.report(
                    Code::MissingKey,
                    dark.pos,
                    message,
                    "write “logo:” with it, and leave “logo_dark:” out if it is the same",
                );
            }
            return None;
        };
        let mut read = |name: &At<PictureName>| {
            let there = self.has_picture(name, pictures.keys());
            there.then(|| pictures.get(&name.value)?.logo.clone()).flatten()
        };
        let (light, dark) = (read(name), site.logo_dark.as_ref().map(|name| (name.pos, read(name))));
        let light = light?;
        if is_faint(&light, LIGHT) {
            let help = "use a logo with darker colours, or give it a ground of its own";
            self.report(Code::FaintLogo, name.pos, "most of the logo is hard to see on white pages", help);
        }
        let (pos, on_dark) = dark.unwrap_or((name.pos, None));
        if is_faint(on_dark.as_ref().unwrap_or(&light), DARK) {
            let help = "name one with lighter colours at “logo_dark:”, or give it a ground of its own";
            self.report(Code::FaintLogo, pos, "most of the logo is hard to see on dark pages", help);
        }
        Some(SiteLogo { light, dark: on_dark })
    }
}

/// Whether most of a logo does not stand out from a ground.
fn is_faint(logo: &Logo, [ground, _]: [&str; 2]) -> bool {
    let ground = colour(ground);
    let faint = logo.colours.iter().filter(|(colour, _)| colour.contrast_with(&ground) < CONTRAST);
    faint.map(|(_, share)| share).sum::<u32>() * 2 > logo.colours.values().sum()
}

/// The nearest colour that can be seen on a ground.
fn seen_on(accent: &Colour, [ground, most]: [&str; 2]) -> Colour {
    accent.standing_out(&colour(ground), CONTRAST, &colour(most))
}

fn colour(written: &str) -> Colour {
    written.parse().unwrap_or_else(|malformed| unreachable!("a fixed colour is a colour: {malformed}"))
}
