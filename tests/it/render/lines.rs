//! What people wrote in several lines stands in them on every page, and as it is in the data.

use super::{ASHA, BALLOT, PAGE, base, holds, lacks, rendered, text};
use crate::support::SiteFixture;

const PARTY: &str = "candidates/parties/pp1.yaml";

/// A text of several lines, as YAML and as HTML.
fn block(name: &str, indent: usize) -> String {
    let gap = " ".repeat(indent);
    format!("|\n{gap}{name} one.\n\n{gap}Two & two:\n{gap}- three\n")
}

fn html(name: &str) -> String {
    format!("{name} one.<br><br>Two &amp; two:<br>- three")
}

fn fixture() -> SiteFixture {
    let mark = format!(
        "        entered_by: pat\n        says: {}        reply:\n          date: 2031-04-05\n          text: {}",
        block("Says", 10),
        block("Answer", 12)
    );
    let evidence = format!("            quote: {}            says: {}", block("Quote", 14), block("Gist", 14));
    base()
        .replace(
            BALLOT,
            "    party: pp1\n",
            &format!("    party: pp1\n    reply:\n      date: 2031-04-06\n      text: {}", block("Whole", 8)),
        )
        .replace(BALLOT, "        entered_by: pat\n", &mark)
        .replace(BALLOT, "            quote: I would clean it.\n", &evidence)
}

#[test]
fn pages_keep_the_lines_of_a_reply_a_quotation_and_our_own_words() {
    let site = rendered(&fixture().path(""));
    let ballot = text(&site, PAGE);
    for name in ["Whole", "Answer", "Quote"] {
        holds(&ballot, &html(name));
    }
    let person = text(&site, ASHA);
    for name in ["Whole", "Answer", "Quote", "Says", "Gist"] {
        holds(&person, &html(name));
        lacks(&person, &format!("{name} one.\n"));
    }
    let question = text(&site, "questions/duck-pond/index.html");
    for name in ["Answer", "Quote"] {
        holds(&question, &html(name));
    }
}

#[test]
fn a_partys_page_keeps_lines_and_so_do_corrections_and_the_postal_address() {
    let words = base()
        .replace(PARTY, "    entered_by: pat\n", &format!("    entered_by: pat\n    says: {}", block("Says", 6)))
        .file(
            "content/corrections.yaml",
            format!("corrections:\n  - date: 2031-04-06\n    about: A test\n    was: {}    now: It.\n    because: We erred.\n", block("Was", 6)),
        );
    let site = rendered(&words.path(""));
    holds(&text(&site, "parties/pp1/index.html"), &html("Says"));
    holds(&text(&site, "corrections/index.html"), &html("Was"));
}

#[test]
fn data_hold_the_lines_as_they_are() {
    let site = rendered(&fixture().path(""));
    for name in ["Answer", "Quote", "Says"] {
        holds(&text(&site, "data/positions.csv"), &format!("{name} one.\n\nTwo & two:\n- three"));
    }
    holds(&text(&site, "data/candidates.csv"), "Whole one.\n\nTwo & two:\n- three");
}
