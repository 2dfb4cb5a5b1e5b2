"""Which tests are about which module of budgeting, and why mutants that survive may."""

BUDGETING = "tests/rules/budgeting"


def about(*names: str, only: str = "") -> list[str]:
    """Give the files of tests of these names, and the words of those to be run."""
    files = [f"{BUDGETING}/test_{name}.py" for name in names]
    return [*files, "-k", only] if only else files


# What is quickest to notice comes first.
BOUGHT = ("examples", "edges", "close_calls", "equal_shares")
IN_FLOATS = ("examples", "worn_purses", "close_calls", "scout", "equal_shares")
LITTLE = "not by_votes_districts and not both_forms and not have_change_nothing"
OTHERS = "not coin_apart and not least_load"

TESTS_OF_BUDGETING: dict[str, list[str]] = {
    "budgeting.methods": about("greedy", only="rule_of_the_file"),
    "budgeting.methods.greedy": about("examples", "edges", "greedy", "caps"),
    "budgeting.methods.phragmen": about(
        "examples",
        "edges",
        "borne",
        "phragmen",
        "close_calls",
        "caps",
        only="phragmen or load or borne",
    ),
    "budgeting.methods.knapsack": about(
        "examples", "edges", "knapsack", only="knapsack"
    ),
    "budgeting.methods.knapsack_proposal": about("knapsack"),
    "budgeting.methods.equal_shares.plain": about(*BOUGHT, "caps", only=OTHERS),
    "budgeting.methods.equal_shares.fast": about("fast"),
    "budgeting.methods.equal_shares.book": about(*BOUGHT, "caps", "completions"),
    "budgeting.methods.equal_shares.asking": about("asking", "proven_bounds"),
    "budgeting.methods.equal_shares.scout": about(*IN_FLOATS, only=OTHERS),
    "budgeting.methods.equal_shares.stalls": about("stalls"),
    "budgeting.methods.equal_shares.proven": about("in_units", "units_sold"),
    "budgeting.methods.equal_shares.words": about("words"),
    "budgeting.methods.equal_shares.market": about("market"),
    "budgeting.methods.equal_shares.purses": about("purses"),
    "budgeting.methods.equal_shares.prices": about("equal_shares"),
    "budgeting.methods.equal_shares.completed": about(
        "raised_to", "completed", "completions", "caps"
    ),
    "budgeting.methods.equal_shares.raised": about("raised", "strides"),
    "budgeting.methods.equal_shares.alike": about("goes_alike", "proofs"),
    "budgeting.methods.equal_shares.slopes": about("slopes"),
    "budgeting.level": about("level", "greedy", "edges"),
    "budgeting.caps": about("caps", only=LITTLE),
    "budgeting.lacking": about("lacking"),
    "budgeting.marks": about("marks", "mark_tables", only="not counts_as_the_ballots"),
    "budgeting.money": about(
        "examples", "money", "greedy", "completed", only="not every_tie"
    ),
}

WIDER = "A wider bound only leaves more to be compared exactly, or in smaller units."
LOOSER = "The bound is only looser: more is looked at, and the same is found."
NO_COST = "Only what is withdrawn may have no cost, and nobody backs that."
PROPOSAL = (
    "What the solver proposes decides nothing: the same is chosen whatever it is."
)
FOUND = "The solver always finds something, as choosing nothing is allowed."
NO_VOTERS = "It matters only where nobody votes, and then nothing is bought."
GUESS = "It says only where the search for the price begins; it ends at the same."
ONE_MORE = "The search takes a step more, and ends at the same price."
LIMIT = "The limit only keeps endless counts out; where it is does not matter."
NEVER_MET = "A bound lies below what is asked, so whoever only meets it asks more."
HALF = (
    "Half of that is enough: roundings are allowed for twice, so that nobody has to "
    "count them."
)

ALL_ALLOWED_FOR = "Nobody can be off by all that is allowed for."

