"""Sentences are said in the reader's language, and facts by what they are."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from commonweal.foundation import language
from commonweal.rules.sentence import N_, NP_, Sentence, local_text

SUNDAY = datetime(2026, 11, 29, 19, 0, tzinfo=UTC)


@pytest.fixture
def words(monkeypatch):
    """Let the node say a few sentences of our own."""
    table = {
        "greeting": N_("Hello {name}."),
        "counted": NP_("in {n} day", "in {n} days", by="n"),
        "about": N_("It says: {inner}"),
    }
    monkeypatch.setattr(language, "table", lambda: table)


def test_a_fact_takes_its_place_in_the_sentence(words):
    sentence = Sentence("greeting", {"name": "Asha"})

    said = language.say(sentence)

    assert said == "Hello Asha."


def test_a_count_decides_the_form(words):
    one, many = Sentence("counted", {"n": 1}), Sentence("counted", {"n": 1204})

    assert language.say(one) == "in 1 day"
    assert language.say(many) == "in 1,204 days"


def test_a_fact_in_braces_is_not_filled_again(words):
    sentence = Sentence("greeting", {"name": "{name}"})

    assert language.say(sentence) == "Hello {name}."


def test_a_sentence_stands_inside_a_sentence(words):
    inner = Sentence("greeting", {"name": "Ben"})

    assert language.say(Sentence("about", {"inner": inner})) == "It says: Hello Ben."


def test_a_fact_that_is_missing_is_our_mistake(words):
    with pytest.raises(KeyError):
        language.say(Sentence("greeting"))


@pytest.mark.parametrize(
    ("fact", "english", "spanish"),
    [
        (12345, "12,345", "12.345"),
        (Fraction(1, 2), "0.5", "0,5"),
        (Fraction(1, 3), "1/3", "1/3"),
        (Fraction(100), "100", "100"),
        (("A", "B", "C"), "A, B and C", "A, B y C"),
        (("A",), "A", "A"),
        ((), "", ""),
        (True, "yes", "sí"),
        (None, "", ""),
        (local_text(en="hour", es="hora"), "hour", "hora"),
    ],
)
def test_a_fact_is_said_by_what_it_is(fact, english, spanish):
    with translation.override("en"):
        assert language.say_fact(fact) == english
    with translation.override("es"):
        assert language.say_fact(fact) == spanish


def test_a_moment_says_weekday_and_place():
    with timezone.override(ZoneInfo("Europe/Madrid")):
        english = language.moment(SUNDAY)
        with translation.override("es"):
            spanish = language.moment(SUNDAY)

    assert english == "Sunday 29 November 2026 at 20:00 (Madrid time)"
    assert spanish == "domingo 29 de noviembre de 2026 a las 20:00 (hora de Madrid)"


def test_the_year_goes_unsaid_when_it_is_this_one():
    near, far = SUNDAY - timedelta(days=3), SUNDAY + timedelta(days=60)

    assert language.clock_words(SUNDAY, near=near) == "Sunday 29 November at 19:00"
    assert "2026" in language.clock_words(SUNDAY, near=far)


@pytest.mark.parametrize(
    ("away", "said"),
    [
        (timedelta(days=2), "in 2 days"),
        (timedelta(days=1), "tomorrow"),
        (timedelta(days=-1), "yesterday"),
        (timedelta(days=-9), "9 days ago"),
        (timedelta(hours=3), "in 3 hours"),
        (timedelta(hours=-1), "1 hour ago"),
        (timedelta(minutes=20), "in 20 minutes"),
        (timedelta(seconds=5), "in 1 minute"),
        (timedelta(minutes=-2), "2 minutes ago"),
    ],
)
def test_how_far_off_a_moment_is(away, said):
    assert language.how_far(SUNDAY + away, at=SUNDAY) == said


def test_an_hour_before_midnight_tomorrow_is_near():
    late = datetime(2026, 11, 29, 23, 30, tzinfo=UTC)

    assert language.how_far(late + timedelta(hours=2), at=late) == "in 2 hours"


def test_a_language_can_be_asked_for(words):
    assert language.say(Sentence("counted", {"n": 2}), "es") == "dentro de 2 días"


def test_no_id_stands_in_two_tables():
    assert language.table()


def test_a_moment_goes_by_the_clock_asked_for_whoever_asked_before():
    with timezone.override(UTC):
        in_utc = language.clock_words(SUNDAY)
    with timezone.override(ZoneInfo("Europe/Madrid")):
        in_madrid = language.clock_words(SUNDAY)

    assert in_utc == "Sunday 29 November 2026 at 19:00"
    assert in_madrid == "Sunday 29 November 2026 at 20:00"


def test_a_day_of_the_calendar_is_told_like_the_day_of_a_moment():
    birthday = date(2026, 3, 28)

    assert language.calendar_day(birthday) == "Saturday 28 March 2026"
    with translation.override("es"):
        assert language.calendar_day(birthday) == "sábado 28 de marzo de 2026"
