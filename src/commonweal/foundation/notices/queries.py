"""What notices were given, to how many they went, and who is to be told on paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.notices.models import Notice, NoticeLetter
from commonweal.rules.sentence import Sentence

WAITING, SENT, NO_ADDRESS = "waiting", "sent", "no_address"
# What a member has to be told on paper after: why the letter did not come to them.
UNREACHED = ("refused", "given_up", NO_ADDRESS)
SHOWN = 50


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice, and to how many members it went by now."""

    notice: Notice
    members: int
    sent: int
    waiting: int
    not_sent: int
    without_address: int

    @property
    def says(self) -> Sentence:
        """Say what it told."""
        return Sentence(f"notice_{self.notice.told}")

    @property
    def by_hand(self) -> int:
        """How many have to be told in another way."""
        return self.not_sent + self.without_address


@dataclass(frozen=True, slots=True)
class Unreached:
    """A member whom a notice did not come to, and why."""

    name: str
    why: Sentence


def notices_of(institution: Institution) -> tuple[NoticeView, ...]:
    """List the latest notices of an institution, the last one first."""
    rows = Notice.objects.filter(institution=institution).order_by("-number")[:SHOWN]
    return _views(list(rows))


def notice_in(institution: Institution, number: int) -> NoticeView | None:
    """Find a notice by its number."""
    rows = Notice.objects.filter(institution=institution, number=number)
    return next(iter(_views(list(rows))), None)


def given_about(institution: Institution, about: UUID) -> tuple[NoticeView, ...]:
    """List the notices about one thing, such as an assembly, in their order."""
    rows = Notice.objects.filter(institution=institution, about=about)
    return _views(list(rows.order_by("number")))


def unreached(view: NoticeView) -> tuple[Unreached, ...]:
    """Name the members who are to be told in another way; for who gives notice."""
    rows = NoticeLetter.objects.filter(notice=view.notice, became__in=UNREACHED)
    named = rows.select_related("member").order_by("member__name", "id")
    return tuple(
        Unreached(row.member.name, Sentence(f"notice_not_{row.became}"))
        for row in named
        if row.member.name
    )


def may_see_unreached(view: NoticeView, member: Member, *, in_office: bool) -> bool:
    """Say whether somebody reads who was not reached: whoever gave it, or an office.

    Not all who may call, where that is everybody: the list says whose place could be
    taken without them hearing of it.
    """
    return in_office or view.notice.given_by_id == member.pk


def with_letters(notice: Notice) -> NoticeView:
    """Give a notice as its letters tell it."""
    return _views([notice])[0]


def _views(notices: list[Notice]) -> tuple[NoticeView, ...]:
    open_ones = [one for one in notices if one.settled_at is None]
    counts = _counts(open_ones)
    return tuple(_view(one, counts.get(one.pk, {})) for one in notices)


def _counts(notices: Iterable[Notice]) -> dict[object, dict[str, int]]:
    rows = NoticeLetter.objects.filter(notice__in=list(notices)).order_by()
    found: dict[object, dict[str, int]] = {}
    counted = rows.values("notice_id", "became").annotate(n=Count("pk"))
    for row in counted:
        found.setdefault(row["notice_id"], {})[row["became"]] = row["n"]
    return found


def _view(notice: Notice, counts: dict[str, int]) -> NoticeView:
    if notice.settled_at is not None:
        sent, waiting = notice.sent, 0
        not_sent, without = notice.not_sent, notice.without_address
    else:
        sent, waiting = counts.get(SENT, 0), counts.get(WAITING, 0)
        not_sent = counts.get("refused", 0) + counts.get("given_up", 0)
        without = counts.get(NO_ADDRESS, 0)
    members = sent + waiting + not_sent + without
    return NoticeView(notice, members, sent, waiting, not_sent, without)


def settled_before(at: datetime) -> list[UUID]:
    """Give the notices whose letters need be known no more."""
    rows = Notice.objects.filter(settled_at__lte=at)
    return list(rows.values_list("pk", flat=True))
