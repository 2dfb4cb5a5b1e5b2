"""Which tests are about which module, and why the mutants that survive may."""

VOTING, SORTITION = "tests/rules/voting", "tests/rules/sortition"


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
    "apportionment.methods.divisors": ["tests/rules/apportionment"],
    "apportionment.methods.quota": ["tests/rules/apportionment"],
    "sortition.lottery": [f"{SORTITION}/test_lot.py", f"{SORTITION}/test_draw.py"],
    "sortition.quotas": [f"{SORTITION}/test_draw.py"],
}

REASONS: dict[str, dict[str, str]] = {
    "voting.methods.schulze": {
        "defeats: `0` → `1`": "Still open: it could show only where a chain is as weak "
        "as one vote, and no election of 60,000 small ones drawn by chance showed it.",
    },
}
