"""Which tests are about which module of sortition, and why mutants that survive may."""

SORTITION = "tests/rules/sortition"


def about(*names: str, only: str = "") -> list[str]:
    """Give the files of tests of these names, and the words of those to be run."""
    files = [f"{SORTITION}/test_{name}.py" for name in names]
    return [*files, "-k", only] if only else files


TESTS_OF_SORTITION: dict[str, list[str]] = {
    "sortition.draw": about("draw"),
    "sortition.leximin": about("leximin", "draw"),
    "sortition.equal": about("equal", "draw"),
    "sortition.lottery": about("lot", "draw"),
    "sortition.quotas": about("draw", only="change or way or cannot or low"),
    "sortition.spread": about("draw"),
    "sortition.table": about("table"),
    "sortition.solver": about("leximin", "draw"),
    "sortition.pool": about("draw"),
    "sortition.lot": about("lot"),
    "sortition.replacements": about("draw"),
}

ELSE_REFUSED = "A header that names only these lacks the others, and is refused."

REASONS_OF_SORTITION: dict[str, dict[str, str]] = {
    "sortition.table": {
        "read_quotas: `set(pair) <= set(header)` → `set(pair) < set(header)`": (
            ELSE_REFUSED
        ),
        "read_quotas: `{'min', 'max'} <= set(header)` → "
        "`{'min', 'max'} < set(header)`": ELSE_REFUSED,
    },
}
