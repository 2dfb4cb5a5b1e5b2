"""Reminding people by letter of what waits for them: once, and of nothing done.

Which letter is due follows from what waits and from what earlier letters said. A letter
is written down in one transaction with what it says, so that a worker that is killed
leaves both or neither, and of two workers one finds that it was done.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction

from commonweal.capabilities.reaching.actions.wording import letter_of
from commonweal.capabilities.reaching.models import Reminded
from commonweal.capabilities.reaching.queries import Waiting, choices_of, waiting_for
from commonweal.capabilities.reaching.queries.choices import Chosen, Fullness
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.foundation.keys.queries import looked_up
from commonweal.foundation.people.access import reaches_mailboxes
from commonweal.foundation.people.actions import Letter, write_letters
from commonweal.foundation.people.models import Person
from commonweal.rules.reaching.reminding import (
    LOOKED_AFTER,
    Reminder,
    marks_of,
    needs_letter,
    still_told,
)
from commonweal.rules.verdict import Refused

# How many people are looked after at once; the others follow within the minute.
AT_ONCE = 200
# Two letters of one sort come no closer than this.
APART = timedelta(hours=4)
# After so long it holds back no other, not even one that comes once a week.
MATTERS = timedelta(days=8)
KEY_LENGTH = 16
# A mailbox that refused a letter is left alone for so long.
RESTS = timedelta(days=14)


class _Due(NamedTuple):
    """What is to be written to somebody, and what is remembered of it."""

    letters: list[Letter]
    told: list[str]
    written: list[Fullness]


def remind_all(*, at: datetime) -> bool:
    """Write to everybody for whom a letter is due; say whether anybody was looked at.

    Only those are written to who showed that the address is theirs.
    """
    if not reaches_mailboxes():
        return False
    begun = _begin(at)
    rows = Reminded.objects.filter(look_at__lte=at).select_related("person")
    found = list(rows.order_by("look_at", "person_id")[:AT_ONCE])
    for row in found:
        _remind(row, at)
    return bool(found) or begun


def _begin(at: datetime) -> bool:
    """Look after whoever has come to have an address since."""
    new = Person.objects.filter(
        email_confirmed=True, reminded=None, member__left_at=None
    ).exclude(member=None)
    ids = list(new.order_by("id").values_list("id", flat=True).distinct()[:AT_ONCE])
    soon = at + LOOKED_AFTER
    rows = [Reminded(person_id=one, look_at=soon) for one in ids]
    Reminded.objects.bulk_create(rows, ignore_conflicts=True)
    return bool(ids)


def _remind(row: Reminded, at: datetime) -> None:
    try:
        due = _due(row, at) if _is_reached(row.person, at) else _Due([], row.told, [])
    except Refused:
        # A key that is not there keeps nobody else from their letters.
        due = _Due([], list(row.told), [])
    with transaction.atomic():
        # Whoever moves the hand first writes; another worker finds it moved.
        mine = Reminded.objects.filter(pk=row.pk, look_at=row.look_at)
        changed = _forgotten(row, at) | {f"{one}_at": at for one in due.written}
        if mine.update(look_at=at + LOOKED_AFTER, told=due.told, **changed):
            write_letters(due.letters, at=at)


def _forgotten(row: Reminded, at: datetime) -> dict[str, datetime | None]:
    """Forget when a letter was written, once no other waits for its age."""
    whens = {"full_at": row.full_at, "bare_at": row.bare_at}
    return {one: None for one, last in whens.items() if last and at - last > MATTERS}


def _is_reached(person: Person, at: datetime) -> bool:
    """Say whether letters come to somebody, as far as this server knows."""
    refused_on = person.letters_refused_on
    rests = refused_on is not None and at.date() < refused_on + RESTS
    return person.email_confirmed and not rests


def _due(row: Reminded, at: datetime) -> _Due:
    person = row.person
    memberships = memberships_of(person, at=at)
    chosen = {one.membership.member.pk: one for one in choices_of(person, memberships)}
    found = waiting_for(person, memberships, at=at, by_letter=True).waiting
    pairs = [(one, _reminder(one, chosen[one.membership.member.pk])) for one in found]
    told = still_told(row.told, [reminder for _, reminder in pairs])
    due = _Due([], [], [])
    sorts: tuple[tuple[Fullness, datetime | None], ...] = (
        ("full", row.full_at),
        ("bare", row.bare_at),
    )
    for fullness, last_at in sorts:
        these = [
            (one, reminder)
            for one, reminder in pairs
            if reminder.how != "never"
            and chosen[one.membership.member.pk].fullness == fullness
        ]
        reminders = [reminder for _, reminder in these]
        is_apart = last_at is None or at - last_at >= APART
        if is_apart and needs_letter(reminders, told, last_at=last_at, at=at):
            things = [one for one, _ in these]
            due.letters.append(letter_of(person, things, fullness, at=at))
            due.written.append(fullness)
            told |= marks_of(reminders, at=at)
    due.told.extend(sorted(told))
    return due


def _reminder(one: Waiting, chosen: Chosen) -> Reminder:
    said = "/".join(
        (
            str(chosen.membership.member.pk),
            one.kind,
            *(str(part) for part in one.args),
            one.due_at.isoformat() if one.due_at else "",
        )
    )
    return Reminder(
        key=looked_up("reminded", said)[:KEY_LENGTH],
        how=chosen.how,
        due_at=None if one.can_wait else one.due_at,
        zone=one.zone,
    )
