"""Which tests are about which module of charters, and why mutants survive."""

from pathlib import Path

CHARTERS = "tests/rules/charters"


def about(*names: str, only: str = "") -> list[str]:
    """Give the files of tests of these names, and the words of those to be run."""
    files = [f"{CHARTERS}/test_{name}.py" for name in names]
    return [*files, "-k", only] if only else files


# Two kinds of institution say as much as all, and sooner.
KINDS = Path(__file__).parent.parent / "src" / "commonweal" / "kinds"
OTHERS = {one.stem for one in KINDS.glob("*.toml")} - {
    *("consensus_collective", "city_confederation")
}
FEW_KINDS = f"not ({' or '.join(sorted(OTHERS))})"

TESTS_OF_CHARTERS: dict[str, list[str]] = {
    "charters.changes": about("changes", "pact", only=FEW_KINDS),
    "charters.charter": about("charter", "check", "pact", "prose", only=FEW_KINDS),
    "charters.check": about("check", "pact", "check_pauses"),
    "charters.check_details": about("check_details"),
    "charters.check_effects": about("check", "check_kept_places"),
    "charters.check_ending": about("check"),
    "charters.check_kept_places": about("check_kept_places"),
    "charters.check_marking": about("check_marking"),
    "charters.check_moderation": about("check"),
    "charters.check_pact": about("pact_objections", "pact", "check"),
    "charters.check_pauses": about("check_pauses"),
    "charters.check_recovery": about("check"),
    "charters.check_rules": about("check"),
    "charters.check_talks": about("talks"),
    "charters.check_way_out": about("check_way_out", "check"),
    "charters.controls": about(
        "controls", "check_marking", "check_kept_places", "changes", only=FEW_KINDS
    ),
    "charters.names": about("prose", "settings", only=FEW_KINDS),
    "charters.parse": about("parse", "pact", "toml"),
    "charters.parse_settings": about("parse", "pact", "toml"),
    "charters.prose": about("prose", "pact", "check_pauses", only=FEW_KINDS),
    "charters.prose_assemblies": about("prose", only=FEW_KINDS),
    "charters.prose_consensus": about("prose", "talks", only=FEW_KINDS),
    "charters.prose_ending": about("prose", only=FEW_KINDS),
    "charters.prose_moderation": about("prose", only=FEW_KINDS),
    "charters.prose_pact": about("pact", "prose", only=FEW_KINDS),
    "charters.prose_recovery": about("prose", only=FEW_KINDS),
    "charters.prose_rules": about("prose", "check_kept_places", only=FEW_KINDS),
    "charters.reading": about("parse", "pact", "toml"),
    "charters.settings": about("settings", "controls", "prose", only=FEW_KINDS),
    "charters.told": about("settings", "prose", only=FEW_KINDS),
    "charters.toml": about("toml"),
    "charters.tree": about("toml", "controls", "changes", only=FEW_KINDS),
}

REASONS_OF_CHARTERS: dict[str, dict[str, str]] = {}
