//! The screens, one file each. None of them knows another: what lies behind is asked for by a route.

pub mod bookmarks;
pub mod case;
pub mod chapter;
pub mod debrief;
pub mod exam;
pub mod exam_result;
pub mod exams;
pub mod glossary;
pub mod help;
pub mod home;
pub mod plan;
pub mod quiz;
pub mod result;
pub mod review;
pub mod scenarios;
pub mod search;
pub mod settings;
pub mod statistics;
pub mod welcome;
pub mod what_if;
