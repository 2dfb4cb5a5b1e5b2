"""Which tests are about which module of consensus, and why mutants that survive may."""

CONSENSUS = "tests/rules/consensus"
PROCESS = [f"{CONSENSUS}/test_{one}.py" for one in ("process", "edges", "in_room")]

TESTS_OF_CONSENSUS: dict[str, list[str]] = {
    "consensus.terms": PROCESS,
    "consensus.weighing": PROCESS,
    "consensus.state": PROCESS,
    "consensus.verdicts": PROCESS,
    "consensus.process": PROCESS,
}

REASONS_OF_CONSENSUS: dict[str, dict[str, str]] = {}
