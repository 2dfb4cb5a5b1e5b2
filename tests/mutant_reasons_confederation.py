"""Which tests are about which module of the confederation, and why mutants survive."""

CONFEDERATION = "tests/rules/confederation"


def about(*names: str) -> list[str]:
    """Give the files of tests of these names; what is quick to notice comes first."""
    return [f"{CONFEDERATION}/test_{name}.py" for name in names]


TESTS_OF_CONFEDERATION: dict[str, list[str]] = {
    "confederation.matter": about("matter", "edges", "bound", "changes", "promises"),
    "confederation.ratification": about(
        "matter", "edges", "bound", "changes", "answers", "union_of_80000", "promises"
    ),
    "confederation.mandates": about(
        "mandates", "edges", "council", "changes", "promises"
    ),
    "confederation.instructions": about(
        "mandates", "outdated", "edges", "council", "promises"
    ),
    "confederation.answers": about(
        "answers", "edges", "matter", "union_of_80000", "promises"
    ),
    "confederation.majorities": about("council", "matter", "standing"),
    "confederation.weights": about("edges", "standing", "matter", "council"),
    "confederation.voices": about("edges", "changes", "council", "promises"),
    "confederation.seats": about("seats", "standing_in", "council", "changes"),
    "confederation.council": about(
        "edges", "council", "changes", "mandates", "promises"
    ),
    "confederation.bodies": about("answers", "standing", "union_of_80000", "bound"),
    "confederation.state": about("matter", "bound", "changes", "promises"),
    "confederation.verdicts": about(
        "matter", "bound", "changes", "answers", "edges", "raising_more"
    ),
    "confederation.told_to": about("told_to", "mandates"),
    "confederation.binding": about("bound", "union_of_80000", "promises"),
    "confederation.filed": about("filed"),
    "confederation.gaps": about("gaps"),
    "confederation.places": about("changes", "answers", "matter", "edges", "promises"),
    "confederation.plain": about("kept_mandates", "filed"),
    "confederation.reports": about("reports"),
    "confederation.standards": about("standards", "standing", "edges"),
    "confederation.standing": about("standing", "edges"),
    "confederation.ways": about("ways", "council"),
}

REASONS_OF_CONFEDERATION: dict[str, dict[str, str]] = {
    "confederation.weights": {
        "_capped: `number > most * whole` → `number >= most * whole`": "A body that "
        "has just the cap is given what it has.",
    },
    "confederation.ways": {
        "_puts: `order.index(way) < order.index(other)` → "
        "`order.index(way) <= order.index(other)`": "No way is held against itself.",
    },
}
