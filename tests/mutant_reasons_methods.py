"""Why mutants of the methods of counting survive, where nobody could see them."""

HAIRBREADTH = (
    "Votes would have to differ by just the bound, which is far below what any of them "
    "is told to; on either side of it the same is done a round sooner or later."
)
LIMIT = "The limit only keeps endless counts out; where it is does not matter."
SAME_SUMS = (
    "Sums are kept in parts of the same size or smaller ones, and compared with each "
    "other alone."
)
ASIDE_BEFORE = "What is level was set aside in the line before."

REASONS_OF_METHODS: dict[str, dict[str, str]] = {
    "voting.methods.consensus": {
        "what_stands: `0` → `1`": "Where blocks and objections stop it, nobody asks "
        "any more how many stand aside.",
    },
    "voting.methods.coombs": {
        "Count._look: `1` → `2`": "A further place, for ballots that would put more "
        "options last than are left.",
    },
    "voting.methods.irv": {
        "Count._last_of: `1` → `2`": "Where a single other is left and has more than "
        "all who are level, that one has a majority and the count is over.",
    },
    "voting.methods.minimax": {
        "count: `0` → `1`": "It stands for the least of nothing: without options "
        "nobody is compared with it.",
    },
    "voting.methods.motion": {
        "count: `counts['yes'] > counts['no']` → `counts['yes'] >= counts['no']`": (
            ASIDE_BEFORE
        ),
    },
    "voting.methods.pav": {
        "Search.parts: `1` → `2`": SAME_SUMS,
        "Search.look: `1` → `2`": LIMIT,
        "Search.look: `self.looks > MOST_LOOKS` → `self.looks >= MOST_LOOKS`": LIMIT,
        "Search.look: `self._content((*taken, one)) - now` → "
        "`self._content((*taken, one)) + now`": "A wider bound only leaves more "
        "committees to be looked at.",
        "Search.look: `max(open_to, key=lambda one: gains[one])` → "
        "`min(open_to, key=lambda one: gains[one])`": "Committees are looked at in "
        "another order; all that could be best are looked at.",
        "Search._content: `1` → `2`": "A further place, which no committee asks for.",
    },
    "voting.methods.ranked_pairs": {
        "all_ends: `len(ways) > MOST_ORDERS` → `len(ways) >= MOST_ORDERS`": LIMIT,
        "all_ends: `len(ways) > 1` → `len(ways) >= 1`": "One way alone is in order.",
        "orders_of: `len(seen) > MOST_ORDERS` → `len(seen) >= MOST_ORDERS`": LIMIT,
    },
    "voting.methods.schulze": {
        "strongest_paths: `0` → `1`": "An option against itself is no link, and a "
        "chain by way of itself is no stronger; without options there are no chains.",
        "strongest_paths: `largest <= LARGEST` → `largest < LARGEST`": "Numbers of any "
        "length say the same as machine words, only more slowly.",
    },
    "voting.methods.schulze_status_quo": {
        "status_quo_of: `60` → `61`": "Only how much of a sentence that quotes "
        "somebody is shown depends on it.",
    },
    "voting.methods.star": {
        "runoff: `first > second` → `first >= second`": ASIDE_BEFORE,
    },
    "voting.methods.stv_ers97": {
        "Count.deem_elected: `votes >= self.quota` → `votes > self.quota`": "Whoever "
        "has just the quota has enough of the active votes, too.",
        "Count.deem_elected: `break` → `continue`": "Whoever follows has fewer votes "
        "still, and so not enough either.",
        "Count.transfer_largest_surplus: `examined.transferable * value > surplus` → "
        "`examined.transferable * value >= surplus`": "A surplus just as large divides "
        "into the same value.",
    },
    "voting.methods.stv_meek": {
        "Count.decided: `self.surplus <= SETTLED` → `self.surplus < SETTLED`": (
            HAIRBREADTH
        ),
        "Count.have_quota: `self.votes[o] > over` → `self.votes[o] >= over`": (
            HAIRBREADTH
        ),
        "Count.certain_losers: `together < self.votes[above]` → "
        "`together <= self.votes[above]`": HAIRBREADTH,
        "Count._last: `self.votes[option] <= edge` → `self.votes[option] < edge`": (
            HAIRBREADTH
        ),
    },
}
