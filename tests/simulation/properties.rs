//! What must hold for any numbers that an author may write.

use super::erlang_c;
use crate::designs::everything;
use awstutor::domain::simulation::availability::at_least;
use awstutor::domain::simulation::cache::{HitRatios, lru, ttl_hit};
use awstutor::domain::simulation::design::Design;
use awstutor::domain::simulation::evaluate;
use awstutor::domain::simulation::evaluation::Evaluation;
use awstutor::domain::simulation::function::{Calls, Environments, beginning, cold_share};
use awstutor::domain::simulation::goal::{Metric, Phase, Scope, Situation};
use awstutor::domain::simulation::parameter::{Unit, Value};
use awstutor::domain::simulation::popularity::Popularity;
use awstutor::domain::simulation::response::{Part, Response};
use awstutor::domain::simulation::station::{Arrivals, Occupancy, erlang_b, occupancy};
use proptest::prelude::*;

/// A positive number of any size between two powers of ten.
fn sized(from: f64, to: f64) -> impl Strategy<Value = f64> {
    (from..to).prop_map(|power| 10.0_f64.powf(power))
}

/// Nothing, or up to ten million requests a second.
fn rate() -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(0.0), 9 => sized(-3.0, 7.0)]
}

fn arrivals() -> impl Strategy<Value = Arrivals> {
    (rate(), sized(-5.0, 3.0), 1.0..20.0).prop_map(|(rate, service_s, cv2)| Arrivals { rate, service_s, cv2 })
}

fn workers() -> impl Strategy<Value = u64> {
    prop_oneof![1 => Just(1_u64), 4 => 1_u64..200, 2 => 200_u64..100_000]
}

fn queue() -> impl Strategy<Value = u64> {
    prop_oneof![1 => Just(0_u64), 4 => 1_u64..500, 1 => 500_u64..10_000_000_000]
}

fn is_share(number: f64) -> bool {
    (0.0..=1.0).contains(&number)
}

fn is_sound(occupied: &Occupancy) -> bool {
    let shares = [occupied.utilisation, occupied.refused, occupied.wait_probability];
    let others = [occupied.offered, occupied.throughput, occupied.wait_mean_s, occupied.wait_variance];
    shares.into_iter().all(is_share) && others.into_iter().all(|number| number.is_finite() && number >= 0.0)
}

/// M/M/c/K by adding up the weights of all states: the share refused, how many are present, and how many of them wait.
fn by_states(workers: u64, queue: u64, work: f64) -> [f64; 3] {
    let mut logs = vec![0.0];
    for present in 1..=workers + queue {
        logs.push(logs[logs.len() - 1] + (work / present.min(workers) as f64).ln());
    }
    let largest = logs.iter().copied().fold(f64::MIN, f64::max);
    let weights: Vec<f64> = logs.iter().map(|log| (log - largest).exp()).collect();
    let total: f64 = weights.iter().sum();
    let mean = |number: &dyn Fn(u64) -> u64| -> f64 {
        (0..).zip(&weights).map(|(present, weight)| number(present) as f64 * weight).sum::<f64>() / total
    };
    let present = mean(&|present| present);
    let waiting = mean(&|present| present.saturating_sub(workers));
    [weights[weights.len() - 1] / total, present, waiting]
}

