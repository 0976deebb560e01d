//! The folders in which progress and settings are kept.
//!
//! It must not create anything: writing does.

use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};
use std::path::{Path, PathBuf};

/// `None` where there is no home folder: then nothing can be kept, and the program says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    data: Option<PathBuf>,
    config: Option<PathBuf>,
}

impl Places {
    /// The platform's own folders, or `data` for everything.
    pub fn find(data: Option<&Path>) -> Places {
        if let Some(data) = data {
            return Places { data: Some(data.to_path_buf()), config: Some(data.to_path_buf()) };
        }
        let native = choose_native_strategy().ok();
        Places {
            data: native.as_ref().map(|native| native.data_dir().join("awstutor")),
            config: native.as_ref().map(|native| native.config_dir().join("awstutor")),
        }
    }

    /// The journal of a course.
    pub fn journal(&self, course: &str) -> Option<PathBuf> {
        Some(self.data.as_ref()?.join(course).join("progress.jsonl"))
    }

    pub fn settings(&self) -> Option<PathBuf> {
        Some(self.config.as_ref()?.join("settings.toml"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_folder_can_hold_everything() {
        let places = Places::find(Some(Path::new("/somewhere")));
        assert_eq!(places.journal("aws").unwrap(), Path::new("/somewhere/aws/progress.jsonl"));
        assert_eq!(places.settings().unwrap(), Path::new("/somewhere/settings.toml"));
    }
}
