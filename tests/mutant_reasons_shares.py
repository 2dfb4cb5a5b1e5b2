"""Why mutants of equal shares that survive may: who asks least, from which purse."""

from tests.mutant_reasons_budgeting import (
    ALL_ALLOWED_FOR,
    GUESS,
    HALF,
    NEVER_MET,
    NO_COST,
    WIDER,
)

TWO_WAYS = "Both ways find the same kinds of purses, one of them more slowly."
EXACTLY = "More purses than need be are compared exactly."
GIVES_UP = "Where these figures are given up, a slower form counts the same."
STRIDES = (
    "Strides begin sooner or later; no budget at which something changes is missed."
)
SAME_AGAIN = "The same is tried again, until all tries are used up."
UNREACHED = "What can never be paid for any more may wait: its turn never comes."
TOO_CLOSE = "So little is less than purses are off, and is given up before."

REASONS_OF_SHARES: dict[str, dict[str, str]] = {
    "budgeting.methods.equal_shares.asking": {
        "Asking.level: `1` → `2`": "Any number below nought is no project's place.",
        "Asking.level: `self.waiting[0][0] <= high` → "
        "`self.waiting[0][0] < high`": NEVER_MET,
        "Asking._of: `bid.low <= high` → `bid.low < high`": NEVER_MET,
        "Asking.ask: `high < np.inf` → `high <= np.inf`": "At a rate without bound "
        "everybody gives all they have, and that is asked next.",
        "Asking.ask: `16` → `17`": WIDER,
        "Asking.ask: `together + error < stall.cost` → "
        "`together + error <= stall.cost`": ALL_ALLOWED_FOR,
        "Asking.ask: `together - error < stall.cost` → "
        "`together - error <= stall.cost`": ALL_ALLOWED_FOR,
        "Asking.above: `16` → `17`": WIDER,
        "Asking.above: `short <= 0` → `short < 0`": ALL_ALLOWED_FOR,
        "Asking.above: `has >= due` → `has > due`": "Whoever has just that can pay no "
        "more at a higher price.",
        "Asking.above: `1 - rough` → `1 + rough`": "What is short was made smaller by "
        "more than that already.",
        "Asking.chosen: `len(level) > 1` → `len(level) >= 1`": "One alone fits, and "
        "has no backer twice.",
        "Asking.rate: `bid.poor is None or bid.nearly is None` → "
        "`bid.poor is None and bid.nearly is None`": "Both are known, or neither is.",
        "Asking.all_can_be_paid: `left < -unsure` → `left <= -unsure`": ALL_ALLOWED_FOR,
        "Asking.all_can_be_paid: `left > unsure` → `left >= unsure`": ALL_ALLOWED_FOR,
        "Asking.due_of: `4` → `5`": WIDER,
    },
    "budgeting.methods.equal_shares.fast": {
        "stalls_of: `0` → `1`": NO_COST,
        "_within_reach: `1` → `2`": "It matters only where there are no projects, and "
        "one and two are both far below the bound.",
        "_written_down: `0` → `1`": NO_COST,
        "_in_fractions: `len(level) > 1` → `len(level) >= 1`": "One alone fits, and "
        "has no backer twice.",
    },
    "budgeting.methods.equal_shares.proven": {
        "Run.can_pay: `spare > 0` → `spare >= 0`": TOO_CLOSE,
        "Run.can_pay: `0` → `1`": TOO_CLOSE,
        "Run.bid: `bound * stall.use * LESS` → `bound * stall.use + LESS`": GUESS,
        "Run.bid: `bound * stall.use` → `bound + stall.use`": GUESS,
        "Run.bid: `gap <= due * _NEARLY + self.fuzz` → "
        "`gap < due * _NEARLY + self.fuzz`": ALL_ALLOWED_FOR,
        "Run.bid: `16` → `17`": WIDER,
        "Run.bid: `2 * off > price * _NEARLY` → `2 * off >= price * _NEARLY`": GIVES_UP,
        "Run.bid: `2` → `3`": GIVES_UP,
        "Run.price: `bid.poor is None or bid.nearly is None` → "
        "`bid.poor is None and bid.nearly is None`": "Both are known, or neither is.",
        "Run.price: `off * 4 > units * _NEARLY` → "
        "`off * 4 >= units * _NEARLY`": GIVES_UP,
        "Run.price: `4` → `5`": GIVES_UP,
        "Run._settled: `8` → `9`": GIVES_UP,
        "Run.least: `0` → `1`": "Whoever may ask least of all, but not least at most, "
        "may ask as much as the other: unless they are twins, that is given up.",
    },
    "budgeting.methods.equal_shares.raised": {
        "Budgets.rising: `0` → `1`": STRIDES,
        "Budgets.rising: `2` → `3`": STRIDES,
        "Budgets.rising: `steady >= _STEADY` → `steady > _STEADY`": STRIDES,
        "Budgets.rising: `stride > _LONG` → `stride >= _LONG`": STRIDES,
        "Budgets.rising: `before.rounds is not None and _order(before) == "
        "_order(bought)` → `before.rounds is not None or _order(before) == "
        "_order(bought)`": STRIDES,
        "Budgets.rising: `1` → `2`": STRIDES,
        "Budgets._strode: `trying <= gone` → `trying < gone`": SAME_AGAIN,
        "Budgets._strode: `break` → `continue`": SAME_AGAIN,
        "Budgets._strode: `4` → `5`": STRIDES,
        "_played: `max((bid.high for bid in level.bids), default=0.0)` → "
        "`min((bid.high for bid in level.bids), default=0.0)`": GUESS,
    },
    "budgeting.methods.equal_shares.alike": {
        "goes_alike: `proving.crossing >= run.share` → "
        "`proving.crossing > run.share`": "It only guesses where to look next.",
        "_Proving.__init__: `4` → `5`": WIDER,
        "_Proving._ties_go_alike: `has_now - due < -unsure` → "
        "`has_now - due <= -unsure`": ALL_ALLOWED_FOR,
        "_Proving._all_ask_more: `max((bid.high for bid in low.bids))` → "
        "`min((bid.high for bid in low.bids))`": "Those bought at once ask the same, "
        "and each bound lies above it.",
        "_Proving._all_ask_more: `run.waiting[0][0] <= asked` → "
        "`run.waiting[0][0] < asked`": NEVER_MET,
        "_Proving._all_ask_more: `entry[0] < inf` → `entry[0] <= inf`": UNREACHED,
        "_Proving._all_ask_more: `0` → `1`": UNREACHED,
        "_Proving._behind: `here.short > gains * self.more` → "
        "`here.short >= gains * self.more`": ALL_ALLOWED_FOR,
        "_Proving._behind: `there.short > loses * self.more` → "
        "`there.short >= loses * self.more`": ALL_ALLOWED_FOR,
        "_Proving.nothing_more: `there > 0` → `there >= 0`": "Where nothing is short, "
        "that is where it comes to nothing.",
        "_held_to: `has < due + margin` → `has <= due + margin`": ALL_ALLOWED_FOR,
        "_held_to: `has + margin < surely_due` → "
        "`has + margin <= surely_due`": ALL_ALLOWED_FOR,
    },
    "budgeting.methods.equal_shares.purses": {
        "Purses.backers: `1` → `2`": "Numbers of kinds lie further apart, in the same "
        "order.",
        "Purses._poor_at: `np.abs(money - due) <= _NEARLY * due` → "
        "`np.abs(money - due) < _NEARLY * due`": ALL_ALLOWED_FOR,
        "Purses._poor_at: `_NEARLY * due` → `_NEARLY + due`": EXACTLY,
        "_distinct: `room > 16 * len(keys) + 2 ** 16` → "
        "`room >= 16 * len(keys) + 2 ** 16`": TWO_WAYS,
        "_distinct: `16 * len(keys) + 2 ** 16` → `16 * len(keys) - 2 ** 16`": TWO_WAYS,
        "_distinct: `16 * len(keys)` → `16 + len(keys)`": TWO_WAYS,
        "_distinct: `16` → `17`": TWO_WAYS,
        "_distinct: `2` → `3`": TWO_WAYS,
    },
    "budgeting.methods.equal_shares.slopes": {
        "Slopes.paid: `float(least) - ULP * abs(least)` → "
        "`float(least) + ULP * abs(least)`": HALF,
        "Slopes.paid: `float(most) + ULP * abs(most)` → "
        "`float(most) - ULP * abs(most)`": HALF,
        "rounding: `16` → `17`": WIDER,
    },
    "budgeting.marks": {
        "support_of: `1` → `2`": "Any negative length lets NumPy find it.",
        "_fits_in_64_bits: `int(support.points.max(initial=1)) * len(support.options)` "
        "→ `int(support.points.max(initial=1)) + len(support.options)`": "Sums of all "
        "projects may go round, and differences of them are right again, where no "
        "single one is beyond 64 bits.",
        "_fits_in_64_bits: `1` → `2`": "It matters only where nobody backs anything, "
        "and then all sums are nought.",
        "_support_from_table: `len(table.options) < 2 ** 15` → "
        "`len(table.options) <= 2 ** 15`": "The last of so many places is one less, "
        "and fits.",
    },
}