proptest! {
    #[test]
    fn a_station_gives_sound_numbers(arrivals in arrivals(), workers in workers(), queue in queue()) {
        let occupied = occupancy(workers, queue, arrivals);
        prop_assert!(is_sound(&occupied), "{occupied:?}");
        prop_assert!(occupied.throughput <= arrivals.rate);
    }

    /// Little's law, L = λ·W (J. D. C. Little, Operations Research 9(3), 1961), on the accepted flow: the requests present, and those
    /// who wait, counted over the states, are as many as come while one stays, and while one waits.
    #[test]
    fn as_many_are_present_as_come_while_one_stays(
        work in 0.05..150.0, workers in 1_u64..100, queue in 0_u64..300, service_s in 0.001..1.0,
    ) {
        let occupied = occupancy(workers, queue, Arrivals { rate: work / service_s, service_s, cv2: 1.0 });
        let [refused, present, waiting] = by_states(workers, queue, work);
        prop_assert!((occupied.refused - refused).abs() <= 1e-9 + 1e-6 * refused);
        let stay = occupied.wait_mean_s + service_s;
        prop_assert!((occupied.throughput * stay / present - 1.0).abs() < 1e-6);
        let waiting_by_wait = occupied.throughput * occupied.wait_mean_s;
        prop_assert!((waiting_by_wait - waiting).abs() <= 1e-9 + 1e-6 * waiting, "{waiting_by_wait} {waiting}");
    }

    #[test]
    fn more_load_never_lowers_utilisation(
        arrivals in arrivals(), more in 1.0..3.0, workers in workers(), queue in queue(),
    ) {
        let [less, more] = [1.0, more].map(|factor| {
            occupancy(workers, queue, Arrivals { rate: arrivals.rate * factor, ..arrivals }).utilisation
        });
        prop_assert!(more >= less * (1.0 - 1e-9), "{less} {more}");
    }

    #[test]
    fn more_workers_never_raise_the_wait(
        arrivals in arrivals(), workers in 1_u64..500, more in 1_u64..100, queue in queue(),
    ) {
        let [few, many] = [workers, workers + more].map(|workers| occupancy(workers, queue, arrivals));
        prop_assert!(many.wait_mean_s <= few.wait_mean_s * (1.0 + 1e-9), "{few:?} {many:?}");
        prop_assert!(many.refused <= few.refused * (1.0 + 1e-9));
    }

    #[test]
    fn erlangs_formulas_are_shares_and_agree(work in sized(-3.0, 4.0), workers in 0_u64..10_000) {
        let (refused, waits) = (erlang_b(workers, work), erlang_c(workers, work));
        prop_assert!(is_share(refused) && is_share(waits) && waits >= refused * (1.0 - 1e-12));
    }

    #[test]
    fn a_larger_cache_never_lowers_the_hit_ratio(
        objects in sized(0.0, 9.0), exponent in 0.0..3.0, filled in 0.0..1.2, more in 1.0..2.0,
    ) {
        let popularity = Popularity::zipf(objects, exponent);
        let hit = |capacity: f64| lru(&[(1.0, &popularity)], capacity).hits[0];
        let (small, large) = (hit(objects * filled), hit(objects * filled * more));
        prop_assert!(is_share(small) && is_share(large) && large >= small - 1e-9, "{small} {large}");
    }

    #[test]
    fn classes_share_a_cache_fairly(one in sized(0.0, 6.0), other in sized(0.0, 6.0), filled in 0.0..1.0, weight in 0.0..1.0) {
        let popularities = [Popularity::zipf(one, 0.8), Popularity::zipf(other, 0.8)];
        let demands = [(weight, &popularities[0]), (1.0 - weight, &popularities[1])];
        let shared = lru(&demands, (one + other) * filled);
        prop_assert!(shared.hits.iter().all(|hit| is_share(*hit)));
        // Nobody is better off than with the whole cache.
        for (popularity, hit) in popularities.iter().zip(&shared.hits) {
            prop_assert!(*hit <= lru(&[(1.0, popularity)], (one + other) * filled).hits[0] + 1e-9);
        }
    }

    #[test]
    fn longer_keeping_and_more_asking_never_lower_the_hit_ratio(
        objects in sized(0.0, 12.0), exponent in 0.0..3.0, rate in rate(), ttl_s in 0.0..3e7, more in 1.0..10.0,
    ) {
        let popularity = Popularity::zipf(objects, exponent);
        let base = ttl_hit(&popularity, rate, ttl_s);
        prop_assert!(is_share(base));
        prop_assert!(ttl_hit(&popularity, rate * more, ttl_s) >= base - 1e-12);
        prop_assert!(ttl_hit(&popularity, rate, ttl_s * more) >= base - 1e-12);
    }

    #[test]
    fn cold_starts_are_a_share_and_keeping_longer_lowers_it(
        rate in rate(), service_s in sized(-3.0, 2.0), limit in 1_u64..5_000, provisioned in 0_u64..6_000, keep_s in 0.0..10_000.0,
        cold_s in 0.0..20.0,
    ) {
        let environments = Environments { limit, provisioned, keep_s, cold_s };
        let calls = Calls { rate, service_s };
        let cold = cold_share(environments, calls);
        let longer = cold_share(Environments { keep_s: keep_s * 2.0, ..environments }, calls);
        prop_assert!(is_share(cold) && is_share(longer) && longer <= cold + 1e-9, "{cold} {longer}");
        let before = Calls { rate: rate / 3.0, ..calls };
        let at_first = beginning(environments, calls, before);
        prop_assert!(is_share(at_first.cold) && is_share(at_first.refused));
    }

    #[test]
    fn more_parts_help_and_more_needed_do_not(each in 0.0..=1.0, parts in 1_u32..20, needed in 0_u32..20) {
        let works = at_least(needed, parts, each);
        prop_assert!(is_share(works));
        prop_assert!(at_least(needed, parts + 1, each) >= works - 1e-12);
        prop_assert!(at_least(needed + 1, parts, each) <= works + 1e-12);
    }

    #[test]
    fn a_quantile_of_all_holds_that_share(
        parts in prop::collection::vec((0.0..1.0, 0.0..500.0, 0.0..2_000.0, sized(-3.0, 7.0)), 1..5), lost in 0.0..1.0, probability in 0.01..0.99,
    ) {
        let parts: Vec<Part> = parts
            .into_iter()
            .map(|(weight, fixed_ms, mean_ms, variance)| Part { weight, fixed_ms, mean_ms, variance })
            .collect();
        let answered: f64 = parts.iter().map(|part| part.weight).sum();
        let response = Response { requests: answered / (1.0 - lost * 0.5), parts };
        match response.quantile_of_all(probability) {
            None => prop_assert!(response.error() >= 1.0 - probability - 1e-9),
            Some(time) => prop_assert!(time.is_finite() && time >= 0.0),
        }
        let [sooner, later] = [probability * 0.5, probability].map(|share| response.quantile_of_answered(share));
        prop_assert!(sooner <= later.map(|later| later * (1.0 + 1e-9)));
    }
}

