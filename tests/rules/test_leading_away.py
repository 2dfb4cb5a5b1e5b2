"""A name with something to follow or to call in it, and names without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.leading_away import leads_away

LEADING = [
    "WWW.example.org",
    "Win at https://example.org",
    "evil.com",
    "Sign up at win-a-phone.shop/now",
    "ｅｖｉｌ．ｃｏｍ",
    "evil\u3002com",
    "evil.c\u200bom",
    "казино.рф",
    "bit.ly",
    "St.Pauli",
    "10.0.0.1 Union",
    "help@example",
    "tel:110",
    "Call 0151 2345678 now",
    "Call +49 (151) 234-5678",
    "Call 01 51 23 45 67",
    "555-1234",
    "Call 0·1·5·1·2·3·4·5·6",
    "Call ٠١٥١٢٣٤٥٦٧",
    "Call ⓪①⑤①②③④⑤",
    "Call 0\u20e31\u20e35\u20e31\u20e32\u20e33\u20e34\u20e3",
    "Call 0️⃣1️⃣5️⃣1️⃣2️⃣3️⃣4️⃣",
    "Since 1987-20245",
    "Call 22 33 44 55",
    "0151, 234, 5678",
    "0151: 234; 5678",
    "555, 123, 4567",
    "01, 51, 23, 45, 67",
    "localhost:8000",
    "server:8080",
]
HARMLESS = [
    "River Street Tenants",
    "Mieterverein St. Pauli e.V.",
    "ver.di Ortsgruppe",
    "U.S.W. Local 1010",
    "Local 32BJ",
    "Tenants of 10115 Berlin",
    "Founded 1987–2024",
    "1st of May Committee",
    "Lindenstraße 12, 14, 16, 18 and 20",
    "Houses 101, 103, 105 and 107",
    "Founded 1987, open 2024, closed 2025",
    "Shift 08:00-20:00",
    "24/7 Carers",
    "Nr. 5 / 7 / 9",
    "Café, Bar & Co.",
    "Δήμος 2024",
]


@pytest.mark.parametrize("name", LEADING)
def test_what_can_be_followed_or_called_is_found(name):
    assert leads_away(name)


@pytest.mark.parametrize("name", HARMLESS)
def test_a_name_that_is_one_is_let_be(name):
    assert not leads_away(name)


@given(st.text(), st.text(), st.sampled_from(LEADING))
def test_no_words_around_it_hide_it(before, after, leading):
    # A letter or digit right beside it makes another word of it.
    assert leads_away(f"{before} — {leading} — {after}")
