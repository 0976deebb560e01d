//! awstutor.
pub mod course;
pub mod domain;
pub mod store;
pub mod text;
pub mod tui;
