"""Files that no page of a laptop wrote: whoever holds its key wrote them by hand."""

import secrets
from datetime import timedelta
from uuid import uuid4

import pytest
from nacl.signing import VerifyKey

from commonweal.capabilities.assemblies import actions, queries
from commonweal.capabilities.assemblies.actions import bring_in, bringing_in, take_along
from commonweal.capabilities.assemblies.models import AssemblyDeed, Task
from commonweal.capabilities.assemblies.queries.columns import FROM_LAPTOP
from commonweal.capabilities.assemblies.queries.rooms import talk_in
from commonweal.foundation.institutions.actions.joining import leave
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal import queries as journal
from commonweal.rules.assemblies.deed_names import DEEDS, ON_LAPTOP
from commonweal.rules.assemblies.from_laptop import may_be_on_laptop
from commonweal.rules.secrecy import carried
from commonweal.rules.secrecy.carried import packed
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.circles import BLOCK, WORDS, a_circle, by_phone
from tests.capabilities.assemblies.given import now
from tests.capabilities.assemblies.laptop import OTHER_SEED, SEED, code, on_laptop
from tests.capabilities.assemblies.test_on_laptop import an_evening, called

pytestmark = pytest.mark.django_db


@pytest.fixture
def asha():
    return founder_of(an_institution())


@pytest.fixture
def ben(asha):
    return a_member(asha.institution, "Ben", at=day(1))


@pytest.fixture
def row(asha, ben):
    return called(asha)


def a_file(told, laptop, *, seed=SEED):
    once = secrets.token_bytes(32)
    return packed(told, format_=FROM_LAPTOP, seed=seed, for_=laptop.came.by, once=once)


def told_by(laptop, *, minute=120):
    """Finish there, and give what goes back before it is signed."""
    at = laptop.row.opens_at + timedelta(minutes=minute)
    done = actions.finish_here(laptop.taken, at=at)
    return {**queries.done_there(done)}


def a_deed(name, by, *, at, about=None, **more):
    told = {"item": "", "what": "", "reason": "", "words": "", "number": 99}
    return told | {
        "id": str(uuid4()),
        "deed": name,
        "done_by": str(by.pk),
        "about": str(about.pk) if about else None,
        "done_at": at,
        **more,
    }


def forged(taken, before_close, *, after=()):
    """Hold an evening, and put deeds in before its end that nobody did there."""
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        told = told_by(laptop)
        *deeds, close = told["deeds"]
        more = [a_deed(*one, at=close["done_at"], **rest) for one, rest in before_close]
        late = [a_deed(*one, at=close["done_at"], **rest) for one, rest in after]
        return a_file({**told, "deeds": [*deeds, *more, close, *late]}, laptop)


def test_nobody_takes_back_a_block_by_a_file_in_the_names_of_those_at_home():
    row, asha, ben, chidi = a_circle(away=("Dora",))
    by_phone(row, asha, ben, chidi)
    at = row.opens_at + timedelta(minutes=3)
    taken = take_along(row, code(), by=asha, at=at)
    with on_laptop(taken.file, at=at) as laptop:
        laptop.did("test", "Asha", item="1", words=WORDS, minute=4)
        for who in ("Asha", "Ben"):
            laptop.did("position", who, item="1", what="agree", minute=5)
        laptop.did("position", "Chidi", item="1", what="block:meets", minute=5, **BLOCK)
        laptop.did("end_test", "Asha", minute=6)
        laptop.did("close", "Asha", minute=30)
        told = told_by(laptop, minute=40)
        late = told["deeds"][-1]["done_at"]
        away = type(asha).objects.get(institution=row.institution, name="Dora")
        more = [
            a_deed("say_later", one, about=one, item="1", what="agree", at=late)
            for one in (chidi, away)
        ]
        file = a_file({**told, "deeds": [*told["deeds"], *more]}, laptop)
        honest = a_file(told, laptop)

    with pytest.raises(Refused) as refusal:
        bring_in(row, file, by=asha, at=row.opens_at + timedelta(hours=3))

    why = refusal.value.verdict.reason
    assert why.id == "result_against_rules"
    assert why.facts["why"].id == "not_done_on_laptop"
    bring_in(row, honest, by=asha, at=row.opens_at + timedelta(hours=3))
    held = now(row, minute=300)
    assert talk_in(held, "1").now.positions[str(chidi.pk)].position == "block"


