"""What a delegate did with a mandate, drafted from what is recorded, and what follows.

A report is due so many days after the congress found words, or the matter came to its
end. It is drafted from the deeds; the delegate may add words, and change nothing. The
base discharges the delegate, or finds that the mandate was not kept; what it decided
last holds.

Source: the imperative mandate of CNT, whose delegates answer to the assembly that sent
them (acuerdos, rendición de cuentas).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Literal

from commonweal.rules.confederation.council import Count, Spoken
from commonweal.rules.confederation.mandates import Mandate
from commonweal.rules.days import days_later
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, refused

type Finding = Literal["discharged", "found_breach"]
type State = Literal["none", "due", "late", "reported", "discharged", "found_breach"]

FINDINGS: tuple[Finding, ...] = ("discharged", "found_breach")


# ---- the draft


@dataclass(frozen=True, slots=True)
class Put:
    """Words that were put to the congress, by their digest, and what was counted."""

    text: str
    at: datetime
    count: Count


@dataclass(frozen=True, slots=True)
class Use:
    """One thing that was said for a body; `why` where it did not count."""

    spoken: Spoken
    why: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What was told to the delegates of a body, and all that they said of it.

    `silent` is how often words were put and nothing was said for the body, `changed`
    how often words were put that were others than those before.
    """

    mandates: tuple[Mandate, ...]
    uses: tuple[Use, ...]
    silent: int
    changed: int

    @property
    def kept(self) -> Verdict:
        """Say whether all that was said counts. Refuses with `said_outside_mandate`."""
        outside = sum(use.why is not None for use in self.uses)
        if not outside:
            return ALLOWED
        return refused("said_outside_mandate", times=outside)


def drafted(
    body: str, *, mandates: Iterable[Mandate], puts: Sequence[Put], first: str
) -> Report:
    """Draft the report for a body out of what was recorded.

    `puts` are in order of time; `first` is the digest of the words as they were raised.
    """
    told = sorted(
        (one for one in mandates if one.body == body), key=lambda one: one.given_at
    )
    uses = [_uses(body, put.count) for put in puts]
    texts = [first, *(put.text for put in puts)]
    changed = sum(before != after for before, after in pairwise(texts))
    return Report(
        tuple(told),
        tuple(use for each in uses for use in each),
        sum(not each for each in uses),
        changed,
    )


def _uses(body: str, count: Count) -> list[Use]:
    lines = [line for line in count.lines if line.body == body]
    said = [Use(line.counts) for line in lines if line.counts]
    said += [Use(spoken, why) for line in lines for spoken, why in line.not_counted]
    return sorted(said, key=lambda use: use.spoken.at)


# ---- what follows


@dataclass(frozen=True, slots=True)
class Reported:
    """A delegate added words to the draft."""

    at: datetime
    words: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """The base decided on the report."""

    finding: Finding
    at: datetime
    words: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """Where the report of a body stands, until when it is due, and the words to it."""

    state: State = "none"
    until: datetime | None = None
    reported: Reported | None = None
    judged: Judged | None = None

    @property
    def is_open(self) -> bool:
        """Say whether the base has still to decide on it."""
        return self.state in ("due", "late", "reported")


def account(
    found_at: datetime | None,
    deeds: Iterable[Reported | Judged],
    *,
    report_days: int,
    zone: str,
    at: datetime,
) -> Account:
    """Say where a report stands at an instant; what was done later is not known yet.

    `found_at` is when the congress found words last, or the matter ended; deeds from
    before are about an earlier round, and are left out.
    """
    if found_at is None or at < found_at:
        return Account()
    until = days_later(found_at, report_days, zone)
    known = sorted(
        (deed for deed in deeds if found_at <= deed.at <= at), key=lambda one: one.at
    )
    said = [one for one in known if isinstance(one, Reported)]
    judged = [one for one in known if isinstance(one, Judged)]
    reported = said[-1] if said else None
    if judged:
        return Account(judged[-1].finding, until, reported, judged[-1])
    if reported is not None:
        return Account("reported", until, reported)
    return Account("due" if at < until else "late", until)


def may_report(now: Account) -> Verdict:
    """Let words be added while the base has not decided.

    Refuses with `nothing_to_report` or `report_was_judged`.
    """
    if now.state == "none":
        return refused("nothing_to_report")
    return ALLOWED if now.is_open else refused("report_was_judged")


def may_judge(now: Account, finding: Finding) -> Verdict:
    """Let the base decide once there is something, and decide otherwise later.

    Refuses with `nothing_to_discharge` or `judged_so_already`.
    """
    if now.state == "none":
        return refused("nothing_to_discharge")
    return refused("judged_so_already") if now.state == finding else ALLOWED
