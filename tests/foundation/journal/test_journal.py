"""The journal: one line a deed, a chain that shows tampering, words that can go."""

import pytest

from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.institutions.queries import names_of
from commonweal.foundation.journal import queries
from commonweal.foundation.journal.models import Line, LineWords
from commonweal.foundation.language import say
from commonweal.rules.journal_chain import NOTHING_BEFORE, kept_from_plain
from commonweal.rules.journal_chain import verify as verify_lines
from tests.builders import a_member, an_institution, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    institution = an_institution()
    for name in ("Ben", "Chidi"):
        a_member(institution, name)
    return institution


def ids(problems):
    return {problem.id for problem in problems}


def test_every_deed_is_a_line_and_the_chain_holds(union):
    deeds = [line.deed for line in reversed(queries.lines(union))]

    assert deeds == [
        *("founded", "joined"),
        *("invited_by_codes", "joined"),
        *("invited_by_codes", "joined"),
    ]
    assert queries.verify(union) == ()


def test_two_institutions_have_two_chains(union):
    other = an_institution()

    assert queries.head(other)[0] == 2
    assert queries.verify(union) == queries.verify(other) == ()


def test_an_empty_journal_is_sound():
    union = an_institution()
    Line.objects.all().delete()

    assert queries.verify(union) == ()
    assert queries.head(union) == (0, NOTHING_BEFORE)


@pytest.mark.parametrize(
    "change",
    [
        {"deed": "left"},
        {"at": day(9)},
        {"by": None},
        {"facts": {"count": 99}},
        {"about_kind": "person"},
        {"words_digest": "0" * 64},
        {"hash": "f" * 64},
        {"previous": "f" * 64},
    ],
)
def test_an_altered_line_is_found(union, change):
    Line.objects.filter(institution=union, number=3).update(**change)

    problems = queries.verify(union)

    assert problems
    assert {problem.facts["number"] for problem in problems} <= {3, 4}


def test_a_deleted_line_is_found(union):
    Line.objects.filter(institution=union, number=3).delete()

    assert "journal_line_missing" in ids(queries.verify(union))


def test_lines_in_another_order_are_found(union):
    lines = Line.objects.filter(institution=union)
    lines.filter(number=3).update(number=99)
    lines.filter(number=4).update(number=3)
    lines.filter(number=99).update(number=4)

    assert "journal_chain_broken" in ids(queries.verify(union))


def test_a_line_put_in_is_found(union):
    last = Line.objects.get(institution=union, number=6)
    Line.objects.create(
        institution=union, number=7, at=day(1), deed="left", previous=last.hash, hash=""
    )

    assert ids(queries.verify(union)) == {"journal_line_changed"}


def test_lines_taken_off_the_end_are_found_by_whoever_wrote_one_down(union):
    known = dict([queries.head(union)])
    Line.objects.filter(institution=union, number=6).delete()

    assert queries.verify(union) == ()
    assert ids(queries.verify(union, known=known)) == {"journal_line_gone"}


def test_changed_words_are_found(union):
    LineWords.objects.filter(line__number=4).update(words={"name": "Mallory"})

    assert ids(queries.verify(union)) == {"journal_words_changed"}


def test_erased_words_are_not_taken_for_tampering(union):
    ben = next(line for line in queries.lines(union) if line.number == 4).by
    LineWords.objects.filter(of_member=ben).delete()

    assert queries.verify(union) == ()


def test_a_line_is_said_with_names_and_after_erasure_without_them(union):
    line = next(line for line in queries.lines(union) if line.number == 4)
    names = names_of(union, queries.members_named((line,)))
    assert say(queries.deed_sentence(line, names), "en") == "Ben joined."

    LineWords.objects.all().delete()
    line = next(line for line in queries.lines(union) if line.number == 4)

    assert say(queries.deed_sentence(line, {}), "en") == "somebody who has left joined."


def test_every_line_of_a_life_can_be_said(union):
    ben = a_member(union, "Dolores")
    joining.rename(ben, name="Lola", at=day(1))
    joining.leave(ben, at=day(2))
    lines = queries.lines(union)

    names = names_of(union, queries.members_named(lines))

    assert all(say(queries.deed_sentence(line, names), "en") for line in lines)
    assert "Lola" not in str([queries.deed_sentence(line, names) for line in lines])


def test_pages_of_lines_take_one_query_each(union, django_assert_num_queries):
    with django_assert_num_queries(1):
        page = queries.lines(union, limit=4)
        kept = [queries.words_of(line) for line in page]
    with django_assert_num_queries(1):
        rest = queries.lines(union, before=page[-1].number)

    assert len(kept) == 4
    assert [line.number for line in (*page, *rest)] == [6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize("with_words", [True, False])
def test_an_export_verifies_elsewhere(union, with_words):
    told = queries.export(union, with_words=with_words)

    lines = [kept_from_plain(line) for line in told["lines"]]

    assert verify_lines(lines) == ()
    assert ("Chidi" in str(told)) == with_words
