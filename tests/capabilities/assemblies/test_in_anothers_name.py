"""What nobody does in somebody else's name, in a test and after it."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.threads.access import may_report
from commonweal.foundation.threads.access.reporters import Reporter
from commonweal.rules.verdict import Refused
from tests.capabilities.assemblies.circles import (
    BLOCK,
    a_circle,
    blocks,
    by_phone,
    ends,
    minuted,
    puts,
    says,
)
from tests.capabilities.assemblies.given import did, now

pytestmark = pytest.mark.django_db


def later(row, who, what, *, minute=60, **more):
    did(row, "say_later", who, item="1", what=what, minute=minute, **more)


def stage(row):
    talk = queries.talk_of(now(row), "1")
    assert talk is not None
    return talk.now.stage


def blocked_by_chidi():
    """Let Chidi block what Asha and Ben agree to, and close."""
    row, asha, ben, chidi = a_circle(away=("Dora",))
    by_phone(row, asha, ben, chidi)
    puts(row, asha)
    says(row, asha, "agree")
    says(row, ben, "agree")
    blocks(row, chidi)
    ends(row, asha)
    did(row, "close", asha, minute=20)
    dora = row.institution.member_set.get(name="Dora")
    return row, asha, ben, chidi, dora


def found_without_dora():
    """Let all who are there agree, and Dora be away."""
    row, *people = a_circle(away=("Dora",))
    by_phone(row, *people)
    puts(row, people[0])
    for one in people:
        says(row, one, "agree")
    ends(row, people[0])
    did(row, "close", people[0], minute=20)
    return row, *people, row.institution.member_set.get(name="Dora")


def test_nobody_takes_back_the_block_of_somebody_else():
    row, asha, ben, chidi, _ = blocked_by_chidi()

    for one in (asha, ben):
        with pytest.raises(Refused) as refused:
            later(row, one, "agree", about=chidi)
        assert refused.value.verdict.reason.id == "said_later_for_oneself"

    assert stage(row) == "resolving"
    later(row, chidi, "agree", about=chidi)
    assert stage(row) == "absentees"


def test_nobody_blocks_in_the_name_of_whoever_was_away():
    row, _asha, ben, _chidi, dora = found_without_dora()

    with pytest.raises(Refused) as refused:
        later(row, ben, "block:meets", about=dora, **BLOCK)

    assert refused.value.verdict.reason.id == "said_later_for_oneself"
    assert stage(row) == "absentees"


def test_nobody_says_later_where_they_stand_without_end():
    row, *_people, dora = found_without_dora()
    for minute in range(60, 60 + 10):
        later(row, dora, "block:meets", minute=minute, **BLOCK)

    for what, more in (("block:meets", BLOCK), ("agree", {"reason": "And yet."})):
        with pytest.raises(Refused) as refused:
            later(row, dora, what, minute=80, **more)
        assert refused.value.verdict.reason.id == "said_later_often"

    # Their block is still theirs to take back.
    assert stage(row) == "resolving"
    later(row, dora, "agree", minute=81)
    assert stage(row) == "adopted"


def test_minutes_say_who_wrote_down_how_somebody_ruled():
    row, asha, ben, chidi = a_circle()
    puts(row, asha)
    blocks(row, chidi)
    for one in (asha, ben):
        did(row, "count_positions", one, what="2:0:0", minute=4)
    ends(row, asha)

    did(row, "rule_on_block", asha, about=ben, item="1", what="1:fails", minute=9)

    assert minuted(row)[-1] == (
        f"{asha.name} wrote down whether Ben finds that a block holds."
    )


def test_whoever_had_words_put_in_their_mouth_reports_them_and_their_writer_does_not():
    row, asha, ben, chidi = a_circle()
    puts(row, asha)
    says(row, asha, "object", about=chidi, reason="Dora is a thief.")
    for one in (asha, ben):
        says(row, one, "agree")
    ends(row, asha)
    deed = AssemblyDeed.objects.get(assembly=row, deed="position", about=chidi)
    said = queries.said_in_deed(row.institution, deed.pk)
    assert said is not None
    at = row.opens_at + timedelta(hours=1)

    def may(who):
        charter = charter_in_force(row.institution, at=at)
        return may_report(Reporter(who), charter, said, row.institution, at=at)

    assert may(chidi)
    assert not may(asha)
    # Asha has a part in it, so she is not the one who looks at it.
    assert (said.author, said.answered) == (chidi.pk, asha.pk)
