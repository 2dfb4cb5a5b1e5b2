"""Which tests are about reading a city's file, and why mutants that survive may."""

BUDGETING = "tests/rules/budgeting"
READ = [f"{BUDGETING}/test_{one}.py" for one in ("pabulib", "pabulib_refusals")]

TESTS_OF_PABULIB: dict[str, list[str]] = {
    "budgeting.pabulib": READ,
    "budgeting.pabulib.head": READ,
    "budgeting.pabulib.rows": READ,
    "budgeting.pabulib.groups": [f"{BUDGETING}/test_caps.py", "-k", "file"],
    "budgeting.pabulib.votes": READ,
    "budgeting.pabulib.votes_fast": READ,
}

REASONS_OF_PABULIB: dict[str, dict[str, str]] = {}
