"""Which tests are about which module, and why the mutants that survive may."""

VOTING, SORTITION = "tests/rules/voting", "tests/rules/sortition"
BUDGETING, APPORTIONMENT = "tests/rules/budgeting", "tests/rules/apportionment"
SHARED_OUT = [f"{APPORTIONMENT}/test_{one}.py" for one in ("methods", "bands", "cap")]


def of_method(id_: str, *more: str) -> list[str]:
    """Give the tests of a method: its examples first, then what is asked of all."""
    files = [f"{VOTING}/test_methods.py", f"{VOTING}/test_edges.py"]
    return [*files, *more, "-k", f"{id_} or {id_.replace('-', '_')}"]


TESTS: dict[str, list[str]] = {
    "voting.thresholds": [
        f"{VOTING}/test_thresholds.py",
        f"{VOTING}/test_consensus.py",
    ],
    "voting.decision_rule": [
        f"{VOTING}/test_decision_rule.py",
        f"{VOTING}/test_thresholds.py",
    ],
    "voting.methods.approval": of_method("approval"),
    "voting.methods.majority_judgment": of_method("majority-judgment"),
    "voting.methods.schulze": of_method("schulze"),
    "voting.methods.irv": of_method("irv"),
    "voting.methods.stv_scottish": of_method("stv-scottish"),
    "voting.methods.committee_shares": of_method("committee-shares"),
    "voting.placed": [f"{VOTING}/test_placed.py"],
    "voting.eights": [f"{VOTING}/test_eights.py"],
    "voting.partial": [f"{VOTING}/test_partial.py"],
    "voting.nibbles": [f"{VOTING}/test_placed.py"],
    "voting.reserved": [f"{VOTING}/test_reserved.py"],
    "budgeting.methods.equal_shares.plain": [
        f"{BUDGETING}/test_equal_shares.py",
        f"{BUDGETING}/test_examples.py",
    ],
    "budgeting.methods.equal_shares.prices": [f"{BUDGETING}/test_equal_shares.py"],
    "budgeting.methods.equal_shares.scout": [f"{BUDGETING}/test_scout.py"],
    "budgeting.methods.equal_shares.alike": [
        f"{BUDGETING}/test_alike.py",
        f"{BUDGETING}/test_completions.py",
    ],
    "budgeting.methods.equal_shares.slopes": [f"{BUDGETING}/test_alike.py"],
    "budgeting.methods.equal_shares.completed": [f"{BUDGETING}/test_completions.py"],
    "apportionment.methods.divisors": [
        *SHARED_OUT,
        f"{APPORTIONMENT}/test_divisors.py",
    ],
    "apportionment.methods.quota": SHARED_OUT,
    "apportionment.methods.bands": [f"{APPORTIONMENT}/test_bands.py"],
    "apportionment.cap": [f"{APPORTIONMENT}/test_cap.py"],
    "apportionment.bodies": SHARED_OUT,
    "apportionment.double_majority": [f"{APPORTIONMENT}/test_majorities.py"],
    "apportionment.votes_by_result": [f"{APPORTIONMENT}/test_majorities.py"],
    "sortition.lottery": [f"{SORTITION}/test_lot.py", f"{SORTITION}/test_draw.py"],
    "sortition.quotas": [f"{SORTITION}/test_draw.py"],
    "sortition.lot": [f"{SORTITION}/test_lot.py"],
    "sortition.replacements": [f"{SORTITION}/test_draw.py"],
}

LENGTH = (
    "The limit only keeps numbers of absurd length out; where it is does not matter."
)
FEWER_AT_ONCE = (
    "Fewer seats are given at once and more of them one by one; the same come out."
)
SAME_SHAPE = (
    "Any negative length lets NumPy find it; and a copy holds the same numbers."
)
SHORTENED = "Only how much of a sentence that quotes somebody is shown depends on it."
MORE_NOUGHTS = (
    "More noughts than needed are put behind the last ballot; nobody reads on."
)

REASONS: dict[str, dict[str, str]] = {
    "apportionment.methods.bands": {
        "_band: `len(most) <= 18` → `len(most) < 18`": LENGTH,
        "_band: `18` → `19`": LENGTH,
        "_band: `len(seats) <= 9` → `len(seats) < 9`": LENGTH,
        "_band: `9` → `10`": LENGTH,
    },
    "apportionment.methods.divisors": {
        "Divisor.standing: `1` → `2`": "It only has to be above 0, where everybody "
        "else is.",
        "Divisor._surely: `len(weighty) * (1 - self.first)` → "
        "`len(weighty) + (1 - self.first)`": FEWER_AT_ONCE,
        "Divisor._surely: `1 - self.first` → `1 + self.first`": FEWER_AT_ONCE,
        "Divisor._surely: `1` → `2`": FEWER_AT_ONCE,
        "Divisor._surely: `worth <= 0` → `worth < 0`": FEWER_AT_ONCE,
        "Divisor._surely: `0` → `1`": FEWER_AT_ONCE,
        "Divisor._rest: `len(level) >= free` → `len(level) > free`": "Where just as "
        "many are level as seats are left, each gets one either way.",
    },
    "budgeting.methods.equal_shares.prices": {
        "exact_prices: `sale.paying // gmpy2.gcd(owed, sale.paying)` → "
        "`sale.paying * gmpy2.gcd(owed, sale.paying)`": "Parts of a coin get smaller "
        "than they need be; the prices are the same fractions.",
    },
    "voting.reserved": {
        "_read: `60` → `61`": SHORTENED,
    },
    "voting.nibbles": {
        "_sixteen_each: `last + PARTS - first - len(piece)` → "
        "`last + PARTS - first + len(piece)`": MORE_NOUGHTS,
        "_sixteen_each: `last + PARTS - first` → `last + PARTS + first`": MORE_NOUGHTS,
        "_as_written: `1` → `2`": SAME_SHAPE,
        "_as_written: `np.uint64(0) - ends` → `np.uint64(0) + ends`": "What is marked "
        "above the first end is the highest bit of parts in which it is not set.",
        "_as_written: `0` → `1`": "One more changes only the three bits below any that "
        "can be marked.",
        "_turned_round: `False` → `True`": SAME_SHAPE,
        "_turned_round: `1` → `2`": SAME_SHAPE,
        "_table: `1` → `2`": "A further place, which no table asks for, and any "
        "negative length, which lets NumPy find it.",
        "_spread: `False` → `True`": SAME_SHAPE,
        "_spread: `1` → `2`": SAME_SHAPE,
    },
    "apportionment.cap": {
        "_cap: `len(bare) <= 20` → `len(bare) < 20`": LENGTH,
        "_cap: `20` → `21`": LENGTH,
    },
    "apportionment.methods.quota": {
        "share: `1` → `2`": "Where no seat is left, the edge is a number that no "
        "remainder reaches: all of them are below 1.",
    },
    "voting.methods.schulze": {
        "defeats: `0` → `1`": "Still open: it could show only where a chain is as weak "
        "as one vote, and no election of 60,000 small ones drawn by chance showed it.",
    },
}
