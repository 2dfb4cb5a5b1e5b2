"""A valley of bodies that decide together, for the tests of confederation."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from commonweal.rules.confederation.answers import Answer, Counts
from commonweal.rules.confederation.binding import is_bound
from commonweal.rules.confederation.bodies import Base, Union
from commonweal.rules.confederation.deeds import Composed, Raised
from commonweal.rules.confederation.matter import matter
from commonweal.rules.confederation.sentences import SENTENCES
from commonweal.rules.confederation.state import Case
from commonweal.rules.confederation.terms import Pact, Raising, Ratifying
from commonweal.rules.verdict import ALLOWED
from commonweal.rules.voting.rule_sentences import SENTENCES as RULES
from commonweal.rules.wording import say

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
BODIES = ("mill", "port", "ridge", "spring", "weir")
WORDS = "the words"
LATE = 3_000
ENGLISH = {**RULES, **SENTENCES}
# Raised on the first day, spoken about for ten, put into words on the twelfth, and
# asked about for ten days from then on.
PACT = Pact(raising=Raising(notice_days=10), ratifying=Ratifying(window_days=10))
COMPOSED, ASKED_UNTIL = 12, 22
HALF = Fraction(1, 2)


def on(day, hour=0):
    return NOON + timedelta(days=day, hours=hour)


def case(pact=PACT, *, competence="water", zone="UTC", **more):
    return Case(pact, competence, frozenset({"water", "roads"}), zone, **more)


def union(*bodies, terms=PACT.ratifying, name="valley", members=100):
    bodies = bodies or BODIES
    made = (Base(one, members) if isinstance(one, str) else one for one in bodies)
    return Union(name, terms, tuple(made))


def raised(day=1, by="mill"):
    return Raised(by, on(day))


def composed(day=COMPOSED, *, text=WORDS, of=None, verdict=ALLOWED, is_urgent=False):
    return Composed(text, verdict, of or union(), on(day), is_urgent)


def answer(body, says="yes", yes=None, no=None, *, day=13, text=WORDS, **more):
    """Give an answer of 30 against 10 for what the body says, unless told."""
    usual = (30, 10) if says == "yes" else (10, 30)
    yes, no = usual[0] if yes is None else yes, usual[1] if no is None else no
    amendments = "Other words." if says == "return" else ""
    counts = Counts(yes, no, 0, yes + no, 100)
    return Answer(body, text, says, counts, on(day), amendments=amendments, **more)


def all_say(says="yes", *but, day=13, text=WORDS):
    return [answer(one, says, day=day, text=text) for one in BODIES if one not in but]


def where(deeds, day=LATE, of=None):
    return matter(of or case(), deeds, at=on(day))


def told(now):
    """Give every turn in words, as a page shows them."""
    return [say(turn.why, ENGLISH) for turn in now.turns]


def reasons(now):
    """Name why deeds were left out of account, all of them in words."""
    assert all(say(why, ENGLISH) for _deed, why in now.not_counted)
    return [why.id for _deed, why in now.not_counted]


def refusal(verdict):
    """Name why something is refused, once it was said in words."""
    assert say(verdict.reason, ENGLISH)
    return verdict.id


def with_terms(**terms):
    """Give the case of a pact that differs in how the bases say yes."""
    return case(replace(PACT, ratifying=replace(PACT.ratifying, **terms)))


def bound(now, body="port", day=ASKED_UNTIL + 1, of=None):
    return is_bound(of or case(), now, body, at=on(day))
