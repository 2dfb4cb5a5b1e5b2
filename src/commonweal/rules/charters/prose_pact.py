"""What bodies have agreed on with each other, as plain sentences."""

from collections.abc import Iterator
from fractions import Fraction

from commonweal.rules.charters.charter import Charter
from commonweal.rules.confederation.majorities import Majority
from commonweal.rules.confederation.standards import Standard
from commonweal.rules.confederation.standing import ASKING_DAYS
from commonweal.rules.confederation.terms import (
    Belonging,
    Congress,
    Delegates,
    Pact,
    Raising,
    Ratifying,
    Urgent,
)
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.rule_words import share_words


def pact_clauses(charter: Charter) -> Iterator[Sentence]:
    """Say what is decided together, and how a matter goes from bodies to bodies."""
    pact = charter.pact
    if pact is None:
        return
    yield Sentence("prose_bodies")
    about = tuple(
        Sentence("prose_competence", {"name": one.name}) for one in charter.competences
    )
    yield Sentence("prose_competences", {"competences": about})
    yield from _raising(pact.raising)
    yield from _delegates(pact.delegates)
    yield from _congress(pact.congress)
    yield from _ratifying(pact.ratifying)
    yield from _urgent(pact.urgent)
    yield from _changing(pact)
    yield from _belonging(pact.belonging)
    yield from _standards(charter)


def _raising(terms: Raising) -> Iterator[Sentence]:
    yield Sentence("prose_raised_by", {"bodies": terms.bodies})
    yield Sentence("prose_raised_most", {"most": terms.most_open})
    if terms.notice_days:
        yield Sentence("prose_raised_notice", _days(terms.notice_days))
    else:
        yield Sentence("prose_raised_without_notice")


def _delegates(terms: Delegates) -> Iterator[Sentence]:
    facts: dict[str, Fact] = {"seats": terms.seats, **_days(terms.term_days)}
    yield Sentence("prose_delegates", facts)
    yield Sentence("prose_delegates_terms", {"terms": terms.terms})
    if terms.overlap_days:
        yield Sentence("prose_delegates_overlap", _days(terms.overlap_days))
    else:
        yield Sentence("prose_delegates_without_overlap")
    yield Sentence("prose_delegates_mandate")
    yield Sentence(f"prose_votes_before_{terms.votes_before}")


def _congress(terms: Congress) -> Iterator[Sentence]:
    yield Sentence("prose_congress")
    yield Sentence(f"prose_congress_votes_{terms.votes}")
    if terms.most_share:
        yield Sentence("prose_congress_cap", {"share": share_words(terms.most_share)})
    else:
        yield Sentence("prose_congress_without_cap")
    facts: dict[str, Fact] = {
        "there": _there(terms.quorum),
        "agreement": _agreement("congress", terms.majority),
    }
    yield Sentence("prose_congress_agrees", facts)
    yield Sentence("prose_congress_hours", {"hours": terms.hours})


def _ratifying(terms: Ratifying) -> Iterator[Sentence]:
    yield Sentence("prose_bases_asked", _days(terms.window_days))
    yield Sentence(f"prose_silence_{terms.silence}")
    if terms.answering:
        answering: dict[str, Fact] = {"share": share_words(terms.answering)}
        yield Sentence("prose_bases_answering", answering)
    else:
        yield Sentence("prose_bases_any_answering")
    if terms.turnout:
        yield Sentence("prose_bases_turnout", {"share": share_words(terms.turnout)})
    else:
        yield Sentence("prose_bases_any_turnout")
    out_of = "answered" if terms.silence == "apart" else "bodies"
    facts: dict[str, Fact] = {
        "bodies": _agreement(out_of, terms.bodies),
        "members": _agreement("members", terms.members),
    }
    yield Sentence("prose_bases_say_yes", facts)
    yield Sentence("prose_bases_rounds", {"rounds": terms.rounds})
    opt_out = _days(terms.opt_out_days) if terms.binding == "opt_out" else {}
    yield Sentence(f"prose_binding_{terms.binding}", opt_out)
    if terms.binding == "all" and terms.silence == "apart":
        yield Sentence("prose_silent_are_bound")


def _urgent(terms: Urgent) -> Iterator[Sentence]:
    if not terms.allowed:
        yield Sentence("prose_nothing_urgent")
        return
    facts: dict[str, Fact] = {
        "hours": Sentence("for_hours", {"hours": terms.notice_hours}),
        "there": _there(terms.quorum),
        "agreement": _agreement("congress", terms.majority),
        **_days(terms.lapse_days),
    }
    yield Sentence("prose_urgent", facts)
    yield Sentence("prose_pact_never_urgent")


def _changing(pact: Pact) -> Iterator[Sentence]:
    terms = pact.ratifying_change
    out_of = "answered" if terms.silence == "apart" else "bodies"
    facts: dict[str, Fact] = {
        "bodies": _agreement(out_of, terms.bodies),
        "members": _agreement("members", terms.members),
        **_days(terms.window_days),
    }
    yield Sentence("prose_pact_changes", facts)
    if terms.answering:
        answering: dict[str, Fact] = {"share": share_words(terms.answering)}
        yield Sentence("prose_pact_changes_answering", answering)
    else:
        yield Sentence("prose_pact_changes_any_answering")


def _belonging(terms: Belonging) -> Iterator[Sentence]:
    facts: dict[str, Fact] = {
        "sponsors": terms.sponsors,
        "agreement": _agreement("answered", terms.admission),
    }
    yield Sentence("prose_body_comes" if terms.sponsors else "prose_body_asks", facts)
    yield Sentence("prose_body_asked_in_vain", _days(ASKING_DAYS))
    heard: dict[str, Fact] = {
        "agreement": _agreement("others", terms.expulsion),
        **_days(terms.hearing_days),
    }
    yield Sentence("prose_body_put_out", heard)
    if terms.withdraw_days:
        yield Sentence("prose_body_leaves", _days(terms.withdraw_days))
    else:
        yield Sentence("prose_body_leaves_at_once")


def _standards(charter: Charter) -> Iterator[Sentence]:
    if charter.standards:
        yield Sentence("prose_standards")
    for one in charter.standards:
        yield Sentence("prose_standard", {"name": one.name, "seen": seen(one)})
        follows = f"prose_remedy_{one.remedy}" if one.required else "prose_remedy_none"
        yield Sentence(follows, _days(one.grace_days))
    under = {one.id: one.name for one in charter.competences}
    for act in charter.acts:
        facts: dict[str, Fact] = {
            "name": act.name,
            "under": under.get(act.under, act.under),
        }
        yield Sentence("prose_act_parting" if act.is_parting else "prose_act", facts)


def seen(one: Standard) -> Sentence:
    """Say how it is seen whether a standard is kept, and what is allowed."""
    return Sentence(f"standard_seen_{one.asked}", {"limit": one.limit})


def _there(quorum: Fraction) -> Sentence:
    if not quorum:
        return Sentence("there_any_bodies")
    return Sentence("there_bodies", {"share": share_words(quorum)})


def _agreement(who: str, majority: Majority) -> Sentence:
    passed = "above" if majority.strict else "reached"
    share: dict[str, Fact] = {"share": share_words(majority.share)}
    return Sentence(f"pact_{who}_{passed}", share)


def _days(days: int) -> dict[str, Fact]:
    return {"days": Sentence("for_days", {"days": days})}
