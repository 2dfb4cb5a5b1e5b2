"""Which tests are about which module of voting, and why mutants that survive may."""

from tests.mutant_reasons_formats import REASONS_OF_FORMATS, SHORTENED
from tests.mutant_reasons_methods import REASONS_OF_METHODS
from tests.mutant_reasons_tables import REASONS_OF_TABLES

VOTING = "tests/rules/voting"
# Laws over all elections take long for each mutant, and examples notice first.
BY_EXAMPLE = "not every_class_gets and not changes_nothing and not all_places_are"


def about(*names: str) -> list[str]:
    """Give the files of tests of these names."""
    return [f"{VOTING}/test_{name}.py" for name in names]


def about_files(*names: str) -> list[str]:
    """Give the files of tests of these formats."""
    return [f"{VOTING}/formats/test_{name}.py" for name in names]


def of_method(id_: str, *more: str) -> list[str]:
    """Give the tests of a method: its own first, then its examples and promises.

    Of the files in `more` every test is taken. How a process of its own counts is left
    out: it would not be told of the mutant.
    """
    files = about(*more, "edges", "methods", "steps")
    named = [id_, id_.replace("-", "_"), *(f"test_{name}" for name in more)]
    chosen = f"({' or '.join(named)}) and not every_process"
    return [*files, "-k", chosen]


