"""A body chooses a sort of mandate in plain words, and its delegate says just that."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.builders import founder_of
from tests.capabilities.confederation.given import (
    DELIBERATED,
    FUND,
    MARKET,
    a_body,
    a_confederation,
    mandated,
    raised,
    sent,
)
from tests.interfaces.web.conftest import browser_of, page

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.institutions.effect import Result

pytestmark = pytest.mark.django_db


@pytest.fixture
def mill(clock):
    clock.at = DELIBERATED
    return a_body("Asha", "Ana")


@pytest.fixture
def port():
    return a_body("Ben", "Bo")


@pytest.fixture
def whole(mill, port):
    return a_confederation(mill, port)


def form_of(mill, sort, matter):
    address = f"/i/{mill.address}/decisions/new/give_mandate/"
    return f"{address}?matter={matter.pk}&sort={sort}"


def proposed(mill, sort, matter, **typed):
    """Send the form of a sort, and give what the draft holds and shows."""
    browser = browser_of(founder_of(mill))
    sent_ = {"matter": str(matter.pk), "sort": sort, "title": "What do they say?"}
    answer = browser.post(form_of(mill, sort, matter), sent_ | typed, follow=True)
    draft = Proposal.objects.filter(institution=mill).first()
    return answer, draft and draft.terms["mandate"]


def test_first_the_sort_is_chosen_and_what_does_not_fit_says_why(mill, whole):
    matter = raised(mill, whole, text=FUND)
    browser = browser_of(founder_of(mill))

    answer = browser.get(f"/i/{mill.address}/decisions/new/give_mandate/", follow=True)

    shown = page(answer)
    assert "The dam" in shown
    assert "Yes, no, or neither" in shown
    assert "sort=range" in shown
    assert f"matter={matter.pk}&amp;sort=ranked" not in shown
    assert "These words list no ways to choose between." in shown


def test_nothing_is_before_a_body_that_is_with_nobody(mill):
    browser = browser_of(founder_of(mill))

    assert "Nothing is before us" in page(
        browser.get(f"/i/{mill.address}/together/mandate/")
    )
    strange = f"/i/{mill.address}/decisions/new/give_mandate/?matter=x&sort=fixed"
    assert browser.get(strange).status_code == 404


def test_a_sort_that_there_is_not_is_not_found(mill, whole):
    matter = raised(mill, whole)
    browser = browser_of(founder_of(mill))

    assert browser.get(form_of(mill, "wild", matter)).status_code == 404


def test_only_the_fields_of_the_sort_are_asked_for(mill, whole):
    matter = raised(mill, whole)

    shown = page(browser_of(founder_of(mill)).get(form_of(mill, "report", matter)))

    assert "What do our delegates say on “The dam”?" in shown
    assert 'name="stance"' not in shown
    assert 'name="least"' not in shown


SORTS = [
    ("fixed", "", {"stance": "no"}, {"stance": "no"}),
    ("report", "", {}, {}),
    ("negotiate", "", {}, {}),
    ("split", "", {}, {}),
    ("urgent", "", {"stance": "free", "hours": "48"}, {"stance": None, "hours": 48}),
    ("range", FUND, {"least": "2,5", "most": ""}, {"least": "5/2", "most": None}),
    (
        "ranked",
        MARKET,
        {"place_1": "nowhere", "place_2": "to the mill"},
        {"ranking": ["nowhere", "to the mill"]},
    ),
]


@pytest.mark.parametrize(("sort", "text", "typed", "kept"), SORTS)
def test_each_sort_is_typed_and_kept(mill, whole, sort, text, typed, kept):
    matter = raised(mill, whole, text=text or "We repair the dam.")

    answer, mandate = proposed(mill, sort, matter, **typed)

    assert answer.status_code == 200
    assert mandate == {"sort": sort, **kept}


def test_conditions_are_typed_and_said_on_the_page(mill, whole):
    other = raised(mill, whole)
    matter = raised(mill, whole)

    answer, mandate = proposed(
        mill,
        "conditional",
        matter,
        if_1=f"{other.pk} no",
        says_1="abstain",
        changed_words="We sell it.",
        changed_stance="no",
        otherwise="yes",
        if_changed="ask",
    )

    assert mandate["whens"][0]["rejected"]
    shown = page(answer)
    assert "If it does not agree on “The dam”, they abstain." in shown
    assert "If the words become “We sell it.”, they say no." in shown
    assert "they ask us again." in shown


WRONG = [
    ("fixed", {}, "stance"),
    ("range", {"least": "many"}, "Write a number, such as 3 or 3.50."),
    ("range", {"least": "5", "most": "2"}, "The highest number is below the lowest."),
    (
        "ranked",
        {"place_1": "nowhere", "place_2": "nowhere"},
        "One way stands in two places.",
    ),
    (
        "conditional",
        {"otherwise": "yes", "if_changed": "no", "changed_words": "So."},
        "Say what follows from it.",
    ),
]


@pytest.mark.parametrize(("sort", "typed", "why"), WRONG)
def test_what_is_missing_is_said_beside_the_field(mill, whole, sort, typed, why):
    matter = raised(mill, whole, text=MARKET + "\n___")

    answer, draft = proposed(mill, sort, matter, **typed)

    assert answer.status_code == 422
    assert draft is None
    assert why in page(answer)


# ---- the delegate


def in_congress(whole, delegate, matter, clock, **how):
    clock.at = DELIBERATED + timedelta(hours=1)
    address = f"/i/{whole.address}/together/{matter.number}/"
    browser = browser_of(delegate)
    browser.post(f"{address}put/", {"words": matter.text, **how})
    return browser, address


def test_a_delegate_presses_the_order_they_were_told(mill, port, whole, clock):
    [asha] = sent(mill, whole, founder_of(mill))
    matter = raised(mill, whole, text=MARKET)
    mandated(mill, matter, {"sort": "ranked", "ranking": ["nowhere", "to the mill"]})
    browser, address = in_congress(whole, asha, matter, clock, asks_way="on")

    offered = page(browser.get(address))
    browser.post(
        f"{address}say/", {"saying": '{"ranking": ["nowhere", "to the mill"]}'}
    )

    assert "Your body puts them in this order: nowhere and to the mill." in offered
    assert "Say this for my body" in offered
    shown = page(browser.get(address))
    assert "in this order: nowhere and to the mill" in shown
    assert "Does not count." not in shown


def test_another_order_does_not_count_and_the_page_says_why(mill, port, whole, clock):
    [asha] = sent(mill, whole, founder_of(mill))
    matter = raised(mill, whole, text=MARKET)
    mandated(mill, matter, {"sort": "ranked", "ranking": ["nowhere"]})
    browser, address = in_congress(whole, asha, matter, clock, asks_way="on")

    browser.post(f"{address}say/", {"saying": '{"ranking": ["to the mill"]}'})

    assert (
        "Does not count. You were told otherwise. Your body puts them in this order:"
        in page(browser.get(address))
    )


def test_whoever_is_free_puts_ways_in_order_by_hand(mill, port, whole, clock):
    [asha] = sent(mill, whole, founder_of(mill))
    matter = raised(mill, whole, text=MARKET)
    mandated(mill, matter, {"sort": "negotiate"})
    browser, address = in_congress(whole, asha, matter, clock, asks_way="on")

    assert 'name="place_3"' in page(browser.get(address))
    browser.post(f"{address}say/", {"place_1": "to the mill", "place_2": "nowhere"})

    assert "in this order: to the mill and nowhere" in page(browser.get(address))


def test_shared_votes_are_pressed_as_one(mill, port, whole, clock):
    [asha] = sent(mill, whole, founder_of(mill))
    matter = raised(mill, whole)
    terms = {"matter": str(matter.pk), "mandate": {"sort": "split"}}
    result = Result(True, 6, 5, "motion", "seal", uuid4(), 3, 2, 0)
    actions.share_votes(mill, terms=terms, result=result, at=DELIBERATED)
    browser, address = in_congress(whole, asha, matter, clock)

    assert "Your body shares its votes: 0.6 yes, 0.4 no" in page(browser.get(address))
    saying = '{"yes": "3/5", "no": "2/5", "abstain": "0"}'
    browser.post(f"{address}say/", {"saying": saying})

    assert "shares its votes: 0.6 yes" in page(browser.get(address))


@pytest.mark.parametrize("saying", ["", "{", '{"stance": "maybe"}', '{"ranking": "a"}'])
def test_what_says_nothing_is_refused_in_words(mill, port, whole, clock, saying):
    [asha] = sent(mill, whole, founder_of(mill))
    matter = raised(mill, whole)
    browser, address = in_congress(whole, asha, matter, clock)

    answer = browser.post(f"{address}say/", {"saying": saying})

    assert answer.status_code == 409
    assert "This says nothing that a congress counts." in page(answer)


def test_a_gap_asks_for_its_number_beside_the_field(mill, port, whole, clock):
    [asha] = sent(mill, whole, founder_of(mill))
    matter = raised(mill, whole, text=FUND)
    clock.at = DELIBERATED + timedelta(hours=1)
    address = f"/i/{whole.address}/together/1/"
    browser = browser_of(asha)

    answer = browser.post(f"{address}put/", {"words": FUND})
    browser.post(f"{address}put/", {"words": FUND, "number": "3,5"})

    assert answer.status_code == 422
    assert "Say which number is to stand there." in page(answer)
    assert "The number in the gap: 3.5" in page(browser.get(address))
    assert matter.number == 1
