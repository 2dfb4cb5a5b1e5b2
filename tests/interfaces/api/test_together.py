"""What bodies do together, by program."""

from datetime import timedelta

import pytest

from commonweal.capabilities.confederation.models import ConfederalDeed
from tests.builders import founder_of
from tests.capabilities.confederation.given import (
    DELIBERATED,
    MARKET,
    WORDS,
    a_body,
    a_confederation,
    person_in,
    raised,
    sent,
    told,
)
from tests.clock import stopped
from tests.foundation.threads.given import stewards
from tests.interfaces.api.conftest import Program, program_of

pytestmark = pytest.mark.django_db


def test_a_program_reads_matters_and_speaks_for_a_delegate(monkeypatch):
    mill, port = a_body("Asha"), a_body("Ben")
    whole = a_confederation(mill, port)
    delegates = [sent(body, whole, founder_of(body))[0] for body in (mill, port)]
    matter = raised(mill, whole)
    told(mill, matter, "yes")
    clock = stopped(monkeypatch, DELIBERATED + timedelta(hours=1))
    asha, here = program_of(delegates[0]), f"/institutions/{whole.address}/together"

    listed = Program().get(here).json()
    put = asha.post(f"{here}/1/words", {"words": WORDS})
    spoke = asha.post(f"{here}/1/sayings", {"stance": "yes"})
    clock.at += timedelta(days=2)
    read = Program().get(f"{here}/1").json()

    assert [one["place"] for one in listed["bodies"]] == ["in", "in"]
    assert listed["matters"][0]["stage"] == "before_congress"
    assert put.status_code == 201
    assert spoke.status_code == 204
    assert read["head"]["stage"] == "asking"
    assert read["missing"]["id"] == "too_few_bodies_answer"
    assert read["file"]["format"] == "commonweal-matter-1"


def test_where_there_is_no_pact_there_is_nothing_together(monkeypatch):
    mill = a_body("Asha")
    stopped(monkeypatch, DELIBERATED)

    answer = program_of(founder_of(mill)).get(f"/institutions/{mill.address}/together")

    assert answer.status_code == 404


NOTICE = "pact.raising.notice_days"


def test_a_program_proposes_to_ask_all_bodies_to_change_the_pact(monkeypatch):
    mill = a_body("Asha")
    whole = a_confederation(mill)
    stopped(monkeypatch, DELIBERATED)
    asha = program_of(founder_of(mill))
    there = f"/institutions/{mill.address}/together/pact/{whole.pk}"

    drafted = asha.post(there, {"changes": {NOTICE: "14"}, "text": "It is long."})
    refused = asha.post(there, {"changes": {NOTICE: "-1"}})
    nowhere = asha.post(there.replace(str(whole.pk), str(mill.pk)), {"changes": {}})

    assert drafted.status_code == 201
    assert drafted.json()["title"].startswith("Shall the pact of")
    assert "“14”" in drafted.json()["text"]
    assert refused.status_code == 409
    assert nowhere.status_code == 404


ORDER = {"ranking": ["to the mill", "nowhere"]}
SHARES = {"shares": {"yes": "1/2", "no": "1/2"}}


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (ORDER, 204),
        (SHARES, 204),
        ({}, 409),
        ({"stance": "yes", **ORDER}, 409),
        ({"shares": {"yes": "1", "no": "1"}}, 409),
    ],
)
def test_a_program_says_an_order_shares_or_one_side(monkeypatch, said, status):
    mill = a_body("Asha")
    whole = a_confederation(mill)
    [asha] = sent(mill, whole, founder_of(mill))
    raised(mill, whole, text=MARKET)
    stopped(monkeypatch, DELIBERATED + timedelta(hours=1))
    here = f"/institutions/{whole.address}/together/1"
    words = {"words": MARKET, "asks_way": True}
    assert program_of(asha).post(f"{here}/words", words).status_code == 201

    assert program_of(asha).post(f"{here}/sayings", said).status_code == status


def test_a_program_proposes_a_mandate_of_any_sort(monkeypatch):
    mill = a_body("Asha")
    whole = a_confederation(mill)
    matter = raised(mill, whole, text=MARKET)
    stopped(monkeypatch, DELIBERATED)
    mandate = {"sort": "ranked", "ranking": ["nowhere"]}
    terms = {"matter": str(matter.pk), "mandate": mandate}
    proposal = {
        "title": "Which way?",
        "text": "",
        "set_in_motion": {"effect": "give_mandate", "terms": terms},
    }

    answer = program_of(founder_of(mill)).post(
        f"/institutions/{mill.address}/proposals", proposal
    )

    assert answer.status_code == 201, answer.content


def test_a_program_reads_what_it_may_say(monkeypatch):
    mill = a_body("Asha")
    whole = a_confederation(mill)
    [asha] = sent(mill, whole, founder_of(mill))
    matter = raised(mill, whole)
    clock = stopped(monkeypatch, DELIBERATED + timedelta(hours=1))
    here = f"/institutions/{whole.address}/together/1"
    before = program_of(asha).get(here).json()["mine"]
    program_of(asha).post(f"{here}/words", {"words": WORDS})
    untold = program_of(asha).get(here).json()["mine"]
    told(mill, matter, "yes", at=clock.at)

    mine = program_of(asha).get(here).json()["mine"]

    assert before is None
    assert untold["why_not"]["id"] == "no_mandate"
    assert mine["saying"] == {"stance": "yes"}
    assert mine["told"]["id"] == "say_yes"


def test_a_program_reports_words_that_were_put_and_reads_them_no_more_when_hidden(
    monkeypatch,
):
    mill, port = a_body("Asha"), a_body("Ben", "Bo")
    whole = a_confederation(mill, port)
    delegates = [sent(body, whole, founder_of(body))[0] for body in (mill, port)]
    stewards(whole, delegates[1], office="secretary", at=DELIBERATED)
    raised(mill, whole)
    stopped(monkeypatch, DELIBERATED + timedelta(hours=1))
    asha, ben = map(program_of, delegates)
    here = f"/institutions/{whole.address}"
    asha.post(f"{here}/together/1/words", {"words": "Rosa is a thief."})
    put = ConfederalDeed.objects.get(institution=whole, deed="put")
    about = {"kind": "confederal_words", "about": str(put.pk), "wrong": "hurts"}

    bo = program_of(person_in(port, "Bo"))
    reported = bo.post(f"{here}/reports", about)
    decided = ben.post(
        f"{here}/reports/decisions", {**about, "hide": True, "reason": "Untrue."}
    )
    read = Program().get(f"{here}/together/1").json()

    assert (reported.status_code, decided.status_code) == (200, 200)
    assert "Rosa" not in str(read)
