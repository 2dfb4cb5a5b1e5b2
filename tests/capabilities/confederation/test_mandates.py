"""Bodies tell their delegates what to say in eight ways, and each is held to it."""

from datetime import timedelta
from fractions import Fraction
from uuid import uuid4

import pytest
from tests.builders import an_institution, founder_of
from tests.capabilities.confederation.given import (
    DELIBERATED,
    FUND,
    MARKET,
    a_body,
    a_confederation,
    by_decision,
    mandated,
    raised,
    sent,
    sentence,
    where,
)

from commonweal.capabilities.confederation import actions, queries
from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.foundation.institutions.effect import Result
from commonweal.rules.confederation.mandates import Order, Shared, Whole
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db

SPEAKS = DELIBERATED + timedelta(hours=2)
COMPOSED = SPEAKS + timedelta(hours=25)
YES, NO = Whole("yes"), Whole("no")


@pytest.fixture
def bodies():
    return a_body("Asha", "Ana"), a_body("Ben", "Bo"), a_body("Chidi", "Carla")


@pytest.fixture
def whole(bodies):
    return a_confederation(*bodies)


@pytest.fixture
def delegates(bodies, whole):
    return [sent(body, whole, founder_of(body))[0] for body in bodies]


def put(matter, delegate, words=None, **more):
    actions.put_to_congress(
        matter,
        words=words or matter.text,
        is_urgent=more.pop("is_urgent", False),
        by=delegate,
        at=SPEAKS,
        **more,
    )


def spoke(matter, delegate, saying, *, at=SPEAKS):
    actions.say(matter, saying=saying, by=delegate, at=at)


def outside(matter, *, at=SPEAKS):
    read = where(matter, at=at)
    return [
        why.id for _body, _said, why in queries.count_of(read, read.put, at=at).outside
    ]


def votes(matter):
    read = where(matter, at=SPEAKS)
    return queries.count_of(read, read.put, at=SPEAKS).votes


def test_a_range_says_yes_within_and_no_beside(bodies, whole, delegates):
    matter = raised(bodies[0], whole, text=FUND)
    for body, least, most in zip(
        bodies, (None, "20", "10"), ("60", None, "30"), strict=True
    ):
        mandated(body, matter, {"sort": "range", "least": least, "most": most})

    put(matter, delegates[0], asks=actions.Asks("50"))
    for delegate in delegates:
        spoke(matter, delegate, YES)
    spoke(matter, delegates[2], NO)
    actions.settle_matters(whole, at=COMPOSED)

    assert outside(matter) == ["outside_mandate"]
    assert votes(matter) == {"yes": 2, "no": 1, "abstain": 0}
    read = where(matter, at=COMPOSED)
    assert read.now.stage == "asking"
    assert read.words == "Each pays 50 cents a month."
    assert sentence(bodies[0], matter, {"sort": "range", "least": "1.5", "most": "2"})


def test_ways_are_put_in_order_and_the_bases_are_asked_about_the_one(
    bodies, whole, delegates
):
    matter = raised(bodies[0], whole, text=MARKET)
    first = ["to the station", "to the mill"]
    for body, ranking in zip(
        bodies, (first, first, ["nowhere", "to the mill"]), strict=True
    ):
        mandated(body, matter, {"sort": "ranked", "ranking": ranking})

    put(matter, delegates[0], asks=actions.Asks(way=True))
    for delegate in delegates[:2]:
        spoke(matter, delegate, Order(tuple(first)))
    spoke(matter, delegates[2], Order(("to the mill",)))
    actions.settle_matters(whole, at=COMPOSED)

    assert outside(matter) == ["outside_mandate"]
    assert where(matter, at=COMPOSED).words == "The market moves.\n\n- to the station"


def test_votes_are_shared_out_as_the_base_voted(bodies, whole, delegates):
    matter = raised(bodies[0], whole)
    terms = {"matter": str(matter.pk), "mandate": {"sort": "split"}}
    result = Result(False, 6, 5, "motion", "seal", uuid4(), 2, 3, 0)
    actions.share_votes(bodies[0], terms=terms, result=result, at=DELIBERATED)
    by_decision(actions.give_mandate, bodies[0], terms, at=DELIBERATED)

    put(matter, delegates[0])
    spoke(matter, delegates[0], Shared(Fraction(2, 5), Fraction(3, 5)))
    spoke(matter, delegates[0], YES)

    assert ConfederalDeed.objects.filter(deed="mandated").count() == 1
    assert outside(matter) == ["outside_mandate"]
    assert votes(matter) == {"yes": Fraction(2, 5), "no": Fraction(3, 5), "abstain": 0}


