"""Languages and effects by the names people call them."""

from commonweal.rules.sentence import Fact, Sentence

# Those that have a name in the table of sentences; others are shown as they are
# written, so that a node with an effect of its own still prints its charters.
NAMED_LANGUAGES = frozenset(
    {"ar", "ca", "de", "en", "es", "eu", "fr", "gl", "it", "ku", "pl", "pt", "tr", "uk"}
)
NAMED_EFFECTS = frozenset(
    {
        *("amend_charter", "admit_member", "fill_office", "adopt_statement"),
        *("let_last_resort_stand", "set_founding", "admit_institution"),
    }
)


def language_name(tag: str) -> Fact:
    """Name a language: `es` and `es-AR` are Spanish; an unknown tag is its own name."""
    parent = tag.split("-")[0]
    return Sentence(f"language_{parent}") if parent in NAMED_LANGUAGES else tag


def effect_name(effect: str) -> Fact:
    """Name what a decision sets in motion."""
    return Sentence(f"effect_{effect}") if effect in NAMED_EFFECTS else effect
