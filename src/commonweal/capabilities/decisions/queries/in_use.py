"""By which keys something is sealed in votes and proposals today."""

from collections.abc import Iterator

from django.db.models import TextField
from django.db.models.functions import Cast

from commonweal.capabilities.decisions.access import SEALED, addresses_key, key_name
from commonweal.capabilities.decisions.models import PaperVoter, Proposal, Question
from commonweal.foundation.keys.queries import InUse, key_of


def keys_in_use() -> Iterator[InUse]:
    """Name the keys of secret votes that are open, of paper, and of addresses."""
    votes = Question.objects.filter(settled_at=None, rule__ballot="secret")
    for question in votes.order_by("id").iterator():
        yield InUse(key_name(question))
    on_paper = PaperVoter.objects.values_list("sealed", flat=True)
    for name in sorted({key_of(sealed) for sealed in on_paper.iterator()}):
        yield InUse(name)
    told = Proposal.objects.annotate(told=Cast("terms", TextField()))
    for id_ in told.filter(told__contains=SEALED).values_list("id", flat=True):
        yield InUse(addresses_key(id_))
