"""Each decision of record has a number of its own, and its title says the same one."""

from collections import Counter

from tests.machine import ROOT

PAGES = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))


def test_no_number_is_given_twice():
    numbers = Counter(page.name[:4] for page in PAGES)

    assert [number for number, times in numbers.items() if times > 1] == []


def test_each_title_begins_with_the_number():
    wrong = [
        page.name
        for page in PAGES
        if not page.read_text(encoding="utf-8").startswith(f"# {int(page.name[:4])}. ")
    ]

    assert wrong == []
