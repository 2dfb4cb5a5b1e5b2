"""A pact in a charter: printed, bounded, and named where it changes."""

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.rules.charters.charters import EFFECTS, METHODS, SOUND, text
from tests.rules.sayings import said

from commonweal import kinds
from commonweal.rules.charters.changes import changes
from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.check import check
from commonweal.rules.charters.controls import adjustable, adjusted
from commonweal.rules.charters.parse import parse
from commonweal.rules.charters.prose import prose
from commonweal.rules.charters.prose_pact import pact_clauses
from commonweal.rules.charters.toml import to_toml
from commonweal.rules.confederation.majorities import Majority
from commonweal.rules.confederation.terms import (
    Belonging,
    Changing,
    Competence,
    Congress,
    Delegates,
    Pact,
    Raising,
    Ratifying,
    Urgent,
)

CITY_TEXT = kinds.text_of("city_confederation")
CITY = parse(CITY_TEXT)
FUND = Competence("fund", text("our fund"))
ALL = Majority(Fraction(1), strict=True)


def printed(**parts: object) -> str:
    pact = replace(Pact(), **parts)  # type: ignore[arg-type]
    return "\n".join(map(said, pact_clauses(replace(CITY, pact=pact))))


def objections(charter: Charter) -> list[str]:
    return [one.id for one in check(charter, effects=EFFECTS, methods=METHODS)]


def with_pact(**parts: object) -> Charter:
    return replace(CITY, pact=replace(Pact(), **parts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({}, "This was agreed on by institutions that stay their own."),
        ({}, "“the fund that all of us pay into”. All else stays"),
        ({}, "All else stays with each body."),
        ({}, "Any body can bring a matter before all."),
        (
            {"raising": Raising(bodies=3)},
            "A matter comes before all once 3 bodies bring it.",
        ),
        ({}, "Each body has at most 10 matters of its own before all at a time"),
        ({"raising": Raising(most_open=1)}, "Each body has 1 matter of its own before"),
        ({}, "all the bodies have 30 days to speak about it"),
        ({"raising": Raising(notice_days=0)}, "can find words for it at once"),
        ({}, "Each body sends 2 delegates, for 365 days."),
        ({"delegates": Delegates(terms=1)}, "for more than 1 term in a row"),
        ({"delegates": Delegates(overlap_days=9)}, "stays for 9 days more to hand"),
        ({}, "before they were called home still counts."),
        ({"delegates": Delegates(votes_before="fall")}, "no longer counts."),
        ({}, "In a congress each body has one vote."),
        ({"congress": Congress(votes="bands")}, "one up to 50 members, then 2 up to"),
        ({"congress": Congress(votes="members")}, "as many votes as it has members"),
        (
            {"congress": Congress(most_share=Fraction(1, 3))},
            "No body has more than a third of all votes there.",
        ),
        (
            {},
            "if at least half of the bodies are there, and more than half of the votes "
            "for yes or no are for yes.",
        ),
        ({"congress": Congress(quorum=Fraction(0))}, "if any of the bodies are there"),
        ({"congress": Congress(hours=1)}, "stays open for 1 hour."),
        ({}, "They have 30 days to answer."),
        ({}, "is left apart: it counts neither as yes nor as no."),
        ({"ratifying": Ratifying(silence="no")}, "counts as one that says no."),
        ({"ratifying": Ratifying(silence="yes")}, "counts as one that says yes;"),
        ({}, "At least half of the bodies have to answer."),
        ({"ratifying": Ratifying(answering=Fraction(0))}, "however few bodies answer"),
        (
            {"ratifying": Ratifying(turnout=Fraction(1, 4))},
            "At least a quarter of all members, over all bodies, have to vote.",
        ),
        (
            {"ratifying": Ratifying(bodies=Majority(Fraction(2, 3), strict=False))},
            "if at least two thirds of the bodies that answered say yes, and more than "
            "half of all members who said yes or no, over all bodies, said yes.",
        ),
        (
            {"ratifying": Ratifying(silence="no")},
            "if more than half of all bodies say yes, and",
        ),
        ({}, "They are asked up to 2 times about a matter"),
        ({"ratifying": Ratifying(rounds=1)}, "They are asked 1 time about a matter;"),
        ({}, "binds all bodies.\nBodies that did not answer are bound as well"),
        ({"ratifying": Ratifying(binding="ratifiers")}, "only the bodies that said"),
        (
            {"ratifying": Ratifying(binding="opt_out", opt_out_days=9)},
            "has 9 days to stay out of it.",
        ),
        (
            {},
            "if it was known 24 hours before, at least a third of the bodies are "
            "there, and at least two thirds of the votes for yes or no are for yes. It "
            "holds for 14 days and is over then",
        ),
        ({"urgent": Urgent(allowed=False)}, "Nothing is so urgent that a congress"),
        ({}, "needs 1 other that speaks for it. It comes in if more than half of the"),
        (
            {},
            "It changes if at least two thirds of the bodies that answered say yes, and"
            " more than half of all members",
        ),
        ({}, "they have 30 days to answer, and silence is no yes.\nAt least half of"),
        ({"changing": Changing(answering=Fraction(0))}, "That counts however few"),
        (
            {"ratifying": Ratifying(silence="no")},
            "It changes if at least two thirds of all bodies say yes",
        ),
        ({"belonging": Belonging(sponsors=0)}, "that wants to come in comes in if"),
        ({}, "says so 90 days before, and needs nobody’s leave"),
        ({"belonging": Belonging(withdraw_days=0)}, "says so and is gone"),
    ],
)
def test_every_part_of_a_pact_has_its_sentence(parts, words):
    assert words in printed(**parts)


