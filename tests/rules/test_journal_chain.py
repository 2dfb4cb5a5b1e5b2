import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.journal_chain import (
    NOTHING_BEFORE,
    WORDS_DOMAIN,
    Kept,
    Line,
    digest_of_words,
    kept_from_plain,
    kept_plain,
    line_hash,
    verify,
)

START = datetime(2026, 3, 1, 19, tzinfo=UTC)


def a_journal(length: int, institution: str = "valley") -> list[Kept]:
    kept: list[Kept] = []
    previous = NOTHING_BEFORE
    for number in range(1, length + 1):
        salt, words = bytes([number]) * 16, {"name": f"member {number}"}
        line = Line(
            institution=institution,
            number=number,
            at=START + timedelta(hours=number),
            deed="join",
            by=f"m{number}",
            facts={"count": number, "of": ["a", {"b": None}]},
            words_digest=digest_of_words(salt, words),
            previous=previous,
        )
        previous = line_hash(line)
        kept.append(Kept(line, previous, salt, words))
    return kept


LENGTHS = st.integers(2, 8)
CHANGES = {
    "institution": "hill",
    "number": 99,
    "at": START,
    "deed": "leave",
    "by": "somebody",
    "about_kind": "proposal",
    "about": "p1",
    "facts": {"count": 0},
    "words_digest": "00",
    "previous": "ff" * 32,
}


def ids(problems) -> set[str]:
    return {problem.id for problem in problems}


@given(st.integers(0, 8))
def test_a_journal_as_it_was_written_verifies(length):
    assert verify(a_journal(length)) == ()


@given(LENGTHS, st.data())
def test_any_change_to_a_line_is_found_at_its_place(length, data):
    journal = a_journal(length)
    place = data.draw(st.integers(0, length - 1))
    part = data.draw(st.sampled_from(sorted(CHANGES)))
    changed = replace(journal[place].line, **{part: CHANGES[part]})
    journal[place] = replace(journal[place], line=changed)

    problems = verify(journal)

    said = {
        problem.facts["number"] for problem in problems if "number" in problem.facts
    }
    assert "journal_line_changed" in ids(problems)
    assert changed.number in said


@given(LENGTHS, st.data())
def test_a_changed_line_with_its_hash_made_anew_breaks_the_next(length, data):
    journal = a_journal(length)
    place = data.draw(st.integers(0, length - 2))
    changed = replace(journal[place].line, deed="leave")
    journal[place] = replace(journal[place], line=changed, hash=line_hash(changed))

    assert ids(verify(journal)) == {"journal_chain_broken"}


@given(LENGTHS, st.data())
def test_a_line_taken_out_is_found(length, data):
    journal = a_journal(length)
    del journal[data.draw(st.integers(0, length - 2))]

    assert {"journal_line_missing", "journal_chain_broken"} <= ids(verify(journal))


@given(LENGTHS, st.data())
def test_lines_in_another_order_are_found(length, data):
    journal = a_journal(length)
    shuffled = data.draw(st.permutations(journal))

    assert bool(verify(shuffled)) == (shuffled != journal)


@given(LENGTHS, st.data())
def test_erasing_words_and_their_salt_leaves_the_chain_whole(length, data):
    journal = a_journal(length)
    for place in data.draw(st.sets(st.integers(0, length - 1))):
        journal[place] = replace(journal[place], salt=None, words=None)

    assert verify(journal) == ()


@pytest.mark.parametrize(
    "change", [{"words": {"name": "landlord"}}, {"salt": b"other"}, {"salt": None}]
)
def test_changed_words_are_found(change):
    journal = a_journal(3)
    journal[1] = replace(journal[1], **change)

    (problem,) = verify(journal)

    assert (problem.id, problem.facts) == ("journal_words_changed", {"number": 2})


def test_lines_missing_at_the_end_are_found_by_whoever_wrote_a_hash_down():
    journal = a_journal(5)
    known = {5: journal[4].hash}

    problems = verify(journal[:3], known=known)

    assert verify(journal, known=known) == ()
    assert ids(problems) == {"journal_line_gone"}


def test_a_journal_written_anew_is_found_by_whoever_wrote_a_hash_down():
    known = {2: a_journal(5)[1].hash}
    anew = a_journal(5, institution="another")

    assert ids(verify(anew, known=known)) == {"journal_line_rewritten"}


def test_a_line_of_another_institution_is_found():
    journal = a_journal(2)
    foreign = replace(journal[1].line, institution="hill")
    journal[1] = Kept(foreign, line_hash(foreign))

    assert ids(verify(journal)) == {"journal_line_foreign"}


def test_the_same_instant_in_another_zone_hashes_alike():
    line = a_journal(1)[0].line
    elsewhere = line.at.astimezone(timezone(timedelta(hours=2)))

    assert line_hash(replace(line, at=elsewhere)) == line_hash(line)


def test_a_float_cannot_be_a_fact():
    with pytest.raises(TypeError):
        line_hash(replace(a_journal(1)[0].line, facts={"share": 0.5}))


def test_a_hash_can_be_computed_by_hand():
    line = Line("i", 1, datetime(2026, 1, 1, tzinfo=UTC), "found")
    text = (
        "commonweal journal line 1\n"
        '{"about":"","about_kind":"","at":"2026-01-01T00:00:00.000000Z","by":"",'
        '"deed":"found","facts":{},"institution":"i","number":1,'
        f'"previous":"{"0" * 64}","words_digest":""}}'
    )

    from_hand = hashlib.sha256(text.encode()).hexdigest()

    assert line_hash(line) == from_hand


@given(st.integers(1, 5), st.booleans())
def test_an_export_reads_back_as_it_was_kept(length, erased):
    journal = a_journal(length)
    if erased:
        journal[0] = replace(journal[0], salt=None, words=None)

    assert [kept_from_plain(kept_plain(one)) for one in journal] == journal


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("number", "1"),
        ("number", True),
        ("deed", 3),
        ("at", "2026-01-01T00:00:00"),
        ("at", "yesterday"),
        ("facts", []),
        ("words", []),
        ("salt", "xyz"),
    ],
)
def test_an_export_of_another_shape_is_refused(key, value):
    plain = kept_plain(a_journal(1)[0]) | {key: value}

    with pytest.raises((ValueError, TypeError)):
        kept_from_plain(plain)


def test_words_are_hashed_as_anybody_can_hash_them():
    salt, words = bytes(range(16)), {"name": "Asha"}

    hashed = WORDS_DOMAIN + b"\x00\x00\x00\x10" + salt + b'{"name":"Asha"}'

    assert digest_of_words(salt, words) == hashlib.sha256(hashed).hexdigest()


@pytest.mark.parametrize("half", [{"words": None}, {"salt": None}])
def test_half_of_what_was_erased_is_not_told_on(half):
    plain = kept_plain(replace(a_journal(1)[0], **half))

    assert {"words", "salt"}.isdisjoint(plain)
