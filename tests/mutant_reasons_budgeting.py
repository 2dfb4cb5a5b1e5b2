"""Which tests are about which module of budgeting, and why mutants that survive may."""

BUDGETING = "tests/rules/budgeting"


def about(*names: str, only: str = "") -> list[str]:
    """Give the files of tests of these names, and the words of those to be run."""
    files = [f"{BUDGETING}/test_{name}.py" for name in names]
    return [*files, "-k", only] if only else files


# What is quickest to notice comes first.
BOUGHT = ("examples", "edges", "close_calls", "equal_shares")
IN_FLOATS = ("examples", "edges", "worn_purses", "close_calls", "equal_shares", "scout")

TESTS_OF_BUDGETING: dict[str, list[str]] = {
    "budgeting.methods.greedy": about("examples", "edges", "greedy", "caps"),
    "budgeting.methods.phragmen": about(
        "examples", "edges", "close_calls", "phragmen", "caps"
    ),
    "budgeting.methods.knapsack": about(
        "examples", "edges", "knapsack", only="knapsack"
    ),
    "budgeting.methods.knapsack_proposal": about("knapsack"),
    "budgeting.methods.equal_shares.plain": about(*BOUGHT, "caps"),
    "budgeting.methods.equal_shares.fast": about(*BOUGHT, "caps"),
    "budgeting.methods.equal_shares.book": about(*BOUGHT, "caps", "completions"),
    "budgeting.methods.equal_shares.asking": about(*IN_FLOATS),
    "budgeting.methods.equal_shares.scout": about(
        "examples",
        "worn_purses",
        "close_calls",
        "scout",
        "equal_shares",
        only="not coin_apart and not least_load",
    ),
    "budgeting.methods.equal_shares.stalls": about(*IN_FLOATS),
    "budgeting.methods.equal_shares.proven": about(*BOUGHT),
    "budgeting.methods.equal_shares.words": about(*BOUGHT),
    "budgeting.methods.equal_shares.market": about(*BOUGHT, "caps"),
    "budgeting.methods.equal_shares.purses": about(*BOUGHT, "caps"),
    "budgeting.methods.equal_shares.prices": about("equal_shares"),
    "budgeting.methods.equal_shares.completed": about(
        "examples", "completed", "completions", "caps"
    ),
    "budgeting.methods.equal_shares.raised": about("examples", "completions", "alike"),
    "budgeting.methods.equal_shares.alike": about("alike", "completions"),
    "budgeting.methods.equal_shares.slopes": about("alike"),
    "budgeting.level": about("level", "greedy", "edges"),
    "budgeting.caps": about("caps"),
    "budgeting.lacking": about("lacking"),
    "budgeting.marks": about("examples", "mark_tables", "edges", "greedy", "pabulib"),
    "budgeting.money": about("examples", "edges", "greedy", "completions"),
}

REASONS_OF_BUDGETING: dict[str, dict[str, str]] = {
    "budgeting.methods.equal_shares.prices": {
        "exact_prices: `sale.paying // gmpy2.gcd(owed, sale.paying)` → "
        "`sale.paying * gmpy2.gcd(owed, sale.paying)`": "Parts of a coin get smaller "
        "than they need be; the prices are the same fractions.",
    },
}