/// A design in which every parameter may be anything that is valid.
fn any_design() -> impl Strategy<Value = Design> {
    let count = everything().parameters().len();
    prop::collection::vec((0_u8..6, 0.0..=1.0), count).prop_map(|draws: Vec<(u8, f64)>| {
        let mut design = everything();
        for (parameter, (choice, place)) in everything().parameters().into_iter().zip(draws) {
            let (least, most) = (*parameter.field.range.start(), *parameter.field.range.end());
            let between = least + (most - least) * place.powi(8);
            let value = match (parameter.field.unit, choice) {
                // Half of the parameters stay as they are.
                (_, 0..=2) => continue,
                (Unit::Switch, _) => Value::Switch(place < 0.7),
                (_, 3) => Value::Number(least),
                (_, 4) => Value::Number(most),
                (Unit::Count, _) => Value::Number(between.round()),
                _ => Value::Number(between),
            };
            design.set(&parameter.path, value).expect("within its range");
        }
        design
    })
}

/// Everything in an evaluation that a screen may show.
fn numbers(design: &Design, evaluation: &Evaluation) -> Vec<f64> {
    let mut numbers = vec![evaluation.bill.total(), evaluation.bill.egress];
    for line in &evaluation.bill.components {
        numbers.extend([line.hours, line.requests, line.traffic, line.memory, line.month]);
    }
    for component in &evaluation.components {
        numbers.extend([component.flow, component.refused, component.wait_ms]);
        numbers.extend([component.offered, component.utilisation, component.hit, component.cold].into_iter().flatten());
        if let Some(backlog) = component.backlog {
            numbers.extend([backlog.capacity, backlog.messages]);
            numbers.extend([backlog.oldest_age_s, backlog.drain_s].into_iter().flatten());
        }
    }
    let scopes = design.classes.iter().map(|class| Scope::Class(class.id.clone())).chain([Scope::All]);
    for response in scopes.filter_map(|scope| evaluation.response(design, &scope)) {
        numbers.extend([response.error(), response.answered(), response.requests]);
        numbers.extend(response.mean_ms());
        numbers.extend([0.5, 0.95, 0.99].into_iter().filter_map(|share| response.quantile_of_all(share)));
    }
    for class in &evaluation.classes {
        numbers.extend(class.flows.iter().copied().chain([class.availability, class.offered]));
    }
    numbers
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_design_gives_a_number_that_is_none(design in any_design(), load in 0.0..5.0) {
        let mut memory = HitRatios::default();
        for phase in [Phase::Settled, Phase::BeforeScaling, Phase::ZoneLost] {
            let evaluation = evaluate(&design, Situation { load, phase }, &mut memory);
            let numbers = numbers(&design, &evaluation);
            prop_assert!(numbers.iter().all(|number| number.is_finite() && number.is_sign_positive()), "{phase:?} {evaluation:?}");
            for component in &evaluation.components {
                let shares = [component.utilisation, component.hit, component.cold, Some(component.refused)];
                prop_assert!(shares.into_iter().flatten().all(is_share));
            }
            let quantiles = [Metric::P50, Metric::P95, Metric::P99].map(|quantile| evaluation.figure(&design, &quantile(Scope::All)));
            // What is never is later than anything.
            let times = quantiles.map(|time| time.unwrap_or(f64::INFINITY));
            prop_assert!(times.windows(2).all(|pair| pair[0] <= pair[1] * (1.0 + 1e-9)), "{quantiles:?}");
            prop_assert!(evaluation.classes.iter().all(|class| is_share(class.availability)));
            prop_assert!(evaluation.classes.iter().all(|class| class.response.answered() <= class.offered * (1.0 + 1e-9)));
        }
    }
}
