use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::event::EventKind;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::diagnostic::Failure;
use crate::load::{Litter, SITE_FILE};
use crate::serve::Told;

/// The folders of which a site is made.
const FOLDERS: [&str; 3] = ["candidates", "content", "themes"];

/// Watches everything of which a site is made.
pub(super) struct Inputs {
    root: PathBuf,
    watcher: RecommendedWatcher,
}

impl Inputs {
    /// Begins to watch a site's folder, and tells of each change in what the site is made of.
    pub(super) fn watch(root: &Path, teller: Sender<Told>) -> Result<Self, Failure> {
        let of = root.to_path_buf();
        let tell = move |event: notify::Result<Event>| {
            // An error may hide a change.
            if event.map_or(true, |event| is_change(&of, &event)) {
                // Whoever has left already does not need to be told.
                let _ = teller.send(Told::Changed);
            }
        };
        let watcher = notify::recommended_watcher(tell).map_err(|e| cannot_watch(root, &e))?;
        let mut inputs = Self { root: root.to_path_buf(), watcher };
        inputs.follow()?;
        Ok(inputs)
    }

    /// Watches also what was not there when it began. What is watched already goes on being watched.
    pub(super) fn follow(&mut self) -> Result<(), Failure> {
        // Of the folder itself only the entries: what lies in the others beside it may be large, and is nothing to us.
        self.watcher.watch(&self.root, RecursiveMode::NonRecursive).map_err(|e| cannot_watch(&self.root, &e))?;
        for folder in FOLDERS.map(|folder| self.root.join(folder)) {
            if folder.is_dir() {
                self.watcher.watch(&folder, RecursiveMode::Recursive).map_err(|e| cannot_watch(&folder, &e))?;
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
    (first == SITE_FILE || FOLDERS.contains(&first)) && !Litter::is_passing(name)
}