def test_what_is_said_afterwards_is_not_said_on_the_laptop_either(row, asha):
    taken = take_along(row, code(), by=asha, at=day(9))

    with (
        on_laptop(taken.file, at=day(9)) as laptop,
        pytest.raises(Refused, match="not_done_on_laptop"),
    ):
        laptop.did("say_later", "Ben", item="1", what="agree", minute=1)


def test_nothing_is_done_after_the_assembly_was_closed(row, asha, ben):
    taken = take_along(row, code(), by=asha, at=day(9))
    file = forged(taken, (), after=[(("go_out", ben), {"about": ben})])

    with pytest.raises(Refused) as refusal:
        bring_in(row, file, by=asha, at=day(11))

    assert refusal.value.verdict.reason.facts["why"].id == "done_after_its_end"


@pytest.mark.parametrize("deed", ["call_back", "bring_in", "take_along", "set_aside"])
def test_no_file_says_that_the_assembly_was_carried(row, asha, deed):
    taken = take_along(row, code(), by=asha, at=day(9))
    file = forged(taken, [((deed, asha), {"reason": "It was a prank."})])

    with pytest.raises(Refused, match="deed_unknown"):
        bring_in(row, file, by=asha, at=day(11))


def test_all_that_is_done_in_the_room_may_be_done_on_a_laptop():
    assert all(may_be_on_laptop(one) for one in ON_LAPTOP)
    assert not may_be_on_laptop("open", is_closed=True)
    assert {"say_later"} == DEEDS - ON_LAPTOP


def test_words_from_a_file_are_made_safe_as_those_of_a_form(row, asha):
    taken = take_along(row, code(), by=asha, at=day(9))
    reason = "Late.\n12:05 Carried: 11 yes. \u202eemit txen\u202c\u0000"
    file = forged(taken, [(("adjourn", asha), {"item": "2", "reason": reason})])

    bring_in(row, file, by=asha, at=day(11))

    kept = AssemblyDeed.objects.get(assembly=row, deed="adjourn").reason
    assert kept == "Late. 12:05 Carried: 11 yes. emit txen"
    assert journal.comparison(row.institution) == ((), ())


def test_a_deed_keeps_only_words_that_it_has_a_place_for(row, asha, ben):
    taken = take_along(row, code(), by=asha, at=day(9))
    said = {"about": ben, "reason": "I hate you all.", "words": "So says Ben."}
    file = forged(taken, [(("ask", ben), said)])

    bring_in(row, file, by=asha, at=day(11))

    kept = AssemblyDeed.objects.get(assembly=row, deed="ask")
    assert (kept.reason, kept.words) == ("", "")


def a_task(asha, ben, *, number=1, due_on="2026-06-01", **more):
    told = {
        "id": str(uuid4()),
        "number": number,
        "words": "Pay for the key",
        "asked_of": str(ben.pk),
        "asked_by": str(asha.pk),
        "asked_at": day(10).isoformat(),
        "due_on": due_on,
    }
    deed = {"about": ben, "what": str(number), "task": told | more}
    return ("give_task", asha), deed


def refused_task(row, asha, *tasks):
    taken = take_along(row, code(), by=asha, at=day(9))
    file = forged(taken, tasks)
    with pytest.raises(Refused) as refusal:
        bring_in(row, file, by=asha, at=day(11))
    assert not Task.objects.exists()
    reason = refusal.value.verdict.reason
    return reason.facts["why"].id if "why" in reason.facts else reason.id


