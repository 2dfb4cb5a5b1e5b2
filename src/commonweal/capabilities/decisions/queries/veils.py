"""Proposals whose words are hidden: read everywhere as hidden, kept as they are."""

from collections.abc import Iterable
from copy import copy
from datetime import datetime
from typing import Any
from uuid import UUID

from commonweal.capabilities.decisions.models import Proposal, Question, Version
from commonweal.capabilities.decisions.queries.candidates import Options
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.language import say
from commonweal.foundation.threads.models import Hiding
from commonweal.foundation.threads.queries import hidden_words
from commonweal.rules.moderation.said import Said
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.bearings import BEARINGS

WORDS_HIDDEN = Sentence("words_hidden")


def veiled(
    institution: Institution, proposals: Iterable[Proposal], *, at: datetime
) -> list[Proposal]:
    """Give the proposals with the words gone from those that are hidden at `at`.

    Expects their versions at hand. Done here, where every page, list and letter reads
    them from, so that no page shows hidden words by forgetting to ask.
    """
    rows = list(proposals)
    hidden = hidden_words(institution, [one.pk for one in rows], at=at)
    for one in rows:
        one.hiding = hidden.get(one.pk)  # type: ignore[attr-defined]
        for question in getattr(one, "known_questions", ()):
            question.hiding = one.hiding  # type: ignore[attr-defined]
        if one.pk in hidden:
            known: list[Version] = one.known_versions  # type: ignore[attr-defined]
            one.known_versions = [  # type: ignore[attr-defined]
                _without_words(version) for version in known
            ]
    return rows


def _without_words(version: Version) -> Version:
    bare = copy(version)
    bare.title, bare.text, bare.options = say(WORDS_HIDDEN), "", []
    bare.language, bare.bearings = "", {}
    return bare


def hides_words(question: Question, reader: Member | None, *, closed: bool) -> bool:
    """Say whether a vote's options are to be read without their words.

    While a vote is open its voters still read what stewards hid, or they could not
    answer; what the operator hid, by law, nobody does.
    """
    hiding: Hiding | None = getattr(question, "hiding", None)
    if hiding is None:
        return False
    votes = reader is not None and not closed and bool(hiding.office)
    return not votes


def without_labels(options: Options) -> list[dict[str, Any]]:
    """Give options by their place in the list alone."""
    return [
        {**one, "label": say(Sentence("option_hidden", {"place": place}))}
        if "label" in one
        else dict(one)
        for place, one in enumerate(options, start=1)
    ]


def said_in_proposal(institution: Institution, id_: UUID) -> Said | None:
    """Give the newest words of a proposal that was put."""
    proposal = Proposal.objects.filter(
        institution=institution, pk=id_, put_at__isnull=False
    ).first()
    return _said("proposal", proposal) if proposal else None


def said_in_draft(institution: Institution, id_: UUID) -> Said | None:
    """Give the words of a draft, for a sponsor to read before everybody does."""
    draft = Proposal.objects.filter(institution=institution, pk=id_, put_at=None)
    found = draft.first()
    return _said("draft", found) if found else None


def _said(kind: str, proposal: Proposal) -> Said:
    newest = proposal.versions.order_by("-number")[0]
    labels = [str(option.get("label", "")) for option in newest.options]
    besides = [newest.bearings.get(one, "") for one in BEARINGS]
    return Said(
        kind=kind,
        id=proposal.pk,
        author=proposal.author_id,
        answered=None,
        title=newest.title,
        text="\n\n".join(part for part in (newest.text, *besides, *labels) if part),
        number=proposal.number,
        written_at=newest.written_at,
    )


def number_of(institution: Institution, id_: UUID) -> int | None:
    """Give the number of a proposal, which its page's address goes by."""
    rows = Proposal.objects.filter(institution=institution, pk=id_)
    return rows.values_list("number", flat=True).first()


def proposal_id(institution: Institution, number: int) -> UUID | None:
    """Give the id of a proposal by the number its page's address goes by."""
    rows = Proposal.objects.filter(institution=institution, number=number)
    return rows.values_list("pk", flat=True).first()
