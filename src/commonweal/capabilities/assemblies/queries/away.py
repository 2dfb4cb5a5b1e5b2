"""Assemblies that are on a laptop: which, until when, and what that stops here."""

from datetime import datetime

from django.db.models import DateTimeField, QuerySet, UUIDField

from commonweal.capabilities.assemblies import access
from commonweal.capabilities.assemblies.models import Assembly, CheckOut
from commonweal.capabilities.assemblies.queries.columns import FROM_LAPTOP, OUR_KEY
from commonweal.capabilities.assemblies.queries.listing import MINUTES_OF, elsewhere
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.keys.standing import standing_key
from commonweal.foundation.prepared import Given, Prepared
from commonweal.rules.assemblies.carrying import Away, may_take_along
from commonweal.rules.assemblies.from_laptop import may_be_on_laptop
from commonweal.rules.secrecy.carried import signer_of, unpacked
from commonweal.rules.verdict import ALLOWED, Verdict, refused


def away(assembly: Assembly, *, at: datetime) -> CheckOut | None:
    """Find the laptop that an assembly is on, unless its time is up."""
    return _away.first({"assembly": assembly.pk, "at": at})


@Prepared
def _away() -> QuerySet[CheckOut]:
    out = CheckOut.objects.filter(assembly=Given("assembly", UUIDField()))
    still = out.filter(until_at__gt=Given("at", DateTimeField()))
    return still.filter(ended_at=None, is_here=False).order_by("pk")


def here(assembly: Assembly) -> CheckOut | None:
    """Find what says that this machine is the laptop an assembly was taken to."""
    return _here.first({"assembly": assembly.pk})


@Prepared
def _here() -> QuerySet[CheckOut]:
    out = CheckOut.objects.filter(assembly=Given("assembly", UUIDField()))
    return out.filter(is_here=True).order_by("pk")


def last_taken(assembly: Assembly) -> CheckOut | None:
    """Find the last laptop that an assembly was taken to, back or not."""
    return CheckOut.objects.filter(assembly=assembly).order_by("-taken_at").first()


def brought_back(assembly: Assembly) -> CheckOut | None:
    """Find the laptop that an assembly came back from, if it was the last one."""
    last = last_taken(assembly)
    return last if last is not None and last.end == "bring_in" else None


def given_up(institution: Institution, *, at: datetime) -> QuerySet[CheckOut]:
    """List the laptops whose time is up and of which that is not written down yet."""
    return taken_elsewhere(institution).filter(until_at__lte=at)


def taken_elsewhere(institution: Institution) -> QuerySet[CheckOut]:
    """List the laptops that neither came back nor were given up, in order."""
    waiting = CheckOut.objects.filter(institution=institution, ended_at=None)
    return waiting.filter(is_here=False).order_by("until_at", "id")


def may_be_done_here(assembly: Assembly, *, at: datetime, deed: str = "") -> Verdict:
    """Refuse what is done here in an assembly that is elsewhere, or that went back.

    On the laptop itself only what a file from one can tell of: else one deed in the
    room would let the whole evening be refused.
    """
    taken = away(assembly, at=at)
    if taken is not None:
        return refused("assembly_is_away", when=taken.until_at)
    laptop = here(assembly)
    if laptop is None:
        return ALLOWED
    if laptop.ended_at is not None:
        return refused("assembly_was_finished")
    return may_be_on_laptop(deed) if deed else ALLOWED


def may_touch_minutes(assembly: Assembly, *, at: datetime) -> Verdict:
    """Refuse to change minutes that are on a laptop, or that one there has before it.

    On the laptop itself its own minutes are read, and put right once they are back.
    """
    if here(assembly) is not None:
        return refused("minutes_wait_for_return")
    for taken in elsewhere(assembly.institution, at=at).select_related("assembly"):
        agenda = taken.assembly.agenda
        is_before_it = any(one.get(MINUTES_OF) == assembly.number for one in agenda)
        if is_before_it or taken.assembly_id == assembly.pk:
            return refused("minutes_are_away", when=taken.until_at)
    return ALLOWED


def may_take_minutes_along(assembly: Assembly, *, at: datetime) -> Verdict:
    """Refuse to take along what has minutes before it that another one took along."""
    numbers = {one[MINUTES_OF] for one in assembly.agenda if MINUTES_OF in one}
    for taken in elsewhere(assembly.institution, at=at).select_related("assembly"):
        if numbers & {one.get(MINUTES_OF) for one in taken.assembly.agenda}:
            return refused("minutes_are_away", when=taken.until_at)
    return ALLOWED


def may_take_along_now(held: Held, member: Member) -> Verdict:
    """Say whether somebody may take this assembly to a laptop."""
    return may_take_along(
        stage=held.now.stage,
        facilitates=_facilitates(held, member),
        goes_on=held.now.presence.goes_on,
        opens_at=held.row.opens_at,
        at=held.at,
    )


def leads(held: Held, member: Member) -> bool:
    """Say whether somebody may call it back: who facilitates, or could call it off."""
    return _facilitates(held, member) or _may_stop(held, member)


def _facilitates(held: Held, member: Member) -> bool:
    return held.now.is_one_of(str(member.pk), "facilitator")


def _may_stop(held: Held, member: Member) -> bool:
    here = held.row.institution
    charter = charter_in_force(here, at=held.at)
    return member.pk in access.who_may_stop(here.pk, charter, at=held.at)


def answered_by(file: bytes) -> CheckOut | None:
    """Find which check-out a file from a laptop answers, if that laptop signed it."""
    seed = standing_key(OUR_KEY)
    signer = signer_of(file, format_=FROM_LAPTOP, seed=seed)
    if signer is None:
        return None
    there = CheckOut.objects.filter(is_here=False, laptop=signer.hex())
    waiting = list(there.select_related("assembly"))
    if not waiting:
        return None
    came = unpacked(file, format_=FROM_LAPTOP, seed=seed, by={signer})
    told = came.told.get("check_out") if came else None
    taken = next((one for one in waiting if str(one.pk) == told), None)
    if taken is not None:
        taken.assembly.institution = taken.institution
    return taken


def as_known(taken: CheckOut) -> Away:
    """Read a check-out as the rules know it."""
    return Away(taken.taken_at, taken.until_at, taken.ended_at, taken.end, taken.result)
