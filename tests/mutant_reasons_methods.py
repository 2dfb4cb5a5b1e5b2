"""Why mutants of the methods of counting survive, where nobody could see them."""

REASONS_OF_METHODS: dict[str, dict[str, str]] = {
    "voting.methods.schulze": {
        "defeats: `0` → `1`": "Still open: it could show only where a chain is as weak "
        "as one vote, and no election of 60,000 small ones drawn by chance showed it.",
    },
}
