"""Passkeys: made by one's own device, good for its owner, and for this node alone."""

import pytest

from commonweal.foundation.people import actions, queries
from commonweal.foundation.people.actions import ways_back
from commonweal.foundation.people.models import Passkey, SignInLink
from commonweal.rules.verdict import Refused
from tests.builders import a_person, day
from tests.foundation.people.keyring import HAS_KEY, PRESENT, VERIFIED, Keyring

pytestmark = pytest.mark.django_db


def with_a_key(person, ring: Keyring, *, name: str = "my phone") -> Passkey:
    """Let a person's device make a key, and keep it."""
    asked, state = actions.offer_passkey(person, called="Asha")
    return actions.keep_passkey(
        person, answer=ring.made(asked), state=state, name=name, at=day(1)
    )


def test_a_key_signs_its_owner_in_again_and_again():
    asha, ring = a_person("Asha"), Keyring()
    with_a_key(asha, ring)
    with_a_key(a_person("Ben"), Keyring())

    for _ in range(2):
        asked, state = actions.ask_for_passkey()
        signed = ring.signed(asked)
        assert actions.sign_in_by_passkey(answer=signed, state=state) == asha


def test_a_device_is_asked_to_look_at_its_owner_and_to_find_the_key_itself():
    asked, _ = actions.offer_passkey(a_person("Asha"), called="Asha")

    wanted = asked["publicKey"]["authenticatorSelection"]

    assert wanted["userVerification"] == wanted["residentKey"] == "required"
    assert asked["publicKey"]["user"]["displayName"] == "Asha"
    assert asked["publicKey"].get("attestation", "none") == "none"


def test_asking_for_a_key_names_nobody():
    with_a_key(a_person("Asha"), Keyring())

    asked, _ = actions.ask_for_passkey()

    assert not asked["publicKey"].get("allowCredentials")


def test_a_device_that_has_a_key_is_told_so_it_makes_no_second():
    asha, ring = a_person("Asha"), Keyring()
    with_a_key(asha, ring)

    asked, _ = actions.offer_passkey(asha, called="Asha")

    assert len(asked["publicKey"]["excludeCredentials"]) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://landlord.example"},
        {"origin": "https://localhost.landlord.example"},
        {"origin": "https://pages.localhost"},
        {"flags": PRESENT},
        {"flags": VERIFIED},
    ],
    ids=["other site", "longer name", "page below", "not looked at", "nobody there"],
)
def test_an_answer_that_proves_too_little_signs_nobody_in(wrong):
    ring = Keyring()
    with_a_key(a_person("Asha"), ring)
    asked, state = actions.ask_for_passkey()

    with pytest.raises(Refused, match="passkey_unknown"):
        actions.sign_in_by_passkey(answer=ring.signed(asked, **wrong), state=state)


def test_an_answer_to_another_challenge_signs_nobody_in():
    ring = Keyring()
    with_a_key(a_person("Asha"), ring)
    asked, _ = actions.ask_for_passkey()
    _, another = actions.ask_for_passkey()

    for state in (another, {}):
        with pytest.raises(Refused, match="passkey_unknown"):
            actions.sign_in_by_passkey(answer=ring.signed(asked), state=state)


def test_a_key_nobody_kept_signs_nobody_in():
    with_a_key(a_person("Asha"), Keyring())
    asked, state = actions.ask_for_passkey()

    with pytest.raises(Refused, match="passkey_unknown"):
        actions.sign_in_by_passkey(answer=Keyring().signed(asked), state=state)


def test_the_name_of_a_key_without_the_key_signs_nobody_in():
    ring = Keyring()
    with_a_key(a_person("Asha"), ring)
    asked, state = actions.ask_for_passkey()

    with pytest.raises(Refused, match="passkey_unknown"):
        actions.sign_in_by_passkey(
            answer=Keyring(id=ring.id).signed(asked), state=state
        )


