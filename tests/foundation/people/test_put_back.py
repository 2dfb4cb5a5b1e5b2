"""A way in that ended does not come back with a backup, and everybody is told."""

import stat
from pathlib import Path

import pytest

from commonweal.foundation.backups import tables
from commonweal.foundation.backups.actions import restoring
from commonweal.foundation.backups.queries import forget_restorations
from commonweal.foundation.keys import store
from commonweal.foundation.keys.queries import key_of
from commonweal.foundation.keys.standing import forget_standing_keys
from commonweal.foundation.people import actions, queries
from commonweal.foundation.people.actions.addresses import ask_for_address
from commonweal.foundation.people.models import PaperCode, Passkey, Person, SignInLink
from commonweal.foundation.people.queries import letters
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, confirmed, day
from tests.foundation.people.given import arrived, sent_code

pytestmark = pytest.mark.django_db
OF_AN_ADDRESS = ("email_sealed", "email_digest", "email_confirmed")


@pytest.fixture(autouse=True)
def keys(settings, tmp_path):
    """Give keys of their own to these tests, which note in their folder what ended."""
    settings.KEYS = tmp_path / "keys"
    forget_standing_keys()
    yield settings.KEYS
    forget_standing_keys()
    forget_restorations()


@pytest.fixture
def asha(keys):
    """Give somebody with eight codes and two passkeys."""
    asha = confirmed(a_member(an_institution(), "Zora")).person
    for number in (1, 2):
        Passkey.objects.create(
            person=asha,
            key_digest=str(number) * 64,
            public_key=b"x",
            name=f"phone {number}",
            made_on=day(1).date(),
        )
    return asha


def put_back(*rows):
    """Bring rows back, as a restore does, and own up to it."""
    for row in rows:
        if not type(row).objects.filter(pk=row.pk).exists():
            row.save(force_insert=True)
    tables.mark(tables.BEING_RESTORED)
    restoring._own_up(day(2), at=day(9))


def kept(person):
    """Give what a backup holds of the ways of a person."""
    return (
        *PaperCode.objects.filter(person=person),
        *Passkey.objects.filter(person=person),
    )


def test_a_code_that_was_used_stays_used(asha, django_capture_on_commit_callbacks):
    code, other, *_ = actions.write_paper_codes(asha, at=day(1))
    before = kept(asha)
    with django_capture_on_commit_callbacks(execute=True):
        actions.sign_in_by_code(code)

    put_back(*before)

    with pytest.raises(Refused, match="sign_in_code_unknown"):
        actions.sign_in_by_code(code)
    assert actions.sign_in_by_code(other) == asha


def test_codes_that_newer_ones_replaced_stay_worthless(
    asha, django_capture_on_commit_callbacks
):
    old = actions.write_paper_codes(asha, at=day(1))
    before = kept(asha)
    with django_capture_on_commit_callbacks(execute=True):
        actions.write_paper_codes(asha, at=day(3))

    put_back(*before)

    for code in old:
        with pytest.raises(Refused, match="sign_in_code_unknown"):
            actions.sign_in_by_code(code)


def test_a_passkey_that_was_removed_stays_removed(
    asha, django_capture_on_commit_callbacks
):
    before = kept(asha)
    stolen = Passkey.objects.get(name="phone 1")
    with django_capture_on_commit_callbacks(execute=True):
        actions.remove_passkey(asha, stolen.pk)

    put_back(*before)

    assert [one.name for one in queries.ways_back(asha).passkeys] == ["phone 2"]


def test_what_was_not_done_after_all_is_not_noted(asha, keys):
    code = actions.write_paper_codes(asha, at=day(1))[0]

    actions.sign_in_by_code(code)

    assert not (keys / "ended").exists()