REASONS_OF_BUDGETING: dict[str, dict[str, str]] = {
    "budgeting.methods.equal_shares.market": {
        "Market.opened: `0` → `1`": NO_COST,
        "Market.cheapest: `self.waiting[0][0] > best[0].rate` → "
        "`self.waiting[0][0] >= best[0].rate`": NEVER_MET,
        "Market._look_again: `8` → `9`": WIDER,
        "Market._look_again: `together * (1 + error) < cost` → "
        "`together * (1 + error) <= cost`": ALL_ALLOWED_FOR,
        "Market._look_again: `together * (1 - error) <= cost` → "
        "`together * (1 - error) < cost`": ALL_ALLOWED_FOR,
        "Market._look_again: `paid * (1 + error) < cost` → "
        "`paid * (1 + error) <= cost`": ALL_ALLOWED_FOR,
        "Market._look_again: `1 - 4 * _ULP` → `1 + 4 * _ULP`": "A price proven to be "
        "too low is so by nine roundings at least, so six more do not reach what is "
        "asked.",
        "Market._look_again: `4` → `5`": WIDER,
        "_near_price: `money >= price * points` → `money > price * points`": GUESS,
        "_near_price: `price * points` → `price + points`": GUESS,
        "_near_price: `cost - float((money * weights)[~rich].sum())` → "
        "`cost + float((money * weights)[~rich].sum())`": GUESS,
        "_near_price: `money * weights` → `money + weights`": GUESS,
    },
    "budgeting.methods.equal_shares.stalls": {
        "near_price: `max(guess, least)` → `min(guess, least)`": GUESS,
        "near_price: `abs(found - price) <= price * _SHORT` → "
        "`abs(found - price) < price * _SHORT`": ONE_MORE,
        "near_price: `found <= price * _MORE` → `found < price * _MORE`": ONE_MORE,
    },
    "budgeting.caps": {
        "_read: `60` → `61`": "Only how much of a sentence that quotes somebody is "
        "shown depends on it.",
    },
    "budgeting.methods.greedy": {
        "_open: `0` → `1`": "Votes are whole: nobody has more than none and fewer than "
        "one.",
    },
    "budgeting.methods.phragmen": {
        "_Carried.begin: `1` → `2`": "It matters only where there are no projects.",
        "_Carried._nearly_least: `self.waiting[0][0] <= high` → "
        "`self.waiting[0][0] < high`": NEVER_MET,
        "_Carried._nearly_least: `load * (len(self.weights[place]) + 16) * "
        "2.0 ** (-52)` → "
        "`load * (len(self.weights[place]) + 16) + 2.0 ** (-52)`": WIDER,
        "_Carried._nearly_least: `load * (len(self.weights[place]) + 16)` → "
        "`load + (len(self.weights[place]) + 16)`": WIDER,
        "_Carried._nearly_least: `16` → `17`": WIDER,
        "_Carried._nearly_least: `-52` → `52`": WIDER,
        "_Carried._nearly_least: `52` → `53`": HALF,
        "_Carried._nearly_least: `min(high, load + off)` → "
        "`max(high, load + off)`": WIDER,
        "_Carried._near: `2` → `3`": "It is a part of a larger sum; where all parts "
        "come to nothing, all are compared exactly.",
        "_Carried.take: `len(level) > 1` → `len(level) >= 1`": "One alone fits, and "
        "has no backer twice.",
    },
    "budgeting.methods.knapsack": {
        "best_choice: `1` → `2`": "The bits that part choices just as good stand one "
        "further below a vote.",
        "best_choice: `0` → `1`": "All choices are worth one bit more, so none is "
        "better for it.",
        "_undominated: `one.worth > kept[-1].worth` → `one.worth >= kept[-1].worth`": (
            "No two choices are worth the same, as each has bits of its own."
        ),
        "_Bound.of: `0` → `1`": "Bounds are asked from the second item on, so the "
        "first sum is never read.",
    },
    "budgeting.lacking": {
        "votes_needed: `0` → `1`": "Where one vote is enough nothing lies between, and "
        "else the number is set anew.",
        "votes_needed: `1` → `2`": "One vote alone is tried later, where two are "
        "enough.",
        "votes_needed: `enough > most` → `enough >= most`": LIMIT,
        "_most_tried: `64` → `65`": LIMIT,
        "_most_tried: `1` → `2`": LIMIT,
        "votes_needed: `2` → `3`": "Other strides lead to two neighbouring numbers all "
        "the same.",
    },
    "budgeting.methods.knapsack_proposal": {
        "proposed: `max((item.worth for item in items))` → "
        "`min((item.worth for item in items))`": PROPOSAL,
        "proposed: `[False] * len(items)` → `[False] + len(items)`": FOUND,
        "proposed: `False` → `True`": FOUND,
        "proposed: `value > 0.5` → `value >= 0.5`": PROPOSAL,
    },
    "budgeting.methods.equal_shares.book": {
        "uses_of: `0` → `1`": NO_COST,
        "uses_of: `1` → `2`": "All rates are half as large, and they are compared with "
        "each other alone.",
    },
    "budgeting.methods.equal_shares.completed": {
        "add_one: `1` → `2`": NO_VOTERS,
    },
    "budgeting.methods.equal_shares.scout": {
        "Scout.bid: `bound * stall.use * LESS` → `bound * stall.use + LESS`": GUESS,
        "Scout.bid: `bound * stall.use` → `bound + stall.use`": GUESS,
        "Scout.bid: `price * 4` → `price + 4`": "A fourth of what is allowed for is "
        "what rounding can do, and it stays.",
        "Scout.bid: `4` → `5`": WIDER,
        "Scout.bid: `paying < stall.full` → `paying <= stall.full`": WIDER,
        "Scout.bid: `errors * poor` → `errors + poor`": WIDER,
        "Scout.bid: `16` → `17`": WIDER,
        "Scout.bid: `(rough * stall.cost + wrong) / paying * MORE` → "
        "`(rough * stall.cost + wrong) / paying + MORE`": WIDER,
        "Scout.bid: `np.minimum.reduce(np.abs(left)) <= margin` → "
        "`np.minimum.reduce(np.abs(left)) < margin`": "Nobody can be off by all that "
        "is allowed for.",
        "Scout.sell: `(bid.high - bid.low) / 2` → `(bid.high - bid.low) * 2`": WIDER,
        "Scout.sell: `2` → `3`": HALF,
    },
    "budgeting.methods.equal_shares.prices": {
        "exact_prices: `sale.paying // gmpy2.gcd(owed, sale.paying)` → "
        "`sale.paying * gmpy2.gcd(owed, sale.paying)`": "Parts of a coin get smaller "
        "than they need be; the prices are the same fractions.",
    },
}
