"""What a teller enters of the box lies sealed whole: its numbers could tell of two."""

import json
import secrets
from importlib import import_module
from types import SimpleNamespace
from uuid import uuid4

import pytest

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.models import PaperEntry
from commonweal.foundation.keys import store
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.secrecy import sealed_words
from commonweal.rules.verdict import Refused
from commonweal.rules.voting.paper import PaperCount, read_count
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import a_proposal, in_office, voting

YES, NO = {"answer": "yes"}, {"answer": "no"}


@pytest.mark.django_db
def test_no_number_of_the_box_lies_beside_what_is_sealed():
    charter = adjusted(a_charter(), {"rules.ordinary.ballot": "secret"})
    union = an_institution(charter=charter)
    asha, ben, chidi = (a_member(union, name) for name in ("Asha", "Ben", "Chidi"))
    in_office(asha, ben)
    proposal = a_proposal(union, [asha, ben], at=day(1))
    actions.check_out_to_paper(proposal, voter=chidi, by=chidi, at=day(2))
    question, count = voting(proposal), PaperCount(1, 1, 0, ((YES, 1),))

    actions.enter_paper_count(question, by=asha, count=count, at=question.opens_at)

    [row] = PaperEntry.objects.values()
    beside = {"id", "institution_id", "question_id", "entered_by_id"}
    assert set(row) == beside | {"sealed"}


SEALING = import_module(
    "commonweal.capabilities.decisions.migrations.0011_box_numbers_sealed"
)


class Before:
    """The tables as they were: entries with their numbers beside what is sealed."""

    vendor = "sqlite"

    def __init__(self, *entries) -> None:
        self.entries, self.saved = entries, []
        for one in entries:
            one.save = lambda update_fields, one=one: self.saved.append(one)

    @property
    def objects(self):
        return SimpleNamespace(all=lambda: self.entries)

    def get_model(self, *_names):
        return self

    @property
    def connection(self):
        return self


def an_entry(*, with_key: bool, settled: bool = False):
    question, key = uuid4(), secrets.token_bytes(32)
    name = f"ballots/{question}"
    if with_key:
        store.keep(name, key)
    sealed = sealed_words.sealed(
        json.dumps([[YES, 2]]).encode(),
        key=key,
        key_name=name,
        about=str(question),
        nonce=secrets.token_bytes(sealed_words.NONCE_BYTES),
    )
    moment = day(9) if settled else None
    return SimpleNamespace(
        question_id=question,
        question=SimpleNamespace(settled_at=moment),
        sealed=sealed,
        issued=3,
        returned=3,
        spoiled=1,
    )


def test_nothing_is_changed_while_a_key_is_mislaid_and_the_vote_still_runs(monkeypatch):
    with_key, without = an_entry(with_key=True), an_entry(with_key=False)
    before = Before(with_key, without)

    with pytest.raises(Refused, match="box_key_mislaid") as refusal:
        SEALING.seal(before, before)

    assert before.saved == []
    assert refusal.value.verdict.reason.facts["keys"] == (
        f"ballots/{without.question_id}",
    )

    monkeypatch.setenv("COMMONWEAL_LOSE_PAPER_NUMBERS", "yes")
    SEALING.seal(before, before)
    assert before.saved == [with_key]


def test_another_key_in_the_place_of_the_right_one_is_mislaid_too():
    entry = an_entry(with_key=False)
    store.keep(f"ballots/{entry.question_id}", secrets.token_bytes(32))

    with pytest.raises(Refused, match="box_key_mislaid"):
        SEALING.seal(Before(entry), Before(entry))


def test_of_a_vote_that_is_over_nothing_more_is_lost():
    before = Before(an_entry(with_key=False, settled=True))

    SEALING.seal(before, before)

    assert before.saved == []


def test_done_twice_it_is_as_done_once():
    entry = an_entry(with_key=True)
    before = Before(entry)

    counts = []
    for _ in range(2):
        SEALING.seal(before, before)
        counts.append(read_count(SEALING._opened(entry).decode()))

    assert counts == [PaperCount(3, 3, 1, ((YES, 2),))] * 2
    assert SEALING.Migration.atomic


@pytest.mark.parametrize(
    "kept", [[[YES, 1], [NO, 1]], {"said": [[YES, 1], [NO, 1]], "table": [0, 0]}]
)
def test_a_count_entered_before_its_numbers_were_sealed_is_read(kept):
    entry = SimpleNamespace(issued=3, returned=3, spoiled=1)

    found = SEALING._count(entry, kept)

    assert found == PaperCount(3, 3, 1, ((YES, 1), (NO, 1)))