TESTS_OF_VOTING: dict[str, list[str]] = {
    "voting.thresholds": about("thresholds", "consensus"),
    "voting.decision_rule": about("decision_rule", "thresholds", "consensus"),
    "voting.ties": about("ties", "open_outcomes", "places", "settings_of_methods"),
    "voting.methods.approval": of_method("approval", "settings_of_methods", "places"),
    "voting.methods.majority_judgment": of_method("majority-judgment", "graded"),
    "voting.methods.schulze": of_method("schulze", "chains"),
    "voting.methods.irv": of_method("irv", "settings_of_methods", "marks_read", "ties"),
    "voting.methods.stv_scottish": of_method(
        "stv-scottish", "settings_of_methods", "ties", "reserved", "room"
    ),
    "voting.methods.stv_wigm": of_method("stv-wigm", "ties", "reserved", "room"),
    "voting.methods.stv_meek": of_method("stv-meek", "meek", "kept", "room"),
    "voting.methods.stv_ers97": of_method("stv-ers97", "ers97", "ties", "room"),
    "voting.methods.stv_gregory": of_method("stv-gregory", "gregory", "ties", "room"),
    "voting.methods.score": of_method("score", "settings_of_methods", "places"),
    "voting.methods.star": of_method("star", "graded"),
    "voting.methods.plurality": of_method("plurality", "settings_of_methods", "places"),
    "voting.methods.motion": of_method("motion", "ties"),
    "voting.methods.borda": of_method("borda", "places"),
    "voting.methods.coombs": of_method("coombs", "coombs"),
    "voting.methods.minimax": of_method("minimax", "open_outcomes"),
    "voting.methods.ranked_pairs": of_method(
        "ranked-pairs", "ranked_pairs", "open_outcomes"
    ),
    "voting.methods.schulze_status_quo": of_method("schulze-status-quo", "status_quo"),
    "voting.methods.disapproval": of_method("disapproval", "places"),
    "voting.methods.pav": of_method("pav", "committees"),
    "voting.methods.pav_sequential": of_method("pav-sequential", "committees"),
    "voting.methods.phragmen_sequential": of_method(
        "phragmen-sequential", "committees"
    ),
    "voting.methods.committee_shares": of_method("committee-shares", "committees"),
    "voting.methods.consensus": of_method("consensus", "consensus"),
    "voting.pairs": [
        *about("pairs", "chains", "condorcet", "placed"),
        f"{VOTING}/test_piles.py::test_both_forms_of_the_pairs_agree",
    ],
    "voting.placed": about("placed"),
    "voting.eights": about("eights"),
    "voting.partial": [
        *about("partial"),
        *(
            "-k",
            "gives_back or dictionary or by_name or split and (irv or coombs)",
        ),
    ],
    "voting.nibbles": about("placed"),
    "voting.reserved": [*about("room", "reserved"), *("-k", BY_EXAMPLE)],
    "voting.filling": [
        *about("room", "stv_table", "meek", "gregory", "steps_told"),
        *("-k", BY_EXAMPLE),
    ],
    "voting.stages": about("stages", "stage_laws"),
    "voting.preparation": about("stages", "stage_laws"),
    "voting.piles": about("gregory", "marks_read", "piles"),
    "voting.fast_piles": about("piles"),
    "voting.kept": about("kept"),
    "voting.fast_kept": about("kept"),
    "voting.repeated": about("repeated"),
    "voting.grouped": about("grouped", "placed", "piles"),
    "voting.channels": about("channels"),
    "voting.franchise": about("franchise", "keeps_vote"),
    "voting.places": about("places"),
    "voting.stv_table": [
        *about("stv_table", "gregory", "ers97", "meek", "ties", "room", "reserved"),
        *("-k", f"{BY_EXAMPLE} and not parted_whole"),
    ],
    "voting.parcels": of_method("stv-ers97", "ers97", "ties"),
    "voting.rounds": about("committees"),
    "voting.approved": about("committees", "places"),
    "voting.graded": about("graded", "settings_of_methods"),
    "voting.whole": about("settings_of_methods"),
    "voting.condorcet": about("condorcet"),
    "voting.pair_steps": about("pair_steps"),
    "voting.outcome": about("outcome"),
    "voting.units": about("units"),
    "voting.ballots": about("places", "reserved"),
    "voting.ballot_rows": about("grouped"),
    "voting.marks": about("marks"),
    "voting.marks_read": about("marks_read"),
    "voting.marking": about("marks"),
    "voting.consensus_limits": about("consensus"),
    "voting.rule_words": about("rule_words"),
    "voting.keeping_places": about("keeping_places"),
    "voting.stage_table": about("stage_table"),
    "voting.steps_told": about("steps_told"),
    "voting.roll": about("roll"),
    "voting.sealed_lot": about("sealed_lot"),
    "voting.secret_ballots": about("secret_ballots"),
    "voting.paper": about("paper"),
    "voting.bearings": about("bearings"),
    "voting.pauses": about("pauses"),
    **{
        f"voting.formats.{name}": about_files(*tests)
        for name, tests in {
            "blt": ("blt_lines", "blt", "long_numbers"),
            "blt_fast": ("blt_fast", "blt", "long_numbers"),
            "blt_names": ("blt_lines", "blt", "oddities"),
            "records": ("csv_ballots",),
            "csv_ballots": ("csv_ballots", "spelling", "long_numbers"),
            "preflib": ("preflib", "long_numbers"),
            "oddities": ("oddities",),
            "decoding": ("decoding",),
            "spelling": ("spelling",),
            "errors": ("blt", "preflib"),
        }.items()
    },
    "voting.formats.blt_parts": about_files("blt_parts"),
}


REASONS_OF_VOTING: dict[str, dict[str, str]] = {
    **REASONS_OF_METHODS,
    **REASONS_OF_TABLES,
    **REASONS_OF_FORMATS,
    "voting.thresholds": {
        "judge_consensus: `-1` → `1`": "A consensus is counted in two steps, so that "
        "the last one is the second.",
    },
    "voting.ties": {
        "narrowed_by: `break` → `continue`": "Whoever is left alone stays alone at all "
        "steps before.",
    },
    "voting.preparation": {
        "SupportersInTime.__init__: `1` → `2`": "At the first look all are counted "
        "anew unless just that version is the oldest that counts.",
    },
    "voting.pair_steps": {
        "result: `pairs[one, other] > pairs[other, one]` → "
        "`pairs[one, other] >= pairs[other, one]`": "What is level was set aside in "
        "the line before.",
    },
    "voting.stages": {
        "_at_most_two: `2` → `3`": "A further nothing, which nobody takes.",
    },
    "voting.reserved": {
        "_read: `60` → `61`": SHORTENED,
        "_meant: `60` → `61`": SHORTENED,
    },
}
