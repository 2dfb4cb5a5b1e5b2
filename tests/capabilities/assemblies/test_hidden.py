"""Words of assemblies that are hidden: gone where they are read, kept as they were."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import (
    NewTask,
    OnMinutes,
    give_task,
    write_minutes,
)
from commonweal.capabilities.assemblies.models import ApprovedMinutes
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.language import say
from commonweal.foundation.threads import actions as threads
from commonweal.foundation.threads.queries import hidden_places, said_at
from commonweal.rules.assemblies.fixed import digest
from commonweal.rules.verdict import Refused
from tests.builders import a_member, confirmed, founder_of
from tests.capabilities.assemblies.given import (
    an_assembly,
    an_open_assembly,
    did,
    now,
)
from tests.foundation.threads.given import a_union, stewards

pytestmark = pytest.mark.django_db
INSULT = "Rosa is a thief."
LATER = timedelta(days=30)


@pytest.fixture
def union():
    return a_union()


@pytest.fixture
def people(union):
    """Give who leads, who was hurt, and two stewards of whom one is at home."""
    named = {"hugo": confirmed(founder_of(union))}
    for name in ("Rosa", "Samir", "Halima"):
        named[name.lower()] = confirmed(a_member(union, name))
    stewards(union, named["samir"], named["halima"])
    return named


@pytest.fixture
def row(people):
    """Give an assembly that is over, with an insult wherever words can be written."""
    hugo = people["hugo"]
    row = an_open_assembly(hugo, people["rosa"], people["samir"])
    did(row, "adjourn", hugo, item="2", reason=INSULT, minute=1)
    at = row.opens_at + timedelta(minutes=2)
    give_task(row, NewTask(INSULT, people["rosa"], at.date()), by=hugo, at=at)
    did(row, "close", hugo, minute=30)
    wrote(row, "correct", hugo, words=INSULT)
    wrote(row, "send_out", hugo)
    return row


def wrote(row, name, by, **more):
    at = row.opens_at + timedelta(hours=1)
    return write_minutes(row, OnMinutes(name, **more), by=by, at=at)


def said(row, kind):
    """Give the words of one sort that stand last in an assembly."""
    found = queries.passages(row, at=row.opens_at + LATER)
    return [one.said for one in found if one.said.kind == kind][-1]


def hidden(words, people, *, at):
    here = people["rosa"].institution
    threads.report(
        words,
        institution=here,
        by=people["rosa"],
        complaint=threads.Complaint("hurts", "That is not so."),
        at=at,
    )
    return threads.hide(
        words,
        institution=here,
        by=people["samir"],
        wrong="hurts",
        reason="It insults a neighbour.",
        at=at,
    )


def kept(row, *, after=LATER):
    row.refresh_from_db()
    return queries.kept(queries.seen(row, at=row.opens_at + after))


def read(row, **when):
    """Give everything that is read in minutes, as one text."""
    shown = kept(row, **when)
    beside = [one.words for line in shown.lines for one in line.beside]
    return " ".join([*(say(one.words) for one in shown.lines), *beside])


def why(veils):
    return " ".join(say(line) for veil in veils for line in veil.told)


@pytest.mark.parametrize("kind", ["assembly", "matter", "deed", "minutes", "task"])
def test_whatever_is_written_is_found_again_by_its_place(union, row, people, kind):
    words = said(row, kind)

    assert said_at(union, kind, words.id) == words
    assert words.number == row.number
    assert words.author == people["hugo"].pk


def test_a_reason_is_gone_from_the_minutes_and_says_why(union, row, people):
    hiding = hidden(said(row, "deed"), people, at=row.opens_at + timedelta(days=2))

    shown = kept(row)
    [line] = [one for one in shown.lines if one.veils]
    assert INSULT not in say(line.words)
    assert "Hidden words" in say(line.words)
    assert "Hidden by Samir" in why(line.veils)
    assert "It insults a neighbour." in why(line.veils)
    threads.show_again(
        hiding,
        said(row, "deed"),
        by=people["halima"],
        reason="They are friends again.",
        at=row.opens_at + timedelta(days=3),
    )
    assert not any(one.veils for one in kept(row).lines)
    assert journal.verify(union) == ()


def test_words_beside_a_line_are_gone_and_whose_they_were_stays(row, people):
    hidden(said(row, "minutes"), people, at=row.opens_at + timedelta(days=2))

    [one] = kept(row).line(0).beside
    assert one.words == ""
    assert say(one.says).startswith("Put right by Asha")
    assert "It insults a neighbour." in why([one.veil])


def test_a_task_is_gone_from_the_list_and_from_what_needs_whom(row, people):
    at = row.opens_at + timedelta(days=2)
    hidden(said(row, "task"), people, at=at)

    [task] = queries.tasks_of(row.institution, at=at)
    assert task.words == "Hidden words"
    mine = institutions.memberships_of(people["rosa"].person, at=at)
    needs = queries.needs_after(mine, at=at)
    assert [one.title for one in needs if one.kind == "take_task"] == ["Hidden words"]
    assert INSULT in read(row)
    assert sum(bool(one.veils) for one in kept(row).lines) == 1


def test_a_matter_stays_hidden_where_another_assembly_takes_it_on(row, people):
    at = row.opens_at + timedelta(days=2)
    hidden(said(row, "matter"), people, at=at)

    [left] = [one for one in queries.left_over(row.institution, at=at) if one.reason]
    assert left.title == "The rent"
    assert left.shown == "Hidden words"
    seen = queries.seen(row, at=at)
    assert [say(queries.title_of(one)) for one in seen.row.agenda][-1] == "Hidden words"
    assert "The rent" in [one["title"] for one in now(row).row.agenda]


def test_the_title_is_gone_from_lists_and_people_still_know_where_to_go(row, people):
    at = row.opens_at + timedelta(days=2)
    hidden(said(row, "assembly"), people, at=at)

    row.refresh_from_db()
    [shown] = queries.veiled_rows([row], at=at)
    assert (shown.title, shown.place) == ("Hidden words", "Church hall")
    assert queries.seen(row, at=at).veil is not None


def test_minutes_that_were_approved_keep_their_number(union, row, people):
    hugo, called = people["hugo"], row.opens_at + timedelta(days=1)
    second = an_open_assembly(hugo, people["rosa"], people["samir"], called=called)
    did(second, "turn_to", hugo, item="minutes-1", minute=1)
    did(second, "agree", hugo, item="minutes-1", minute=2)
    approved = ApprovedMinutes.objects.get()
    before = digest(approved.text)

    # What is left is the task.
    for kind in ("minutes", "deed"):
        hidden(said(row, kind), people, at=second.opens_at + timedelta(days=1))

    assert kept(row).digest == before
    assert read(row).count(INSULT) == 1
    assert queries.may_give_file(kept(row)).reason.id == "file_has_hidden_words"
    assert queries.may_give_file(kept(row, after=timedelta(days=8, hours=1)))
    approved.refresh_from_db()
    assert INSULT in approved.text
    assert journal.verify(union) == ()


def test_what_is_hidden_before_is_approved_with_its_words(union, row, people):
    hidden(said(row, "minutes"), people, at=row.opens_at + timedelta(hours=2))
    hugo, called = people["hugo"], row.opens_at + timedelta(days=1)
    second = an_open_assembly(hugo, people["rosa"], people["samir"], called=called)
    did(second, "turn_to", hugo, item="minutes-1", minute=1)
    did(second, "agree", hugo, item="minutes-1", minute=2)

    assert INSULT in ApprovedMinutes.objects.get().text
    [one] = kept(row).line(0).beside
    assert one.words == ""
    assert journal.verify(union) == ()


def test_nobody_reports_what_they_wrote_themselves(union, row, people):
    with pytest.raises(Refused) as no:
        threads.report(
            said(row, "deed"),
            institution=union,
            by=people["hugo"],
            complaint=threads.Complaint("hurts"),
            at=row.opens_at + timedelta(days=2),
        )
    assert no.value.verdict.reason.id == "report_own_words"


def test_why_somebody_called_it_off_is_gone_from_the_journal_too(union, people):
    hugo, samir = people["hugo"], people["samir"]
    row = an_open_assembly(hugo)
    did(row, "close", hugo, minute=1)
    second = an_assembly(hugo, at=row.opens_at + timedelta(days=1))
    did(second, "call_off", samir, reason=INSULT, minute=-60)
    judges = people | {"samir": people["halima"]}
    hidden(said(second, "deed"), judges, at=row.opens_at + LATER)

    places = hidden_places(union, at=row.opens_at + LATER)
    told = journal.lines(union, limit=50)
    names = institutions.names_of(union, journal.members_named(told))
    whole = " ".join(
        say(journal.deed_sentence(one, names, hidden=places)) for one in told
    )
    assert INSULT not in whole
