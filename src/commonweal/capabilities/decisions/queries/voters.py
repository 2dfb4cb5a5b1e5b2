"""Whether those who voted were on the roll that was frozen for their vote.

The roll is held against the line that sealed it. So whoever is put on it for as long as
it takes to vote, and then struck off again, leaves a ballot that no entry stands for.
"""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from commonweal.capabilities.decisions.access import key_name, marks_of
from commonweal.capabilities.decisions.models import Ballot, Question
from commonweal.foundation.institutions.models import Institution, RollEntry
from commonweal.foundation.keys import store
from commonweal.rules.sentence import Sentence


def voters_compared(institution: Institution) -> Iterator[Sentence]:
    """Say on which proposals somebody voted who is not on the roll of that vote."""
    for number in sorted({*_in_the_open(institution), *_in_secret(institution)}):
        yield Sentence("journal_ballot_off_roll", {"number": number})


def _in_the_open(institution: Institution) -> Iterator[int]:
    entries = RollEntry.objects.filter(
        roll=OuterRef("question__roll"), member=OuterRef("voter")
    )
    rows = Ballot.objects.filter(~Exists(entries), question__institution=institution)
    yield from rows.values_list("question__proposal__number", flat=True)


def _in_secret(institution: Institution) -> Iterator[int]:
    """Hold each mark against those the voters of the roll would leave.

    Once the vote is over there are no marks, and no key that could tell whose.
    """
    rows = Question.objects.filter(
        institution=institution, settled_at=None, turnout_marks__isnull=False
    )
    for question in rows.distinct().select_related("proposal"):
        if not store.is_kept(key_name(question)):
            continue
        voters = RollEntry.objects.filter(roll=question.roll_id)
        ids = voters.values_list("member_id", flat=True)
        known = marks_of(ids, key=key_name(question))
        kept = question.turnout_marks.values_list("mark", flat=True)
        if set(kept) - known.keys():
            yield question.proposal.number
