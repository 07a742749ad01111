use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::time::Instant;

use notify::event::EventKind;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::site::{Sound, sound};
use super::{Exit, Ran, Terminal, report, site};
use crate::atoms::{AsOf, SitePath};
use crate::desk::NotDone;
use crate::diagnostic::{Diagnostics, Failure, FileName, Format, Sources, render};
use crate::load::{Litter, Reader, SITE_FILE, Theme};
use crate::model::{Campaign, Overrides};
use crate::pipeline::{self, prepare_with};
use crate::plan::SitePlan;
use crate::render::{Draft, ReadTheme};
use crate::serve::{self, Forms, Listeners, Notice};
use crate::threads;

/// How many errors are shown over a page; the terminal shows all.
const SHOWN: usize = 10;

/// Show the site in a browser while you work on it.
///
/// Serves it from memory, on this machine only, and makes it anew whenever a record, a text or the theme changes: the open page
/// reloads when the new site is ready. While there is an error, it stands here and over the page, and the last good site stays.
/// Writes nothing: “hustings build” does.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings serve                    at http://localhost:8080/
  hustings serve --port 8099        elsewhere, when that is taken
  hustings serve --as-of today      as it would look today

Ctrl-C stops it.")]
pub(super) struct ServeArgs {
    /// The port; 0 is any that is free.
    #[arg(long, value_name = "PORT", default_value_t = 8080)]
    port: u16,
    /// The day on which the records are taken to be true, instead of the site's own.
    #[arg(long, value_name = "DATE|today")]
    as_of: Option<AsOf>,
}

pub(super) fn run(args: &ServeArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    show(args, root(directory)?, None, terminal)
}

/// The folder of the site, by its real name, which is that of what changes in it.
pub(super) fn root(directory: Option<&Path>) -> Result<PathBuf, Failure> {
    let root = site::folder(directory)?;
    root.canonicalize().map_err(|e| Failure::at(&root, "cannot read", e, "check that it is there"))
}

/// Makes forms that lead to the preview at an address.
type MakeForms<'f> = &'f dyn Fn(&str) -> Result<Forms, Failure>;

/// Shows a site until somebody stops it, with forms beside it if there are any.
pub(super) fn show(args: &ServeArgs, root: PathBuf, forms: Option<MakeForms<'_>>, terminal: &mut Terminal<'_>) -> Ran {
    let listeners = Listeners::on(args.port)?;
    let address = listeners.address();
    let forms = forms.map(|forms| Ok::<_, Failure>((forms(&address)?, Listeners::on(0)?))).transpose()?;
    let overrides = Overrides {
        as_of: args.as_of.map(|day| day.resolve(terminal.today)),
        base_url: address.parse().ok(),
        reveal: None,
        draft: Some(terminal.today),
    };
    // One that serves, one that watches, and one that answers forms.
    threads::spare(3, "cannot serve")?;
    let (teller, told) = channel();
    let inputs = Inputs::watch(&root, teller.clone())?;
    terminal.say(format_args!("Serving the site at {address} (Ctrl-C stops it)"));
    if let Some((forms, listeners)) = &forms {
        terminal.say(format_args!("The desk is at {}{}", listeners.address(), forms.address()));
        terminal.say(
            "Keep that address to yourself: whoever knows it can change the records, from a browser on this machine.",
        );
    }
    let mut drafting = Drafting {
        root,
        overrides,
        reader: pipeline::reader().that_keeps(),
        undone: "there is nothing to show yet",
        litter: Vec::new(),
        tried: None,
        guides: None,
        inputs,
        terminal,
    };
    serve::serve(listeners, (teller, &told), &mut drafting, forms)?;
    Ok(Exit::Clean)
}

/// Where the site is drafted again and again.
struct Drafting<'t, 'w> {
    root: PathBuf,
    overrides: Overrides,
    reader: Reader,
    /// What an error means for those who look.
    undone: &'static str,
    /// What was passed over the last time.
    litter: Vec<FileName>,
    /// The theme by which pages of every kind were made the last time that one was new.
    tried: Option<Arc<ReadTheme>>,
    /// The folder of the guides, as the site named it the last time.
    guides: Option<String>,
    inputs: Inputs,
    terminal: &'t mut Terminal<'w>,
}

impl serve::DraftSite for Drafting<'_, '_> {
    fn draft(&mut self) -> Result<Arc<serve::SiteDraft>, String> {
        self.follow();
        let known = self.guides.clone();
        let draft = self.drafted();
        if self.guides != known {
            self.follow();
        }
        draft
    }

    fn get_ready(&mut self) {
        self.reader.get_ready();
    }
}

impl Drafting<'_, '_> {
    /// Watches what is there now. What cannot be watched is said; the site is served all the same.
    fn follow(&mut self) {
        if let Err(trouble) = self.inputs.follow(self.guides.as_deref()) {
            self.terminal.failure(&trouble);
        }
    }

