"""Why mutants of the methods of counting survive, where nobody could see them."""

HAIRBREADTH = (
    "Votes would have to differ by just the bound, which is far below what any of them "
    "is told to; on either side of it the same is done a round sooner or later."
)

REASONS_OF_METHODS: dict[str, dict[str, str]] = {
    "voting.methods.irv": {
        "Count._last_of: `1` → `2`": "Where a single other is left and has more than "
        "all who are level, that one has a majority and the count is over.",
    },
}
