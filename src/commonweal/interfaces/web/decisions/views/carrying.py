"""What was typed on a decision page beside what was sent: it comes back, unsent.

Without scripts every button of the page sends all that is typed there, so that voting
loses no comment and a comment no marks. What the button did not mean stays in the page
that answers, and nothing of it is kept anywhere else.
"""

from collections.abc import Mapping
from typing import NamedTuple

from django.http import HttpRequest

from commonweal.capabilities.decisions.queries import ProposalView, QuestionView
from commonweal.interfaces.web.decisions.forms.ballots import BallotForm, ballot_for
from commonweal.interfaces.web.decisions.forms.talking import SayForm

ANSWER = "answer-"


class Carried(NamedTuple):
    """Words and marks that were typed and not sent yet."""

    said: str
    answers: Mapping[str, str]
    marks: Mapping[str, object] | None

    def __bool__(self) -> bool:
        """Say whether there is anything to bring back."""
        return bool(self.said or self.answers or self.marks)

    @property
    def say_form(self) -> SayForm:
        """Give the form of the discussion with these words in it."""
        return SayForm(initial={"text": self.said})

    def ballot(self, question: QuestionView) -> BallotForm:
        """Give the ballot with these marks, or with those that are in."""
        marks = self.marks or question.my_marks
        return ballot_for(question, marks=marks)

    def is_filled_in(self, ballot: BallotForm | None) -> bool:
        """Say whether a ballot that is shown again says anything yet."""
        if ballot is None:
            return bool(self.marks)
        return any(field.value() for field in ballot)


def carried(request: HttpRequest, view: ProposalView, *, meant: str = "") -> Carried:
    """Gather what came along with a form; `meant` is what the button itself sent.

    That is `ballot`, the name of a field of words, or nothing of them.
    """
    words = _words(request, meant=meant)
    return Carried(
        said=words.pop("text", "").strip(),
        answers=words,
        marks=None if meant == "ballot" else _marks(request, view),
    )


def has_carried(request: HttpRequest, *, meant: str) -> bool:
    """Say at once whether it is worth to look up the page: a ballot alone is not."""
    if request.method != "POST":
        return False
    return meant != "ballot" or bool(_words(request, meant=meant))


def sent_words(request: HttpRequest) -> dict[str, str]:
    """Gather the words that came along with a ballot, by the names of their fields."""
    return _words(request, meant="")


def _words(request: HttpRequest, *, meant: str) -> dict[str, str]:
    return {
        name: str(value)
        for name, value in request.POST.items()
        if (name == "text" or name.startswith(ANSWER))
        and name != meant
        and str(value).strip()
    }


def _marks(request: HttpRequest, view: ProposalView) -> Mapping[str, object] | None:
    question = view.question
    if question is None or view.stage != "deciding" or not question.may_vote:
        return None
    form = ballot_for(question, request.POST)
    if not form.is_valid():
        return None
    marks = form.marks()
    return None if marks == question.my_marks else marks
