"""What lies in the box of a secret question, and whether it can be opened."""

from collections.abc import Iterator, Mapping
from typing import Any

from commonweal.capabilities.decisions.models import Question, SecretBallot
from commonweal.foundation.keys import queries as keys
from commonweal.foundation.keys import store
from commonweal.rules.voting import secret_ballots

type Marks = Mapping[str, Any]


def is_secret(question: Question) -> bool:
    """Say whether nobody is to learn who said what in this question."""
    return bool(question.rule.get("ballot") == "secret")


def key_name(question: Question) -> str:
    """Name the key that the envelopes of a question are sealed with."""
    return f"ballots/{question.pk}"


def may_be_opened(question: Question) -> bool:
    """Say whether all there is can be read: without the key nothing can be counted."""
    if store.is_kept(key_name(question)):
        return True
    return not question.envelopes.exists()


def said_in_secret(question: Question) -> Iterator[Marks]:
    """Give what was said, from the envelopes or, once they were opened, the ballots."""
    rows = SecretBallot.objects.filter(question=question)
    yield from rows.values_list("marks", flat=True).iterator(chunk_size=2000)
    yield from in_envelopes(question)


def in_envelopes(question: Question) -> Iterator[Marks]:
    """Open the envelopes, in no order that means anything."""
    about = str(question.pk)
    sealed = question.envelopes.order_by("id").values_list("sealed", flat=True)
    for one in sealed.iterator(chunk_size=2000):
        yield secret_ballots.read(keys.opened(bytes(one), about=about))
