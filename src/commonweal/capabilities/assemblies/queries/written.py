"""How minutes stand after the assembly: the draft, with what is beside its lines."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast
from uuid import UUID

from commonweal.capabilities.assemblies import access
from commonweal.capabilities.assemblies.models import (
    ApprovedMinutes,
    Assembly,
    MinutesDeed,
)
from commonweal.capabilities.assemblies.queries import rooms
from commonweal.capabilities.assemblies.queries.beside import (
    Beside,
    MinutesLine,
    Shown,
    by_line,
)
from commonweal.capabilities.assemblies.queries.listing import read_anew
from commonweal.capabilities.assemblies.queries.minutes import (
    Minutes,
    drafted,
    minutes_named,
    veils_of_lines,
)
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.capabilities.assemblies.queries.veils import WORDS_HIDDEN
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.rules.assemblies import fixed
from commonweal.rules.assemblies import minutes as rules
from commonweal.rules.assemblies.fixed import Text
from commonweal.rules.assemblies.minutes import (
    PRESENT,
    Draft,
    Remark,
    Standing,
    Written,
)
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, refused


@dataclass(frozen=True, slots=True)
class Kept:
    """The minutes as they stand, by their lines; `deeds` were done with them so far.

    `left_out` are corrections that were not taken: they stand in a list of their own.
    """

    held: Held
    draft: Draft
    minutes: Minutes
    now: Standing
    deeds: int
    lines: tuple[MinutesLine, ...]
    left_out: tuple[Beside, ...]
    approved: ApprovedMinutes | None
    text: Text

    @property
    def digest(self) -> str:
        """Give the number by which approved minutes are known; else nothing."""
        return fixed.digest(self.approved.text) if self.approved else ""

    @property
    def stage(self) -> str:
        """Say how far they are: written, open to corrections, out, or approved."""
        if self.now.approved_at:
            return "approved"
        if self.now.sent_out_at:
            return "out"
        return "written" if self.draft.closed_at is None else "draft"

    @property
    def confirmed(self) -> int:
        """How many of those who were there have nothing to put right."""
        return len(self.now.confirmed & {one.of for one in self.text.present})

    @property
    def hides(self) -> bool:
        """Say whether something in them is hidden, so that their file is not given."""
        return self.held.veil is not None or any(one.hides for one in self.lines)

    def is_writer(self, member: Member) -> bool:
        """Say whether somebody took these minutes, or facilitated."""
        return str(member.pk) in self.draft.writers

    @property
    def says(self) -> Sentence:
        """Say how far they are, and what comes next."""
        row, now = self.held.row, self.now
        at = now.approved_at or now.sent_out_at or row.minutes_due_at
        return Sentence(f"minutes.{self.stage}", {"at": at})

    def line(self, number: int) -> MinutesLine | None:
        """Give a line by its number."""
        return next((one for one in self.lines if one.number == number), None)


def kept(held: Held) -> Kept:
    """Read how the minutes of an assembly stand; once approved, as they were fixed."""
    rows = tuple(held.row.minutes_deeds.filter(done_at__lte=held.at).order_by("number"))
    as_written = drafted(held)
    draft = draft_of(held, as_written)
    now = rules.minutes(draft, map(written, rows))
    approved = ApprovedMinutes.objects.filter(assembly=held.row).first()
    if now.approved_at and approved is not None:
        text = _veiled(fixed.read(approved.text), as_written, held)
    else:
        approved, text = None, replace(as_written, remarks=now.remarks)
    name = _names(held, (*text.remarks, *now.left_out))
    by_number = {one.number: one.pk for one in rows}
    shown = Shown(name, by_number, held.veils, now.let_be)
    left_out = tuple(map(shown.named, now.left_out))
    minutes, beside = minutes_named(text, name), by_line(text.remarks, shown)
    veils = veils_of_lines(held)
    there = MinutesLine(
        PRESENT, None, Sentence("minuted.present"), beside.get(PRESENT, ())
    )
    lines = (
        MinutesLine(
            one.number,
            one.at,
            one.words,
            beside.get(one.number, ()),
            veils.get(one.number, ()),
        )
        for one in minutes.lines
    )
    whole = (there, *lines)
    return Kept(held, draft, minutes, now, len(rows), whole, left_out, approved, text)


def _veiled(text: Text, as_written: Text, held: Held) -> Text:
    """Give approved minutes with the words gone that are hidden; the text stays.

    What stands there instead is as it is drafted, where hidden words are gone already.
    """
    hidden = veils_of_lines(held)
    if not hidden:
        return text
    bare = {(one.number, one.at): one for one in as_written.lines}
    lines = (
        bare.get((one.number, one.at), replace(one, words=WORDS_HIDDEN))
        if one.number in hidden
        else one
        for one in text.lines
    )
    return replace(text, lines=tuple(lines))


def minutes_anew(institution: Institution, assembly: Assembly, *, at: datetime) -> Kept:
    """Read minutes as they stand now that the institution is locked."""
    return kept(rooms.held(read_anew(institution, assembly), at=at))


def draft_of(held: Held, text: Text) -> Draft:
    """Give what the rules ask of a draft: when it was over, who may correct it."""
    now = held.now
    roles = (now.roles.get(role) for role in ("minute_taker", "facilitator"))
    return Draft(
        closed_at=now.closed_at if now.stage == "closed" else None,
        writers=frozenset(one for one in roles if one),
        lines=frozenset({PRESENT, *(one.number for one in text.lines)}),
    )


def written(row: MinutesDeed) -> Written:
    """Read a deed on the minutes as the rules know it."""
    return Written(
        number=row.number,
        act=cast(rules.Act, row.deed),
        by=str(row.done_by_id or ""),
        at=row.done_at,
        line=row.line,
        words=row.words,
        answers=row.answers,
    )


def may_minute_now(kept: Kept, act: rules.Act, *, by: Member) -> Verdict:
    """Say whether a member may do this with the minutes now, whatever it says."""
    words = "…" if act in rules.WITH_WORDS else ""
    asked = Written(kept.deeds + 1, act, str(by.pk), kept.held.at, words=words)
    may = rules.may_minute(kept.draft, kept.now, asked)
    if may and act == "propose" and not kept.is_writer(by):
        return access.may_propose_words(by, at=kept.held.at)
    return may


def may_give_file(kept: Kept) -> Verdict:
    """Give the file of approved minutes while nothing in it is hidden."""
    return refused("file_has_hidden_words") if kept.hides else ALLOWED


def _names(held: Held, remarks: Iterable[Remark]) -> Callable[[str], str]:
    """Give the names people go by now, those of who wrote remarks among them."""
    pairs = ((one.by, one.answered_by) for one in remarks)
    who = {UUID(of) for pair in pairs for of in pair if of} - held.names.keys()
    names = {**held.names, **institutions.names_of(held.row.institution, who)}
    return lambda of: names.get(UUID(of), "") if of else ""
