//! Environments of functions, started and forgotten request by request from a seed, beside the formulas for cold starts.

use crate::chance::exponential;
use awstutor::domain::shuffle::Generator;
use awstutor::domain::simulation::function::{Beginning, Calls, Environments, beginning, cold_share};

/// Share of requests that start an environment, when each takes the first free one.
fn cold_by_events(environments: Environments, calls: Calls) -> f64 {
    let mut generator = Generator::new(7);
    let (mut now, mut cold, mut accepted) = (0.0, 0_u32, 0_u32);
    // When each environment is free again; what was never used is as cold as can be.
    let mut free_at = vec![f64::NEG_INFINITY; environments.limit as usize];
    for request in 0..200_000 {
        now += exponential(&mut generator, 1.0 / calls.rate);
        let Some(place) = free_at.iter().position(|free| *free <= now) else { continue };
        let is_cold = place as u64 >= environments.provisioned && now - free_at[place] > environments.keep_s;
        let start_s = if is_cold { environments.cold_s } else { 0.0 };
        free_at[place] = now + start_s + exponential(&mut generator, calls.service_s);
        if request >= 20_000 {
            accepted += 1;
            cold += u32::from(is_cold);
        }
    }
    f64::from(cold) / f64::from(accepted)
}

#[track_caller]
fn cold_starts_agree(environments: Environments, rate: f64, service_s: f64) {
    let calls = Calls { rate, service_s };
    let (formula, events) = (cold_share(environments, calls), cold_by_events(environments, calls));
    assert!((formula - events).abs() <= 0.05 * events + 1e-4, "{formula} by the formula, {events} by events");
}

#[test]
fn a_quiet_function_is_mostly_cold() {
    // A request every 20 minutes, kept 10: e^-2 would be the share kept if work took no time.
    cold_starts_agree(Environments { limit: 50, provisioned: 0, keep_s: 600.0, cold_s: 0.5 }, 1.0 / 1200.0, 0.5);
}

#[test]
fn a_function_at_some_load_is_cold_at_its_edge() {
    cold_starts_agree(Environments { limit: 200, provisioned: 0, keep_s: 60.0, cold_s: 0.5 }, 0.5, 4.0);
    cold_starts_agree(Environments { limit: 200, provisioned: 0, keep_s: 30.0, cold_s: 0.5 }, 5.0, 2.0);
    cold_starts_agree(Environments { limit: 200, provisioned: 0, keep_s: 300.0, cold_s: 0.5 }, 20.0, 1.0);
}

#[test]
fn environments_kept_ready_take_the_cold_starts_of_the_first() {
    cold_starts_agree(Environments { limit: 50, provisioned: 1, keep_s: 60.0, cold_s: 0.5 }, 0.05, 2.0);
    cold_starts_agree(Environments { limit: 50, provisioned: 8, keep_s: 30.0, cold_s: 0.5 }, 5.0, 1.0);
}

/// The bounds that the formula's description promises.
#[test]
fn where_environments_are_kept_for_a_few_requests_only_the_formula_is_too_low() {
    for (rate, service_s) in [(1.0, 2.0), (10.0, 2.0), (50.0, 2.0)] {
        let environments = Environments { limit: 200, provisioned: 0, keep_s: 10.0, cold_s: 0.0 };
        let calls = Calls { rate, service_s };
        let (formula, events) = (cold_share(environments, calls), cold_by_events(environments, calls));
        assert!((0.8..1.0).contains(&(formula / events)), "{formula} by the formula, {events} by events");
    }
}

/// What happens while the first environments that a peak starts are not ready yet, if `warm` are: the mean of many beginnings.
fn beginning_by_events(environments: Environments, calls: Calls, warm: usize) -> Beginning {
    let mut generator = Generator::new(9);
    let (mut cold, mut accepted, mut all) = (0, 0, 0);
    for _ in 0..40 {
        let mut now = exponential(&mut generator, 1.0 / calls.rate);
        let mut free_at = vec![0.0; environments.limit as usize];
        while now < environments.cold_s {
            all += 1;
            if let Some(place) = free_at.iter().position(|free| *free <= now) {
                accepted += 1;
                cold += i32::from(place >= warm);
                let start_s = if place >= warm { environments.cold_s } else { 0.0 };
                free_at[place] = now + start_s + exponential(&mut generator, calls.service_s);
            }
            now += exponential(&mut generator, 1.0 / calls.rate);
        }
    }
    let share = |some: i32, of: i32| f64::from(some) / f64::from(of);
    Beginning { cold: share(cold, accepted), refused: 1.0 - share(accepted, all) }
}

#[test]
fn a_peak_begins_as_events_do() {
    let before = Calls { rate: 0.0, service_s: 0.1 };
    // Too few by far, room for all who start, and nearly enough that are kept ready.
    for (limit, provisioned) in [(100, 10), (2_000, 10), (2_000, 18)] {
        let environments = Environments { limit, provisioned, keep_s: 600.0, cold_s: 5.0 };
        let calls = Calls { rate: 200.0, service_s: 0.1 };
        let formula = beginning(environments, calls, before);
        let events = beginning_by_events(environments, calls, provisioned as usize);
        let near = |one: f64, other: f64| (one - other).abs() <= 0.02;
        assert!(near(formula.cold, events.cold) && near(formula.refused, events.refused), "{formula:?} {events:?}");
    }
}

/// Calls that have been the same for long keep as many warm as they use, so that a peak of the same size starts none.
#[test]
fn a_peak_like_every_day_finds_everything_warm() {
    let environments = Environments { limit: 100, provisioned: 0, keep_s: 600.0, cold_s: 5.0 };
    let calls = Calls { rate: 50.0, service_s: 0.1 };
    let same = beginning(environments, calls, calls);
    assert!(same.cold < 1e-3 && same.refused < 1e-9, "{same:?}");
    let quiet = beginning(environments, calls, Calls { rate: 0.0, ..calls });
    assert!(quiet.cold > 0.99, "{quiet:?}");
}
