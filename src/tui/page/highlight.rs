//! Colours for code: strings, comments, numbers, keywords and keys, told apart by a table of languages.
//!
//! Enough for the snippets of a course, and made while a page is laid out: a grammar library takes up to 250 ms and 15 MB
//! for its first block. It must not change a letter; what it does not know stays in one colour.

use crate::tui::look::Tone;

/// What a language looks like.
struct Grammar {
    names: &'static [&'static str],
    /// What starts a comment that goes to the end of the line.
    comments: &'static [&'static str],
    quotes: &'static [char],
    keywords: &'static [&'static str],
    /// A word or string before one of these is a key.
    key_ends: &'static [char],
}

static GRAMMARS: [Grammar; 8] = [
    Grammar {
        names: &["json", "jsonc"],
        comments: &["//"],
        quotes: &['"'],
        keywords: &["true", "false", "null"],
        key_ends: &[':'],
    },
    Grammar {
        names: &["yaml", "yml"],
        comments: &["#"],
        quotes: &['"', '\''],
        keywords: &["true", "false", "null", "yes", "no"],
        key_ends: &[':'],
    },
    Grammar {
        names: &["toml", "ini"],
        comments: &["#", ";"],
        quotes: &['"', '\''],
        keywords: &["true", "false"],
        key_ends: &['='],
    },
    Grammar {
        names: &["bash", "sh", "shell", "console"],
        comments: &["#"],
        quotes: &['"', '\''],
        keywords: &[
            "aws", "case", "cat", "cd", "cp", "curl", "do", "docker", "done", "echo", "elif", "else", "esac", "export",
            "fi", "for", "function", "grep", "if", "in", "ls", "mkdir", "mv", "rm", "ssh", "sudo", "then", "while",
        ],
        key_ends: &[],
    },
    Grammar {
        names: &["python", "py"],
        comments: &["#"],
        quotes: &['"', '\''],
        keywords: &[
            "and", "as", "async", "await", "class", "def", "elif", "else", "except", "False", "finally", "for", "from",
            "if", "import", "in", "is", "lambda", "None", "not", "or", "pass", "raise", "return", "True", "try",
            "while", "with", "yield",
        ],
        key_ends: &[],
    },
    Grammar {
        names: &["javascript", "js", "typescript", "ts", "java", "go", "rust", "c"],
        comments: &["//"],
        quotes: &['"', '\'', '`'],
        keywords: &[
            "async",
            "await",
            "class",
            "const",
            "else",
            "enum",
            "export",
            "false",
            "fn",
            "for",
            "from",
            "func",
            "function",
            "if",
            "import",
            "interface",
            "let",
            "match",
            "mut",
            "new",
            "nil",
            "null",
            "package",
            "private",
            "pub",
            "public",
            "return",
            "static",
            "struct",
            "true",
            "try",
            "type",
            "use",
            "var",
            "void",
            "while",
        ],
        key_ends: &[],
    },
    Grammar {
        names: &["sql"],
        comments: &["--"],
        quotes: &['\''],
        keywords: &[
            "AND", "AS", "BY", "CREATE", "DELETE", "DESC", "FROM", "GROUP", "INSERT", "INTO", "JOIN", "LIMIT", "NOT",
            "NULL", "ON", "OR", "ORDER", "SELECT", "SET", "TABLE", "UPDATE", "VALUES", "WHERE",
        ],
        key_ends: &[],
    },
    Grammar {
        names: &["hcl", "terraform", "tf", "dockerfile"],
        comments: &["#", "//"],
        quotes: &['"'],
        keywords: &[
            "CMD",
            "COPY",
            "ENTRYPOINT",
            "ENV",
            "EXPOSE",
            "FROM",
            "RUN",
            "WORKDIR",
            "data",
            "false",
            "module",
            "output",
            "provider",
            "resource",
            "true",
            "variable",
        ],
        key_ends: &['='],
    },
];

/// The pieces of one line with their parts, in order; together they are the line.
pub fn pieces<'l>(language: &str, line: &'l str) -> Vec<(&'l str, Tone)> {
    let Some(grammar) = GRAMMARS.iter().find(|grammar| grammar.names.contains(&language)) else {
        return vec![(line, Tone::Code)];
    };
    let mut pieces: Vec<(&str, Tone)> = Vec::new();
    let mut rest = line;
    while !rest.is_empty() {
        let (length, tone) =
            grammar.next_piece(rest, line.len() == rest.len() || line[..line.len() - rest.len()].ends_with(' '));
        let (piece, after) = rest.split_at(length);
        pieces.push((piece, tone));
        rest = after;
    }
    pieces
}

