"""Pieces put together in Python escape as Django's own do."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from commonweal.interfaces.web.markup import filled, joined

PATTERN = '<p title="{}">{}</p>'


@given(st.text(), st.text() | st.integers())
def test_what_is_filled_in_is_escaped_as_django_does(
    title: str, words: str | int
) -> None:
    ours = filled(PATTERN, title, words)
    assert ours == format_html(PATTERN, title, words)
    assert isinstance(ours, SafeString)


def test_markup_is_filled_in_as_it_is() -> None:
    inner = filled("<b>{}</b>", "a < b")
    assert filled("<p>{}</p>", inner) == "<p><b>a &lt; b</b></p>"


@given(st.lists(st.text()))
def test_pieces_are_joined_as_django_does(words: list[str]) -> None:
    ours = joined(filled("<li>{}</li>", one) for one in words)
    assert ours == format_html_join("", "<li>{}</li>", ((one,) for one in words))