@pytest.mark.parametrize(
    "nonsense", [{}, [], "", None, {"rawId": 3}, {"rawId": "é"}, {"rawId": "AA"}]
)
def test_nonsense_is_refused_in_words(nonsense):
    asha = a_person("Asha")
    _, offered = actions.offer_passkey(asha, called="Asha")
    _, asked = actions.ask_for_passkey()

    with pytest.raises(Refused, match="passkey_unknown"):
        actions.sign_in_by_passkey(answer=nonsense, state=asked)
    with pytest.raises(Refused, match="passkey_not_made"):
        actions.keep_passkey(
            asha, answer=nonsense, state=offered, name="phone", at=day(1)
        )


def test_a_key_made_for_another_site_is_not_kept():
    asha = a_person("Asha")
    asked, state = actions.offer_passkey(asha, called="Asha")
    answer = Keyring().made(asked, origin="https://landlord.example")

    with pytest.raises(Refused, match="passkey_not_made"):
        actions.keep_passkey(asha, answer=answer, state=state, name="x", at=day(1))


def test_a_key_made_without_looking_at_its_owner_is_not_kept():
    asha = a_person("Asha")
    asked, state = actions.offer_passkey(asha, called="Asha")
    answer = Keyring().made(asked, flags=HAS_KEY | PRESENT)

    with pytest.raises(Refused, match="passkey_not_made"):
        actions.keep_passkey(asha, answer=answer, state=state, name="x", at=day(1))


def test_nobody_takes_over_the_key_of_another():
    ring, asha, eve = Keyring(), a_person("Asha"), a_person("Eve")
    with_a_key(asha, ring)

    with pytest.raises(Refused, match="passkey_not_made"):
        with_a_key(eve, ring)

    asked, state = actions.ask_for_passkey()
    assert actions.sign_in_by_passkey(answer=ring.signed(asked), state=state) == asha


def test_a_key_is_named_and_removed_by_its_owner_alone():
    ring, asha, eve = Keyring(), a_person("Asha"), a_person("Eve")
    key = with_a_key(asha, ring)

    for deed in (
        lambda: actions.name_passkey(eve, key.pk, name="Eve's"),
        lambda: actions.remove_passkey(eve, key.pk),
    ):
        with pytest.raises(Refused, match="passkey_is_gone"):
            deed()
    actions.name_passkey(asha, key.pk, name="old phone")
    named = queries.ways_back(asha).passkeys[0].name
    actions.remove_passkey(asha, key.pk)

    assert named == "old phone"
    assert not queries.ways_back(asha)
    asked, state = actions.ask_for_passkey()
    with pytest.raises(Refused, match="passkey_unknown"):
        actions.sign_in_by_passkey(answer=ring.signed(asked), state=state)


def test_there_is_an_end_to_keys(monkeypatch):
    monkeypatch.setattr(ways_back, "MOST_KEYS", 1)
    asha = a_person("Asha")
    with_a_key(asha, Keyring())

    with pytest.raises(Refused, match="too_many_passkeys"):
        with_a_key(asha, Keyring())


def test_nothing_of_a_keys_use_is_kept():
    ring = Keyring()
    with_a_key(a_person("Asha"), ring)
    before = Passkey.objects.values().get()

    asked, state = actions.ask_for_passkey()
    actions.sign_in_by_passkey(answer=ring.signed(asked), state=state)

    assert Passkey.objects.values().get() == before


def test_a_key_made_before_an_address_was_confirmed_opens_nothing_more():
    eve, ring, codes = a_person("Asha"), Keyring(), []
    with_a_key(eve, ring)
    actions.send_sign_in_link(
        eve.email,
        language="en",
        link=lambda code: codes.append(code) or code,
        at=day(1),
    )

    actions.sign_in_by_link(codes[0], at=day(1))

    assert not Passkey.objects.exists()
    assert not SignInLink.objects.exists()
