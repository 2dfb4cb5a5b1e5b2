"""How an institution looks after what is said in it, as plain sentences."""

from collections.abc import Iterator

from commonweal.rules.charters.charter import Charter
from commonweal.rules.moderation.terms import Moderation
from commonweal.rules.sentence import Fact, LocalText, Sentence


def moderation_clauses(charter: Charter) -> Iterator[Sentence]:
    """Say who looks at reports, how an appeal goes, who is new, and what is limited."""
    terms = charter.moderation
    stewards = charter.office(terms.office)
    if stewards is None:
        yield Sentence("prose_no_stewards")
    else:
        yield from _stewards(charter, terms, stewards.name)
    yield from _newcomers(terms)
    if terms.most_proposals:
        days = Sentence("for_days", {"days": terms.proposal_days})
        yield Sentence(
            "prose_most_proposals", {"most": terms.most_proposals, "days": days}
        )


def _stewards(
    charter: Charter, terms: Moderation, office: LocalText
) -> Iterator[Sentence]:
    yield Sentence("prose_stewards", {"office": office})
    yield Sentence("prose_stewards_stood_in_for")
    yield Sentence(f"prose_stewards_{'named' if terms.named else 'unnamed'}")
    days = Sentence("for_days", {"days": terms.appeal_days})
    yield Sentence(f"prose_appeal_by_{terms.appeal_by}", {"days": days})
    deciding = charter.office(terms.appeal_office)
    answer = Sentence("for_days", {"days": terms.answer_days})
    if deciding is None:
        yield Sentence("prose_appeal_decided_among", {"days": answer})
    else:
        facts: dict[str, Fact] = {"office": deciding.name, "days": answer}
        yield Sentence("prose_appeal_decided_by", facts)


def _newcomers(terms: Moderation) -> Iterator[Sentence]:
    if terms.newcomer_posts:
        yield Sentence("prose_newcomer_posts", {"count": terms.newcomer_posts})
    if terms.newcomer_days:
        yield Sentence("prose_newcomer_days", {"days": terms.newcomer_days})
    if terms.newcomer_posts or terms.newcomer_days:
        yield Sentence(f"prose_sponsors_{terms.sponsors}")
