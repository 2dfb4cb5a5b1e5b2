"""Which tests are about which module of assemblies, and why mutants survive."""

ASSEMBLIES = "tests/rules/assemblies"


def about(*names: str, only: str = "") -> list[str]:
    """Give the files of tests of these names, and the words of those to be run."""
    files = [f"{ASSEMBLIES}/test_{name}.py" for name in names]
    return [*files, "-k", only] if only else files


# What is quickest to notice comes first.
ROOM = ("edges", "room", "out_of_turn")
# How rival texts, phones and slips of paper are counted.
IN_PAIRS = ("secretly", "rivals", "time_for_phones")
# How a room looks for consensus.
IN_TALK = ("consensus", "talk", "blocks_of_before", "speaking_for", "tests_ending")

TESTS_OF_ASSEMBLIES: dict[str, list[str]] = {
    "assemblies.terms": about("quorum"),
    "assemblies.queue": about("queue", *ROOM),
    "assemblies.speaking_time": about("speaking_time"),
    "assemblies.presence": about(
        "quorum", *ROOM, "proxies", "hands", "looking_back", "put_out", "tests_ending"
    ),
    "assemblies.quorum": about("quorum", "proxies", *ROOM, "forms"),
    "assemblies.agenda": about("agenda", *ROOM),
    "assemblies.floor": about(*ROOM, "queue", "agenda", "forms"),
    "assemblies.state": about(
        *ROOM, "agenda", "hands", "looking_back", "phones", "tests_ending"
    ),
    "assemblies.process": about(*ROOM, "agenda", "looking_back", *IN_PAIRS, "at_door"),
    "assemblies.counting": about("counted", "hands", "phones", *IN_PAIRS, *ROOM),
    "assemblies.deciding": about(
        "hands", "edges", "quorum", "phones", *IN_PAIRS, *ROOM
    ),
    "assemblies.channels": about("hands", "phones", *ROOM),
    "assemblies.looking_back": about("looking_back", "tasks", *ROOM),
    "assemblies.tasks": about("tasks"),
    "assemblies.opening": about("room", "quorum", "forms"),
    "assemblies.ending": about(
        "edges", "room", "agenda", "out_of_turn", "looking_back", "tests_ending"
    ),
    "assemblies.approving": about("approving", "set_aside"),
    "assemblies.minutes": about("minutes", "set_aside"),
    "assemblies.fixed": about("fixed"),
    "assemblies.calendar": about("calendar"),
    "assemblies.amending": about("texts", "texts_refused", *IN_PAIRS),
    "assemblies.at_door": about("at_door"),
    "assemblies.carrying": about("carrying", "at_door"),
    "assemblies.consenting": [
        *about(*IN_PAIRS, *IN_TALK),
        "tests/rules/charters/test_talks.py",
    ],
    "assemblies.deed_names": about(*ROOM, *IN_PAIRS, "from_laptops", "texts"),
    "assemblies.forming": about("forms", *ROOM, "quorum"),
    "assemblies.forms": about("forms", "quorum", *ROOM),
    "assemblies.from_laptop": about("from_laptops"),
    "assemblies.judging": about(*IN_PAIRS, "texts"),
    "assemblies.positions": about(*IN_TALK, "put_out"),
    "assemblies.put_out": about("put_out", *IN_TALK),
    "assemblies.rivals": about(*IN_PAIRS, "texts"),
    "assemblies.secretly": about(*IN_PAIRS),
    "assemblies.set_aside": about("set_aside", "from_laptops"),
    "assemblies.speaking_for": about(*IN_TALK),
    "assemblies.spokes": about("forms", *IN_TALK),
    "assemblies.talk": about(*IN_TALK),
    "assemblies.testing": about(*IN_TALK),
    "assemblies.texts": about("texts", "texts_refused", "promises"),
}

REASONS_OF_ASSEMBLIES: dict[str, dict[str, str]] = {
    "assemblies.queue": {
        "_standing: `1` → `2`": "It only has to be more than what stands for whoever "
        "was passed often enough.",
    },
    "assemblies.floor": {
        "_passed: `one.arrival < taken.arrival` → `one.arrival <= taken.arrival`": (
            "Nobody waits twice for a turn, so no other request has the same instant "
            "and the same person."
        ),
    },
    "assemblies.counting": {
        "Decision.hands: `0` → `1`": "Both counts are the same: where they differ, "
        "neither is kept.",
    },
}
