"""Sealed things: opened by enough trustees, read by holders, destroyed for good."""

from itertools import combinations

import pytest

from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.keys import store
from commonweal.foundation.sealing import actions, duties, queries
from commonweal.foundation.sealing.models import KeyShare, SealedThing, Trustee
from commonweal.rules.secrecy import boxes
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.foundation.given import all_bytes, last_line

pytestmark = pytest.mark.django_db

SECRET = "The supervisor is called Marker-Mallory."


class Vault:
    """Give a union in which Asha sealed something for Ben, with three trustees."""

    def __init__(self, *, threshold=2, names=("Chidi", "Dolores", "Emre"), **more):
        self.union = an_institution()
        self.asha = founder_of(self.union)
        self.ben = a_member(self.union, "Ben")
        self.trusted = [a_member(self.union, name) for name in names]
        self.codes = [actions.become_trustee(one, at=day(1)) for one in self.trusted]
        self.thing = actions.seal(
            self.union,
            SECRET,
            by=self.asha,
            terms=actions.Terms(
                purpose="the strike fund",
                holders=[self.ben],
                trustees=[queries.trustee_of(one) for one in self.trusted],
                threshold=threshold,
                **{"opens_at": day(2), "destroy_at": day(30)} | more,
            ),
            at=day(1),
        )

    def give(self, number, *, at=None):
        return actions.give_share(
            self.thing,
            by=self.trusted[number],
            code=self.codes[number],
            at=at or day(3),
        )

    def read(self, *, by=None, at=None):
        return actions.read(self.thing, by=by or self.ben, at=at or day(3))


@pytest.mark.parametrize("pair", [*combinations(range(3), 2)])
def test_any_two_of_three_trustees_open_it_and_the_third_may_be_lost(pair):
    vault = Vault()
    joining.leave(vault.trusted[3 - sum(pair)], at=day(2))

    for number in pair:
        assert vault.give(number)

    assert vault.read() == SECRET


def test_one_trustee_alone_opens_nothing():
    vault = Vault()

    vault.give(0)
    vault.give(0)

    with pytest.raises(Refused, match="sealed_until_shares"):
        vault.read()
    assert not store.is_kept(f"sealed/{vault.thing.id}/key")


def test_neither_the_words_nor_any_key_stands_in_the_database():
    vault = Vault()
    vault.give(0)

    kept = all_bytes()

    assert b"Marker-Mallory" not in kept
    for name in queries.keys_of(vault.thing):
        length = {"h": actions.BOXED_KEY_BYTES, "g": 67}[name.rpartition("/")[2][0]]
        assert store.kept(name, length) not in kept


def test_all_files_and_all_rows_open_nothing_without_a_trustees_code():
    """The operator has everything on the machine, and tries each half as a key."""
    vault = Vault()
    halves = [
        store.kept(name, actions.BOXED_KEY_BYTES)
        for name in queries.keys_of(vault.thing)
    ]

    opened = [
        boxes.unboxed(bytes(row.share), secret=half[:32])
        for row in KeyShare.objects.filter(thing=vault.thing)
        for half in halves
    ]

    assert len(halves) == 3
    assert opened == [None] * 9


@pytest.mark.parametrize("code", ["", "0" * 26])
def test_a_wrong_code_is_refused(code):
    vault = Vault()

    with pytest.raises(Refused, match="trustee_code_unknown"):
        actions.give_share(vault.thing, by=vault.trusted[0], code=code, at=day(3))


def test_a_trustee_who_gives_a_false_share_is_named_and_the_others_open_it():
    vault = Vault()
    row = queries.share_of(vault.thing, vault.trusted[0])
    other = queries.share_of(vault.thing, vault.trusted[1])
    # Locked to their own fresh pair, which they know, but not what was dealt.
    half = store.kept(f"sealed/{vault.thing.id}/half-1", actions.BOXED_KEY_BYTES)
    secret = boxes.secret_half(vault.codes[0], row.trustee_id.bytes)
    fresh = boxes.unboxed(half, secret=secret)
    row.share = boxes.boxed(
        bytes([1]) + bytes(66), public=boxes.public_half(fresh), used_once=b"e" * 32
    )
    row.save()
    assert other.number != row.number

    assert not vault.give(0)

    line = last_line(vault.union)
    assert (line.deed, line.by) == ("gave_false_share", vault.trusted[0].id)
    assert vault.give(1)
    assert vault.give(2)
    assert vault.read() == SECRET


def test_whoever_changes_a_digest_to_pass_a_false_share_is_found():
    vault = Vault()
    KeyShare.objects.filter(thing=vault.thing, number=3).update(digest="0" * 64)

    vault.give(0)
    vault.give(1)

    with pytest.raises(Refused, match="key_wrong"):
        vault.read()


