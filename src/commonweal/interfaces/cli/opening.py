"""Files that are read as text, and what is to be said of the alphabet they are in."""

import sys
from collections.abc import Mapping
from pathlib import Path

from commonweal.interfaces.cli.shown import shown
from commonweal.rules.sentence import Words
from commonweal.rules.voting.formats.decoding import decoded
from commonweal.rules.wording import render


def opened(path: Path, words: Mapping[str, Words], notes: list[str]) -> str:
    """Read a file's text, adding to `notes` what there is to say of its alphabet.

    Raises `OSError` and, where it is no text, `FormatError`.
    """
    text, note = decoded(path.read_bytes())
    if note is not None:
        notes.append(f"{path}: {render(note, words)}")
    return text


def tell(notes: list[str]) -> None:
    """Say it on standard error, beside what is printed for people."""
    for note in notes:
        print(shown(note), file=sys.stderr)