def test_a_charter_with_a_pact_says_that_it_belongs_to_the_bodies():
    whole = "\n".join(said(one) for each in prose(CITY) for one in each.clauses)

    assert "Delegates come by a decision of their body." in whole
    assert "it changes when their bases say yes to that" in whole
    assert "Delegates cannot decide that we part." in whole
    assert "Only we change this charter" not in whole
    assert "This is how we change this charter" not in whole
    assert "People are also admitted" not in whole


def test_a_charter_without_a_pact_says_nothing_of_one():
    titles = [said(one.title) for one in prose(SOUND)]

    assert "Our pact" not in titles
    assert "Our pact" in [said(one.title) for one in prose(CITY)]
    assert not [*pact_clauses(SOUND)]
    assert "pact" not in to_toml(SOUND)
    assert "competences" not in to_toml(SOUND)


def test_a_pact_that_came_or_went_is_one_change():
    without = replace(CITY, pact=None)

    assert [said(one) for one in changes(without, CITY)] == [
        "This becomes a confederation: institutions are its members, under a pact."
    ]
    assert [said(one) for one in changes(CITY, without)] == [
        "This is no confederation any more: people are its members, without a pact."
    ]


def test_a_change_of_a_pact_says_which_majority_it_is():
    urgent = with_pact(urgent=Urgent(majority=Majority(Fraction(3, 4))))
    told = [said(one) for one in changes(with_pact(), urgent)]

    assert told == [
        "“Deciding what is urgent: Share that must agree” becomes “three quarters”; it "
        "was “two thirds”.",
        "“Deciding what is urgent: More than that share” becomes “yes”; it was “no”.",
    ]


def test_a_competence_that_came_is_named():
    more = replace(CITY, competences=(*CITY.competences, FUND))

    assert [said(one) for one in changes(CITY, more)] == [
        "New thing we decide together: “our fund”."
    ]


def test_the_parts_of_a_pact_are_turned_under_headings_of_their_own():
    sections = {one.path: said(one.section) for one in adjustable(CITY)}

    assert sections["pact.raising.bodies"] == "Bringing a matter before all"
    assert sections["pact.congress.majority.share"] == "The congress"
    assert sections["pact.ratifying.members.strict"] == "What the bases say"
    assert not [path for path in sections if path.startswith("joining.")]


def test_the_choices_of_a_pact_have_words_of_their_own():
    silence = next(
        one for one in adjustable(CITY) if one.path == "pact.ratifying.silence"
    )

    assert [said(one.label) for one in silence.choices] == [
        "is left apart",
        "counts as no",
        "counts as yes",
    ]


def test_what_nothing_reads_yet_cannot_be_written():
    written = to_toml(CITY)
    found = adjusted(CITY, {"pact.delegates.parity": "false"})

    assert "parity" not in written
    assert isinstance(found, tuple)
    assert CITY.pact is not None
    assert CITY.pact.delegates.parity


def test_a_table_that_is_not_written_has_what_is_usual_in_its_place():
    """Two thirds change a pact; a majority that no place names is a bare one."""
    written = (
        CITY_TEXT.split("[pact.urgent]")[0]
        + "[franchises"
        + (CITY_TEXT.split("[franchises", 1)[1])
    )

    pact = parse(written).pact

    assert pact.changing.bodies == Majority(Fraction(2, 3), strict=False)
    assert pact.urgent == Urgent()
