"""Which tests are about reading a city's file, and why mutants that survive may."""

BUDGETING = "tests/rules/budgeting"
READ = [f"{BUDGETING}/test_{one}.py" for one in ("pabulib", "pabulib_refusals")]
GROUPS = [f"{BUDGETING}/test_caps.py"]
ALL = "pabulib"
# Without those that read all kinds of files twice, which take long.
BY_HAND = "not fast_reader and not of_any_length"

TESTS_OF_PABULIB: dict[str, list[str]] = {
    "budgeting.pabulib": READ,
    "budgeting.pabulib.head": [*READ, *GROUPS, "-k", f"({ALL} or file) and {BY_HAND}"],
    "budgeting.pabulib.rows": [*READ, "-k", BY_HAND],
    "budgeting.pabulib.groups": [*GROUPS, "-k", "file or smallest_coins"],
    "budgeting.pabulib.votes": [*READ, "-k", BY_HAND],
    "budgeting.pabulib.votes_fast": [f"{BUDGETING}/test_votes_fast.py"],
}

QUOTED = "Only how much of a sentence that quotes somebody is shown depends on it."

REASONS_OF_PABULIB: dict[str, dict[str, str]] = {
    "budgeting.pabulib.head": {
        "_sort_in: `40` → `41`": QUOTED,
    },
}
