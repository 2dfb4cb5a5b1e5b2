"""Languages and effects by the names people call them.

An effect that a node does not know is shown as it is written, so that the charters of
another node can still be printed.
"""

from commonweal.rules.sentence import OTHERWISE, Fact, Sentence

# Those that have a name in the table of sentences; others are shown as written.
NAMED_LANGUAGES = frozenset(
    {"ar", "ca", "de", "en", "es", "eu", "fr", "gl", "it", "ku", "pl", "pt", "tr", "uk"}
)


def language_name(tag: str) -> Fact:
    """Name a language: `es` and `es-AR` are Spanish; an unknown tag is its own name."""
    parent = tag.split("-")[0]
    return Sentence(f"language_{parent}") if parent in NAMED_LANGUAGES else tag


def effect_name(effect: str) -> Fact:
    """Name what a decision sets in motion, as the effect itself has words for it."""
    return Sentence(f"effect_{effect}", {OTHERWISE: effect})
