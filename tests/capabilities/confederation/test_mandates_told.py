"""A mandate of whatever sort is a sentence that a tired member understands."""

import pytest
from tests.capabilities.confederation.given import (
    a_body,
    a_confederation,
    raised,
    sentence,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def bodies():
    return a_body("Asha", "Ana"), a_body("Ben", "Bo")


@pytest.fixture
def whole(bodies):
    return a_confederation(*bodies)


MANDATES = [
    ({"sort": "fixed", "stance": "no"}, "They say no to these words."),
    ({"sort": "negotiate"}, "It is nothing until we say yes."),
    ({"sort": "report"}, "They do not vote."),
    ({"sort": "split"}, "as we vote on this"),
    (
        {"sort": "split", "yes": 3, "no": 2, "abstain": 0},
        "as we voted: 3 yes, 2 no, 0 neither",
    ),
    ({"sort": "range", "least": None, "most": None}, "yes to any number"),
    ({"sort": "range", "least": "3/2", "most": None}, "or more, and no to less."),
    ({"sort": "range", "least": None, "most": "5"}, "yes to 5 or less"),
    ({"sort": "range", "least": "2", "most": "5"}, "a number from 2 to 5"),
    ({"sort": "ranked", "ranking": ["b", "a"]}, "in this order: b and a."),
    ({"sort": "urgent", "stance": None, "hours": 3}, "This holds for 3 hours"),
    ({"sort": "urgent", "stance": "abstain", "hours": None}, "They abstain, only"),
    (
        {
            "sort": "conditional",
            "whens": [],
            "otherwise": "yes",
            "if_changed": None,
            "changed": [{"words": "So.", "stance": "no"}],
        },
        "they say yes. If the words become “So.”, they say no. If the words are"
        " changed otherwise, they ask us again.",
    ),
    ({"sort": "wild"}, "They say what was written down."),
]


@pytest.mark.parametrize(("mandate", "words"), MANDATES)
def test_every_sort_is_a_sentence_on_the_page_of_the_proposal(
    bodies, whole, mandate, words
):
    matter = raised(bodies[0], whole)

    assert words in sentence(bodies[0], matter, mandate)


def test_conditions_are_told_one_after_another(bodies, whole):
    matter = raised(bodies[0], whole)
    when = {"matter": str(matter.pk), "agreed": True, "stance": "no"}

    said = sentence(
        bodies[0],
        matter,
        {
            "sort": "conditional",
            "whens": [when, when | {"agreed": False, "stance": "abstain"}],
            "otherwise": "yes",
            "if_changed": "no",
        },
    )

    assert (
        "If the congress agrees on “The dam”, they say no. If it does not agree on"
        " “The dam”, they abstain. Else they say yes. If the words are changed, they"
        " say no." in said
    )
