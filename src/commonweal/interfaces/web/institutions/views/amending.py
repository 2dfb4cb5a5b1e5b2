"""What is set to change a charter or a pact, and why, as its page asks for it."""

from django.utils.translation import get_language

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions import queries as decisions
from commonweal.capabilities.decisions.queries import ProposalView
from commonweal.foundation.institutions.charters import amended
from commonweal.foundation.language import say
from commonweal.interfaces.web.institutions.forms.amending import AmendmentForm
from commonweal.interfaces.web.institutions.forms.controls import ControlsForm
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.charters.changes import changes, consequences
from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.controls import adjustable
from commonweal.rules.sentence import Sentence


class AmendmentForms:
    """The controls of a charter, and why they should be changed.

    The charter is that of the institution, or a pact it is of; `effect` names what a
    proposal of it sets in motion, and `question` stands above one where nobody types
    another.
    """

    def __init__(
        self, request: InstitutionRequest, charter: Charter, effect: str, question: str
    ) -> None:
        data = request.POST if request.method == "POST" else None
        self.charter, self.question = charter, question
        draft = _draft_begun(request, effect)
        self.begun = begun = draft.proposal.terms if draft else {}
        bylaws = begun.get("bylaws", charter.bylaws)
        words = {"title": draft.title, "text": _why_of(draft)} if draft else {}
        initial = {"bylaws": bylaws, **words}
        self.why = AmendmentForm(data, question=question, initial=initial)
        self.controls = ControlsForm(data, controls=adjustable(charter))
        self.controls.begin_with(begun.get("changes", {}))
        self.objections: tuple[Sentence, ...] = ()

    def are_filled_in(self) -> bool:
        """Say whether this is an amendment that could be carried out."""
        why, controls = self.why.is_valid(), self.controls.is_valid()
        if not (why and controls):
            return False
        after = amended(self.charter, self.terms())
        if isinstance(after, Charter):
            return True
        if [one.id for one in after] == ["amendment_changes_nothing"]:
            self.why.add_error(None, say(after[0]))
            return False
        self.objections = self.controls.take(after)
        return False

    def terms(self) -> dict[str, object]:
        """Give what would change, and nothing else."""
        terms: dict[str, object] = {"changes": self.controls.changes()}
        bylaws = self.why.cleaned_data["bylaws"].replace("\r\n", "\n")
        if bylaws.strip() != self.charter.bylaws.strip():
            terms["bylaws"] = bylaws
        return terms

    def words(self) -> actions.Wording:
        """Write the proposal: the changes one by one, and why."""
        after = amended(self.charter, self.terms())
        assert isinstance(after, Charter), "an amendment was read before"
        told = (*changes(self.charter, after), *consequences(self.charter, after))
        listed = "\n".join(f"- {say(one)}" for one in told)
        text = "\n\n".join(
            part for part in (listed, self.why.cleaned_data["text"]) if part
        )
        title = self.why.cleaned_data["title"] or self.question
        return actions.Wording(title, text, language=get_language() or "en")


def _draft_begun(request: InstitutionRequest, effect: str) -> ProposalView | None:
    """Find the reader's own draft whose changes they set anew, if they came from it."""
    number = request.GET.get("draft", "")
    if not (number.isascii() and number.isdecimal() and len(number) < 9):
        return None
    view = decisions.proposal_view(
        request.institution, int(number), at=request.at, member=request.member
    )
    if view is None or view.author != request.member:
        return None
    return view if view.stage == "draft" and view.effect == effect else None


def _why_of(draft: ProposalView) -> str:
    """Give what stands in a draft after the list of its changes."""
    return draft.text.partition("\n\n")[2]
