use crate::atoms::{FigureUnit, Malformed};
use crate::figures::{Amount, FEWEST_PEOPLE, Figure};
use crate::import::tables::shortened;

/// What stands in a cell of figures, before it is known what they count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FigureCell {
    /// A number in its plainest spelling.
    Number { plain: String, sign: Option<Sign> },
    /// Fewer than so many.
    Fewer(u32),
    /// A sign for “not published”, or nothing at all.
    NotPublished,
}

/// What stands beside a number and says what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Percent,
    Pounds,
}

/// What publishers write where they publish no figure; after the custom of the Government Statistical Service also in brackets.
const NOT_PUBLISHED: [&str; 18] =
    ["", "-", "–", "—", "*", "**", ".", "..", "...", "…", ":", "c", "x", "z", "u", "low", "n/a", "suppressed"];

impl FigureCell {
    /// Reads a cell.
    pub(super) fn read(text: &str) -> Result<Self, Malformed> {
        let text = text.trim();
        let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
        if NOT_PUBLISHED.iter().any(|sign| inside.eq_ignore_ascii_case(sign)) {
            return Ok(Self::NotPublished);
        }
        if let Some(fewer) = text.strip_prefix('<').and_then(|n| n.trim().parse().ok()) {
            return Ok(Self::Fewer(fewer));
        }
        let (bare, sign) = match (text.strip_suffix('%'), text.strip_prefix('£')) {
            (Some(bare), _) => (bare.trim_end(), Some(Sign::Percent)),
            (None, Some(bare)) => (bare.trim_start(), Some(Sign::Pounds)),
            (None, None) => (text, None),
        };
        let plain = ungrouped(bare).unwrap_or_else(|| bare.to_owned());
        match Amount::times(&plain, 1) {
            Some(_) => Ok(Self::Number { plain, sign }),
            None => Err(no_number(text)),
        }
    }

    /// The figure, given what the table counts and by how much each number is multiplied.
    pub(super) fn figure(&self, unit: FigureUnit, times: u32) -> Result<Figure, Malformed> {
        match self {
            Self::NotPublished => Ok(Figure::NotPublished),
            Self::Fewer(n) if unit == FigureUnit::People && n.saturating_mul(times) <= FEWEST_PEOPLE => Ok(Figure::Few),
            Self::Fewer(n) => {
                let what = format!(
                    "“<{n}” says less than a figure, and can be shown of fewer than {FEWEST_PEOPLE} people only"
                );
                Err(Malformed::syntax(what, "write the figure, or “..” where none is published"))
            }
            Self::Number { sign: Some(Sign::Percent), .. } if unit != FigureUnit::Percent => {
                Err(other_unit("%", "percent"))
            }
            Self::Number { sign: Some(Sign::Pounds), .. } if unit != FigureUnit::Pounds => {
                Err(other_unit("£", "pounds"))
            }
            Self::Number { plain, .. } => {
                let amount = Amount::times(plain, times).ok_or_else(|| no_number(plain))?;
                Figure::of(amount, unit)
            }
        }
    }
}

fn other_unit(sign: &str, unit: &str) -> Malformed {
    Malformed::syntax(format!("the figure has “{sign}”, which does not fit the unit"), format!("say --unit {unit}"))
}

/// A number without the commas or spaces between its thousands; `None` if it has none, or in the wrong places.
fn ungrouped(text: &str) -> Option<String> {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let separator = whole.chars().find(|c| *c == ',' || c.is_whitespace())?;
    let mut groups = whole.split(separator);
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && !first.starts_with('0'))?;
    let mut plain = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        plain.push_str(group);
    }
    Some(fraction.map_or_else(|| plain.clone(), |fraction| format!("{plain}.{fraction}")))
}

fn no_number(text: &str) -> Malformed {
    let lower = text.to_ascii_lowercase();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let power = |text: &str| digits(&text.replace(['.', '+', '-', 'e'], "")) && text.contains('e');
    let comma = |(whole, rest): (&str, &str)| digits(whole) && digits(rest);
    let help = if lower.starts_with(['-', '−', '(']) {
        "no figure can be below zero: use a column that says how many there are, not how they changed"
    } else if power(&lower) {
        "give the column the format “number” in the spreadsheet, with all digits, and save it again"
    } else if text.split_once(',').is_some_and(comma) {
        "write a point before the digits after it (8.3), and commas only between thousands (1,234)"
    } else {
        "write digits, or “..” where no figure is published; notes belong in another column"
    };
    Malformed::syntax(format!("“{}” is not a figure", shortened(text, 40)), help)
}
