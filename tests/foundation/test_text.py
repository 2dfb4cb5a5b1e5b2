"""Names and texts made safe to keep, Markdown made safe to show."""

import html
import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.foundation.text import clean_name, clean_text, html_of
from commonweal.rules.verdict import Refused

LIMIT = 120


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Asha \t Rao ", "Asha Rao"),
        ("A\u200bs\u200ch\u200da\ufeff", "Asha"),
        ("\u202eahsA\u202c", "ahsA"),
        ("Ame\u0301lie", "Amélie"),
        ("Asha\nAdmin", "Asha Admin"),
        ("Asha\x00\x1b[31m", "Asha [31m"),
        ("<b>Asha</b>", "<b>Asha</b>"),
        ("日本 花子", "日本 花子"),
        ("Z" + "\u0301" * 60 + "oe", "Ź" + "\u0301" * 4 + "oe"),
        ("ก" + "\u0e49" * 60, "ก" + "\u0e49" * 4),
        ("अ" + "\u0901" * 9, "अ" + "\u0901" * 4),
        ("As\u034fha\U000e0041\ufe0f", "Asha"),
        ("สมชาย ใจดี", "สมชาย ใจดี"),
        ("שָׁלוֹם", "שָׁלוֹם"),
        ("7", "7"),
    ],
)
def test_a_name_is_kept_as_people_see_it(typed, kept):
    assert clean_name(typed, LIMIT) == kept


@pytest.mark.parametrize(
    "typed",
    [
        *("", "   ", "\u200b\u2060", "\u3164\u2800", "\u202e"),
        *("\u0301", "...", "-", "\u034f", "\U000e0041", "\ufe0f", "♥", "\u0e49"),
    ],
)
def test_a_name_nobody_can_see_is_refused(typed):
    with pytest.raises(Refused, match="name_empty"):
        clean_name(typed, LIMIT)


@pytest.mark.parametrize("typed", ["a" * 121, "a" * 10_000, "a" + "\u200b" * 10_000])
def test_a_name_too_long_is_refused(typed):
    with pytest.raises(Refused, match="name_too_long"):
        clean_name(typed, LIMIT)


def test_a_name_as_long_as_may_be_is_kept():
    assert clean_name("é" * LIMIT, LIMIT) == "é" * LIMIT


@given(st.text(max_size=200))
def test_a_name_kept_once_is_kept_the_same_again(typed):
    try:
        kept = clean_name(typed, LIMIT)
    except Refused:
        return

    assert clean_name(kept, LIMIT) == kept
    assert len(kept) <= LIMIT
    kinds = {unicodedata.category(letter) for letter in kept}
    assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_a_text_keeps_its_lines_and_loses_what_reverses_it():
    typed = "One\r\ntwo\rthree\u202e\u2066 four\x07\n\n"

    assert clean_text(typed, 100) == "One\ntwo\nthree four"


def test_a_text_keeps_the_joiners_that_other_scripts_need():
    persian = "می\u200cخواهم"

    assert clean_text(persian, 100) == persian


@pytest.mark.parametrize("length", [101, 100_000])
def test_a_text_too_long_is_refused(length):
    with pytest.raises(Refused, match="text_too_long"):
        clean_text("a" * length, 100)


@given(st.text(max_size=200))
def test_a_text_kept_once_is_kept_the_same_again(typed):
    kept = clean_text(typed, 1000)

    assert clean_text(kept, 1000) == kept


def test_paragraphs_lists_emphasis_and_links_are_shown():
    shown = html_of("*Hot* **water**\n\n- now\n- for [all](https://example.org)")

    assert "<em>Hot</em> <strong>water</strong>" in shown
    assert "<li>now</li>" in shown
    assert '<a href="https://example.org" rel="nofollow noopener">all</a>' in shown


def test_headings_stand_below_those_of_the_page():
    assert html_of("# Big\n\n##### Small") == "<h3>Big</h3>\n<h6>Small</h6>\n"


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![beacon](https://example.org/pixel.gif)",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "<a href='javascript:alert(1)' onclick='x'>y</a>",
        '<style>body{background:url("https://example.org")}</style>',
        "[x]: javascript:alert(1)\n\n[x]",
        "<iframe src=//example.org></iframe>",
    ],
)
def test_nothing_dangerous_and_nothing_remote_gets_through(typed):
    shown = html_of(typed).lower()

    for sign in ("<script", "<img", "<style", "<iframe", "src=", 'href="java'):
        assert sign not in shown.replace("&lt;", "") or "&lt;" in shown
    assert "<img" not in shown
    assert "<script" not in shown
    assert 'href="javascript' not in shown
    assert 'href="data' not in shown
    assert "onclick" not in shown or "&lt;a" in shown


@given(st.text(max_size=300))
def test_whatever_is_typed_only_known_tags_come_out(typed):
    shown = html_of(typed)

    for start in ("<script", "<img", "<iframe", "<object", "<svg", "<form", "<input"):
        assert start not in shown.lower()


@pytest.mark.parametrize("piece", ["[", "![", "[a][", "[a](", "[]("])
def test_a_text_made_to_be_slow_is_shown_quickly_and_whole(piece):
    typed = piece * (20_000 // len(piece))
    html_of.cache_clear()

    began = process_time()
    shown = html_of(typed)

    assert process_time() - began < 0.4
    assert html.unescape(shown) == f"<p>{typed}</p>\n"
