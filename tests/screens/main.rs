//! What a learner sees: keys in, rows of a real terminal out.

#[path = "../support/mod.rs"]
mod support;

use support::learner::Learner;
use support::small_course::{KINDS, SmallCourse};

#[test]
fn probe() {
    let mut l = Learner::new(80, 24).course(&SmallCourse::new());
    let show = |l: &Learner| println!("{}\n======", l.rows().iter().map(|r| format!("|{r}")).collect::<Vec<_>>().join("\n"));
    show(&l);
    l.press("Enter"); show(&l);
    l.press("PgDn"); show(&l);
    l.press("PgDn"); show(&l);
    l.press("Tab"); show(&l);
    l.press("Esc z"); show(&l);
    for k in KINDS { println!("{k}"); show(&l); l.press("0"); if !matches!(k, "short"|"number"|"cloze") {} else { l.press("F6"); } show(&l); l.press("Enter"); }
    show(&l);
    l.press("F1"); show(&l); l.press("Esc F3"); l.types("bucket"); show(&l); l.press("F9"); show(&l);
    println!("{:#?}", l.events().collect::<Vec<_>>());
}
