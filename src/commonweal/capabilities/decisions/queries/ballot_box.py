"""What lies in the box of a secret question, and whether it can be opened."""

from collections.abc import Iterator, Mapping
from itertools import repeat
from typing import Any

from commonweal.capabilities.decisions.access import checked_out, key_name
from commonweal.capabilities.decisions.models import Question, SecretBallot
from commonweal.foundation.keys import queries as keys
from commonweal.foundation.keys import store
from commonweal.rules import plain
from commonweal.rules.voting import secret_ballots
from commonweal.rules.voting.paper import (
    PaperCount,
    agreed,
    in_numbers,
    read_count,
)

type Marks = Mapping[str, Any]


def is_secret(question: Question) -> bool:
    """Say whether nobody is to learn who said what in this question."""
    return bool(question.rule.get("ballot") == "secret")


def can_be_opened(question: Question) -> bool:
    """Say whether all there is can be read: without the key nothing can be counted."""
    if store.is_kept(key_name(question)):
        return True
    return not question.envelopes.exists() and not question.paper_entries.exists()


def said_in_secret(question: Question) -> Iterator[Marks]:
    """Give what was said, from the envelopes or, once they were opened, the ballots."""
    rows = SecretBallot.objects.filter(question=question)
    yield from rows.values_list("marks", flat=True).iterator(chunk_size=2000)
    yield from in_envelopes(question)
    yield from on_paper(question)


def on_paper(question: Question) -> Iterator[Marks]:
    """Give the paper ballots, each by itself, if two tellers found the same."""
    count = paper_agreed(question)
    for marks, times in count.said if count else ():
        yield from repeat(marks, times)


def paper_agreed(question: Question) -> PaperCount | None:
    """Give the count of the paper box that two tellers entered alike."""
    return agreed(paper_counts(question))


def paper_counts(question: Question) -> list[PaperCount]:
    """Give what each teller has entered."""
    return [
        read_count(keys.opened(bytes(one.sealed), about=str(question.pk)))
        for one in question.paper_entries.order_by("id")
    ]


def paper_in_numbers(question: Question) -> dict[str, int] | None:
    """Say what becomes of the paper ballots, in numbers that tell of nobody.

    Nothing where there are none.
    """
    out = checked_out(question)
    if not out.total:
        return None
    floor = plain.rule_from_plain(question.rule).floor
    return in_numbers(paper_agreed(question), checked_out=out, floor=floor)


def in_envelopes(question: Question) -> Iterator[Marks]:
    """Open the envelopes, in no order that means anything."""
    about = str(question.pk)
    sealed = question.envelopes.order_by("id").values_list("sealed", flat=True)
    for one in sealed.iterator(chunk_size=2000):
        yield secret_ballots.read(keys.opened(bytes(one), about=about))
