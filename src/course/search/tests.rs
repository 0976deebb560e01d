//! The rules of the search as a reader meets them.

use super::*;
use proptest::prelude::*;

const COURSE: [(Weight, &str, &str); 13] = [
    (Weight::ChapterTitle, "클라우드", "남의 컴퓨터를 빌려 써요. 종량제 요금이에요."),
    (Weight::ChapterTitle, "Amazon S3", "객체를 버킷에 담아요. S3는 열한 개의 9로 유명해요."),
    (Weight::ChapterTitle, "Amazon CloudFront", "엣지 로케이션이 캐시를 들고 독자 가까이 가요."),
    (Weight::Heading, "보안 그룹", "인스턴스 앞에 서는 방화벽이에요. 상태를 기억해요."),
    (Weight::Heading, "가상 사설 네트워크", "VPC 안의 주소는 CIDR 블록으로 정해요."),
    (Weight::Question, "캐시가 비었을 때 CloudFront는 어디로 가나요?", "오리진으로 가요."),
    (Weight::Text, "Route 53", "DNS 이름을 주소로 바꿔요. NAT 게이트웨이와는 남남이에요."),
    (Weight::Text, "일기 예보", "람다가 아침마다 돌아요."),
    (Weight::Text, "Buckets", "A bucket lives in one Region. Not every name is free."),
    (Weight::Heading, "Auto Scaling groups", "The fleet grows and shrinks."),
    (Weight::Text, "버킷 정책", "보안그룹처럼 규칙을 적지만 JSON으로 적어요."),
    (Weight::Text, "요금", "클라우드 요금은 쓴 만큼 나와요."),
    (Weight::Text, "한글 자모", "ㅎ은 히읗이에요."),
];

fn course() -> Index<usize> {
    let entries = COURSE.iter().enumerate();
    Index::build(entries.map(|(target, &(weight, title, body))| Entry {
        target,
        title: title.to_owned(),
        body: body.to_owned(),
        weight,
    }))
}

fn titles(query: &str) -> Vec<&'static str> {
    course().search(query, 99).into_iter().map(|hit| COURSE[hit.target].1).collect()
}

#[track_caller]
fn finds(query: &str, title: &str) {
    assert!(titles(query).contains(&title), "{query} finds {:?}", titles(query));
}

fn marked(text: &Highlighted) -> Vec<&str> {
    text.matches.iter().map(|range| &text.text[range.clone()]).collect()
}

#[test]
fn every_word_must_be_found() {
    assert_eq!(titles("객체 버킷"), ["Amazon S3"]);
    assert_eq!(titles("객체 방화벽"), [""; 0]);
    assert_eq!(titles("s3 객체"), ["Amazon S3"], "one word in the title, one in the body");
}

#[test]
fn spaces_alone_find_nothing() {
    for query in ["", " ", "\t \u{3000}"] {
        assert!(course().search(query, 10).is_empty());
    }
    assert!(course().search("s3", 0).is_empty());
}

#[test]
fn half_typed_syllables() {
    for query in ["ㄱ", "가", "가ㅅ", "가사", "가상"] {
        finds(query, "가상 사설 네트워크");
    }
    for query in ["보", "봉", "보아", "보안", "보안ㄱ", "보안그", "보안글", "보안그루", "보안그룹"]
    {
        finds(query, "보안 그룹");
    }
    for query in ["읽", "일기"] {
        finds(query, "일기 예보");
    }
    assert_eq!(titles("가사 "), [""; 0], "a space completes the word");
}

#[test]
fn initial_consonants() {
    finds("ㅋㄹㅇㄷ", "클라우드");
    finds("ㅂㅇㄱㄹ", "보안 그룹");
    finds("ㅂㅇ ㄱㄹ", "보안 그룹");
    finds("ㅂㅇ그룹", "보안 그룹");
    finds("ㅈㄹㅈ", "클라우드");
    assert_eq!(marked(&course().search("ㅎ", 1)[0].context), ["ㅎ", "히"]);
}

#[test]
fn spaces_differ() {
    assert_eq!(titles("보안그룹")[0], "보안 그룹");
    finds("보안그룹", "버킷 정책");
    finds("보안 그룹", "버킷 정책");
    finds("route53", "Route 53");
    finds("autoscal", "Auto Scaling groups");
    finds("nat게이트웨이", "Route 53");
    assert_eq!(titles("note"), [""; 0], "not \"Not every\"");
}

#[test]
fn latin_names_inside_korean() {
    assert_eq!(titles("S3"), ["Amazon S3"]);
    let hit = &course().search("s3", 1)[0];
    assert_eq!((marked(&hit.title), marked(&hit.context)), (vec!["S3"], vec!["S3"]));
    assert_eq!(titles("CLOUDFRONT").len(), 2);
}

