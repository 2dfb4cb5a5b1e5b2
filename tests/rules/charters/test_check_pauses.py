"""Rights to put off a vote: somebody has them, and they end."""

from dataclasses import replace

from tests.rules.charters.charters import EFFECTS, METHODS, SOUND, text
from tests.rules.sayings import said

from commonweal.rules.charters.changes import changes
from commonweal.rules.charters.check import check
from commonweal.rules.charters.prose import prose
from commonweal.rules.voting.pauses import MOST_DAYS, PauseTerms

NIGHT = PauseTerms(
    "night", text("Night shift"), text("Whatever is at night."), "steward"
)


def ids(*pauses):
    charter = replace(SOUND, pauses=pauses)
    return [one.id for one in check(charter, effects=EFFECTS, methods=METHODS)]


def test_an_office_that_is_there_can_put_off_a_vote():
    assert ids(NIGHT) == []


def test_an_office_that_is_not_there_puts_off_nothing():
    assert ids(replace(NIGHT, office="moon")) == ["charter_pause_without_office"]


def test_a_vote_is_put_off_and_not_stopped():
    assert ids(replace(NIGHT, days=MOST_DAYS)) == []
    assert ids(replace(NIGHT, days=MOST_DAYS + 1)) == ["charter_pause_too_long"]


def test_it_is_printed_with_the_matters_it_is_for():
    sections = prose(replace(SOUND, pauses=(NIGHT,)))

    title = "Who can put off a vote"
    [section] = [one for one in sections if said(one.title) == title]
    words = " ".join(said(one) for one in section.clauses)
    assert "whoever holds the office “Steward” can put off a vote by 7 days" in words
    assert words.endswith("Whatever is at night.")


def test_an_amendment_that_brings_one_says_so():
    [found] = changes(SOUND, replace(SOUND, pauses=(NIGHT,)))

    assert said(found) == "New right to put off a vote: “Night shift”."
