//! Hangul on the screen: every syllable arrives, at every width, beside everything.

use crate::support::learner::Learner;
use crate::support::small_course::{SmallCourse, chapter};
use crate::support::{framed, solid};
use awstutor::text::Language;
use awstutor::tui::screen::Route;

const PARAGRAPH: &str = "이미지가 점점 많아지면 서버 한 대의 디스크로는 버틸 수 없어요. 그래서 사진을 Amazon S3 버킷(bucket)으로 \
     옮기고, 앞에 CloudFront를 두어 가까운 엣지 로케이션에서 내보내요. 가용 영역(AZ) 세 곳에 복제되므로 99.999999999%의 \
     내구성을 갖지만, 지우라고 하면 아주 충실하게 지워요.";

/// Who reads one Korean chapter with this text, in a window of 500 rows.
fn reader(width: u16, body: &str) -> Learner {
    let course = SmallCourse::new().with("content/ko/two.md", &chapter("디스크", body));
    let mut learner = Learner::new(width, 500).course(&course).language(Language::Korean);
    learner.opens(Route::Chapter("two".into()));
    learner
}

#[track_caller]
fn shows_all(learner: &Learner, text: &str) {
    let screen = solid(&learner.screen());
    assert!(screen.contains(&solid(text)), "at {}\n{}", learner.rows().len(), framed(&learner.rows()[..60]));
}

#[test]
fn a_paragraph_loses_nothing_at_any_width() {
    let mut learner = reader(80, &format!("## 위 {{#top}}\n\n{PARAGRAPH}\n\n## 깊은 곳 {{#deep}}\n"));
    for width in 4..=100 {
        learner.resize(width, 500);
        let screen = solid(&learner.screen());
        assert!(screen.contains(&solid(PARAGRAPH)), "at {width}:\n{}", framed(&learner.rows()[..70]));
    }
}

#[test]
fn a_paragraph_of_bold_and_code_loses_nothing_at_any_width() {
    let marked =
        "**가상 사설 클라우드**<!-- -->는 `subnet`과 **`라우팅`** 표로 이루어지고, [보안 그룹](#top)이 *지켜요*.";
    let plain = "가상 사설 클라우드는 subnet과 라우팅 표로 이루어지고, 보안 그룹이 지켜요.";
    let mut learner = reader(80, &format!("## 위 {{#top}}\n\n{marked}\n\n## 깊은 곳 {{#deep}}\n"));
    for width in 4..=100 {
        learner.resize(width, 500);
        let screen = solid(&learner.screen());
        assert!(screen.contains(&solid(plain)), "at {width}:\n{}", framed(&learner.rows()[..40]));
    }
}

#[test]
fn a_question_loses_nothing_at_any_width() {
    let quiz = SmallCourse::new().files().0["quizzes/one.toml"].replace("사진은 어디에 두나요?", PARAGRAPH);
    let course = SmallCourse::new().with("quizzes/one.toml", &quiz);
    let mut learner = Learner::new(80, 500).course(&course).language(Language::Korean);
    learner.opens(Route::Question("one-single".into())).press("1 Enter");
    for width in 8..=100 {
        learner.resize(width, 500);
        let screen = solid(&learner.screen());
        for text in [PARAGRAPH, "서버 한 대만 봐요.", "모든 서버가 읽어요.", "대기열은 잊어요."] {
            assert!(screen.contains(&solid(text)), "at {width}: {text}\n{}", framed(&learner.rows()[..70]));
        }
    }
}

/// Headings that end at odd and even columns of the contents pane.
fn many_headings() -> String {
    let headings: String = (1..=24)
        .map(|count| {
            format!(
                "## {}{} {{#h{count}}}\n\n{count}번 문단은 가나다라마바사.\n\n",
                "a".repeat(count % 2),
                "가용영역".repeat(count)
            )
        })
        .collect();
    headings + "## 깊은 곳 {#deep}\n\n끝.\n"
}

#[test]
fn the_contents_pane_does_not_eat_its_neighbours() {
    for width in 112..=121 {
        let mut learner = reader(width, &many_headings());
        for _ in 0..2 {
            let rows = learner.rows();
            for count in 1..=24 {
                let paragraph = format!("{count}번 문단은 가나다라마바사.");
                assert!(
                    rows.iter().any(|row| row.ends_with(&paragraph)),
                    "{paragraph} at {width}:\n{}",
                    framed(&rows[..90])
                );
            }
            assert_eq!(rows, learner.repainted(), "at {width}");
            learner.press("c Down Enter Home");
        }
    }
}

#[test]
fn choosing_in_the_contents_pane_leaves_the_text_alone() {
    let mut learner = reader(121, &many_headings());
    learner.resize(121, 40).press("c");
    for _ in 0..26 {
        learner.press("Down");
        assert_eq!(learner.rows(), learner.repainted());
    }
}

#[test]
fn scrolling_leaves_no_half_syllables() {
    for width in [37, 40, 80, 113] {
        let mut learner =
            reader(width, &format!("## 위 {{#top}}\n\n{}\n\n## 깊은 곳 {{#deep}}\n", [PARAGRAPH; 8].join("\n\n")));
        learner.resize(width, 20);
        for _ in 0..30 {
            learner.press("Down");
            assert_eq!(learner.rows(), learner.repainted(), "at {width}");
        }
    }
}

#[test]
fn decomposed_hangul_is_shown_composed() {
    let decomposed = "\u{1107}\u{1165}\u{110f}\u{1175}\u{11ba}";
    let learner = reader(80, &format!("## 위 {{#top}}\n\n{decomposed}이에요.\n\n## 깊은 곳 {{#deep}}\n"));
    shows_all(&learner, "버킷이에요.");
}
