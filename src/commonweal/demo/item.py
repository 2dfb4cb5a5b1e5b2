"""One proposal of the demo, from the first word to the last ballot."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.actions import Option, Wording
from commonweal.capabilities.decisions.models import Proposal, Question
from commonweal.capabilities.decisions.queries import (
    ProposalView,
    is_secret,
    proposal_view,
)
from commonweal.demo.clock import ZONE, Clock, Story, spread
from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.threads import actions as threads
from commonweal.foundation.threads.models import Appeal, Hiding, Post
from commonweal.foundation.threads.queries.posts import words_of
from commonweal.rules.moderation.said import Said
from commonweal.rules.voting.paper import HandedOut, PaperCount
from commonweal.rules.voting.stages import Moments

APART = timedelta(hours=5)


@dataclass(slots=True)
class Item:
    """A proposal, who wrote it, and the members who may do something about it."""

    clock: Clock
    members: Mapping[str, Member]
    proposal: Proposal
    author: str
    last_post: Post | None = field(default=None)
    hiding: Hiding | None = field(default=None)
    appeal: Appeal | None = field(default=None)

    # ---- words and support

    def put(self) -> None:
        """Let the author put it to the members."""
        self.proposal = actions.put_proposal(
            self.proposal, by=self._active(self.author), at=self.clock.now
        )

    def gathers(self, *names: str) -> Story:
        """Let supporters come, some hours apart."""
        end = min(self.clock.now + APART * len(names), self.clock.present)
        for moment, name in spread(names, self.clock.now, end):
            yield moment
            self.supported_by(name)

    def supported_by(self, *names: str) -> None:
        """Let members support it, or confirm their support, at once."""
        for name in names:
            actions.support(self.proposal, by=self._active(name), at=self.clock.now)

    def reworded(
        self,
        title: str,
        text: str,
        *,
        is_correction: bool = False,
        options: Sequence[Option] = (),
    ) -> None:
        """Let the author change the words."""
        newest = self.proposal.versions.order_by("-number")[0]
        actions.revise(
            self.proposal,
            by=self._active(self.author),
            words=Wording(title, text, tuple(options), newest.language),
            is_correction=is_correction,
            seen=newest.pk,
            at=self.clock.now,
        )

    def contested_by(self, name: str) -> None:
        """Let a supporter say that a correction changes the meaning."""
        actions.contest_correction(
            self.proposal, by=self._active(name), at=self.clock.now
        )

    def withdrawn(self) -> None:
        """Let the author take it back."""
        actions.withdraw(self.proposal, by=self._active(self.author), at=self.clock.now)

    # ---- talk

    def says(self, name: str, text: str) -> None:
        """Let somebody say something about it."""
        self._say(name, text, None)

    def answers(self, name: str, text: str) -> None:
        """Let somebody answer what was said last."""
        self._say(name, text, self.last_post)

    def _say(self, name: str, text: str, answered: Post | None) -> None:
        self.last_post = threads.say_in_thread(
            self.proposal.pk,
            institution=self.proposal.institution,
            by=self._active(name),
            text=text,
            answers=answered.pk if answered else None,
            at=self.clock.now,
        )

    # ---- looking after what was said last

    @property
    def _said(self) -> Said:
        assert self.last_post is not None
        return words_of(self.last_post)

    def reported_by(self, name: str, words: str) -> None:
        """Let somebody report what was said last."""
        threads.report(
            self._said,
            institution=self.proposal.institution,
            by=self._active(name),
            complaint=threads.Complaint("hurts", words),
            at=self.clock.now,
        )

    def hidden_by(self, name: str, reason: str) -> None:
        """Let a steward hide it, and say why."""
        self.hiding = threads.hide(
            self._said,
            institution=self.proposal.institution,
            by=self._active(name),
            wrong="hurts",
            reason=reason,
            at=self.clock.now,
        )

    def asked_back_by(self, name: str, words: str) -> None:
        """Let somebody appeal."""
        assert self.hiding is not None
        self.appeal = threads.appeal(
            self.hiding,
            self._said,
            by=self._active(name),
            words=words,
            at=self.clock.now,
        )

    def given_back_by(self, name: str, reason: str) -> None:
        """Let another steward grant the appeal."""
        assert self.appeal is not None
        threads.answer_appeal(
            self.appeal,
            self._said,
            by=self._active(name),
            stays_hidden=False,
            reason=reason,
            at=self.clock.now,
        )

    # ---- ballots

    @property
    def moments(self) -> Moments:
        """When what happened with it, and when what will."""
        return self._view.moments

    @property
    def opens(self) -> datetime:
        """When its vote opens, the second call's where there is one."""
        moments = self.moments
        opens = moments.second_call_opens_at or moments.opens_at
        assert opens is not None, f"{self.author}'s proposal never came to a vote"
        return opens

    @property
    def closes(self) -> datetime:
        """When its vote is over."""
        moments = self.moments
        closes = moments.second_call_closes_at or moments.closes_at
        assert closes is not None
        return closes

    def answered(
        self, *, yes: Iterable[str], no: Iterable[str] = (), abstain: Iterable[str] = ()
    ) -> Story:
        """Let members answer a motion, each in their own time."""
        groups = {"yes": yes, "no": no, "abstain": abstain}
        yield from self._cast(
            {name: {"answer": said} for said, names in groups.items() for name in names}
        )

    def ranked(self, ballots: Mapping[str, str]) -> Story:
        """Let members rank the options: `{"Asha": "b a d"}`, letters in their order."""
        yield from self._cast(
            {
                name: {"ranks": {self._option(one): turn for turn, one in _turns(said)}}
                for name, said in ballots.items()
            }
        )

    def approved(self, ballots: Mapping[str, str]) -> Story:
        """Let members tick options: `{"Asha": "a c"}`, letters in their order."""
        yield from self._cast(
            {
                name: {"approved": [self._option(one) for one in said.split()]}
                for name, said in ballots.items()
            }
        )

    def _cast(self, ballots: Mapping[str, Mapping[str, object]]) -> Story:
        yield max(self.opens, self.clock.now)
        until, question = min(self.closes, self.clock.present), self.question
        for moment, name in spread(ballots, self.clock.now, until):
            yield moment
            actions.cast_ballot(
                question,
                # Of a secret vote nobody is to see on which day somebody was here.
                by=self.members[name] if is_secret(question) else self._active(name),
                marks=ballots[name],
                at=self.clock.now,
            )

    def on_paper(self, *names: str) -> None:
        """Let members choose, before a secret vote opens, to vote on paper."""
        for name in names:
            voter = self._active(name)
            actions.check_out_to_paper(
                self.proposal, voter=voter, by=voter, at=self.clock.now
            )

    def at_a_table(self, *names: str) -> None:
        """Let members choose, before a secret vote opens, to vote at a table."""
        for name in names:
            voter = self._active(name)
            actions.check_out_to_table(
                self.proposal, voter=voter, by=voter, at=self.clock.now
            )

    def box_opened_by(
        self, *tellers: str, said: Mapping[str, int], at_table: int
    ) -> Story:
        """Let tellers enter one after another what lay in the box, and find the same.

        `said` is how many ballots gave each answer: all that were handed out, and
        `at_table` of them at a table.
        """
        yield max(min(self.closes - APART, self.clock.present), self.clock.now)
        handed_out = sum(said.values())
        answers = tuple(({"answer": one}, times) for one, times in said.items())
        table = HandedOut(at_table, at_table)
        count = PaperCount(handed_out, handed_out, 0, answers, table)
        for name in tellers:
            actions.enter_paper_count(
                self.question, by=self._active(name), count=count, at=self.clock.now
            )

    @property
    def in_force(self) -> datetime:
        """When it is in force, the vote being over."""
        at = self.moments.in_force_at
        assert at is not None, f"{self.author}'s proposal was not carried"
        return at

    @property
    def question(self) -> Question:
        """The vote that was opened last."""
        asked = self._view.question
        assert asked is not None, f"{self.author}'s proposal is not voted on yet"
        return asked.question

    @property
    def _view(self) -> ProposalView:
        institution, number = self.proposal.institution, self.proposal.number
        view = proposal_view(institution, number, at=self.clock.now)
        assert view is not None
        return view

    def _option(self, letter: str) -> str:
        """Find an option by its letter: a is the first one shown."""
        options = self.proposal.versions.order_by("-number")[0].options
        return str(options[ord(letter) - ord("a")]["id"])

    def _active(self, name: str) -> Member:
        return taking_part(self.members[name], self.clock)


def taking_part(member: Member, clock: Clock) -> Member:
    """Give a member who is taking part just now; once a day it is noted."""
    if member.last_active_on < clock.now.astimezone(ZONE).date():
        joining.be_active(member, at=clock.now)
    return member


def _turns(said: str) -> Iterable[tuple[int, str]]:
    return enumerate(said.split(), start=1)
