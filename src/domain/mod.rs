//! Meaning: what a course is made of, what an answer is worth, what has been learned.
//!
//! Pure: no files, no clock, no randomness, no terminal. Time and seeds come in as arguments; what shall be written
//! goes out as values.

pub mod comeback;
pub mod day;
pub mod event;
pub mod exam;
pub mod grading;
pub mod id;
pub mod lately;
pub mod memory;
pub mod misread;
pub mod mock_exam;
pub mod moment;
pub mod normalize;
pub mod outline;
pub mod pace;
pub mod plan;
pub mod progress;
#[cfg(test)]
mod progress_tests;
pub mod question;
pub mod quiz;
pub mod quiz_runs;
pub mod rating;
pub mod response;
pub mod review;
pub mod scenario;
pub mod scenario_runs;
pub mod schedule;
pub mod settings;
pub mod shuffle;
pub mod simulation;
pub mod statistics;
pub mod typed_number;
pub mod verdict;
