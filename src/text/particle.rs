//! Korean particles after any word, chosen by how a Korean speaker reads the word aloud.
//!
//! Most names in the course are Latin, so this guesses readings: letter names for capitals, Sino-Korean numbers, rules
//! for English words and a table where the rules are wrong. It must not inflect verbs or build sentences.

use super::hangul::final_consonant;
use unicode_normalization::UnicodeNormalization;

/// A particle that changes its form with the sound before it.
///
/// ```
/// use awstutor::text::particle::Particle;
///
/// assert_eq!(Particle::Direction.after("SQL"), "로");
/// assert_eq!(Particle::Direction.after("IAM"), "으로");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Particle {
    /// 은/는
    TopicMarker,
    /// 이/가
    SubjectMarker,
    /// 을/를
    ObjectMarker,
    /// 과/와
    And,
    /// 으로/로, with 로 after ㄹ
    Direction,
    /// 이에요/예요
    Copula,
}

impl Particle {
    /// The form that follows `word`. A word that nobody can read aloud gets both forms, as in 은(는).
    pub fn after(self, word: &str) -> &'static str {
        let (consonant, vowel, unknown) = match self {
            Self::TopicMarker => ("은", "는", "은(는)"),
            Self::SubjectMarker => ("이", "가", "이(가)"),
            Self::ObjectMarker => ("을", "를", "을(를)"),
            Self::And => ("과", "와", "과(와)"),
            Self::Direction => ("으로", "로", "(으)로"),
            Self::Copula => ("이에요", "예요", "이에요(예요)"),
        };
        match Sound::at_end_of(word) {
            None => unknown,
            Some(Sound::Rieul) if self == Self::Direction => vowel,
            Some(Sound::Rieul | Sound::Consonant) => consonant,
            Some(Sound::Vowel) => vowel,
        }
    }
}

/// `word` with the form of `particle` that its Korean reading asks for.
///
/// Closing brackets, quotation marks and backticks are looked through, and an explanation in round brackets is not
/// read aloud: the particle belongs to the word before it.
///
/// ```
/// use awstutor::text::particle::{Particle, with_particle};
///
/// assert_eq!(with_particle("S3", Particle::TopicMarker), "S3는");
/// assert_eq!(with_particle("보안 그룹", Particle::ObjectMarker), "보안 그룹을");
/// assert_eq!(with_particle("내구성(durability)", Particle::TopicMarker), "내구성(durability)은");
/// assert_eq!(with_particle("`10.0.0.0/16`", Particle::TopicMarker), "`10.0.0.0/16`은");
/// ```
pub fn with_particle(word: &str, particle: Particle) -> String {
    format!("{word}{}", particle.after(word))
}

/// Whether `text` is a common particle (or two), as found right after a noun.
///
/// ```
/// use awstutor::text::particle::is_particle;
///
/// assert!(is_particle("에서는"));
/// assert!(!is_particle("드"));
/// ```
pub fn is_particle(text: &str) -> bool {
    PARTICLES.split(' ').any(|particle| particle == text)
}

const PARTICLES: &str = "은 는 이 가 을 를 과 와 의 에 도 만 나 라 로 으로 이나 이라 에서 에는 에도 로는 으로는 \
    에서는 까지 부터 처럼 보다 마다 예요 이에요";

/// How a word ends when read aloud; all that a particle wants to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sound {
    Vowel,
    Rieul,
    Consonant,
}

/// Endings of English words that the rules read wrongly, with the last syllable of their reading.
const READINGS: [(&str, char); 12] = [
    ("bit", '트'),
    ("book", '북'),
    ("check", '크'),
    ("cidr", '더'),
    ("get", '겟'),
    ("group", '룹'),
    ("hook", '훅'),
    ("job", '잡'),
    ("net", '넷'),
    ("put", '풋'),
    ("type", '입'),
    ("web", '웹'),
];

impl Sound {
    fn at_end_of(word: &str) -> Option<Self> {
        let word: String = without_explanation(word).nfc().collect();
        let end = word.rfind(|c: char| c.is_alphanumeric() || matches!(c, '%' | '+'))?;
        let last = word[end..].chars().next()?;
        let word = &word[..end + last.len_utf8()];
        match last {
            '%' | '+' => Some(Self::Vowel), // 퍼센트, 플러스
            '0'..='9' => Some(Self::of_number(word)),
            'ㄱ'..='ㅎ' => Some(if last == 'ㄹ' { Self::Rieul } else { Self::Consonant }), // 리을, 기역, …
            'ㅏ'..='ㅣ' => Some(Self::Vowel),
            '가'..='힣' => Some(Self::of_syllable(last)),
            _ => Self::of_latin(word),
        }
    }

