"""Each form of ballot on money: on the page, too far, looked at again, on paper."""

import json

import pytest

from commonweal.interfaces.web.decisions.forms.paper import PaperForm
from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.recount import agrees
from commonweal.rules.voting.channels import CheckedOut
from commonweal.rules.voting.marking import Marking
from tests.interfaces.web.decisions.test_every_budget import AssemblyBy, text_of
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db

TAKEN = [
    pytest.param(method.id, form, id=f"{method.id}-{form}")
    for method in METHODS.values()
    for form in method.takes
]
# Both small projects, for which there is money, and the big one, dear as it is.
SMALL, BIG = (0, 1), (2,)
MARKS = {
    "cumulative": lambda ids, of: {f"on-{ids[one]}": "5" for one in of},
    "ranking": lambda ids, of: {
        f"on-{ids[one]}": str(n) for n, one in enumerate(of, 1)
    },
    "knapsack": lambda ids, of: {"approved": [ids[one] for one in of]},
}


class Sharing:
    """A vote on 900 among three projects, open, and its ballot as it is shown."""

    def __init__(self, monkeypatch, form, method="greedy", **settings):
        self.form = form
        said = {"ballot": settings.pop("kept", "open")}
        marking = Marking(form, **settings)
        self.union = AssemblyBy(monkeypatch, method, marking=marking, **said)
        self.page = self.union.write(
            "by-options",
            title="What with 900?",
            budget="900",
            lines="A bench: 400\nTrees: 500\nA stage: 850",
            text="",
        )
        self.ballot = self.union.open_vote(self.page)
        self.ids = [str(option["id"]) for option in self.ballot.options]

    def marks(self, *of):
        return MARKS[self.form](self.ids, of)

    def send(self, marks, **more):
        browser = browser_of(self.union.asha)
        return browser.post(self.page + "ballot/1/", marks | more)

    def read(self):
        return text_of(browser_of(self.union.asha).get(self.page))


@pytest.mark.parametrize(("method", "form"), TAKEN)
def test_every_method_counts_every_form_it_takes(monkeypatch, method, form):
    sharing = Sharing(monkeypatch, form, method)
    small, big = sharing.marks(*SMALL), sharing.marks(*BIG)

    told = text_of(sharing.union.vote(sharing.page, *[small] * 4, big))
    address = sharing.page + "recount-1.json"
    bundle = json.loads(browser_of(sharing.union.asha).get(address).content)

    assert "Chosen and paid for: " in told
    assert "A bench" in told
    assert "The count, in" in told
    assert agrees(bundle)


def test_points_are_handed_out_and_the_rest_is_shown(monkeypatch):
    sharing = Sharing(monkeypatch, "cumulative", points=12)

    before = sharing.read()
    sent = sharing.send({f"on-{sharing.ids[0]}": "7", f"on-{sharing.ids[1]}": ""})
    after = sharing.read()

    assert "You have 12 points to hand out." in before
    assert "A bench (costs 400)" in before
    assert sent.status_code == 302
    assert "7 points are handed out. 5 are left." in after


def test_too_many_points_come_back_with_how_many_are_too_many(monkeypatch):
    sharing = Sharing(monkeypatch, "cumulative")

    answer = sharing.send({f"on-{one}": "5" for one in sharing.ids})

    page = text_of(answer)
    assert answer.status_code == 422
    assert "You handed out 15 points, 5 more than the 10 there are." in page
    assert page.count('value="5"') == 3


@pytest.mark.parametrize("typed", ["-1", "11", "some"])
def test_points_that_are_no_such_number_come_back(monkeypatch, typed):
    sharing = Sharing(monkeypatch, "cumulative")

    assert sharing.send({f"on-{sharing.ids[0]}": typed}).status_code == 422


def test_points_for_nothing_are_no_ballot(monkeypatch):
    sharing = Sharing(monkeypatch, "cumulative")

    answer = sharing.send({f"on-{one}": "0" for one in sharing.ids})

    assert answer.status_code == 422
    assert "Mark at least one option." in text_of(answer)


def test_what_is_ticked_beyond_the_money_comes_back_with_how_much(monkeypatch):
    sharing = Sharing(monkeypatch, "knapsack")

    answer = sharing.send(sharing.marks(0, 2))

    page = text_of(answer)
    assert answer.status_code == 422
    assert "What you ticked costs 1,250 together, 350 more than the 900" in page
    assert page.count(" checked") >= 2
    assert "There are 900 to share out." in page


def test_a_rank_given_twice_comes_back(monkeypatch):
    sharing = Sharing(monkeypatch, "ranking", ranks=2)

    answer = sharing.send({f"on-{one}": "2" for one in sharing.ids[:2]})

    assert answer.status_code == 422
    assert "Rank 2 is there twice. Give each rank to one project." in text_of(answer)
    assert "There are 2 ranks; give each to one project." in text_of(answer)
    assert sharing.send({f"on-{sharing.ids[0]}": "3"}).status_code == 422


def test_points_are_told_as_points_and_not_as_voters(monkeypatch):
    sharing = Sharing(monkeypatch, "cumulative")
    small, big = sharing.marks(*SMALL), sharing.marks(*BIG)

    told = text_of(sharing.union.vote(sharing.page, *[small] * 4, big))

    assert "A bench: 20 points from 5 ballots" in told
    assert "more voters with one point each for it would have funded it" in told


@pytest.mark.parametrize(
    ("form", "lines"),
    [
        (
            "cumulative",
            (
                "A bench: 5 points",
                "Handed out: 10 of 10 points.",
                "Without points: A",
            ),
        ),
        (
            "knapsack",
            (
                "Trees",
                "Together that costs 900 of the 900 there are.",
                "Not ticked:",
            ),
        ),
        ("ranking", ("1: A bench", "2: Trees", "below all others: A stage.")),
    ],
)
def test_a_secret_ballot_on_money_is_shown_with_what_it_comes_to(
    monkeypatch, form, lines
):
    sharing = Sharing(monkeypatch, form, kept="secret")

    shown = text_of(sharing.send(sharing.marks(*SMALL)))
    sent = sharing.send(sharing.marks(*SMALL), looked="yes")

    assert "Look at your ballot again" in shown
    assert all(line in shown for line in lines)
    assert sent.status_code == 302
    assert "Your ballot is in." in sharing.read()


@pytest.mark.parametrize("looked", [{}, {"looked": "yes"}])
def test_a_secret_ballot_that_goes_too_far_is_not_shown_again(monkeypatch, looked):
    sharing = Sharing(monkeypatch, "knapsack", kept="secret")

    answer = sharing.send(sharing.marks(0, 2), **looked)

    assert answer.status_code == 422
    assert "350 more than the 900" in text_of(answer)


@pytest.mark.parametrize(
    ("shape", "line", "marks"),
    [
        ("cumulative", "2: a7 c3", {"scores": {"bench": 7, "stage": 3}}),
        ("knapsack", "2: a b", {"approved": ["bench", "trees"]}),
        ("ranking", "2: c a", {"ranks": {"stage": 1, "bench": 2}}),
    ],
)
def test_a_ballot_on_money_can_be_on_paper(shape, line, marks):
    options = [{"id": one, "label": one} for one in ("bench", "trees", "stage")]
    typed = {"issued": 2, "returned": 2, "spoiled": 0, "ballots": line}

    form = PaperForm(
        typed, shape=shape, options=options, out=CheckedOut(paper=2, table=0)
    )

    assert form.is_valid(), form.errors
    assert form.count().said == ((marks, 2),)
