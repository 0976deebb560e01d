//! Rules over all questions together: a bank must not give its answers away.
//!
//! Two habits are looked for: that the right option is the longest, and that it stands in one place where the order is
//! fixed. Each is compared with chance; see `chance` for how far from it is too far.

use super::chance::{LEVEL, limit};
use super::place::Step;
use super::{Asked, Quiz};
use crate::course::diagnostic::{Diagnostic, Place, place};
use crate::course::markdown::{parse_inline, plain_text};
use crate::course::problem::{Chance, Rule};
use crate::domain::question::{Body, Choice, Fill};
use crate::text::Language;
use crate::text::width::width;
use std::collections::BTreeMap;

/// How many questions a remedy names.
const NAMED: usize = 5;

/// What was counted so far.
#[derive(Debug, Default)]
pub struct Bank {
    draws: BTreeMap<Measured, Vec<Draw>>,
}

/// A habit of the bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measured {
    /// The longest option is right, in this language.
    Longest(Language),
    /// The option at this place, counted from 1, is right, where the order is fixed.
    Place(usize),
    /// The statement is true, or false.
    Statement(bool),
}

/// How often a habit showed, for those who print figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub measured: Measured,
    pub count: usize,
    pub of: usize,
    /// What chance would give.
    pub expected: f64,
    /// From this count on, chance is no longer believed.
    pub limit: usize,
}

/// One question under one habit.
#[derive(Debug)]
struct Draw {
    /// How likely it shows the habit by chance.
    chance: f64,
    /// Where it shows, if it does.
    shown: Option<Shown>,
}

#[derive(Debug)]
struct Shown {
    question: String,
    path: String,
    place: Place,
    /// How strongly: the strongest are mended first.
    strength: usize,
}

impl Bank {
    /// Counts the questions of a chapter.
    pub fn add(&mut self, quiz: &Quiz<'_>, languages: &[Language]) {
        for asked in &quiz.asked {
            match &asked.question.body {
                Body::Single(choices) | Body::Multiple(choices) => {
                    let options = Options { quiz, asked, choices, path: &[Step::Key("option")] };
                    self.add_longest(&options, languages);
                    if !asked.question.shuffle {
                        self.add_places(&options);
                    }
                }
                Body::Cloze(blanks) => {
                    for (position, blank) in blanks.iter().enumerate() {
                        if let Fill::Chosen(choices) = &blank.fill {
                            let path = [Step::Key("blank"), Step::Nth(position), Step::Key("option")];
                            let options = Options { quiz, asked, choices, path: &path };
                            self.add_longest(&options, languages);
                            // The options of a gap are shown in the order of the file.
                            self.add_places(&options);
                        }
                    }
                }
                Body::Boolean { answer, .. } => {
                    for statement in [true, false] {
                        let shown = || Shown::new(quiz, asked, &[Step::Key("answer")], 0);
                        let shown = (*answer == statement).then(shown);
                        self.draw(Measured::Statement(statement), Draw { chance: 0.5, shown });
                    }
                }
                Body::Short { .. } | Body::Number { .. } | Body::Order(_) | Body::Match { .. } => {}
            }
        }
    }

    /// Where two options are equally long, length gives nothing away and the question does not count.
    fn add_longest(&mut self, options: &Options<'_, '_>, languages: &[Language]) {
        for language in languages {
            let length = |choice: &Choice| Some(width(&plain_text(&parse_inline(choice.text.own(*language)?))));
            let Some(lengths) = options.choices.iter().map(length).collect::<Option<Vec<_>>>() else {
                continue;
            };
            let mut sorted = lengths.clone();
            sorted.sort_unstable_by(|left, right| right.cmp(left));
            let [longest, second, ..] = sorted[..] else {
                continue;
            };
            if longest == second {
                continue;
            }
            let position = lengths.iter().position(|length| *length == longest).unwrap_or_default();
            let shown = options.choices[position]
                .correct
                .then(|| options.shown(position, &[Step::Key("text"), Step::In(*language)], longest - second));
            self.draw(Measured::Longest(*language), Draw { chance: options.chance(), shown });
        }
    }

    fn add_places(&mut self, options: &Options<'_, '_>) {
        for (position, choice) in options.choices.iter().enumerate() {
            let shown = choice.correct.then(|| options.shown(position, &[], 0));
            self.draw(Measured::Place(position + 1), Draw { chance: options.chance(), shown });
        }
    }

