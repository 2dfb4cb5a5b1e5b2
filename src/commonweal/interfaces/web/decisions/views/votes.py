"""Finding the vote that an address names."""

from django.http import Http404

from commonweal.capabilities.decisions import queries
from commonweal.capabilities.decisions.models import Question
from commonweal.interfaces.web.requests import InstitutionRequest


def vote_at(request: InstitutionRequest, number: int, call: int) -> Question:
    """Give a call of the vote on a proposal, or say that it is not there."""
    question = queries.vote_in(request.institution, number, call, request.member)
    if question is None:
        raise Http404("There is no such vote.")
    return question