def test_the_note_tells_of_nobody_and_is_for_this_server_alone(
    asha, keys, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        for code in actions.write_paper_codes(asha, at=day(1))[:3]:
            actions.sign_in_by_code(code)

    path = Path(keys) / "ended"
    lines = path.read_text().split()
    assert lines == sorted(lines)
    assert len(lines) == 3
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not set(lines) & {*PaperCode.objects.values_list("code_digest", flat=True)}


def test_everybody_with_an_address_is_told_and_whoever_left_is_not(asha):
    gone = confirmed(a_member(an_institution(), "Yasmin")).person
    store.destroy(key_of(gone.email_sealed))

    put_back()

    [letter] = [one for one in letters() if "put back" in one.subject]
    assert letter.address == asha.email
    assert "may be open again" in letter.body
    assert "Zora" not in letter.body


def brought_back(person):
    """Let a restore bring a person's row back as it is here; its key may be gone."""
    columns = {name: getattr(person, name) for name in OF_AN_ADDRESS}
    Person.objects.filter(pk=person.pk).update(**columns)
    put_back()
    return Person.objects.get(pk=person.pk)


def changed(person, address):
    codes = []
    ask_for_address(
        person, address, language="en", link=lambda one: codes.append(one), at=day(4)
    )
    actions.take_address(person, codes[0], at=day(4))


def gives_up(person):
    actions.write_paper_codes(person, at=day(3))
    actions.forget_address(person, at=day(4))


@pytest.fixture
def restored(django_capture_on_commit_callbacks):
    """Let somebody end their address after a backup, and put the backup back."""

    def restore(person, end):
        before = Person.objects.get(pk=person.pk)
        with django_capture_on_commit_callbacks(execute=True):
            end(Person.objects.get(pk=person.pk))
        return brought_back(before)

    return restore


@pytest.mark.parametrize(
    "end", [gives_up, lambda one: changed(one, "zora@safe.example")]
)
def test_an_address_that_was_given_up_signs_nobody_in(asha, restored, end):
    old = asha.email
    zora = restored(asha, end)
    written = len(letters())

    code = sent_code(old, at=day(9))

    assert len(letters()) == written
    assert SignInLink.objects.get().person is None
    with pytest.raises(Refused, match="sign_in_link_unknown"):
        actions.sign_in_by_link(code, at=day(9))
    assert not queries.ways_back(zora).by_mail


def test_nor_does_a_link_of_whoever_shares_the_mailbox(asha, restored):
    old = asha.email
    other = arrived(old, at=day(1))
    Person.objects.filter(pk=other.pk).update(email_confirmed=True)
    restored(asha, gives_up)

    code = sent_code(old, at=day(9))

    assert queries.signed_in_by_link(code, at=day(9)) == (other,)
    with pytest.raises(Refused, match="sign_in_link_not_theirs"):
        actions.sign_in_by_link(code, as_whom=asha.pk, at=day(9))
    assert actions.sign_in_by_link(code, at=day(9)) == other


def test_nor_does_a_device_confirm_it_again(asha, restored):
    old = asha.email
    Person.objects.filter(pk=asha.pk).update(email_confirmed=False)
    zora, codes = restored(asha, gives_up), []

    actions.send_sign_in_link(
        old, language="en", link=lambda one: codes.append(one), at=day(9), asked_by=zora
    )

    with pytest.raises(Refused, match="sign_in_link_unknown"):
        actions.sign_in_by_link(codes[0], at=day(9))


def test_whoever_reads_the_mailbox_now_can_have_the_address(asha, restored):
    old = asha.email
    restored(asha, gives_up)
    newcomer = arrived(old, at=day(9))

    code = sent_code(old, at=day(9))

    assert actions.sign_in_by_link(code, at=day(9)) == newcomer


def test_whoever_changed_it_gives_the_new_one_again(asha, restored):
    zora = restored(asha, lambda one: changed(one, "zora@safe.example"))

    changed(zora, "zora@safe.example")

    assert actions.sign_in_by_link(sent_code("zora@safe.example", at=day(9)), at=day(9))


def test_whoever_gave_it_up_gives_it_up_again(asha, restored):
    zora = restored(asha, gives_up)

    actions.forget_address(zora, at=day(9))

    zora.refresh_from_db()
    assert (zora.email_digest, zora.email_confirmed) == ("", False)