    /// The site as it is now; or what is wrong, told here already.
    fn drafted(&mut self) -> Result<Arc<serve::SiteDraft>, String> {
        let start = Instant::now();
        let planned = prepare_with(&mut self.reader, &self.root, &self.overrides).map_err(|failure| {
            self.terminal.failure(&failure);
            failure.to_string()
        })?;
        if planned.litter != self.litter {
            self.litter.clone_from(&planned.litter);
            report::passed_over(&self.litter).into_iter().for_each(|note| self.terminal.say(note));
        }
        if let Some((campaign, _)) = &planned.site {
            self.guides = campaign.site.guides.as_ref().map(|guides| guides.folder.to_string());
        }
        let undone = self.undone;
        let draft = sound(planned, undone).and_then(|Sound { campaign, plan, theme, sources, warnings }| {
            let pages = plan.page_count();
            match self.by_theme(campaign, plan, theme) {
                Ok(draft) => Ok((draft, sources, pages, warnings)),
                Err(found) => Err(NotDone::Wrong { found, sources, undone }),
            }
        });
        let (draft, sources, pages, warnings) = draft.map_err(|not_done| {
            let text = match &not_done {
                NotDone::Wrong { found, sources, .. } => over_the_page(found, sources),
                NotDone::Refused(why) => why.clone(),
                NotDone::Failure(failure) => failure.to_string(),
            };
            report::not_done(not_done, self.terminal);
            text
        })?;
        self.undone = "the last good site stays";
        let warnings = match warnings {
            0 => String::new(),
            1 => "; 1 warning".to_owned(),
            n => format!("; {n} warnings"),
        };
        self.terminal.say(format_args!("Made {pages} pages ready in {:.0?}{warnings}", start.elapsed()));
        Ok(Arc::new(move |path: &SitePath| draft.file(path).map_err(|found| over_the_page(&found, &sources))))
    }

    /// A draft of which pages of every kind can be made by its theme: whoever changes a theme hears of all its slips at once.
    fn by_theme(&mut self, campaign: Campaign, plan: SitePlan, theme: Theme) -> Result<Draft, Diagnostics> {
        if let Some(tried) = self.tried.as_ref().filter(|tried| *tried.theme() == theme) {
            return Draft::of(campaign, plan, tried.clone());
        }
        let new = Arc::new(ReadTheme::of(theme)?);
        let draft = Draft::of(campaign, plan, new.clone())?;
        draft.try_theme()?;
        self.tried = Some(new);
        Ok(draft)
    }
}

/// What is wrong, as far as anybody reads it over a page.
fn over_the_page(found: &Diagnostics, sources: &Sources) -> String {
    let errors = report::only_errors(found.clone());
    let (shown, more) = errors.split_at(errors.len().min(SHOWN));
    let text = render(shown, sources, Format::Text { colour: false });
    if more.is_empty() { text } else { format!("{text}\nand {} more: see the terminal\n", more.len()) }
}

/// The folders of which a site is made.
const FOLDERS: [&str; 3] = ["candidates", "content", "themes"];

/// Watches everything of which a site is made.
struct Inputs {
    root: PathBuf,
    watcher: RecommendedWatcher,
}

impl Inputs {
    /// Begins to watch a site's folder, and tells of each change in what the site is made of.
    fn watch(root: &Path, teller: Sender<Notice>) -> Result<Self, Failure> {
        let of = root.to_path_buf();
        let tell = move |event: notify::Result<Event>| {
            // An error may hide a change.
            if event.map_or(true, |event| is_change(&of, &event)) {
                // Whoever has left already does not need to be told.
                let _ = teller.send(Notice::Changed);
            }
        };
        let watcher = notify::recommended_watcher(tell).map_err(|e| cannot_watch(root, &e))?;
        let mut inputs = Self { root: root.to_path_buf(), watcher };
        inputs.follow(None)?;
        Ok(inputs)
    }

    /// Watches also what was not there when it began, and the folder of the guides. What is watched already goes on being watched.
    fn follow(&mut self, guides: Option<&str>) -> Result<(), Failure> {
        // Of the folder itself only the entries: what lies in the others beside it may be large, and is nothing to us.
        self.watcher.watch(&self.root, RecursiveMode::NonRecursive).map_err(|e| cannot_watch(&self.root, &e))?;
        let folders = FOLDERS.map(|folder| (folder, RecursiveMode::Recursive));
        let guides = guides.map(|folder| (folder, RecursiveMode::NonRecursive));
        for (folder, mode) in folders.into_iter().chain(guides) {
            let folder = self.root.join(folder);
            if folder.is_dir() {
                self.watcher.watch(&folder, mode).map_err(|e| cannot_watch(&folder, &e))?;
            }
        }
        Ok(())
    }
}

fn cannot_watch(folder: &Path, why: &notify::Error) -> Failure {
    let help = "raise the system's limit of watched files (on Linux: sysctl fs.inotify.max_user_watches), or run it again after each change";
    Failure::at(folder, "cannot watch", why, help)
}

/// Whether an event is a change of something of which the site is made. To read is none: we do that ourselves.
fn is_change(root: &Path, event: &Event) -> bool {
    if event.need_rescan() {
        return true;
    }
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| is_input(root, path))
}

fn is_input(root: &Path, path: &Path) -> bool {
    let Ok(inside) = path.strip_prefix(root) else { return false };
    let first = inside.iter().next().and_then(|name| name.to_str()).unwrap_or_default();
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    // Of other folders only that of the guides is watched.
    let is_guide = name.ends_with(".md") && inside.components().count() == 2;
    (first == SITE_FILE || FOLDERS.contains(&first) || is_guide) && !Litter::is_passing(name)
}
