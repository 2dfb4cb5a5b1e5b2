"""The confederation as its stories see it: the bodies, what they decide, who speaks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.models import Matter
from commonweal.capabilities.confederation.queries import choices, matters_of
from commonweal.capabilities.decisions.actions import Aim
from commonweal.demo.cast import CAST
from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene, Valley
from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.rules.charters.charter import Charter
from commonweal.rules.confederation.mandates import Stance, Whole

ADDRESS = "valley-together"
QUARTER, BAKERY, HOUSE = "mill-quarter", "three-ovens", "poplar-court"


@dataclass(slots=True)
class Together:
    """The confederation, and its bodies by their addresses."""

    valley: Valley
    scene: Scene = field(init=False)

    def __post_init__(self) -> None:
        self.scene = Scene(self.valley)

    @property
    def whole(self) -> Institution:
        """The confederation itself."""
        return self.scene.institution

    def body(self, address: str) -> Scene:
        """Give one of the institutions of the valley."""
        return self.valley.places[address]

    # ---- what a body decides about it

    def joining(self, _body: Scene) -> Aim:
        """Ask to come in."""
        return Aim("join_confederation", {"confederation": str(self.whole.pk)})

    def admitting(self, body: Scene, applicant: str) -> Aim:
        """Say yes to another body."""
        there = choices.applicants(body.institution, _charter(body), body.now)
        named = _charter(self.body(applicant)).name
        [row] = [row for row, name in there if name == named]
        return Aim("admit_body", {"applicant": row})

    def sending(self, body: Scene, delegate: str, alternate: str) -> Aim:
        """Send somebody, and name who steps in."""
        return Aim(
            "send_delegates",
            {
                "membership": self._row(body),
                "delegates": [str(body.members[delegate].pk)],
                "alternates": [str(body.members[alternate].pk)],
            },
        )

    def recalling(self, delegate: str) -> Aim:
        """Call somebody home."""
        return Aim("recall_delegate", {"delegate": str(self._delegate(delegate).pk)})

    def raising(self, body: Scene, competence: str) -> Aim:
        """Bring a matter before all."""
        return Aim("raise_matter", {"under": f"{self._row(body)} {competence}"})

    def telling(self, title: str, says: str) -> Aim:
        """Tell one's delegates what to say on a matter."""
        terms = {"matter": str(self.matter(title).pk), "mandate": choices.SAYINGS[says]}
        return Aim("give_mandate", terms)

    def answering(self, title: str) -> Aim:
        """Answer what the congress asks."""
        return Aim("answer_matter", {"matter": str(self.matter(title).pk)})

    def returning(self, title: str) -> Aim:
        """Send words back."""
        return Aim("return_words", {"matter": str(self.matter(title).pk)})

    def _row(self, body: Scene) -> str:
        [(row, _name)] = choices.ours(body.institution, _charter(body), body.now)
        return row

    # ---- what delegates do

    def matter(self, title: str) -> Matter:
        """Find a matter by its title."""
        there = matters_of(self.whole, at=self.valley.clock.now)
        [found] = [read.matter for read in there if read.matter.title == title]
        return found

    def puts(self, delegate: str, title: str, *, is_urgent: bool = False) -> None:
        """Let a delegate put the words of a matter to the congress."""
        matter = self.matter(title)
        actions.put_to_congress(
            matter,
            words=matter.text,
            is_urgent=is_urgent,
            by=self._delegate(delegate),
            at=self.valley.clock.now,
        )

    def say(self, title: str, said: Mapping[str, Stance]) -> None:
        """Let delegates say one after another what each says."""
        for delegate, stance in said.items():
            actions.say(
                self.matter(title),
                saying=Whole(stance),
                by=self._delegate(delegate),
                at=self.valley.clock.now,
            )

    def _delegate(self, name: str) -> Member:
        person = self.valley.person(name)
        found = queries.member_of(self.whole, person, at=self.valley.clock.now)
        assert found is not None, f"{CAST[name].name} was not sent"
        return found


class Vote(NamedTuple):
    """Something a body decides: when, what, and who says yes and no.

    The first of those who say yes writes it, and the next support it.
    """

    days_ago: int
    wall: str
    body: str
    title: str
    text: str
    aim: Callable[[Together, Scene], Aim]
    yes: str
    no: str = ""
    supporters: int = 2


def decided(together: Together, vote: Vote) -> Story:
    """Let a body decide one thing."""
    yield together.scene.days_ago(vote.days_ago, vote.wall)
    body = together.body(vote.body)
    author, *others = vote.yes.split()
    aim = vote.aim(together, body)
    proposal = body.proposes(author, vote.title, vote.text, aim=aim)
    proposal.supported_by(*others[: vote.supporters])
    yield from proposal.answered(yes=vote.yes.split(), no=vote.no.split())


def _charter(body: Scene) -> Charter:
    return queries.charter_in_force(body.institution, at=body.now)
