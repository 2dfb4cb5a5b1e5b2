"""Which tests are about which module of sortition, and why mutants that survive may."""

SORTITION = "tests/rules/sortition"


def about(*names: str, only: str = "") -> list[str]:
    """Give the files of tests of these names, and the words of those to be run."""
    files = [f"{SORTITION}/test_{name}.py" for name in names]
    return [*files, "-k", only] if only else files


# Without those that draw from all kinds of pools, which take long.
BY_HAND = (
    "not passes_its_own and not whoever and not leximin_ and not replacement_keeps and "
    "not no_smaller and not weights_are_whole"
)

TESTS_OF_SORTITION: dict[str, list[str]] = {
    "sortition.draw": about("ways", "draw", only=BY_HAND),
    "sortition.leximin": about("leximin"),
    "sortition.equal": about("equal"),
    "sortition.lottery": about("lot", "draw"),
    "sortition.quotas": about(
        "sizes", "draw", only="sizes or change or way or cannot or low"
    ),
    "sortition.spread": about(
        "spread", "draw", only="spread or weights or passes_its_own or alike"
    ),
    "sortition.table": about("table"),
    "sortition.solver": about("leximin"),
    "sortition.pool": about("equal", "leximin"),
    "sortition.lot": about("lot"),
    "sortition.replacements": about("draw"),
    "sortition.in_shares": about("in_shares"),
}

NEVER_EVEN = "Floats are never even with that to the last bit, or it ends a step later."
LATER = "The search for panels only ends later, with one that is known already."
ELSE_REFUSED = "A header that names only these lacks the others, and is refused."

REASONS_OF_SORTITION: dict[str, dict[str, str]] = {
    "sortition.draw": {
        "_covering: `t in seen` → `t not in seen`": "It says only whom a panel seats "
        "besides those it is found for.",
        "_number: `6` → `7`": "All numbers are as many times larger, and a further "
        "byte parts only what six leave level.",
        "_number: `48` → `49`": "All numbers are half as large, and they are compared "
        "with each other alone.",
    },
    "sortition.equal": {
        "equally: `start + tooth * len(line)` → `start - tooth * len(line)`": "The "
        "line goes round, so the comb is the same from either end.",
    },
    "sortition.in_shares": {
        "drawn_in_shares: `end > tooth` → `end >= tooth`": "No seed is known by which "
        "a tooth falls on an edge: it can lie at any of 2**64 places.",
        "wanted_of: `1` → `2`": "Where nobody is short of anything, all parts are 0.",
    },
    "sortition.leximin": {
        "leximin: `dual > HELD` → `dual >= HELD`": NEVER_EVEN,
        "leximin: `max(free, key=lambda t: duals[t])` → "
        "`min(free, key=lambda t: duals[t])`": "The duals of those not held add up to "
        "1, so one of them is above the bar before this is asked.",
        "_raised: `value <= worth + CLOSE or panel in master.known` → "
        "`value <= worth + CLOSE and panel in master.known`": LATER,
        "_raised: `value <= worth + CLOSE` → `value < worth + CLOSE`": NEVER_EVEN,
        "_raised: `worth + CLOSE` → `worth - CLOSE`": LATER,
        "_Master.hold: `chance - 1e-09` → `chance + 1e-09`": "It is a hundredth of "
        "what the solver itself overlooks.",
        "_Master.solve: `-1` → `1`": LATER,
        "_Master.solve: `1` → `2`": LATER,
        "_Master.chances: `share > 0` → `share >= 0`": "A share of nothing becomes a "
        "weight of nothing, and that is left out.",
    },
    "sortition.quotas": {
        "smallest_change: `-1.0` → `1.0`": "The two numbers of a quota are as large as "
        "can be then, and what parts them is as small as ever.",
    },
    "sortition.solver": {
        "a_solver: `1` → `2`": "With other threads, or another number to begin from, "
        "it may answer otherwise, but not worse.",
    },
    "sortition.spread": {
        "rounded: `max(weights)` → `min(weights)`": "It would take ten million columns "
        "until floats are off by one part of the total.",
        "_column: `end > start` → `end >= start`": "A piece of no length covers "
        "nothing, and a cut there parts a panel from itself.",
    },
    "sortition.table": {
        "read_quotas: `set(pair) <= set(header)` → `set(pair) < set(header)`": (
            ELSE_REFUSED
        ),
        "read_quotas: `{'min', 'max'} <= set(header)` → "
        "`{'min', 'max'} < set(header)`": ELSE_REFUSED,
    },
}