    fn of_syllable(syllable: char) -> Self {
        match final_consonant(syllable) {
            None => Self::Vowel,
            Some('ㄹ') => Self::Rieul,
            Some(_) => Self::Consonant,
        }
    }

    /// One digit right after a letter belongs to a name and is read in English (S3 쓰리, IPv6 식스); every other
    /// number is Sino-Korean.
    fn of_number(word: &str) -> Self {
        let without_digits = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
        let digits: Vec<char> = word[without_digits.len()..].chars().filter(char::is_ascii_digit).collect();
        let follows_letter = without_digits.ends_with(|c: char| c.is_ascii_alphabetic());
        let last = digits.last().copied().unwrap_or('0');
        if follows_letter && digits.len() == 1 {
            return match last {
                '1' | '7' | '9' => Self::Consonant, // 원, 세븐, 나인
                _ => Self::Vowel,                   // 제로, 투, 쓰리, 포, 파이브, 식스, 에이트
            };
        }
        let zeros = digits.iter().rev().take_while(|&&digit| digit == '0').count();
        match last {
            '0' if zeros < digits.len() && (12..16).contains(&zeros) => Self::Vowel, // 조
            '0' | '3' | '6' => Self::Consonant,                                      // 영, 십, 백, 천, 만, 억; 삼; 육
            '1' | '7' | '8' => Self::Rieul,                                          // 일, 칠, 팔
            _ => Self::Vowel,                                                        // 이, 사, 오, 구
        }
    }

    fn of_latin(word: &str) -> Option<Self> {
        let plain: String = word.nfd().filter(|&c| !unicode_normalization::char::is_combining_mark(c)).collect();
        let name = plain.rsplit(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).next()?;
        let lower = name.to_ascii_lowercase();
        let last_word = lower.rsplit('-').next()?;
        if let Some((_, syllable)) = READINGS.iter().find(|(ending, _)| last_word.ends_with(ending)) {
            return Some(Self::of_syllable(*syllable));
        }
        let last = name.chars().next_back()?;
        let spelled = last.is_ascii_uppercase() || !last_word.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        if spelled { Some(Self::of_letter(last)) } else { Some(Self::of_english(last_word)) }
    }

    /// The Korean name of a letter: only 엘, 엠, 엔 and 알 end in a consonant.
    fn of_letter(letter: char) -> Self {
        match letter.to_ascii_lowercase() {
            'l' | 'r' => Self::Rieul,
            'm' | 'n' => Self::Consonant,
            _ => Self::Vowel,
        }
    }

    /// An English word as loanword spelling (외래어 표기) usually writes it.
    fn of_english(word: &str) -> Self {
        let stem = word.strip_suffix('e').filter(|stem| stem.contains(['a', 'e', 'i', 'o', 'u', 'y']));
        let mut letters = stem.unwrap_or(word).chars().rev();
        let last = letters.next().unwrap_or('e');
        let before = letters.next().unwrap_or(last);
        let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        let short = is_vowel(before) && !letters.next().is_some_and(is_vowel);
        match last {
            'l' => Self::Rieul,                                                   // 콘솔, 테이블
            'm' | 'n' => Self::Consonant,                                         // 스트림, 머신
            'g' if stem.is_none() && before == 'n' => Self::Consonant,            // 스케일링
            'c' if stem.is_none() && is_vowel(before) => Self::Consonant,         // 퍼블릭
            'k' if stem.is_none() && before == 'c' => Self::Consonant,            // 스택
            'p' if stem.is_none() && (short || before == 'p') => Self::Consonant, // 맵, 앱
            't' if stem.is_none() && short => Self::Consonant,                    // 버킷
            _ => Self::Vowel,                                                     // 서버, 클라우드, 게이트
        }
    }
}