    fn draw(&mut self, measured: Measured, draw: Draw) {
        self.draws.entry(measured).or_default().push(draw);
    }

    /// Every habit with its figures, and a problem for each that chance does not explain.
    pub fn judge(&self) -> (Vec<Figure>, Vec<Diagnostic>) {
        let figures: Vec<Figure> = self.draws.iter().map(|(measured, draws)| self.figure(*measured, draws)).collect();
        let problems = figures.iter().filter(|figure| figure.count >= figure.limit);
        let problems = problems.filter_map(|figure| self.problem(figure)).collect();
        (figures, problems)
    }

    fn figure(&self, measured: Measured, draws: &[Draw]) -> Figure {
        let chances: Vec<f64> = draws.iter().map(|draw| draw.chance).collect();
        // Several places are tried, and the more are tried the sooner one stands out by chance.
        let tried = self.draws.keys().filter(|other| other.is_beside(measured)).count();
        Figure {
            measured,
            count: draws.iter().filter(|draw| draw.shown.is_some()).count(),
            of: draws.len(),
            expected: chances.iter().sum(),
            limit: limit(&chances, LEVEL / tried as f64),
        }
    }

    fn problem(&self, figure: &Figure) -> Option<Diagnostic> {
        let mut shown: Vec<&Shown> =
            self.draws.get(&figure.measured)?.iter().filter_map(|draw| draw.shown.as_ref()).collect();
        shown.sort_by_key(|shown| std::cmp::Reverse(shown.strength));
        let first = shown.first()?;
        let chance = Chance {
            count: figure.count,
            of: figure.of,
            expected: format!("{:.1}", figure.expected),
            limit: figure.limit,
            first: shown.iter().take(NAMED).map(|shown| shown.question.clone()).collect(),
        };
        let rule = match figure.measured {
            Measured::Longest(language) => Rule::LongestIsRight { language, chance },
            Measured::Place(place) => Rule::FavouritePlace { place: place.to_string(), chance },
            Measured::Statement(answer) => Rule::FavouritePlace { place: answer.to_string(), chance },
        };
        Some(Diagnostic::new(rule.into(), first.path.clone(), Some(first.place.clone())))
    }
}

impl Measured {
    /// Whether the two are tried together, as the places of a list are.
    fn is_beside(self, other: Measured) -> bool {
        match (self, other) {
            (Measured::Place(_), Measured::Place(_)) | (Measured::Statement(_), Measured::Statement(_)) => true,
            _ => self == other,
        }
    }
}

/// The options of a question or of one of its gaps.
struct Options<'o, 't> {
    quiz: &'o Quiz<'t>,
    asked: &'o Asked<'t>,
    choices: &'o [Choice],
    /// The way to the list of options.
    path: &'o [Step],
}

impl Options<'_, '_> {
    /// How likely one option, taken blindly, is right.
    fn chance(&self) -> f64 {
        let right = self.choices.iter().filter(|choice| choice.correct).count();
        right as f64 / self.choices.len() as f64
    }

    fn shown(&self, position: usize, key: &[Step], strength: usize) -> Shown {
        let steps = [self.path, &[Step::Nth(position)], key].concat();
        Shown::new(self.quiz, self.asked, &steps, strength)
    }
}

