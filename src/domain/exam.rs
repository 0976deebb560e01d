//! An exam that the course prepares for: how many questions, how long, and what they are about.
//!
//! It must not choose questions: a mock exam does, from these figures.

use super::question::Text;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exam {
    /// The name by which questions list it, such as `clf`.
    pub id: String,
    pub name: Text,
    pub questions: u32,
    pub minutes: u32,
    /// The share of the score that passes, from 0 to 1.
    pub pass: f64,
    pub domains: Vec<ExamDomain>,
}

/// A field of an exam and its share of the questions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExamDomain {
    pub id: String,
    pub name: Text,
    /// Compared with the weights of the other domains: they need not add up to anything.
    pub weight: f64,
}

impl Exam {
    pub fn domain(&self, id: &str) -> Option<&ExamDomain> {
        self.domains.iter().find(|domain| domain.id == id)
    }
}
