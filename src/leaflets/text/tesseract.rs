use crate::atoms::{PageText, is_control};

/// A word as Tesseract tells it: in which block, paragraph and line it stands, how sure it is, and the word.
type Word<'t> = ([u32; 3], f32, &'t str);

/// The page of a table as `tesseract … tsv` prints it: lines stay lines, paragraphs and blocks are set apart.
pub(super) fn page_of(table: &str) -> PageText {
    let (mut text, mut last) = (String::new(), None::<[u32; 3]>);
    let (mut sure, mut letters) = (0.0, 0.0);
    for (place, confidence, word) in table.lines().filter_map(word_of) {
        text.push_str(match last {
            None => "",
            Some(last) if last == place => " ",
            Some(last) if last[..2] == place[..2] => "\n",
            Some(_) => "\n\n",
        });
        text.extend(word.chars().filter(|c| !is_control(*c)));
        last = Some(place);
        let weight = word.chars().filter(|c| c.is_alphanumeric()).count() as f32;
        (sure, letters) = (sure + weight * confidence, letters + weight);
    }
    let mean = if letters > 0.0 { sure / letters } else { 0.0 };
    // Between 0 and 100, as each word's is.
    PageText { confidence: Some(mean.clamp(0.0, 100.0).round() as u8), text }
}

/// The word of a line, if it holds one: level 5 of Tesseract's layout.
fn word_of(line: &str) -> Option<Word<'_>> {
    let cells: Vec<&str> = line.splitn(12, '\t').collect();
    let [level, _, block, paragraph, line, _, _, _, _, _, confidence, word] = cells[..] else { return None };
    let place = [block.parse().ok()?, paragraph.parse().ok()?, line.parse().ok()?];
    let confidence: f32 = confidence.parse().ok()?;
    let word = word.trim();
    (level == "5" && !word.is_empty() && confidence >= 0.0).then_some((place, confidence, word))
}
