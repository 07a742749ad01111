use super::judge::Judge;
use super::types::Accent;
use crate::atoms::Colour;
use crate::diagnostic::Code;
use crate::load::At;

/// How far a thick rule has to stand out from the page.
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
}

/// The nearest colour that can be seen on a ground.
fn seen_on(accent: &Colour, [ground, most]: [&str; 2]) -> Colour {
    accent.standing_out(&colour(ground), CONTRAST, &colour(most))
}

fn colour(written: &str) -> Colour {
    written.parse().unwrap_or_else(|malformed| unreachable!("a fixed colour is a colour: {malformed}"))
}
