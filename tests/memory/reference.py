"""Makes reference.jsonl: review histories and what the Python reference implementation of FSRS-6 makes of them.

    python3 -m venv reference && reference/bin/pip install fsrs==6.3.2
    reference/bin/python tests/memory/reference.py > tests/memory/reference.jsonl

No learning steps, no fuzz. One history a line; each of its reviews is
[days since the review before, rating, stability, difficulty, due date].
"""

import json
import random
from datetime import datetime, timedelta, timezone
from importlib.metadata import version

from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS

SEED = 20261122
HISTORIES = 240
LONGEST_PAUSE = 400


def parameters(chance):
    """The default parameters, or a learner's own: each up to a tenth away from them, within what both programs allow."""
    if chance.random() < 0.6:
        return list(DEFAULT_PARAMETERS)
    own = [round(value * chance.uniform(0.9, 1.1), 4) for value in DEFAULT_PARAMETERS]
    own[7] = max(own[7], 0.001)
    return own


def days(chance):
    """Pauses of every length from a day to more than a year, short ones as often as long ones."""
    return min(LONGEST_PAUSE, round((1.2 * LONGEST_PAUSE) ** chance.random()))


def history(chance):
    own = parameters(chance)
    retention = chance.choice([0.7, 0.8, 0.9, 0.9, 0.95, 0.97])
    scheduler = Scheduler(
        parameters=own, desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    now = datetime(2026, 1, 1, 12, tzinfo=timezone.utc) + timedelta(days=chance.randrange(365))
    first, card, reviews = now, Card(), []
    for number in range(chance.randint(1, 12)):
        pause = 0 if number == 0 else days(chance)
        now += timedelta(days=pause)
        rating = chance.choices([1, 2, 3, 4], weights=[3, 2, 5, 2])[0]
        card, _ = scheduler.review_card(card, Rating(rating), now)
        due = card.due.date().isoformat()
        reviews.append([pause, rating, round(card.stability, 6), round(card.difficulty, 6), due])
    return {
        "parameters": None if own == list(DEFAULT_PARAMETERS) else own,
        "retention": retention,
        "first": first.date().isoformat(),
        "reviews": reviews,
    }


def main():
    chance = random.Random(SEED)
    print(json.dumps({"made_by": f"fsrs {version('fsrs')} (Python)", "seed": SEED}))
    for _ in range(HISTORIES):
        print(json.dumps(history(chance)))


main()