/// `word` up to an explanation in round brackets at its end; a word that is all in brackets stays.
fn without_explanation(mut word: &str) -> &str {
    while let Some(inside) = word.trim_end_matches(['*', '`', '"', '”', '’']).strip_suffix(')') {
        let mut open = 1;
        let start = inside.rfind(|c| {
            match c {
                ')' => open += 1,
                '(' => open -= 1,
                _ => {}
            }
            open == 0
        });
        match start.map(|start| &inside[..start]) {
            Some(before) if before.contains(char::is_alphanumeric) => word = before,
            _ => break,
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::Particle::*;
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn topic(expected: &str) {
        for phrase in expected.split_terminator(", ") {
            let word = phrase.strip_suffix(['은', '는']).expect("a particle");
            assert_eq!(with_particle(word, TopicMarker), phrase);
        }
    }

    #[test]
    fn products_of_the_course() {
        topic(
            "Amazon S3는, Amazon EC2는, AWS Lambda는, CloudFront는, Route 53은, Fargate는, \
             Aurora는, DynamoDB는, Kinesis는, EventBridge는, ElastiCache는, CloudWatch는, \
             Elastic Beanstalk는, Secrets Manager는, Auto Scaling은, \
             Elastic Load Balancing은, Multi-AZ는, Region은, Linux는, CloudFormation은, \
             CloudTrail은, API Gateway는, Step Functions는, Redshift는, Athena는, Glue는, \
             GuardDuty는, Shield는, WAF는, Cognito는, Direct Connect는, Lightsail은, Neptune은, \
             Timestream은, SageMaker는, Bedrock은, AppSync는, Trusted Advisor는, AWS Backup은, \
             S3 Glacier는, X-Ray는, Storage Gateway는, Docker는, Kubernetes는, Redis는, \
             Memcached는, PostgreSQL은, MariaDB는, Python은, Node.js는, GitHub는, \
             Control Tower는, Batch는",
        );
    }

    #[test]
    fn acronyms_are_spelled() {
        topic(
            "RDS는, ALB는, VPC는, IAM은, SQL은, ARN은, VPN은, ACL은, ECR은, KMS는, SQS는, SNS는, \
             EBS는, EFS는, TTL은, URL은, url은, npm은, tcp는, VPCs는, CIDR는, PUT은",
        );
    }

    #[test]
    fn english_words() {
        topic(
            "bucket은, subnet은, endpoint는, table은, role은, volume은, instance는, cluster는, \
             stack은, task는, app은, group은, type은, log는, topic은, queue는, cache는, zone은, \
             root는, Auto Scaling Group은, backup은, webhook은, policy는, café는, the는",
        );
    }

    #[test]
    fn numbers() {
        topic(
            "0은, 1은, 2는, 3은, 4는, 5는, 6은, 7은, 8은, 9는, 10은, 100은, 10,000은, \
             1,000,000,000,000는, 0.5는, 4.0은, IPv4는, IPv6는, SHA-256은, x86은, 50%는, 10 GB는",
        );
    }

    #[test]
    fn hangul_and_what_closes_behind_it() {
        topic(
            "버킷은, 서버는, 보안 그룹은, Virtual Private Cloud(VPC)는, ‘리전’은, `bucket`은, **가상**은, \
             ㄱ은, ㅏ는, 가용 영역(AZ)은, **무효화**(invalidation)는, [S3](s3.md)는, (`VPC`)는, \
             CDN([CloudFront](cdn.md))은, `handler()`는",
        );
    }

    #[test]
    fn every_pair() {
        let pairs = [
            (TopicMarker, "버킷은", "서버는"),
            (SubjectMarker, "버킷이", "서버가"),
            (ObjectMarker, "버킷을", "서버를"),
            (And, "버킷과", "서버와"),
            (Direction, "버킷으로", "서버로"),
            (Copula, "버킷이에요", "서버예요"),
        ];
        for (particle, consonant, vowel) in pairs {
            assert_eq!(with_particle("버킷", particle), consonant);
            assert_eq!(with_particle("서버", particle), vowel);
        }
    }

    #[test]
    fn direction_after_rieul() {
        for phrase in "콘솔로, SQL로, ECR로, 포트 8로, us-east-1로, Lightsail로, ㄹ로".split(", ") {
            assert_eq!(with_particle(phrase.trim_end_matches("로"), Direction), phrase);
        }
        for phrase in "리전으로, IAM으로, 10으로, Region으로, Auto Scaling으로".split(", ") {
            assert_eq!(with_particle(phrase.trim_end_matches("으로"), Direction), phrase);
        }
    }

    #[test]
    fn what_cannot_be_read_gets_both() {
        assert_eq!(with_particle("→", TopicMarker), "→은(는)");
        assert_eq!(with_particle("雲", Direction), "雲(으)로");
        assert_eq!(with_particle("", Copula), "이에요(예요)");
    }

    proptest! {
        #[test]
        fn any_word_gets_a_particle(word in any::<String>()) {
            prop_assert!(with_particle(&word, ObjectMarker).starts_with(&word));
        }

        #[test]
        fn brackets_are_looked_through(word in "[A-Za-z0-9가-힣]{1,8}") {
            prop_assert_eq!(TopicMarker.after(&format!("(`{word}`)")), TopicMarker.after(&word));
        }
    }
}