impl Grammar {
    /// Length and part of what `rest` begins with; never empty.
    fn next_piece(&self, rest: &str, after_blank: bool) -> (usize, Tone) {
        let first = rest.chars().next().unwrap_or(' ');
        if after_blank && self.comments.iter().any(|sign| rest.starts_with(sign)) {
            return (rest.len(), Tone::Comment);
        }
        if self.quotes.contains(&first) {
            let length = string_length(rest, first);
            return (length, if self.is_key(&rest[length..]) { Tone::Keyword } else { Tone::Literal });
        }
        if first.is_alphanumeric() || matches!(first, '_' | '$' | '-') {
            let length = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len()).max(first.len_utf8());
            let word = &rest[..length];
            return (length, self.word_tone(word, &rest[length..]));
        }
        (
            rest.find(|c: char| c.is_alphanumeric() || self.starts_piece(c))
                .filter(|end| *end > 0)
                .unwrap_or(first.len_utf8()),
            Tone::Code,
        )
    }

    fn word_tone(&self, word: &str, after: &str) -> Tone {
        if self.keywords.contains(&word) || self.is_key(after) {
            Tone::Keyword
        } else if word.starts_with("--") || word.starts_with('$') {
            Tone::Accent
        } else if word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains(|c: char| c.is_ascii_alphabetic()) {
            Tone::Literal
        } else {
            Tone::Code
        }
    }

    fn is_key(&self, after: &str) -> bool {
        after.trim_start().starts_with(|c| self.key_ends.contains(&c))
    }

    /// Whether a piece of its own may begin here.
    fn starts_piece(&self, c: char) -> bool {
        self.quotes.contains(&c) || matches!(c, '_' | '$' | '-') || self.comments.iter().any(|sign| sign.starts_with(c))
    }
}

/// A string up to its closing quote, or to the end of the line.
fn string_length(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (place, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return place + c.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '$' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tone_of(language: &str, line: &str, piece: &str) -> Tone {
        let pieces = pieces(language, line);
        pieces.iter().find(|(text, _)| *text == piece).unwrap_or_else(|| panic!("{pieces:?}")).1
    }

    #[test]
    fn a_key_is_told_from_a_value() {
        let line = r#"  "Effect": "Allow", // 허용"#;
        assert_eq!(tone_of("json", line, "\"Effect\""), Tone::Keyword);
        assert_eq!(tone_of("json", line, "\"Allow\""), Tone::Literal);
        assert_eq!(tone_of("json", line, "// 허용"), Tone::Comment);
    }

    #[test]
    fn a_command_its_options_and_its_variables_differ() {
        let line = "aws s3 cp cat.jpg s3://bucket --acl $ACL # copy";
        assert_eq!(tone_of("bash", line, "aws"), Tone::Keyword);
        assert_eq!(tone_of("bash", line, "--acl"), Tone::Accent);
        assert_eq!(tone_of("bash", line, "$ACL"), Tone::Accent);
        assert_eq!(tone_of("bash", line, "cat.jpg"), Tone::Code);
        assert_eq!(tone_of("bash", line, "# copy"), Tone::Comment);
    }

    #[test]
    fn a_sign_within_a_word_or_an_address_starts_no_comment() {
        assert_eq!(tone_of("javascript", "fetch(\"https://a\")", "\"https://a\""), Tone::Literal);
        assert!(pieces("yaml", "color: a#b").iter().all(|(_, tone)| *tone != Tone::Comment));
    }

    #[test]
    fn an_unknown_language_stays_in_one_colour() {
        assert_eq!(pieces("klingon", "qapla' 1"), [("qapla' 1", Tone::Code)]);
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(line in any::<String>(), language in prop::sample::select(vec!["json", "bash", "yaml", "python", "sql"])) {
            let joined: String = pieces(language, &line).into_iter().map(|(text, _)| text).collect();
            prop_assert_eq!(joined, line);
        }
    }
}
