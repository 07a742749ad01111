//! How long each stage of the road takes on a made-up site of national size.
//!
//! `cargo bench` times all of them, `cargo bench -- load` one.

#[path = "../examples/national/site/mod.rs"]
mod site;
#[path = "../examples/national/words.rs"]
mod words;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use divan::Bencher;
use hustings::load::{Loaded, Theme, load};
use hustings::model::{Campaign, Overrides, model};
use hustings::pipeline::prepare;
use hustings::plan::{SitePlan, plan};
use hustings::render::render;
use hustings::sink::Nowhere;
use hustings::write::{Written, write};
use tempfile::TempDir;

/// The same as in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The records, written once, in memory where the system has a place for that.
static ROOT: LazyLock<TempDir> = LazyLock::new(|| {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() };
    let folder = folder.expect("a folder for the records");
    site::write(folder.path(), 1).expect("the records are written");
    folder
});

fn main() {
    divan::main();
    // Nothing drops a static value: without this every run would leave its records behind.
    let _ = std::fs::remove_dir_all(ROOT.path());
}

fn loaded() -> Loaded {
    load(ROOT.path()).expect("the records can be read")
}

fn planned() -> (Campaign, SitePlan, Theme) {
    let planned = prepare(ROOT.path(), &Overrides::default()).expect("the records can be read");
    let (campaign, plan) = planned.site.expect("the records make a campaign");
    (campaign, plan, planned.theme)
}

fn written((campaign, plan, theme): &(Campaign, SitePlan, Theme), public: &Path) -> Written {
    let written = write(public, ROOT.path(), |sink| render(plan, campaign, theme, sink));
    written.expect("the site is written")
}

/// A folder beside the records that holds no site yet.
fn out() -> TempDir {
    TempDir::new_in(ROOT.path()).expect("a folder for the site")
}

#[divan::bench(name = "1 load", sample_count = 20)]
fn load_records() -> Loaded {
    loaded()
}

#[divan::bench(name = "2 model", sample_count = 20)]
fn model_campaign(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(loaded).bench_values(|loaded| model(loaded.records, &Overrides::default()));
}

#[divan::bench(name = "3 plan", sample_count = 20)]
fn plan_pages(bencher: Bencher<'_, '_>) {
    let (campaign, _, theme) = planned();
    bencher.bench(|| plan(&campaign, &theme, &BTreeSet::new()));
}

#[divan::bench(name = "4 render", sample_count = 20)]
fn render_pages(bencher: Bencher<'_, '_>) {
    let (campaign, site_plan, theme) = planned();
    bencher.bench(|| render(&site_plan, &campaign, &theme, &Nowhere));
}

#[divan::bench(name = "4 and 5 render and write, nothing there", sample_count = 20)]
fn write_new(bencher: Bencher<'_, '_>) {
    let planned = planned();
    bencher.with_inputs(out).bench_refs(|out| written(&planned, &out.path().join("public")));
}

#[divan::bench(name = "4 and 5 render and write, all there", sample_count = 20)]
fn write_again(bencher: Bencher<'_, '_>) {
    let (planned, out) = (planned(), out());
    let public = out.path().join("public");
    written(&planned, &public);
    bencher.bench(|| written(&planned, &public));
}

#[divan::bench(name = "check, beside the road", sample_count = 20)]
fn check_lints(bencher: Bencher<'_, '_>) {
    let planned = || prepare(ROOT.path(), &Overrides::default()).expect("the records can be read");
    bencher.with_inputs(planned).bench_refs(|planned| planned.check(None));
}

#[divan::bench(name = "whole road", sample_count = 20)]
fn whole(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(out).bench_refs(|out| written(&planned(), &out.path().join("public")));
}