#[test]
fn one_slip_in_a_title_is_forgiven() {
    for query in ["clodfront", "cloudfornt", "cloudfrontt", "cloudfromt"] {
        let hits = course().search(query, 9);
        assert_eq!(marked(&hits[0].title), ["CloudFront"], "{query}");
    }
    assert_eq!(titles("buckts"), ["Buckets"]);
    assert_eq!(titles("regoin"), [""; 0], "bodies are read as they are");
}

#[test]
fn titles_above_bodies_and_kinds_in_order() {
    assert_eq!(titles("클라우드"), ["클라우드", "요금"]);
    assert_eq!(titles("요금"), ["요금", "클라우드"]);
    assert_eq!(titles("cloudfront")[0], "Amazon CloudFront");
    assert_eq!(titles("버킷"), ["버킷 정책", "Amazon S3"]);
    assert_eq!(titles("bucket"), ["Buckets"]);
}

#[test]
fn nearer_matches_first() {
    let texts = ["clodfronts", "ㅋ", "그라우드", "멀티클라우드", "클라우드프런트", "클라우드"];
    let entries = texts.iter().map(|&title| Entry {
        target: title,
        title: title.to_owned(),
        body: String::new(),
        weight: Weight::Text,
    });
    let hits = Index::build(entries).search("클라우드", 9);
    let order: Vec<&str> = hits.iter().map(|hit| hit.target).collect();
    assert_eq!(order, ["클라우드", "클라우드프런트", "멀티클라우드"]);
    assert!(hits.windows(2).all(|pair| pair[0].score > pair[1].score));
}

#[test]
fn a_typo_is_below_everything() {
    let entry = |title: &str, body: &str, weight| Entry {
        target: title.to_owned(),
        title: title.to_owned(),
        body: body.to_owned(),
        weight,
    };
    let index = Index::build([
        entry("Lambda", "", Weight::ChapterTitle),
        entry("Letters", "superlambdas", Weight::Text),
        entry("Lambdas", "", Weight::Text),
    ]);
    let order = |query| index.search(query, 9).into_iter().map(|hit| hit.target).collect::<Vec<_>>();
    assert_eq!(order("lambdas"), ["Lambdas", "Letters", "Lambda"]);
}

#[test]
fn ties_keep_the_order_of_the_course() {
    let entry = |target| Entry { target, title: "같은 제목".to_owned(), body: String::new(), weight: Weight::Text };
    let hits = Index::build((0..50).map(entry)).search("제목", 30);
    assert!(hits.iter().map(|hit| hit.target).eq(0..30));
}

#[test]
fn the_context_is_the_best_match() {
    let hit = &course().search("어디 오리진", 1)[0];
    assert_eq!(marked(&hit.title), ["어디"]);
    assert_eq!(marked(&hit.context), ["오리진"]);
    let hit = &course().search("보안그룹", 1)[0];
    assert_eq!(marked(&hit.title), ["보안 그룹"]);
    assert_eq!(hit.context.text, "인스턴스 앞에 서는 방화벽이에요. 상태를 기억해요.");
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[가-각보-봏ㄱ-ㅣᄀ-ᇿ aAbs3İẞK\u{301}\u{200d}\n-]{0,30}",
        "(보안|그룹| |봉|ㅂ|ㅄ|cloud|Front|\n|는){0,9}",
    ]
}

proptest! {
    #[test]
    fn no_text_and_no_query_panics(texts in prop::collection::vec((any_text(), any_text()), 0..4), query in any_text()) {
        let entries = texts.iter().map(|(title, body)| Entry {
            target: title.clone(),
            title: title.clone(),
            body: body.clone(),
            weight: Weight::Text,
        });
        let index = Index::build(entries);
        let hits = index.search(&query, 9);
        prop_assert_eq!(&hits, &index.search(&query, 9));
        for hit in hits {
            prop_assert_eq!(&hit.title.text, &hit.target);
            for text in [&hit.title, &hit.context] {
                let mut end = 0;
                for range in &text.matches {
                    prop_assert!(range.start >= end);
                    prop_assert!(text.text.get(range.clone()).is_some_and(|part| !part.is_empty()));
                    end = range.end;
                }
            }
        }
    }

    #[test]
    fn any_part_of_a_word_finds_it(word in "[가-힣a-zA-Z0-9]{1,12}", from in 0..12usize, length in 1..12usize) {
        let part: String = word.chars().skip(from % word.chars().count()).take(length).collect();
        let entry = Entry { target: (), title: String::new(), body: word.clone(), weight: Weight::Text };
        let hits = Index::build([entry]).search(&part, 1);
        prop_assert_eq!(hits.len(), 1);
        prop_assert!(!hits[0].context.matches.is_empty());
    }

    #[test]
    fn initials_find_their_words(words in prop::collection::vec("[가-힣]{2,5}", 1..4)) {
        let title = words.join(" ");
        let query: String = title.chars().filter_map(crate::text::hangul::initial).collect();
        let entry = Entry { target: (), title, body: String::new(), weight: Weight::Text };
        prop_assert_eq!(Index::build([entry]).search(&query, 1).len(), 1);
    }
}
