use super::DEEPEST;
use super::unclosed::Unclosed;
use crate::diagnostic::{Code, Pos};

/// Something wrong with a text, and how to put it right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What kind of trouble.
    pub code: Code,
    /// Where.
    pub pos: Pos,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Trouble {
    pub(super) fn new(code: Code, pos: Pos, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code, pos, message: message.into(), help: help.into() }
    }

    pub(super) fn syntax(pos: Pos, what: &str) -> Self {
        let help = if what.contains("escape") || what.contains("surrogate") {
            "write the character itself, or put the text between single quotes, in which “\\” means itself"
        } else {
            "put the value in quotes, or write “|” after the key and the text indented on the next lines; \
             a quote left open above or a line out of step with its neighbours does the same"
        };
        Self::new(Code::YamlSyntax, pos, format!("YAML trips over this: {what}"), help)
    }

    /// A bracket or a quote that is opened and not closed.
    pub(super) fn unclosed(pos: Pos, Unclosed { sign, line }: Unclosed) -> Self {
        let message = format!("YAML trips over this, since “{sign}” on line {line} is not closed");
        let close = match sign {
            '[' => ']',
            '{' => '}',
            quote => quote,
        };
        let help = format!(
            "write “{close}” where it should end, most likely at the end of line {line}; if the sign is a part of the text, put \
             the whole text in other quotes"
        );
        Self::new(Code::YamlSyntax, pos, message, help)
    }

    pub(super) fn too_complex(pos: Pos) -> Self {
        let message = format!(
            "records may not use aliases (*name), contain several documents (---) or nest more than {DEEPEST} levels"
        );
        let help = "write the values out, one record for each file; a text that begins with “*” or “&” needs quotes";
        Self::new(Code::TooComplex, pos, message, help)
    }

    /// A word that begins with a sign by which YAML names (`&`) or types (`!`) a value.
    pub(super) fn unquoted_sign(pos: Pos, sign: char) -> Self {
        let does = if sign == '&' { "a name for the value" } else { "a type" };
        let message = format!("YAML reads a word that begins with “{sign}” as {does}, so it would be lost");
        Self::new(Code::UnquotedSign, pos, message, "put it in quotes, up to its last word")
    }

    /// A list or group that stands where a key belongs.
    pub(super) fn no_key(pos: Pos) -> Self {
        let message = "the value has the wrong shape: this should be one text, not a list or a group of keys";
        Self::new(Code::WrongShape, pos, message, "see docs/record-format.md for how this key is written")
    }
}
