"""A stranger counts a congress again from the file of a matter, and finds the same."""

import argparse
import json
from copy import deepcopy
from datetime import timedelta

import pytest
from tests.builders import founder_of
from tests.capabilities.confederation.given import (
    COMPOSED,
    FUND,
    MARKET,
    SPEAKS,
    a_body,
    a_confederation,
    by_decision,
    mandated,
    person_in,
    raised,
    sent,
    told,
    where,
)

from commonweal.capabilities.confederation import actions, queries
from commonweal.capabilities.confederation.queries.told import matter_file
from commonweal.foundation.language import say
from commonweal.interfaces.cli import matter as command
from commonweal.rules.confederation.filed import read_file
from commonweal.rules.confederation.filed_congress import counted_again
from commonweal.rules.confederation.mandates import Order, Whole
from commonweal.rules.malformed import Malformed
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def bodies():
    return [a_body("Asha", "Ana"), a_body("Ben"), a_body("Carla")]


@pytest.fixture
def whole(bodies):
    return a_confederation(*bodies)


@pytest.fixture
def delegates(bodies, whole):
    first = sent(
        bodies[0],
        whole,
        founder_of(bodies[0]),
        alternates=[person_in(bodies[0], "Ana")],
    )
    return [first[0], *(sent(one, whole, founder_of(one))[0] for one in bodies[1:])]


def the_file(matter, *, at=COMPOSED):
    whole = matter.institution
    reader = queries.reading(whole, None, None, at=at)
    read = queries.matter_with(whole, matter.pk, at=at)
    return json.loads(json.dumps(matter_file(read, reader)))


def again(plain):
    return counted_again(plain, read_file(plain).case)


def put(matter, by, *, words=None, **asks):
    return actions.put_to_congress(
        matter,
        words=words or matter.text,
        is_urgent=False,
        by=by,
        at=SPEAKS,
        asks=actions.Asks(**asks),
    )


def all_say(matter, delegates, *sayings):
    for by, saying in zip(delegates, sayings, strict=True):
        actions.say(matter, saying=saying, by=by, at=SPEAKS)


def over(matter):
    actions.settle_matters(matter.institution, at=COMPOSED)


def test_what_was_outside_the_mandate_does_not_count_again(bodies, whole, delegates):
    matter = raised(bodies[0], whole)
    for body, says in zip(bodies, ("yes", "yes", "no"), strict=True):
        told(body, matter, says)
    put(matter, delegates[0])
    all_say(matter, delegates, *[Whole("yes")] * 3)
    over(matter)

    [found] = again(the_file(matter))

    assert found.is_as_told
    assert found.verdict
    assert found.votes.votes == {"yes": 2, "no": 0, "abstain": 0}
    assert len(found.votes.outside) == 1


def test_after_a_recall_the_alternate_counts_again(bodies, whole, delegates):
    matter = raised(bodies[0], whole)
    for body in bodies:
        told(body, matter, "yes")
    put(matter, delegates[0])
    recalled = {"delegate": str(delegates[0].pk)}
    by_decision(
        actions.call_home, bodies[0], recalled, at=SPEAKS + timedelta(minutes=1)
    )
    for by in delegates[1:]:
        actions.say(matter, saying=Whole("yes"), by=by, at=SPEAKS)
    actions.settle_matters(whole, at=COMPOSED)

    plain = the_file(matter)
    [found] = again(plain)

    assert found.is_as_told
    assert found.votes.votes["yes"] == 2
    assert "Asha" not in json.dumps(plain)
    assert str(delegates[0].pk) not in json.dumps(plain)
    assert where(matter, at=COMPOSED).now.stage == "asking"


def test_a_number_and_a_way_are_found_again(bodies, whole, delegates):
    fund = raised(bodies[0], whole, competence="common_fund", text=FUND)
    market = raised(bodies[1], whole, text=MARKET)
    limits = {"sort": "range", "least": "1", "most": "60"}
    order = {"sort": "ranked", "ranking": ["to the mill", "nowhere"]}
    for body in bodies:
        mandated(body, fund, limits)
        mandated(body, market, order)
    put(fund, delegates[0], number="50")
    put(market, delegates[1], way=True)
    all_say(fund, delegates, *[Whole("yes")] * 3)
    all_say(market, delegates, *[Order(("to the mill", "nowhere"))] * 3)
    over(market)

    for matter in (fund, market):
        [found] = again(the_file(matter))
        assert found.is_as_told
        assert found.verdict


def test_while_it_is_open_it_is_counted_so_far(bodies, whole, delegates):
    matter = raised(bodies[0], whole)
    told(bodies[0], matter, "yes")
    put(matter, delegates[0])
    actions.say(matter, saying=Whole("yes"), by=delegates[0], at=SPEAKS)

    [found] = again(the_file(matter, at=SPEAKS))

    assert found.is_as_told is None
    assert found.votes.votes["yes"] == 1


def test_a_file_in_which_somebody_said_otherwise_contradicts_itself(
    bodies, whole, delegates, tmp_path, capsys
):
    matter = raised(bodies[0], whole)
    for body in bodies:
        told(body, matter, "yes")
    put(matter, delegates[0])
    all_say(matter, delegates, *[Whole("yes")] * 3)
    over(matter)
    plain = the_file(matter)
    assert _run(plain, tmp_path) == 1
    assert "counted again: 3 yes, 0 no, 0 neither, as it was told" in (
        capsys.readouterr().out
    )

    for change in (_without_a_mandate, _with_a_seat_less, _with_other_votes):
        wrong = deepcopy(plain)
        change(wrong)
        assert _run(wrong, tmp_path) == 2
        told_ = capsys.readouterr()
        assert "told otherwise" in told_.out
        assert "Do not rely on it" in told_.err


def _without_a_mandate(plain):
    plain["congresses"][0]["mandates"].pop()


def _with_a_seat_less(plain):
    plain["congresses"][0]["spoken"].pop()


def _with_other_votes(plain):
    row = next(one for one in plain["deeds"] if one["deed"] == "composed")
    row["facts"]["votes"]["yes"] = "4"


def test_a_congress_that_cannot_be_read_is_refused(bodies, whole, delegates):
    matter = raised(bodies[0], whole)
    told(bodies[0], matter, "yes")
    put(matter, delegates[0])
    plain = the_file(matter, at=SPEAKS)
    for key, value in (
        ("words", "Other words"),
        ("closes", "tomorrow"),
        ("members", {"a": "many"}),
        ("seats", {"a": {"body": "a", "deeds": [{"deed": "sang", "at": "x"}]}}),
        ("mandates", [{"body": "a"}]),
    ):
        wrong = deepcopy(plain)
        wrong["congresses"][0][key] = value
        with pytest.raises(Malformed):
            again(wrong)


def _run(plain, folder):
    file = folder / "matter.json"
    file.write_text(json.dumps(plain))
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args([str(file), "--at", COMPOSED.isoformat()]))


def test_no_matter_speaks_for_another_by_its_words(bodies, whole, delegates):
    dam = raised(bodies[0], whole)
    market = raised(bodies[1], whole, text="The market moves.")
    put(market, delegates[1], words="The market moves to the mill.")

    for words in (dam.text, "The market moves to the mill."):
        other = dam if words != dam.text else market
        with pytest.raises(Refused) as refused:
            put(other, delegates[2], words=words)
        reason = say(refused.value.verdict.reason)
        assert "These are the words of matter" in reason or "already" in reason