def test_it_opens_no_sooner_than_was_said_and_for_nobody_else():
    vault = Vault(opens_at=day(5))

    with pytest.raises(Refused, match="sealed_until"):
        vault.give(0, at=day(4))
    with pytest.raises(Refused, match="holders_only"):
        vault.read(by=vault.asha)
    with pytest.raises(Refused, match="trustees_only"):
        actions.give_share(vault.thing, by=vault.ben, code="", at=day(6))


# ---- the end


def test_enough_trustees_destroy_it_and_no_copy_opens(
    django_capture_on_commit_callbacks,
):
    vault = Vault()
    copied = SealedThing.objects.filter(pk=vault.thing.pk).values().get()
    copied_shares = list(KeyShare.objects.filter(thing=vault.thing).values())

    with django_capture_on_commit_callbacks(execute=True):
        first = actions.agree_to_destroy(vault.thing, by=vault.trusted[0], at=day(2))
        again = actions.agree_to_destroy(vault.thing, by=vault.trusted[0], at=day(2))
        second = actions.agree_to_destroy(vault.thing, by=vault.trusted[1], at=day(2))

    assert (first, again, second) == (False, False, True)
    assert last_line(vault.union).deed == "destroyed_keys"
    assert queries.keys_of(vault.thing) == []
    # Somebody puts back the copy they made of the database, every row of it.
    SealedThing.objects.filter(pk=vault.thing.pk).update(
        words=copied["words"], destroyed_at=None
    )
    for row in copied_shares:
        KeyShare.objects.filter(pk=row["id"]).update(
            share=row["share"], digest=row["digest"]
        )
    with pytest.raises(Refused, match="key_missing"):
        vault.give(0)
    assert journal.verify(vault.union) == ()


def test_its_date_ends_it_once_and_reading_ends_at_that_moment(
    django_capture_on_commit_callbacks,
):
    vault = Vault()
    for number in (0, 1):
        vault.give(number)
    assert vault.read(at=day(29)) == SECRET
    with pytest.raises(Refused, match="sealed_and_destroyed"):
        vault.read(at=day(30))

    with django_capture_on_commit_callbacks(execute=True):
        assert duties.destroy_what_is_due(day(31))
        assert not duties.destroy_what_is_due(day(31))

    assert queries.keys_of(vault.thing) == []
    assert SealedThing.objects.get(pk=vault.thing.pk).words is None


def test_a_new_code_opens_nothing_that_was_dealt_before():
    vault = Vault()
    vault.codes[0] = actions.become_trustee(vault.trusted[0], at=day(2))

    with pytest.raises(Refused, match="trustees_only"):
        vault.give(0)
    assert Trustee.objects.filter(member=vault.trusted[0]).count() == 1


# ---- without trustees, and what is refused


def test_without_trustees_holders_read_and_the_subject_sees_who_did():
    union = an_institution()
    asha, ben, farah = founder_of(union), a_member(union), a_member(union, "Farah")
    thing = actions.seal(
        union,
        "Needs a lift without stairs.",
        by=asha,
        terms=actions.Terms(
            "access needs", day(1), day(30), holders=[ben, farah], subject=farah
        ),
        at=day(1),
    )

    for reader in (ben, ben, farah):
        assert "a lift" in actions.read(thing, by=reader, at=day(2))

    assert [
        (one.reader, one.read_on, one.purpose)
        for one in queries.readings_about(farah.person)
    ] == [("Ben", day(2).date(), "access needs")]
    assert queries.readings_about(ben.person) == ()


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"threshold": 1}, "trustees_out_of_range"),
        ({"threshold": 4}, "trustees_out_of_range"),
        ({"names": (), "threshold": 2}, "trustees_missing"),
        ({"destroy_at": day(2)}, "sealed_without_end"),
        ({"destroy_at": day(9_999)}, "sealed_without_end"),
    ],
)
def test_what_cannot_be_sealed_is_refused_with_the_reason(more, refusal):
    with pytest.raises(Refused, match=refusal):
        Vault(**more)


def test_nothing_is_not_sealed():
    union = an_institution()
    terms = actions.Terms("a note", day(1), day(9), holders=[])

    with pytest.raises(Refused, match="sealed_says_nothing"):
        actions.seal(union, " ", by=founder_of(union), terms=terms, at=day(1))


def test_trustees_of_another_institution_are_refused():
    elsewhere = founder_of(an_institution())
    actions.become_trustee(elsewhere, at=day(1))
    union = an_institution()
    ours = founder_of(union)
    actions.become_trustee(ours, at=day(1))
    both = [queries.trustee_of(elsewhere), queries.trustee_of(ours)]

    with pytest.raises(Refused, match="trustee_of_another"):
        actions.seal(
            union,
            SECRET,
            by=ours,
            terms=actions.Terms("a", day(1), day(9), [], both, 2),
            at=day(1),
        )
