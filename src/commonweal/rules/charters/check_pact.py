"""Whether a pact says what it is for, and lets no few bodies bind all the others."""

from collections.abc import Iterator
from fractions import Fraction

from commonweal.rules.charters.charter import ADMIT_MEMBER, Charter
from commonweal.rules.confederation.majorities import HALF, Majority
from commonweal.rules.confederation.standards import YES
from commonweal.rules.confederation.terms import (
    Belonging,
    Congress,
    Pact,
    Ratifying,
)
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.rule_words import share_words

# A cap that takes more bodies than this is a slip of the pen.
MOST_BODIES = 10_000


def objections_to_pact(charter: Charter) -> Iterator[Sentence]:
    """List what speaks against a pact, and against parts of one without the other."""
    if charter.pact is None:
        if charter.competences:
            yield Sentence("charter_competences_without_pact")
        if charter.standards or charter.acts:
            yield Sentence("charter_standards_without_pact")
        return
    if not charter.competences:
        yield Sentence("charter_pact_without_competences")
    yield from _delegates_brought(charter)
    yield from _bound_by_one(charter.pact.ratifying)
    yield from _changed_by_few(charter.pact)
    yield from _cap(charter.pact.congress)
    yield from _put_out_by_few(charter.pact.belonging)
    yield from _majorities(charter.pact)
    yield from _standards(charter)


def _standards(charter: Charter) -> Iterator[Sentence]:
    """Object to numbers that are missing, and to acts that nobody could agree to."""
    for one in charter.standards:
        if one.asked not in YES and not one.limit:
            yield Sentence("charter_standard_without_limit", {"name": one.name})
    known = {one.id for one in charter.competences}
    for act in charter.acts:
        if act.under not in known:
            facts: dict[str, Fact] = {
                "name": act.name,
                "found": act.under,
                "allowed": tuple(sorted(known)),
            }
            yield Sentence("charter_act_under_nothing", facts)


def _delegates_brought(charter: Charter) -> Iterator[Sentence]:
    """Object to ways in that go round the bodies, who send their delegates."""
    if "invitation" in charter.joining.ways:
        yield Sentence("charter_delegates_by_invitation")
    if ADMIT_MEMBER in charter.effects:
        where: dict[str, Fact] = {"where": f"effects.{ADMIT_MEMBER}"}
        yield Sentence("charter_delegates_by_delegates", where)


def _bound_by_one(terms: Ratifying) -> Iterator[Sentence]:
    """Object where one body could bind all the others by their silence."""
    if terms.binding == "all" and terms.silence != "no" and not terms.answering:
        yield Sentence(f"charter_one_body_binds_all_{terms.silence}")


def _changed_by_few(pact: Pact) -> Iterator[Sentence]:
    """Object where fewer could change the pact than decide under it."""
    if not pact.ratifying_change.answering and pact.ratifying.silence != "no":
        yield Sentence("charter_one_body_changes_pact")
    for part in ("bodies", "members"):
        asked = getattr(pact.changing, part)
        least = getattr(pact.ratifying, part)
        if (asked.share, asked.strict) < (least.share, least.strict):
            where: dict[str, Fact] = {"where": f"pact.changing.{part}.share"}
            yield Sentence("charter_pact_changed_by_fewer", where)


def _put_out_by_few(terms: Belonging) -> Iterator[Sentence]:
    """Object where half of the others could put a body out."""
    if (terms.expulsion.share, terms.expulsion.strict) < (HALF, True):
        where: dict[str, Fact] = {"where": "pact.belonging.expulsion.share"}
        yield Sentence("charter_body_put_out_by_few", where)


def _cap(terms: Congress) -> Iterator[Sentence]:
    """Object to a cap so low that no confederation has bodies enough for it."""
    cap = terms.most_share
    if cap and 1 / cap > MOST_BODIES:
        facts: dict[str, Fact] = {
            "bodies": -(-cap.denominator // cap.numerator),
            "share": share_words(cap),
        }
        yield Sentence("charter_cap_out_of_reach", facts)


def _majorities(pact: Pact) -> Iterator[Sentence]:
    """Object to a majority of more than everybody."""
    asked = {
        "congress.majority": pact.congress.majority,
        "ratifying.bodies": pact.ratifying.bodies,
        "ratifying.members": pact.ratifying.members,
        "changing.bodies": pact.changing.bodies,
        "changing.members": pact.changing.members,
        "urgent.majority": pact.urgent.majority,
        "belonging.admission": pact.belonging.admission,
        "belonging.expulsion": pact.belonging.expulsion,
    }
    for where, majority in asked.items():
        if majority == Majority(Fraction(1), strict=True):
            yield Sentence("charter_majority_impossible", {"where": f"pact.{where}"})
