use super::{Exit, Ran, Terminal};
use crate::atoms::near;
use crate::diagnostic::{Code, Severity};

/// Say what a code of “hustings check” means, with an example and the remedy.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings explain unknown-word      what it means, an example, how to correct it
  hustings explain                   every code, in a line each")]
pub(super) struct ExplainArgs {
    /// The code, as “check” prints it between brackets; all when left out.
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

pub(super) fn run(args: &ExplainArgs, terminal: &mut Terminal<'_>) -> Ran {
    let Some(word) = &args.code else {
        let list: String = Code::ALL.iter().copied().map(line).collect();
        terminal.print(list)?;
        return Ok(Exit::Clean);
    };
    // As it is printed: error[unknown-word].
    let word = word.trim_start_matches("error").trim_start_matches("warning").trim_matches(['[', ']']);
    match Code::ALL.iter().find(|code| code.id() == word) {
        Some(code) => {
            terminal.print(format_args!("{code}\n\n{}\n", plain(code.explanation())))?;
            Ok(Exit::Clean)
        }
        None => {
            let meant = near(word, Code::ALL.iter().map(|code| code.id()));
            let meant = meant.map(|near| format!("did you mean “{near}”? ")).unwrap_or_default();
            terminal.complain(format_args!("error: there is no code “{word}”; {meant}“hustings explain” lists all\n"));
            Ok(Exit::Usage)
        }
    }
}

/// A code in a line: its name, what it does and its meaning in one sentence.
fn line(code: Code) -> String {
    let severity = match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let text = plain(code.explanation()).replace('\n', " ");
    let meaning = text.split_once(". ").map_or("", |(_, rest)| rest);
    let sentence = meaning.find(". ").map_or(meaning, |end| &meaning[..=end]);
    format!("{:<25} {severity:<8} {}\n", code.id(), sentence.lines().next().unwrap_or_default())
}

/// Markdown for a terminal: of a link, its words and the file that it leads to.
fn plain(markdown: &str) -> String {
    let mut parts = markdown.split("](");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (target, rest) = part.split_once(')').unwrap_or(("", part));
        if let Some(open) = text.rfind('[') {
            text.remove(open);
        }
        if target.ends_with(".md") {
            text += &format!(" (docs/{target})");
        }
        text += rest;
    }
    text
}
