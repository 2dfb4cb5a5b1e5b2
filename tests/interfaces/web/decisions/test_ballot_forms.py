"""A ballot as a form: what is sent twice counts once."""

from django.http import QueryDict

from commonweal.interfaces.web.decisions.forms.ballots import ApprovalBallot

OPTIONS = [{"id": "bread", "label": "Bread"}, {"id": "roses", "label": "Roses"}]


def test_an_option_sent_twice_is_ticked_once():
    sent = QueryDict("approved=roses&approved=bread&approved=roses")

    form = ApprovalBallot(sent, options=OPTIONS)

    assert form.is_valid()
    assert form.marks() == {"approved": ["roses", "bread"]}
