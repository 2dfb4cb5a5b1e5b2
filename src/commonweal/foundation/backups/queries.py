"""Which backups there are, what is wrong with them, and what was put back."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import DateTimeField, QuerySet, UUIDField

from commonweal.foundation.backups import archives, lists
from commonweal.foundation.backups.keys import PaperKey
from commonweal.foundation.backups.models import Acknowledgement, Restoration
from commonweal.foundation.backups.stores import Store
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.prepared import Given, Prepared
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused

# So many members must say that they know, so that nobody can hush it up alone.
ENOUGH = 2
# So long each person's page says that ways in may have come back.
LATELY = timedelta(days=60)
_known: dict[str, bool] = {}
_acknowledged: set[tuple[UUID, UUID]] = set()


def backup_of(
    store: Store, asked: str | None, *, known_by: bytes
) -> tuple[lists.Listed | None, tuple[Sentence, ...]]:
    """Find our backup by what its name begins with, or the newest.

    Says beside it which newer lists were passed over, and why.
    """
    passed: list[Sentence] = []
    for name in reversed(lists.names_in(store)):
        if name.removeprefix(lists.LISTS).startswith(asked or ""):
            try:
                return lists.read(store, name, known_by=known_by), tuple(passed)
            except Refused as refusal:
                passed.append(refusal.verdict.reason)
    return None, tuple(passed)


def damage_in(
    store: Store, key: PaperKey | None, *, known_by: bytes | None = None
) -> Iterator[Sentence]:
    """Say what is wrong with any backup: from the files alone, or with the key."""
    by = key.for_writing.known_by if key else known_by
    for name in lists.names_in(store):
        try:
            listed = lists.read(store, name, known_by=by)
            opened = archives.Opened(store, listed, key) if key else None
        except Refused as refusal:
            yield refusal.verdict.reason
            continue
        yield from archives.damage(store, listed)
        if opened:
            yield from opened.damage()


# ---- what was restored


def restorations() -> tuple[Restoration, ...]:
    """Give every time this node was put back, the last one first.

    A node that never was stays so while it runs, since that is done with it standing
    still; so most nodes look once.
    """
    if _known.get("never"):
        return ()
    found = tuple(_restorations.rows({}))
    if not found:
        _known["never"] = True
    return found


def put_back_lately(*, at: datetime) -> Restoration | None:
    """Give the last restoration while all should look at what came back with it."""
    last = next(iter(restorations()), None)
    return last if last and at - last.restored_at < LATELY else None


@Prepared
def _restorations() -> QuerySet[Restoration]:
    return Restoration.objects.order_by("-restored_at")


def forget_restorations() -> None:
    """Look anew next time."""
    _known.clear()
    _acknowledged.clear()


def untold_in(institution: Institution, *, at: datetime) -> Restoration | None:
    """Give the last restoration that this institution has yet to acknowledge."""
    return next(
        (one for one in restorations() if _is_untold(institution, one, at=at)), None
    )


def untold_anywhere(*, at: datetime) -> Restoration | None:
    """Give the last restoration that some institution has yet to acknowledge."""
    known = restorations()
    if not known:
        return None
    there = _that_go_on.rows({})
    return next(
        (
            restoration
            for restoration in known
            for one in there
            if _is_untold(one, restoration, at=at)
        ),
        None,
    )


@Prepared
def _that_go_on() -> QuerySet[Institution]:
    return institutions.every_institution().filter(dissolved_at=None)


def _is_untold(
    institution: Institution, restoration: Restoration, *, at: datetime
) -> bool:
    if institution.founded_at > restoration.taken_at:
        return False
    if (institution.pk, restoration.pk) in _acknowledged:
        return False
    know = _who_know(institution, restoration)
    if know >= ENOUGH:
        # Every page asks, and what so many know does not become unknown.
        _acknowledged.add((institution.pk, restoration.pk))
        return False
    return know < _needed(institution, at=at)


def is_acknowledged(
    institution: Institution, restoration: Restoration, *, at: datetime
) -> bool:
    """Say whether as many members who count know as it takes: two, or the only one."""
    return _who_know(institution, restoration) >= _needed(institution, at=at)


def _needed(institution: Institution, *, at: datetime) -> int:
    return len(_who_could_know.rows({"institution": institution, "at": at}))


@Prepared
def _who_could_know() -> QuerySet[Member, UUID]:
    at = Given("at", DateTimeField())
    there = institutions.those_who_count(Given("institution", UUIDField()), at=at)
    return there.exclude(person=None).values_list("pk", flat=True)[:ENOUGH]


def _who_know(institution: Institution, restoration: Restoration) -> int:
    given = acknowledgements(institution, restoration)
    return sum(one.member.counts(one.given_at) for one in given)


def acknowledgements(
    institution: Institution, restoration: Restoration
) -> tuple[Acknowledgement, ...]:
    """Give who said that they know, in order."""
    given = {"institution": institution, "restoration": restoration}
    return tuple(_acknowledgements.rows(given))


@Prepared
def _acknowledgements() -> QuerySet[Acknowledgement]:
    given = Acknowledgement.objects.filter(
        institution=Given("institution", UUIDField()),
        restoration=Given("restoration", UUIDField()),
    )
    return given.select_related("member").order_by("given_at", "id")
