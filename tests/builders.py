"""Given a person, an institution, a member: each made by the actions, as people would.

`day(n)` is n days into the story; institutions are founded on day 0, a Monday, at
19:00 UTC, and members join then too unless the test says otherwise.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count

from django.db.models import QuerySet, UUIDField

from commonweal import kinds
from commonweal.foundation.institutions import access
from commonweal.foundation.institutions.actions import founding, inviting, joining
from commonweal.foundation.institutions.actions.lists import Origin
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.journal.models import Line
from commonweal.foundation.people import actions as people
from commonweal.foundation.people.models import OutgoingMail, Person
from commonweal.foundation.people.queries import (
    OpenedLetter,
    address_digest,
    opened_letter,
)
from commonweal.foundation.prepared import Given, Prepared
from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.parse import parse
from commonweal.rules.reaching.terms import Reaching

# Where the names on lists come from, in tests that are about something else.
FROM_A_SHEET = Origin("the sheet at our assembly", "consent", date(2026, 1, 4))
DAY_NOUGHT = datetime(2026, 1, 5, 19, 0, tzinfo=UTC)
A_KIND = "tenants_union"
SHOWN_TO_STRANGERS = frozenset({"charter", "decisions", "member_count", "officers"})
_numbers = count(1)


def day(number: int, *, hour: int = 19) -> datetime:
    """Give the evening of a day of the story."""
    return DAY_NOUGHT.replace(hour=hour) + timedelta(days=number)


def a_person(name: str = "Farah", *, at: datetime | None = None) -> Person:
    """Give somebody who has an address on this node, confirmed or not yet."""
    address = f"{name.lower().replace(' ', '.')}.{next(_numbers)}@example.org"
    return people.arrive(email=address, language="en", at=at or day(0))


@cache
def a_charter(kind: str = A_KIND) -> Charter:
    """Give the charter of a kind with open ballots; secret votes have own tests.

    The usual kind shows strangers nothing as it comes, and its letters name nothing;
    here it shows them something, and letters say what they are about. Who comes by a
    printed code counts at once; that others know them has tests of its own.
    """
    shipped = parse(kinds.text_of(kind))
    rules = tuple(replace(rule, ballot="open") for rule in shipped.rules)
    public = SHOWN_TO_STRANGERS if kind == A_KIND else shipped.public
    said = Reaching(bare_letters=False) if kind == A_KIND else shipped.reaching
    doors = shipped.joining.confirmed - {"code"}
    return replace(
        shipped,
        rules=rules,
        public=public,
        reaching=said,
        joining=replace(shipped.joining, confirmed=doors),
    )


def an_institution(
    kind: str = A_KIND,
    *,
    at: datetime | None = None,
    founder: str = "Asha",
    charter: Charter | None = None,
) -> Institution:
    """Give an institution with its founder as the only member."""
    moment = at or day(0)
    return founding.found(
        kind=kind,
        charter=charter or a_charter(kind),
        address=f"river-street-{next(_numbers)}",
        by=a_person(founder, at=moment),
        name=founder,
        at=moment,
    )


def founder_of(institution: Institution) -> Member:
    """Give the member who founded the institution."""
    founder = _founder.first({"institution": institution.pk})
    assert founder is not None
    return founder


@Prepared
def _founder() -> QuerySet[Member]:
    """Find them in one question that is written out once: it is asked everywhere."""
    lines = Line.objects.filter(institution=Given("institution", UUIDField()))
    return Member.objects.filter(pk__in=lines.filter(number=1).values("by"))


def a_member(
    institution: Institution,
    name: str = "Ben",
    *,
    at: datetime | None = None,
    person: Person | None = None,
) -> Member:
    """Give somebody who joined with a printed code that the founder made.

    Where the name is taken a number tells them apart.
    """
    moment = at or institution.founded_at
    sheet = inviting.invite_by_codes(
        institution, by=founder_of(institution), count=1, at=moment
    )
    joiner = person or a_person(name, at=moment)
    is_free = access.may_be_called(institution, name)
    called = name if is_free else f"{name} {next(_numbers)}"
    return joining.join(sheet.codes[0], person=joiner, name=called, at=moment)


def written_to(address: str) -> QuerySet[OutgoingMail]:
    """Give the letters that wait for an address."""
    return OutgoingMail.objects.filter(address_digest=address_digest(address))


def the_letter() -> OpenedLetter:
    """Give the only letter that waits, opened."""
    return opened_letter(OutgoingMail.objects.exclude(sealed=None).get())


def confirmed(member: Member) -> Member:
    """Let a member have shown that their mail address is theirs."""
    assert member.person is not None
    codes: list[str] = []

    def keep(code: str) -> str:
        codes.append(code)
        return code

    people.send_sign_in_link(
        member.person.email,
        language="en",
        link=keep,
        at=day(0),
        asked_by=member.person,
    )
    people.sign_in_by_link(codes[0], at=day(0))
    written_to(member.person.email).delete()
    return Member.objects.select_related("person").get(pk=member.pk)
