"""Which tests are about reading a city's file, and why mutants that survive may."""

BUDGETING = "tests/rules/budgeting"
READ = [f"{BUDGETING}/test_{one}.py" for one in ("pabulib", "pabulib_refusals")]
GROUPS = [f"{BUDGETING}/test_caps.py"]
NOTHING_MARKED = "It stands for the most of nothing, where nothing is added up."
WIDE = "Numbers of any length say the same as machine words, only more slowly."
ALL = "pabulib"
# Without those that read all kinds of files twice, which take long.
BY_HAND = "not fast_reader and not of_any_length"

TESTS_OF_PABULIB: dict[str, list[str]] = {
    "budgeting.pabulib": READ,
    "budgeting.pabulib.head": [*READ, *GROUPS, "-k", f"({ALL} or file) and {BY_HAND}"],
    "budgeting.pabulib.rows": [*READ, "-k", BY_HAND],
    "budgeting.pabulib.beyond": [f"{BUDGETING}/test_beyond.py"],
    "budgeting.pabulib.groups": [*GROUPS, "-k", "file or smallest_coins"],
    "budgeting.pabulib.votes": [*READ, "-k", BY_HAND],
    "budgeting.pabulib.votes_fast": [f"{BUDGETING}/test_votes_fast.py"],
}

QUOTED = "Only how much of a sentence that quotes somebody is shown depends on it."

HASHED = (
    "Another sum of the same bytes: what looks alike by it is compared byte by byte, "
    "or left to the readable reader."
)
LAST = "The last byte ends a line and is in no cell, so nobody looks at it."

REASONS_OF_PABULIB: dict[str, dict[str, str]] = {
    "budgeting.pabulib.beyond": {
        "Said.added_up: `0` → `1`": NOTHING_MARKED,
        "Said.added_up: `most * len(numbers) > LARGEST` → "
        "`most * len(numbers) >= LARGEST`": WIDE,
        "said_in: `ballots.options == contest.options` → "
        "`ballots.options != contest.options`": "Both ways set out the same arrays.",
        "said_in: `False` → `True`": "Ballots without points have none that could go "
        "beyond a bound.",
        "said_in: `1` → `2`": "Where ballots give no points, nobody asks for them.",
        "_further: `max(contest.costs.values(), default=0) < LARGEST` → "
        "`max(contest.costs.values(), default=0) <= LARGEST`": WIDE,
        "_further: `0` → `1`": NOTHING_MARKED,
    },
    "budgeting.pabulib.votes_fast": {
        "_cells: `a < b` → `a <= b`": "No byte both ends a line and parts cells.",
        "_words: `0` → `1`": "Where there are no pieces, none are put into words.",
        "_words: `1` → `2`": LAST,
        "_mixed: `(mixed ^ mixed >> np.uint64(29)) * _MIX + word` → "
        "`(mixed ^ mixed >> np.uint64(29)) * _MIX - word`": HASHED,
        "_mixed: `(mixed ^ mixed >> np.uint64(29)) * _MIX` → "
        "`(mixed ^ mixed >> np.uint64(29)) + _MIX`": HASHED,
        "_mixed: `29` → `30`": HASHED,
        "_tokens: `commas[within] >= cells.begins[row[within]]` → "
        "`commas[within] > cells.begins[row[within]]`": "A comma that comes first has "
        "a blank before it, or is part of a mark: the readable reader looks at both.",
        "_with_points: `0` → `1`": "Where there are no points, none are read.",
        "_with_points: `1` → `2`": LAST,
        "_grouped: `(marks * 64 + depth).astype(np.uint64) * _MIX + "
        "points.astype(np.uint…` → `(marks * 64 + depth).astype(np.uint64) * _MIX - "
        "points.astype(np.uint…`": HASHED,
        "_grouped: `(marks * 64 + depth).astype(np.uint64) * _MIX` → "
        "`(marks * 64 + depth).astype(np.uint64) + _MIX`": HASHED,
        "_grouped: `marks * 64 + depth` → `marks * 64 - depth`": HASHED,
        "_grouped: `marks * 64` → `marks + 64`": HASHED,
        "_grouped: `64` → `65`": HASHED,
        "_grouped: `32` → `33`": HASHED,
        "_grouped: `29` → `30`": HASHED,
        "_grouped: `sums[starts[1:]] - sums[starts[:-1]] + "
        "lengths.astype(np.uint64)` → `sums[starts[1:]] - sums[starts[:-1]] - "
        "lengths.astype(np.uint64)`": HASHED,
    },
    "budgeting.pabulib.head": {
        "_sort_in: `40` → `41`": QUOTED,
    },
}
