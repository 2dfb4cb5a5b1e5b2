"""Whether a delegate may add words to a report, and a body decide on it."""

from datetime import datetime

from commonweal.capabilities.confederation.queries.bodies import Sent, standing_of
from commonweal.capabilities.confederation.queries.choices import Choices, belongings
from commonweal.capabilities.confederation.queries.matters import (
    Read,
    matter_with,
)
from commonweal.capabilities.confederation.queries.reports import account_of
from commonweal.capabilities.confederation.queries.terms import (
    NO_CONFEDERATION,
    whole_in,
)
from commonweal.capabilities.confederation.queries.veils import matters_shown
from commonweal.foundation.institutions.access import may_be_written_in
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.charters.charter import Charter
from commonweal.rules.confederation.reports import (
    FINDINGS,
    Finding,
    may_judge,
    may_report,
)
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict, first_refusal, refused


def may_add_words(read: Read, held: Sent | None, *, at: datetime) -> Verdict:
    """Let whoever speaks from a seat add words to the report of its body."""
    if held is None:
        return refused("holds_no_seat")
    return first_refusal(
        may_report(account_of(read, held.body, at=at)),
        may_be_written_in(read.matter.institution, at=at),
    )


def may_discharge(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let a body decide on the report of its delegates on a matter."""
    found, finding = whole_in(terms, at), finding_in(terms)
    if found is None:
        return NO_CONFEDERATION
    if finding is None:
        return refused("finding_unknown")
    whole = found.institution
    read = matter_with(whole, terms.get("matter"), at=at)
    assert read is not None, "the confederation was found by it"
    if not standing_of(whole, institution.pk, at=at).is_in:
        return refused("body_is_not_in")
    return may_judge(account_of(read, institution.pk, at=at), finding)


def finding_in(terms: Terms) -> Finding | None:
    """Give what terms find; None for what there is not."""
    return next((one for one in FINDINGS if one == terms.get("finding")), None)


def to_discharge(body: Institution, _charter: Charter, at: datetime) -> Choices:
    """Give the matters on which our delegates have to report, or have reported."""
    return [
        (str(read.matter.pk), read.matter.title)
        for one in belongings(body, at=at)
        for read in matters_shown(one.whole, at=at)
        if account_of(read, body.pk, at=at).state != "none"
    ]


def findings(_body: Institution, _charter: Charter, _at: datetime) -> Choices:
    """Give what can be found."""
    return [(one, Sentence(f"finding_{one}")) for one in FINDINGS]
