"""What is said on what the room found by those who were away, and whose block stands.

A matter that something stands against is talked over at the next assembly, which takes
it on; until it is called, blocks can be taken back. What nothing stands against is
decided once those who were away have had the days of the charter.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.capabilities.assemblies.queries.consensus import talk_of, words_of
from commonweal.capabilities.assemblies.queries.events import SAID_LATER
from commonweal.capabilities.assemblies.queries.offered import taken_on_by
from commonweal.capabilities.assemblies.queries.rooms import Held, held, seen
from commonweal.capabilities.assemblies.queries.talked import TALKED, written
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import Membership
from commonweal.rules.assemblies.talk import SETTLED, Talk, gathered, last_test
from commonweal.rules.canonical import Json
from commonweal.rules.charters.charter import rule_for
from commonweal.rules.consensus.events import Position, Said
from commonweal.rules.consensus.verdicts import may_do
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict, refused

# A charter that gives fewer days now may have given more when it was called.
MORE = timedelta(days=30)
# So often somebody says where they stand on one matter after the room has spoken.
MOST_TIMES = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the room found, which waits for those who were away."""

    item: str
    words: Sentence | str
    talk: Talk


def may_say_later(held: Held, item: str, said: Said) -> Verdict:
    """Say whether somebody may take a position now on what the room found."""
    found = talk_of(held, item)
    if found is None:
        return refused("no_test_goes_on")
    number = taken_on_by(held.row, item, at=held.at)
    if number is not None:
        return refused("talk_went_on", number=number)
    is_at_it = held.now.stage == "open" and held.now.agenda.current == item
    is_there = said.by in held.now.presence.inside
    if found.now.stage == "testing" or (is_at_it and is_there):
        return refused("said_in_the_room")
    if not _may_once_more(held, item, said, found):
        return refused("said_later_often", most=MOST_TIMES)
    return may_do(found.circle, found.now, said)


def _may_once_more(held: Held, item: str, said: Said, found: Talk) -> bool:
    """Let nobody say it without end; but a block can always be taken back."""
    times = sum(
        (one.deed, one.item, str(one.about_id)) == (SAID_LATER, item, said.by)
        for one in held.deeds
    )
    stands = found.now.positions.get(said.by)
    agreed = stands is not None and stands.position == "agree"
    is_bare = said.position == "agree" and not (said.reason or said.principle)
    return times < MOST_TIMES or (is_bare and not agreed)


def may_say_later_now(held: Held, item: str, *, by: Member) -> Verdict:
    """Say before anything is typed whether a member may take a position."""
    return may_say_later(held, item, _agrees(held, by))


def waiting_in(held: Held) -> Iterator[Waiting]:
    """Give what the room found that those who were away can still speak to."""
    tests = held.now.presence.tests
    for item in dict.fromkeys(one.item for one in tests):
        found, test = talk_of(held, item), last_test(tests, item)
        if found and test and found.now.stage == "absentees":
            yield Waiting(item, words_of(held, test), found)


def still_to_say(
    memberships: Sequence[Membership], *, at: datetime
) -> Iterator[tuple[Membership, Held, Waiting]]:
    """Give what waits for members who were away and have said nothing of it yet."""
    by_institution = {
        one.institution.pk: one
        for one in memberships
        if rule_for(one.charter, None).is_consensus
    }
    if not by_institution:
        return
    terms = [one.charter.consensus for one in by_institution.values()]
    longest = timedelta(days=max(one.absentee_days for one in terms))
    lately = AssemblyDeed.objects.filter(
        institution__in=by_institution,
        deed="end_test",
        done_at__gt=at - longest - MORE,
    )
    rows = Assembly.objects.filter(pk__in=lately.values("assembly"))
    for row in rows.select_related("institution").order_by("opens_at", "id"):
        membership, there = by_institution[row.institution_id], seen(row, at=at)
        for one in waiting_in(there):
            me = str(membership.member.pk)
            has_said = me in one.talk.now.were_asked
            may = may_say_later_now(there, one.item, by=membership.member)
            if may and not has_said:
                yield membership, there, one


def gathered_by(
    institution: Institution, source: tuple[int, str], *, at: datetime
) -> dict[str, Json]:
    """Give what an assembly made of a matter that is taken on, as agendas keep it."""
    number, item = source
    row = Assembly.objects.get(institution=institution, number=number)
    row.institution = institution
    found = talk_of(held(row, at=at), item)
    # What was settled is talked about anew when it is looked at again.
    is_open = found is not None and found.now.stage not in SETTLED
    return {TALKED: written(gathered(found.now))} if found and is_open else {}


def _agrees(held: Held, by: Member) -> Said:
    position: Position = "agree"
    return Said(str(by.pk), position, held.at)
