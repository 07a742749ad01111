use std::collections::BTreeMap;
use std::str::FromStr as _;

use crate::atoms::{Colour, Stance, Words as _};
use crate::load::Theme;
use crate::render::parts::mark;

/// The outlines of one shape, as SVG writes them, each with whether what it goes round twice is left out.
pub(super) type Outlines = Vec<(String, bool)>;

/// What a theme gives to pictures: its colours by day, and the shapes of its marks.
pub(crate) struct Paints {
    colours: BTreeMap<&'static str, Colour>,
    shapes: BTreeMap<&'static str, Outlines>,
}

/// The custom properties of the style sheet, and what they are where it does not say.
const COLOURS: [(&str, &str); 6] = [
    ("paper", "#ffffff"),
    ("ink", "#111315"),
    ("quiet", "#4b4b4b"),
    ("yes", "#0a4a94"),
    ("no", "#8a3300"),
    ("partly", "#5b3a8e"),
];

impl Paints {
    pub(crate) fn of(theme: &Theme) -> Self {
        let style = theme.in_folder("static").into_iter().find(|(name, _)| *name == "style.css");
        let style = style.map(|(_, file)| String::from_utf8_lossy(&file.bytes)).unwrap_or_default();
        let marks = theme.in_folder("templates").into_iter().find(|(name, _)| *name == "marks.html");
        let marks = marks.map(|(_, file)| String::from_utf8_lossy(&file.bytes)).unwrap_or_default();
        let colours = COLOURS.map(|(name, usual)| (name, colour(&style, name).unwrap_or_else(|| written(usual))));
        let shapes = Stance::ALL.iter().map(|stance| {
            let (_, shape) = mark::drawn(*stance, true);
            (shape, outlines(&marks, shape, true))
        });
        Self { colours: colours.into(), shapes: shapes.collect() }
    }

    /// A colour that every theme has.
    pub(super) fn colour(&self, name: &str) -> &Colour {
        &self.colours[name]
    }

    /// The outlines of a confirmed mark, in a square of 28 by 28; none when the theme draws it in a way that we cannot read.
    pub(super) fn shape(&self, stance: Stance) -> &[(String, bool)] {
        &self.shapes[mark::drawn(stance, true).1]
    }
}

fn written(colour: &str) -> Colour {
    Colour::from_str(colour).unwrap_or_else(|_| unreachable!("{colour} is a colour"))
}

/// The colour that a style sheet first gives to a custom property: that by day.
fn colour(style: &str, name: &str) -> Option<Colour> {
    let value = style.split_once(&format!("--{name}:"))?.1;
    Colour::from_str(value.split(';').next()?.trim()).ok()
}

/// The outlines of the shape that has an id, with those of the shapes that it uses, which use none.
fn outlines(marks: &str, shape: &str, may_use: bool) -> Outlines {
    let Some((before, rest)) = marks.split_once(&format!(" id=\"m-{shape}\"")) else { return Outlines::new() };
    let is_group = before.ends_with("<symbol");
    let inside = rest.split(if is_group { "</symbol>" } else { ">" }).next().unwrap_or_default();
    let tags = inside.split('<').flat_map(|tag| match attribute(tag, "href") {
        Some(used) if may_use => outlines(marks, used.trim_start_matches("#m-"), false),
        Some(_) => Outlines::new(),
        None => attribute(tag, "d")
            .map(|d| (d.to_owned(), attribute(tag, "fill-rule") == Some("evenodd")))
            .into_iter()
            .collect(),
    });
    tags.collect()
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}
