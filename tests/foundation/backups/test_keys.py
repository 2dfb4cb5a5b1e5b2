"""The paper key opens, and what the server keeps of it does not."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.exceptions import CryptoError

from commonweal.foundation.backups import keys
from commonweal.foundation.backups.keys import PaperKey
from commonweal.rules.secrecy.spoken import LETTERS
from commonweal.rules.verdict import Refused


@given(st.binary(min_size=32, max_size=32))
def test_a_printed_key_is_read_as_it_was_written(seed):
    key = PaperKey(seed)

    typed = key.words.lower().replace("-", " ").replace("0", "o").replace("1", "l")

    assert keys.paper_key(typed).seed == seed


@given(
    st.binary(min_size=32, max_size=32),
    st.integers(0, 55),
    st.sampled_from(LETTERS),
)
def test_one_wrong_letter_is_found(seed, place, letter):
    letters = list(PaperKey(seed).words.replace("-", ""))
    slip = letters[place] != letter
    letters[place] = letter

    if slip:
        with pytest.raises(Refused) as refusal:
            keys.paper_key("".join(letters))
        assert refusal.value.verdict.id == "paper_key_mistyped"


def test_what_the_server_keeps_seals_and_opens_nothing():
    paper = keys.new_paper_key()
    own = paper.for_writing

    sealed = own.sealed(b"a roll")

    assert paper.opened(sealed) == b"a roll"
    for kept in (own.seal_to, own.naming, own.signing):
        assert kept != paper.seed
        with pytest.raises(CryptoError):
            PaperKey(kept).opened(sealed)


def test_a_signature_is_one_servers():
    own, other = (keys.new_paper_key().for_writing for _ in range(2))

    signature = own.signed(b"a list")

    assert keys.is_signed(b"a list", signature, own.known_by)
    assert not keys.is_signed(b"a list!", signature, own.known_by)
    assert not keys.is_signed(b"a list", signature, other.known_by)
    assert not keys.is_signed(b"a list", "no digits", own.known_by)


def test_a_key_does_not_show_itself():
    assert repr(PaperKey(b"s" * 32)) == "PaperKey(…)"


def test_kept_keys_are_this_users_alone_and_come_back(tmp_path):
    own = keys.new_paper_key().for_writing

    path = keys.keep(own, tmp_path)

    assert path.stat().st_mode & 0o777 == 0o600
    assert keys.kept_in(tmp_path) == own


def test_keys_are_never_written_over(tmp_path):
    keys.keep(keys.new_paper_key().for_writing, tmp_path)

    with pytest.raises(Refused) as refusal:
        keys.keep(keys.new_paper_key().for_writing, tmp_path)

    assert refusal.value.verdict.id == "backup_keys_there"


def spoilt(change):
    def spoil(path):
        told = json.loads(path.read_text())
        path.write_text(json.dumps(change(told)))

    return spoil


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda path: path.unlink(), "backup_keys_missing"),
        (lambda path: path.chmod(0o640), "backup_keys_open"),
        (lambda path: path.chmod(0o604), "backup_keys_open"),
        (lambda path: path.write_text("no keys"), "backup_keys_broken"),
        (spoilt(lambda told: {}), "backup_keys_broken"),
        (spoilt(lambda told: []), "backup_keys_broken"),
        (spoilt(lambda told: told | {"seal_to": "AAAA"}), "backup_keys_broken"),
        (spoilt(lambda told: told | {"signing": "AAAA"}), "backup_keys_broken"),
    ],
    ids=["missing", "group", "others", "text", "empty", "list", "short", "sign"],
)
def test_keys_that_are_gone_open_to_others_or_broken_are_refused(
    tmp_path, spoil, reason
):
    spoil(keys.keep(keys.new_paper_key().for_writing, tmp_path))

    with pytest.raises(Refused) as refusal:
        keys.kept_in(tmp_path)

    assert refusal.value.verdict.id == reason