@pytest.mark.parametrize(
    ("numbers", "reason"),
    [((None, None, None), "split_not_told"), ((0, 0, 0), "split_nobody_voted")],
)
def test_what_cannot_be_shared_out_is_no_mandate(bodies, whole, numbers, reason):
    matter = raised(bodies[0], whole)
    terms = {"matter": str(matter.pk), "mandate": {"sort": "split"}}
    result = Result(True, 6, 5, "motion", "seal", uuid4(), *numbers)

    with pytest.raises(Refused, match=reason):
        actions.share_votes(bodies[0], terms=terms, result=result, at=DELIBERATED)


def test_where_nobody_counts_votes_none_are_shared_out():
    council = an_institution("consensus_collective")
    whole = a_confederation(council)
    matter = raised(council, whole)
    terms = {"matter": str(matter.pk), "mandate": {"sort": "split"}}

    refusal = queries.may_give_mandate(council, terms, DELIBERATED)

    assert refusal.id == "split_needs_votes"


def test_a_condition_is_about_the_words_that_another_matter_has(
    bodies, whole, delegates
):
    mill = bodies[0]
    other = raised(mill, whole, text="We build a weir.")
    matter = raised(mill, whole)
    for body in bodies:
        mandated(body, other, {"sort": "fixed", "stance": "yes"})
    mandated(
        mill,
        matter,
        {
            "sort": "conditional",
            "whens": [{"matter": str(other.pk), "agreed": True, "stance": "no"}],
            "otherwise": "yes",
            "if_changed": None,
            "changed": [{"words": "We repair the dam alone.", "stance": "abstain"}],
        },
    )

    put(other, delegates[1])
    for delegate in delegates:
        spoke(other, delegate, YES)
    actions.settle_matters(whole, at=COMPOSED)
    actions.put_to_congress(
        matter, words=matter.text, is_urgent=False, by=delegates[0], at=COMPOSED
    )
    spoke(matter, delegates[0], YES, at=COMPOSED)
    spoke(matter, delegates[0], NO, at=COMPOSED)

    read = where(matter, at=COMPOSED)
    count = queries.count_of(read, read.put, at=COMPOSED)
    assert count.votes["no"] == 1
    assert len(count.outside) == 1


def test_whoever_may_find_words_is_free_and_whoever_listens_does_not_vote(
    bodies, whole, delegates
):
    matter = raised(bodies[0], whole)
    mandated(bodies[0], matter, {"sort": "negotiate"})
    mandated(bodies[1], matter, {"sort": "report"})

    put(matter, delegates[0], words="We sell the dam.")
    spoke(matter, delegates[0], NO)
    spoke(matter, delegates[1], NO)

    assert votes(matter)["no"] == 1
    assert outside(matter) == ["mandate_report_only"]


def test_an_urgent_mandate_runs_out(bodies, whole, delegates):
    matter = raised(bodies[0], whole)
    mandate = {"sort": "urgent", "stance": "yes", "hours": 1}
    mandated(bodies[0], matter, mandate)
    mandated(bodies[1], matter, mandate | {"hours": 5})

    put(matter, delegates[0], is_urgent=True)
    for delegate in delegates[:2]:
        spoke(matter, delegate, YES)

    assert outside(matter) == ["mandate_ran_out"]
    assert votes(matter)["yes"] == 1


@pytest.mark.parametrize(
    ("mandate", "reason"),
    [
        ({"sort": "range", "least": "1", "most": None}, "words_have_no_gap"),
        ({"sort": "ranked", "ranking": ["a"]}, "words_list_no_ways"),
        ({"sort": "wild"}, "mandate_unreadable"),
        ("whatever", "mandate_unreadable"),
        (
            {
                "sort": "conditional",
                "whens": [{"matter": "x", "agreed": True, "stance": "no"}],
                "otherwise": "yes",
                "if_changed": None,
            },
            "mandate_unreadable",
        ),
    ],
)
def test_a_mandate_that_the_words_do_not_ask_for_is_refused(
    bodies, whole, mandate, reason
):
    matter = raised(bodies[0], whole)

    with pytest.raises(Refused, match=reason):
        mandated(bodies[0], matter, mandate)


def test_a_way_that_is_not_there_is_named(bodies, whole):
    matter = raised(bodies[0], whole, text=MARKET)

    with pytest.raises(Refused, match="way_not_in_words"):
        mandated(bodies[0], matter, {"sort": "ranked", "ranking": ["to the moon"]})


@pytest.mark.parametrize(
    ("text", "how", "reason"),
    [
        (FUND, {}, "gap_needs_number"),
        (FUND, {"number": "many"}, "number_unreadable"),
        (FUND, {"way": True}, "words_list_no_ways"),
        ("No gap.", {"number": "3"}, "words_have_no_gap"),
        ("No ways.", {"way": True}, "words_list_no_ways"),
    ],
)
def test_words_are_put_as_they_ask_to_be(bodies, whole, delegates, text, how, reason):
    matter = raised(bodies[0], whole, text=text)

    with pytest.raises(Refused, match=reason):
        put(matter, delegates[0], asks=actions.Asks(**how))
