"""A proposal's rows as the timeline that says where it stands."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Prefetch, QuerySet, UUIDField

from commonweal.capabilities.decisions.models import (
    Proposal,
    Question,
    Support,
    Version,
)
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import (
    RollCount,
    charter_in_force,
    roll_count,
)
from commonweal.foundation.prepared import Given, Prepared, Values
from commonweal.rules import plain
from commonweal.rules.charters.charter import Charter, franchise_for, rule_for
from commonweal.rules.verdict import Verdict
from commonweal.rules.voting import preparation, stages
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.stage_table import Stage


def with_history(proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """Load with proposals all that says where they stand, in few queries for many."""
    return proposals.select_related("institution").prefetch_related(
        "versions",
        Prefetch("supports", whose_supports()),
        Prefetch("questions", _votes()),
    )


def read_with_history(id_: UUID) -> Proposal:
    """Read a proposal as it is now, with all that says where it stands.

    Every deed about a proposal asks this, so it is asked in questions written out once.
    """
    proposal = _proposal.first({"proposal": id_})
    if proposal is None:
        raise Proposal.DoesNotExist
    kept = vars(proposal).setdefault("_prefetched_objects_cache", {})
    for name, asked in _HISTORY.items():
        known: Any = getattr(proposal, name).all()
        known._result_cache = rows_of(proposal, asked, {})
        known._prefetch_done = True
        kept[name] = known
    return proposal


def rows_of[Row](proposal: Proposal, asked: Prepared[Row], values: Values) -> list[Row]:
    """Ask for rows that belong to a proposal, and let each know it."""
    rows = asked.rows({"proposal": proposal.pk, **values})
    for row in rows:
        row.proposal = proposal  # type: ignore[attr-defined]
    return rows


_PROPOSAL = Given("proposal", UUIDField())


@Prepared
def _proposal() -> QuerySet[Proposal]:
    return Proposal.objects.filter(pk=_PROPOSAL).select_related("institution")


_HISTORY: Mapping[str, Prepared[Any]] = {
    "versions": Prepared(lambda: Version.objects.filter(proposal=_PROPOSAL)),
    "supports": Prepared(lambda: whose_supports().filter(proposal=_PROPOSAL)),
    "questions": Prepared(lambda: _votes().filter(proposal=_PROPOSAL)),
}


def _votes() -> QuerySet[Question]:
    return Question.objects.select_related("roll")


def whose_supports() -> QuerySet[Support]:
    """Give supports with no more of the members than who they are and if they left."""
    own = ("proposal_id", "member_id", "version_number", "given_at", "withdrawn_at")
    given = Support.objects.select_related("member")
    return given.only(*own, "member__name", "member__left_at")


def support_roll(
    institution: Institution, charter: Charter, rule: DecisionRule, *, at: datetime
) -> RollCount:
    """Count whom support is counted out of: the voters, newcomers among them.

    Where a vote waits for newcomers, a young institution would have no voters yet, and
    nought supporters would be enough to put anything before it.
    """
    everybody = replace(franchise_for(charter, rule), joined_days_before=0)
    return roll_count(institution, everybody, at=at)


class History(NamedTuple):
    """What happened to a proposal: its words in order, its supports, its votes."""

    versions: tuple[preparation.Version, ...]
    supports: tuple[preparation.Supporting, ...]
    questions: tuple[Question, ...]

    def without_support_of(self, by: Member, *, at: datetime) -> "History":
        """Say what it is once a member stepped back, so that nobody is read twice."""
        id_ = str(by.pk)
        ended = (
            replace(one, withdrawn_at=at)
            if one.by == id_ and one.withdrawn_at is None
            else one
            for one in self.supports
        )
        return self._replace(supports=tuple(ended))

    def with_support_of(self, by: Member, version: int, *, at: datetime) -> "History":
        """Say what it is once a member supports a version, and no earlier one."""
        new = preparation.Supporting(by=str(by.pk), version=version, at=at)
        ended = self.without_support_of(by, at=at)
        return ended._replace(supports=(*ended.supports, new))


class Standing(NamedTuple):
    """Where a proposal stands, and the charter and rule it stands under."""

    charter: Charter
    rule: DecisionRule
    timeline: stages.Timeline
    stage: Stage
    moments: stages.Moments

    def again_at(self, at: datetime) -> datetime | None:
        """When the second call opens, where the first found too few and it is due."""
        again = self.moments.second_call_opens_at
        due = self.stage == "no_quorum" and again is not None and again > at
        return again if due else None


def standing(
    proposal: Proposal, *, at: datetime, known: History | None = None
) -> Standing:
    """Say where one proposal stands at this instant, its past perhaps being at hand."""
    charter = charter_in_force(proposal.institution, at=at)
    return standing_under(charter, proposal, at=at, known=known)


def standing_under(
    charter: Charter, proposal: Proposal, *, at: datetime, known: History | None = None
) -> Standing:
    """Say where a proposal stands, the charter being at hand, and perhaps the past."""
    rule = rule_of(proposal, charter)
    history = known or history_of(proposal)
    timeline = timeline_of(
        proposal, history, zone=proposal.zone or charter.time_zone, rule=rule
    )
    stage, moments = stages.stage_and_moments(timeline, at=at)
    return Standing(charter, timeline.voting_rule, timeline, stage, moments)


def rule_of(proposal: Proposal, charter: Charter) -> DecisionRule:
    """Give the rule as it stood when put; for a draft, as the charter has it now."""
    put = rule_when_put(proposal)
    if put is not None:
        return put
    if proposal.effect:
        return rule_for(charter, proposal.effect)
    return charter.rule(proposal.rule_id) or rule_for(charter, None)


def history_of(proposal: Proposal) -> History:
    """Gather what happened to a proposal from its versions, supports and votes."""
    versions = sorted(versions_of(proposal), key=lambda version: version.number)
    return History(
        tuple(_version(one) for one in versions),
        tuple(_supporting(one) for one in _in_order(supports_of(proposal))),
        tuple(questions_of(proposal)),
    )


def timeline_of(
    proposal: Proposal, history: History, *, zone: str, rule: DecisionRule
) -> stages.Timeline:
    """Gather what bears on where a proposal stands.

    `rule` is the one it was put under; for a draft, which has none yet, today's.
    """
    questions = {one.call: one for one in history.questions}
    put_at = proposal.put_at
    first, second = questions.get(1), questions.get(2)
    return stages.Timeline(
        zone=zone,
        rule_when_put=rule,
        put_at=put_at,
        versions=history.versions if put_at else (),
        supports=history.supports,
        support_needed=proposal.support_needed,
        withdrawn_at=proposal.withdrawn_at,
        rule_when_opened=_rule(first.rule) if first else None,
        verdict=_verdict(first),
        second_verdict=_verdict(second),
        put_off_days=sum(one["days"] for one in proposal.pauses),
    )


def versions_of(proposal: Proposal) -> Iterable[Version]:
    """Give its versions: those that came along with it, or looked up now."""
    known: list[Version] | None = getattr(proposal, "known_versions", None)
    return proposal.versions.all() if known is None else known


def supports_of(proposal: Proposal) -> Iterable[Support]:
    """Give its supports: those that came along with it, or looked up now."""
    known: list[Support] | None = getattr(proposal, "known_supports", None)
    return proposal.supports.all() if known is None else known


def questions_of(proposal: Proposal) -> Iterable[Question]:
    """Give its votes: those that came along with it, or looked up now."""
    known: list[Question] | None = getattr(proposal, "known_questions", None)
    return proposal.questions.all() if known is None else known


def rule_when_put(proposal: Proposal) -> DecisionRule | None:
    """Give the rule as it stood when the proposal was put; a draft has none yet."""
    if "rule_text" in vars(proposal):
        text: str | None = vars(proposal)["rule_text"]
        return _rule_in(text) if text else None
    return _rule(proposal.rule) if proposal.rule else None


def _rule(kept: Mapping[str, object]) -> DecisionRule:
    # Many proposals go by few rules.
    return _rule_in(json.dumps(kept))


@lru_cache(maxsize=1024)
def _rule_in(text: str) -> DecisionRule:
    return plain.rule_from_plain(json.loads(text))


def _version(version: Version) -> preparation.Version:
    return preparation.Version(
        at=version.written_at,
        correction=version.is_correction,
        contested_at=version.contested_at,
    )


def _in_order(supports: Iterable[Support]) -> list[Support]:
    return sorted(supports, key=lambda support: (support.given_at, str(support.pk)))


def _supporting(support: Support) -> preparation.Supporting:
    return preparation.Supporting(
        by=str(support.member_id),
        version=support.version_number,
        at=support.given_at,
        # Whoever leaves supports nothing any more.
        withdrawn_at=support.withdrawn_at or support.member.left_at,
    )


def _verdict(question: Question | None) -> Verdict | None:
    if question is None or question.verdict is None:
        return None
    return plain.verdict_from_plain(question.verdict)