impl Shown {
    fn new(quiz: &Quiz<'_>, asked: &Asked<'_>, steps: &[Step], strength: usize) -> Shown {
        Shown {
            question: asked.question.id.to_string(),
            path: quiz.path.to_string(),
            place: place(quiz.text, asked.place(steps)),
            strength,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::super::examples::{codes, course, question};
    use super::*;

    /// A quiz of `count` questions of which each is what `written` makes of its number.
    fn bank(count: usize, written: impl Fn(usize) -> String) -> String {
        let questions = (0..count).map(|number| {
            let question = written(number).replace("id = \"q\"", &format!("id = \"q{number}\""));
            question.replace("format = 1\n", "")
        });
        format!("format = 1\n{}", questions.collect::<String>())
    }

    /// Four options of these lengths, of which the one at `right` is right.
    fn options(lengths: [usize; 4], right: usize) -> String {
        let option = |(position, length): (usize, &usize)| {
            let correct = if position == right { "correct = true\n" } else { "" };
            let text = "x".repeat(*length);
            format!("[[question.option]]\n{correct}text = \"{position}{text}\"\nwhy = \"w\"\n")
        };
        lengths.iter().enumerate().map(option).collect()
    }

    /// Problems, and the figures of one habit: count, of and limit.
    fn judged(quiz: &str, measured: Measured) -> (Vec<String>, Option<(usize, usize, usize)>) {
        let findings = check(Box::new(course(quiz, "", "")), None);
        let figure = findings.figures.iter().find(|figure| figure.measured == measured);
        (codes(&findings), figure.map(|figure| (figure.count, figure.of, figure.limit)))
    }

    const IN_ENGLISH: Measured = Measured::Longest(Language::English);

    #[test]
    fn the_right_option_is_not_the_longest_far_more_often_than_chance() {
        let quiz = |longest_right: usize| {
            bank(20, |number| {
                question("single", &options([9, 5, 5, 5 + number % 3], if number < longest_right { 0 } else { 1 }))
            })
        };
        // Of 20 questions with four options, 10 or more by chance: P = 0.014; 11 or more: P = 0.004.
        assert_eq!(judged(&quiz(10), IN_ENGLISH), (vec![], Some((10, 20, 11))));
        let (found, figures) = judged(&quiz(11), IN_ENGLISH);
        assert_eq!(figures, Some((11, 20, 11)));
        // One text serves both languages: one problem each, at the option that stands out most.
        assert_eq!(found, ["quizzes/s3.toml:14:8 bank/longest-is-right"; 2]);
    }

    #[test]
    fn the_numbers_are_printed_and_the_first_questions_named() {
        let quiz = bank(20, |number| question("single", &options([6 + number % 4, 5, 5, 5], 0)));
        let findings = check(Box::new(course(&quiz, "", "")), None);
        let problem = &findings.diagnostics[0].problem;
        assert_eq!(
            problem.message(Language::English),
            "over the bank (en) the longest option is right 20 times in 20; chance gives 5.0, and 11 or more less than once in a hundred banks"
        );
        assert!(problem.help(Language::Korean).ends_with("q3, q7, q11, q15, q19"));
    }

    #[test]
    fn equal_lengths_give_nothing_away() {
        let quiz = bank(20, |_| question("single", &options([7, 7, 5, 5], 0)));
        assert_eq!(judged(&quiz, IN_ENGLISH), (vec![], None));
    }

    #[test]
    fn a_fixed_order_has_no_favourite_place() {
        let quiz = |shuffle: bool| {
            bank(12, |_| question("single", &format!("shuffle = {shuffle}\n{}", options([5, 5, 5, 5], 2))))
        };
        assert_eq!(judged(&quiz(true), Measured::Place(3)), (vec![], None));
        let (found, figures) = judged(&quiz(false), Measured::Place(3));
        assert_eq!((found, figures), (vec!["quizzes/s3.toml:19:1 bank/favourite-place".into()], Some((12, 12, 9))));
    }

    #[test]
    fn statements_are_true_and_false() {
        let quiz = |wrong: usize| {
            bank(10, |number| {
                let answer = number >= wrong;
                question("boolean", &format!("answer = {answer}\nwhy.true = \"t\"\nwhy.false = \"f\"\n"))
            })
        };
        assert_eq!(judged(&quiz(8), Measured::Statement(false)), (vec![], Some((8, 10, 10))));
        let (found, _) = judged(&quiz(10), Measured::Statement(false));
        assert_eq!(found, ["quizzes/s3.toml:12:10 bank/favourite-place"]);
    }

    #[test]
    fn the_options_of_a_gap_keep_their_order() {
        let option = |text: &str| format!("[[question.blank.option]]\ntext = \"{text}\"\n");
        let gap = format!(
            "[[question.blank]]\nname = \"gap\"\nwhy = \"w\"\n{}correct = true\n{}",
            option("one"),
            option("two")
        );
        let quiz = bank(9, |_| question("cloze", &gap).replace("\"P?\"", "\"A {{gap}}.\""));
        assert_eq!(
            judged(&quiz, Measured::Place(1)),
            (vec!["quizzes/s3.toml:15:1 bank/favourite-place".into()], Some((9, 9, 9)))
        );
    }
}
