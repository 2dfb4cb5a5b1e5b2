"""The answer to every "may I?": yes, or no with the reason.

The page shows the reason beside the button it disables; the action raises the same
one; each interface turns it into its own refusal.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from commonweal.rules.sentence import Fact, Sentence


@dataclass(frozen=True, slots=True)
class Verdict:
    """Truthy when something may be done; otherwise it carries the reason."""

    id: str | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.id is None

    @property
    def reason(self) -> Sentence:
        """Why not, as a sentence. Only a refusal has one."""
        assert self.id is not None, "what is allowed needs no reason"
        return Sentence(self.id, self.facts)


ALLOWED = Verdict()


def refused(reason: str, /, **facts: Fact) -> Verdict:
    """Refuse, naming the sentence that says why and the facts it needs."""
    return Verdict(reason, facts)


class Refused(Exception):  # noqa: N818 -- a refusal is not an error
    """Raised by an action that may not be done; carries the verdict."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.id)
        self.verdict = verdict


def require(verdict: Verdict) -> None:
    """Go on if the verdict allows it; raise `Refused` with its reason if not."""
    if not verdict:
        raise Refused(verdict)


def first_refusal(*verdicts: Verdict) -> Verdict:
    """Give the first reason against, or allow if there is none."""
    return next((verdict for verdict in verdicts if not verdict), ALLOWED)
