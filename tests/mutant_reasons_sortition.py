"""Which tests are about which module of sortition, and why mutants that survive may."""

SORTITION = "tests/rules/sortition"


def about(*names: str) -> list[str]:
    """Give the files of tests of these names."""
    return [f"{SORTITION}/test_{name}.py" for name in names]


TESTS_OF_SORTITION: dict[str, list[str]] = {
    "sortition.draw": about("draw"),
    "sortition.leximin": about("leximin", "draw"),
    "sortition.equal": about("equal", "draw"),
    "sortition.lottery": about("lot", "draw"),
    "sortition.quotas": about("draw"),
    "sortition.spread": about("draw"),
    "sortition.table": about("draw"),
    "sortition.solver": about("leximin", "draw"),
    "sortition.pool": about("draw"),
    "sortition.lot": about("lot"),
    "sortition.replacements": about("draw"),
}

REASONS_OF_SORTITION: dict[str, dict[str, str]] = {}
