use std::collections::BTreeMap;

use rayon::prelude::*;

use super::arrivals::Arrival;
use super::plan::{MANY, State};

/// Addresses as folders and files. No name is both.
#[derive(Debug)]
pub(super) struct AddressTree<'a, T> {
    pub(super) files: BTreeMap<&'a str, T>,
    pub(super) folders: BTreeMap<&'a str, Self>,
}

/// What a tree has under a name.
#[derive(Debug)]
pub(super) enum TreeNode<'t, 'a, T> {
    File(&'t T),
    Folder(&'t AddressTree<'a, T>),
}

impl<T> Default for AddressTree<'_, T> {
    fn default() -> Self {
        Self { files: BTreeMap::new(), folders: BTreeMap::new() }
    }
}

impl<'a, T> AddressTree<'a, T> {
    /// Adds a file; an address that goes through a file, or stands where a folder does, is given back.
    pub(super) fn insert(&mut self, path: &'a str, value: T) -> Result<(), &'a str> {
        let (folders, name) = path.rsplit_once('/').map_or((None, path), |(folders, name)| (Some(folders), name));
        let mut tree = self;
        for folder in folders.iter().flat_map(|folders| folders.split('/')) {
            if tree.files.contains_key(folder) {
                return Err(path);
            }
            tree = tree.folders.entry(folder).or_default();
        }
        if tree.folders.contains_key(name) || tree.files.insert(name, value).is_some() {
            return Err(path);
        }
        Ok(())
    }

    /// What stands under this name.
    pub(super) fn get(&self, name: &str) -> Option<TreeNode<'_, 'a, T>> {
        let folder = || self.folders.get(name).map(TreeNode::Folder);
        self.files.get(name).map(TreeNode::File).or_else(folder)
    }

    /// The file at an address.
    pub(super) fn file(&self, path: &str) -> Option<&T> {
        match path.split_once('/') {
            Some((folder, rest)) => self.folder(folder)?.file(rest),
            None => self.files.get(path),
        }
    }

    /// What comes of each folder, many at once where there are many.
    pub(super) fn each_folder<U: Send>(
        &self,
        make: impl Fn(&'a str, &Self) -> Option<AddressTree<'a, U>> + Sync,
    ) -> BTreeMap<&'a str, AddressTree<'a, U>>
    where
        T: Sync,
    {
        let make = |(name, folder): (&&'a str, &Self)| Some((*name, make(name, folder)?));
        if self.folders.len() < MANY {
            return self.folders.iter().filter_map(make).collect();
        }
        self.folders.par_iter().filter_map(make).collect()
    }

    /// The folder of this name.
    pub(super) fn folder(&self, name: &str) -> Option<&Self> {
        self.folders.get(name)
    }
}

impl<'a> AddressTree<'a, State> {
    /// The files of a site; an address that contradicts another is given back.
    pub(super) fn of_files(files: &'a [Arrival]) -> Result<Self, &'a str> {
        let mut tree = Self::default();
        for Arrival { path, state, .. } in files {
            tree.insert(path.as_str(), *state)?;
        }
        Ok(tree)
    }
}
