"""Every text has words in every language shipped, and the words fit their facts."""

import re

import pytest
from babel.messages.catalog import Catalog

from commonweal.interfaces.cli import translations

FACTS = re.compile(r"\{\w+\}|%\(\w+\)[sd]|</?\w+")


def forms(words: str | tuple[str, ...] | list[str]) -> list[str]:
    """Give one form or several as a list."""
    return [words] if isinstance(words, str) else list(words)


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_every_text_has_words(language):
    assert list(translations.missing(language)) == []


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_a_translation_names_the_facts_of_its_text(language):
    strange = [
        message.id
        for message in translations.read(language)
        if message.id and message.string
        for form in forms(message.string)
        if not any(
            sorted(FACTS.findall(form)) == sorted(FACTS.findall(text))
            for text in forms(message.id)
        )
    ]

    assert strange == []


def test_the_files_are_what_extracting_would_write():
    for language in translations.LANGUAGES:
        there = {(one.id, one.context) for one in translations.read(language) if one.id}
        said = {(one.id, one.context) for one in translations.gathered() if one.id}

        assert there == said, "run: bin/commonweal translations extract"


def test_turning_english_around_leaves_facts_and_tags_alone():
    turned = translations.mirror('See <a href="%(door)s">the {name} page</a>')

    assert '<a href="%(door)s">' in turned
    assert "{name}" in turned
    assert turned.startswith("⟦")


def test_patterns_of_dates_are_not_turned_around():
    assert translations.mirror("EEEE d MMMM") == "EEEE d MMMM"


def test_both_forms_of_a_plural_are_turned_around():
    catalog = Catalog()
    catalog.add(("{n} vote", "{n} votes"))

    turned = next(one for one in translations.pretended(catalog) if one.id)

    assert len(turned.string) == 2
