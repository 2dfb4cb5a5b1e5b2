"""`commonweal translations`: gather what is to be translated; make it quick to read.

`extract` reads every text marked in code, in the tables of sentences and in templates,
and brings the `.po` files up to date; `compile` makes the `.mo` files the pages read,
and the pretend language `en-xr`, which runs from right to left; `missing` lists what
has no words yet. Made with Babel, so that no other program is needed.
"""

import argparse
import os
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parents[2]
LOCALE = PACKAGE / "locale"
LANGUAGES = ("es",)
PRETEND = "en_XR"
# A header whose dates stood for today would change a file that says nothing new.
BEGAN = datetime(2026, 11, 22, tzinfo=UTC)
ONE, MANY = None, (1, 2)
KEYWORDS = {
    **dict.fromkeys(("gettext", "gettext_lazy", "gettext_noop", "N_", "_"), ONE),
    **dict.fromkeys(("ngettext", "ngettext_lazy", "NP_"), MANY),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
}
INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
# What stands between these is for machines: facts, tags, entities.
FOR_MACHINES = re.compile(r"(\{\w+\}|%\(\w+\)[sd]|<[^>]*>|&\w+;|\s+)")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what may be written after the word."""
    parser.add_argument("task", choices=("extract", "compile", "missing"))


def run(options: argparse.Namespace) -> int:
    """Do what was asked; give 1 where words are missing."""
    match options.task:
        case "extract":
            bring_up_to_date()
        case "compile":
            compile_all()
        case _:
            gaps = [gap for language in LANGUAGES for gap in missing(language)]
            for gap in gaps:
                print(gap)
            return 1 if gaps else 0
    return 0


def gathered() -> Catalog:
    """Gather every text that people are to read in their own language."""
    catalog = Catalog(charset="utf-8")
    for path in sorted(_sources()):
        place = path.relative_to(PACKAGE).as_posix()
        for _, words, comments, context in _texts(path):
            # No line numbers, so that a file changes only when its texts do.
            catalog.add(
                words, locations=[(place, 0)], auto_comments=comments, context=context
            )
    return catalog


def bring_up_to_date() -> None:
    """Add new texts to every `.po` file and drop those that nobody says any more."""
    template = gathered()
    for language in LANGUAGES:
        catalog = read(language)
        catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
        catalog.obsolete.clear()
        _write(language, catalog)


def compile_all() -> None:
    """Make every `.mo` file that is older than its words."""
    for language in LANGUAGES:
        if _is_stale(_binary(language)):
            _make(language, read(language))
    if _is_stale(_binary(PRETEND)):
        _make(PRETEND, pretended(read(LANGUAGES[0])))


def missing(language: str) -> Iterator[str]:
    """List the texts that have no words in this language."""
    catalog = read(language)
    for message in gathered():
        there = catalog.get(message.id, message.context) if message.id else None
        if message.id and (there is None or not _is_said(there)):
            yield f"{language}: {_first(message.id)}"


def pretended(catalog: Catalog) -> Catalog:
    """Turn English around: each word runs from right to left, between brackets."""
    mirrored = Catalog(locale=Locale("en"), charset="utf-8")
    for message in catalog:
        if not message.id:
            continue
        words = (
            mirror(message.id)
            if isinstance(message.id, str)
            else tuple(mirror(form) for form in message.id)
        )
        mirrored.add(message.id, words, context=message.context)
    return mirrored


def mirror(words: str) -> str:
    """Turn the words around, and leave facts, tags and patterns of dates alone."""
    if "MMMM" in words:
        return words
    parts = FOR_MACHINES.split(words)
    turned = [
        part if not part or FOR_MACHINES.fullmatch(part) else f"\u202e{part}\u202c"
        for part in parts
    ]
    return f"⟦{''.join(turned)}⟧"


def read(language: str) -> Catalog:
    """Read a language's `.po` file; an empty catalogue if there is none."""
    catalog, path = _empty(language), _words(language)
    if path.exists():
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id:
                    catalog[message.id] = message
    return catalog


def _sources() -> Iterator[Path]:
    yield from PACKAGE.rglob("*.py")
    yield from PACKAGE.rglob("templates/**/*.html")
    yield from PACKAGE.rglob("templates/**/*.txt")


def _texts(
    path: Path,
) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    code = path.read_text()
    if path.suffix != ".py":
        # Indentation means nothing in a template, and would mean something in Python.
        code = INDENTATION.sub("", templatize(code))
    yield from extract(
        "python",
        BytesIO(code.encode()),
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
    )


def _empty(language: str) -> Catalog:
    return Catalog(
        locale=language,
        charset="utf-8",
        project="Commonweal",
        version="1",
        copyright_holder="the people who write Commonweal",
        last_translator="the people who write Commonweal",
        language_team=language,
        header_comment=f"# Commonweal in {language}: one text, one translation.",
        creation_date=BEGAN,
        revision_date=BEGAN,
        fuzzy=False,
    )


def _make(language: str, catalog: Catalog) -> None:
    path = _binary(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Whoever reads at this moment reads the old file whole or the new one whole.
    half = path.with_suffix(f".{os.getpid()}")
    with half.open("wb") as file:
        write_mo(file, catalog)
    half.replace(path)


def _write(language: str, catalog: Catalog) -> None:
    path = _words(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=88, include_lineno=False, sort_by_file=True)


def _is_stale(binary: Path) -> bool:
    newest = max(
        _words(language).stat().st_mtime
        for language in LANGUAGES
        if _words(language).exists()
    )
    return not binary.exists() or binary.stat().st_mtime < newest


def _is_said(message: Message) -> bool:
    said = message.string
    forms = [said] if isinstance(said, str) else list(said or [""])
    return all(forms) and "fuzzy" not in message.flags


def _first(words: str | Sequence[str]) -> str:
    return words if isinstance(words, str) else words[0]


def _words(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def _binary(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.mo"
