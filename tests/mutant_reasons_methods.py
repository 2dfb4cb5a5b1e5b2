"""Why mutants of the methods of counting survive, where nobody could see them."""

REASONS_OF_METHODS: dict[str, dict[str, str]] = {
    "voting.methods.irv": {
        "Count._last_of: `1` → `2`": "Where a single other is left and has more than "
        "all who are level, that one has a majority and the count is over.",
    },
}
