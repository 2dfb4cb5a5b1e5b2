"""The text of a lot: sealed before the first ballot, and following from the last."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules import recount
from commonweal.rules.canonical import canonical
from commonweal.rules.recount import Asked
from commonweal.rules.sentence import LocalText
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.sealed_lot import comes_out, seal_of_lot, text_of_lot

SECRET = bytes(range(16))
A_FIRST, B_FIRST = {"ranks": {"a": 1, "b": 2}}, {"ranks": {"a": 2, "b": 1}}
KEPT = [(A_FIRST, 2), (B_FIRST, 2)]
ROLL = "ab" * 32


def test_the_text_is_the_digest_of_secret_roll_call_and_ballots():
    told = {
        "roll": ROLL,
        "call": 1,
        "ballots": [[canonical(A_FIRST).decode(), 2], [canonical(B_FIRST).decode(), 2]],
    }
    whole = sha256(b"commonweal lot text 1\n" + SECRET + canonical(told)).hexdigest()

    assert text_of_lot(SECRET, roll=ROLL, call=1, kept=KEPT) == whole[:16]


@given(st.permutations(KEPT))
def test_the_order_of_ballots_changes_nothing(kept):
    said = text_of_lot(SECRET, roll=ROLL, call=1, kept=kept)

    assert said == text_of_lot(SECRET, roll=ROLL, call=1, kept=KEPT)


@pytest.mark.parametrize(
    "change",
    [
        {"secret": bytes(16)},
        {"roll": "cd" * 32},
        {"call": 2},
        {"kept": [(A_FIRST, 2), (B_FIRST, 1)]},
        {"kept": [(A_FIRST, 4)]},
    ],
)
def test_whatever_is_another_gives_another_text(change):
    facts = {"secret": SECRET, "roll": ROLL, "call": 1, "kept": KEPT}

    def text(secret, **facts):
        return text_of_lot(secret, **facts)

    assert text(**facts) != text(**facts | change)


def test_the_seal_says_nothing_of_the_text_and_holds_the_secret():
    assert seal_of_lot(SECRET) != seal_of_lot(bytes(16))
    assert len(seal_of_lot(SECRET)) == 64


def a_bundle():
    title = LocalText((("en", "By lot"),))
    rule = DecisionRule("r", title, "all", method="irv", tie_break="lot")
    options = ({"id": "a", "label": "A"}, {"id": "b", "label": "B"})
    text = text_of_lot(SECRET, roll=ROLL, call=1, kept=KEPT)
    asked = Asked(rule, options, 1, None, text, electorate=9, active=9)
    return recount.bundle(asked, KEPT, about={"roll_hash": ROLL}, lot_secret=SECRET)


def test_a_bundle_shows_that_its_lot_was_sealed_before():
    bundle = a_bundle()

    assert bundle["lot"] == {"secret": SECRET.hex(), "seal": seal_of_lot(SECRET)}
    assert recount.agrees(bundle)


@pytest.mark.parametrize(
    "change",
    [
        {"tie_seed": "0" * 16},
        {"lot": {"secret": SECRET.hex(), "seal": "0" * 64}},
        {"lot": {"secret": "00" * 16, "seal": seal_of_lot(bytes(16))}},
    ],
)
def test_a_bundle_whose_lot_was_chosen_does_not_agree(change):
    bundle = a_bundle() | change
    bundle["result"] = recount.recounted(bundle)

    assert not comes_out(bundle)
    assert not recount.agrees(bundle)


def test_what_cannot_be_read_of_a_lot_is_no_bundle():
    with pytest.raises(recount.NotABundle):
        recount.agrees(a_bundle() | {"lot": "none"})


def test_bundles_from_before_lots_were_sealed_still_agree():
    bundle = {name: told for name, told in a_bundle().items() if name != "lot"}

    assert recount.agrees(bundle)