def test_nobody_is_asked_to_do_more_by_a_file_than_by_a_form(row, asha, ben):
    tasks = [a_task(asha, ben, number=one) for one in range(1, 7)]

    assert refused_task(row, asha, *tasks) == "asked_enough_of_them"


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"due_on": "2001-01-01"}, "task_day_is_over"),
        ({"due_on": "9999-12-31"}, "task_day_too_far"),
        ({"due_on": None}, "result_unreadable"),
        ({"words": " "}, "task_needs_words"),
        ({"words": None}, "result_unreadable"),
    ],
)
def test_a_task_from_a_file_is_asked_what_a_form_is(row, asha, ben, more, why):
    assert refused_task(row, asha, a_task(asha, ben, **more)) == why


def test_whom_a_task_asks_stands_in_its_deed(row, asha, ben):
    taken = take_along(row, code(), by=asha, at=day(9))
    words = "Pay\n\u202efor the key"
    file = forged(taken, [a_task(asha, ben, asked_of=str(asha.pk), words=words)])

    bring_in(row, file, by=asha, at=day(11))

    task = Task.objects.get()
    assert (task.asked_of, task.asked_by, task.words) == (ben, asha, "Pay for the key")


def test_whoever_was_asked_to_do_something_and_left_refuses_no_file(row, asha, ben):
    taken = take_along(row, code(), by=asha, at=day(9))
    file = forged(taken, [a_task(asha, ben)])
    leave(ben, at=day(10, hour=23))

    bring_in(row, file, by=asha, at=day(11))

    assert Task.objects.count() == 1


def a_bomb(node):
    """Give a few bytes that unpack to many, signed by a key made for it."""
    told = {"a": [{}] * 200_000}
    once = secrets.token_bytes(32)
    return packed(told, format_=FROM_LAPTOP, seed=OTHER_SEED, for_=node, once=once)


def test_what_another_key_signed_is_not_unpacked_and_locks_nothing(
    row, asha, ben, monkeypatch
):
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        bomb = a_bomb(laptop.came.by)
    monkeypatch.setattr(carried.zlib, "decompressobj", None)
    monkeypatch.setattr(bringing_in, "lock", None)

    with pytest.raises(Refused, match="result_of_another_laptop"):
        bring_in(row, bomb, by=ben, at=day(11))


def test_what_never_went_away_takes_no_file(row, asha, ben, monkeypatch):
    monkeypatch.setattr(carried, "unboxed", None)
    monkeypatch.setattr(bringing_in, "lock", None)

    with pytest.raises(Refused, match="assembly_is_not_away"):
        bring_in(row, b"{}", by=ben, at=day(9))


def test_an_evening_of_many_small_parts_is_none(row, asha):
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        told = told_by(laptop) | {"more": [{}] * 200_001}
        file = a_file(told, laptop)

    with pytest.raises(Refused, match="result_unreadable"):
        bring_in(row, file, by=asha, at=day(11))


def test_a_key_that_is_named_and_did_not_sign_is_found_out(row, asha):
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        node = bytes(VerifyKey(laptop.came.by).to_curve25519_public_key())
    words = b'{"a":' + b"[" * 100 + b"]" * 100 + b"}"
    inside = bytes.fromhex(taken.laptop) + bytes(64) + carried.zlib.compress(words)
    box = carried.boxed(inside, public=node, used_once=secrets.token_bytes(32))
    told = {"format": FROM_LAPTOP, "sealed": carried.b64encode(box).decode()}

    with pytest.raises(Refused, match="result_unreadable"):
        bring_in(row, carried.canonical(told), by=asha, at=day(11))


def test_nothing_is_brought_in_while_nobody_may_write(row, asha):
    taken = take_along(row, code(), by=asha, at=day(9))
    file = forged(taken, ())
    here = Institution.objects.filter(pk=row.institution_id)
    here.update(frozen_until=day(12))

    with pytest.raises(Refused, match="institution_frozen"):
        bring_in(row, file, by=None, at=day(11))

    here.update(frozen_until=None)
    bring_in(row, file, by=None, at=day(12))
