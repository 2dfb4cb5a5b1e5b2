"""Charters for tests: a small sound one, and any at all."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st
from tests.rules.charters.pacts import (
    ACTS,
    DAYS,
    NAMES,
    NUMBERS,
    PACTS,
    SHARES,
    SOME_DAYS,
    STANDARDS,
    TEXTS,
    WRITTEN,
    named,
)

from commonweal.rules.assemblies.terms import ROLES_GO, Assemblies
from commonweal.rules.belonging.terms import DOORS, WAYS
from commonweal.rules.charters.accents import ACCENTS
from commonweal.rules.charters.charter import (
    FILLINGS,
    RIGHTS,
    SHOWN,
    WORDS,
    Activity,
    Charter,
    Joining,
    MemberClass,
    OfficeTerms,
)
from commonweal.rules.confederation.terms import Competence
from commonweal.rules.moderation.terms import APPELLANTS, SPONSORS, Moderation
from commonweal.rules.recovery.terms import Recovery
from commonweal.rules.sentence import LocalText, local_text
from commonweal.rules.voting.bearings import BEARINGS, Bearings
from commonweal.rules.voting.decision_rule import (
    BALLOT_KINDS,
    BASES,
    QUORUM_KINDS,
    TIE_BREAKS,
    DecisionRule,
    Quorum,
    SecondCall,
    Support,
    Threshold,
)
from commonweal.rules.voting.franchise import Franchise
from commonweal.rules.voting.kept_places import UNFILLED, KeptPlaces
from commonweal.rules.voting.marking import BUDGET_FORMS, Marking
from commonweal.rules.voting.pauses import PauseTerms

EFFECTS = ("amend_charter", "admit_member", "fill_office", "adopt_statement")
METHODS = ("motion", "irv", "stv-scottish", "approval")


def text(words: str) -> LocalText:
    """Write a text in the language of the test charters."""
    return local_text(en=words)


ORDINARY = DecisionRule(
    "ordinary",
    text("Ordinary decision"),
    "everybody",
    "motion",
    quorum=Quorum("share_of_roll", Fraction(1, 10)),
    support=Support(at_least=2),
)
CHANGE = replace(
    ORDINARY,
    id="change",
    title=text("Changing the charter"),
    threshold=Threshold(share=Fraction(2, 3)),
    second_call=SecondCall(7, 7),
)
ELECTION = replace(
    ORDINARY, id="election", title=text("Election"), method="stv-scottish"
)
SOUND = Charter(
    kind="",
    name=text("Riverside tenants"),
    purpose=text("We keep our homes."),
    basis=text("For everybody who rents at Riverside."),
    language="en",
    languages=("en",),
    time_zone="Europe/Madrid",
    classes=(MemberClass("tenant", text("Tenant"), frozenset(RIGHTS)),),
    joining=Joining(frozenset(WAYS), "tenant"),
    franchises=(Franchise("everybody", text("Everybody"), frozenset({"tenant"})),),
    rules=(ORDINARY, CHANGE, ELECTION),
    ordinary_rule="ordinary",
    charter_rule="change",
    effects={"amend_charter": "change", "fill_office": "election"},
    offices=(OfficeTerms("steward", text("Steward"), 3, 365),),
)


def with_rule(charter: Charter, rule_id: str, **parts: object) -> Charter:
    """Change parts of one rule of a charter."""
    rules = tuple(
        replace(rule, **parts) if rule.id == rule_id else rule  # type: ignore[arg-type]
        for rule in charter.rules
    )
    return replace(charter, rules=rules)


QUORUMS = st.builds(Quorum, st.sampled_from(QUORUM_KINDS), SHARES, NUMBERS)


RULES = st.builds(
    DecisionRule,
    id=NAMES,
    title=TEXTS,
    method=st.sampled_from(METHODS),
    franchise=NAMES,
    kept_places=st.builds(
        KeptPlaces, st.integers(0, 9), NAMES | st.just(""), st.sampled_from(UNFILLED)
    ),
    marking=st.builds(
        Marking, st.sampled_from(BUDGET_FORMS), st.integers(1, 99), st.integers(0, 20)
    ),
    bearings=st.builds(Bearings, st.frozensets(st.sampled_from(BEARINGS))),
    ballot=st.sampled_from(BALLOT_KINDS),
    quorum=QUORUMS,
    threshold=st.builds(
        Threshold, st.sampled_from(BASES), SHARES, st.booleans(), NUMBERS
    ),
    support=st.builds(Support, SHARES, NUMBERS),
    support_days=DAYS,
    deliberation_days=DAYS,
    notice_days=DAYS,
    voting_days=SOME_DAYS,
    in_force_after_days=DAYS,
    review_after_days=DAYS,
    tie_break=st.sampled_from(TIE_BREAKS),
    second_call=st.none() | st.builds(SecondCall, DAYS, SOME_DAYS, QUORUMS),
    settings=st.dictionaries(NAMES, WRITTEN, max_size=2),
)
CLASSES = st.builds(MemberClass, NAMES, TEXTS, st.frozensets(st.sampled_from(RIGHTS)))
FRANCHISES = st.builds(
    Franchise,
    id=NAMES,
    name=TEXTS,
    classes=st.frozensets(NAMES, max_size=2),
    office=NAMES | st.just(""),
    joined_days_before=DAYS,
    active_only=st.booleans(),
    good_standing=st.booleans(),
    exclusions=st.lists(TEXTS, max_size=2).map(tuple),
)
CHARTERS = st.builds(
    Charter,
    kind=NAMES | st.just(""),
    name=TEXTS,
    purpose=TEXTS,
    basis=TEXTS,
    language=st.sampled_from(["en", "es", "pt-BR"]),
    languages=st.lists(
        st.sampled_from(["en", "es", "pt-BR"]), min_size=1, unique=True
    ).map(tuple),
    time_zone=st.sampled_from(["Europe/Madrid", "America/Santiago", "UTC"]),
    classes=named(CLASSES),
    joining=st.builds(
        Joining,
        ways=st.frozensets(st.sampled_from(WAYS)),
        invited_class=NAMES,
        invitation_days=st.integers(1, 365),
        max_uses=NUMBERS,
        confirmed=st.frozensets(st.sampled_from(DOORS)),
        confirmers=st.integers(1, 5),
        founders=NUMBERS,
        founding_days=DAYS,
    ),
    franchises=named(FRANCHISES),
    rules=named(RULES),
    ordinary_rule=NAMES,
    charter_rule=NAMES,
    effects=st.dictionaries(NAMES | st.sampled_from(EFFECTS), NAMES, max_size=3),
    activity=st.builds(Activity, st.none() | st.integers(1, 365), DAYS),
    offices=named(
        st.builds(
            OfficeTerms,
            NAMES,
            TEXTS,
            st.integers(1, 9),
            st.integers(1, 900),
            st.sampled_from(FILLINGS),
            DAYS,
            st.booleans(),
            st.frozensets(st.sampled_from(RIGHTS)),
        )
    ),
    pauses=named(
        st.builds(PauseTerms, NAMES, TEXTS, TEXTS, NAMES, st.integers(1, 900))
    ),
    moderation=st.builds(
        Moderation,
        office=NAMES | st.just(""),
        appeal_office=NAMES | st.just(""),
        named=st.booleans(),
        appeal_by=st.sampled_from(APPELLANTS),
        appeal_days=st.integers(1, 900),
        answer_days=st.integers(1, 900),
        newcomer_posts=NUMBERS,
        newcomer_days=DAYS,
        sponsors=st.sampled_from(SPONSORS),
        most_proposals=NUMBERS,
        proposal_days=st.integers(1, 900),
    ),
    assemblies=st.builds(
        Assemblies,
        notice_days=DAYS,
        quorum_least=st.integers(1, 900),
        quorum_share=SHARES,
        passed_most=NUMBERS,
        responses_most=NUMBERS,
        roles=st.sampled_from(ROLES_GO),
        needs_minutes=st.booleans(),
    ),
    recovery=st.builds(Recovery, NUMBERS, st.integers(1, 900), DAYS),
    public=st.frozensets(st.sampled_from(SHOWN)),
    place=WRITTEN,
    accent=st.sampled_from(sorted(ACCENTS)),
    words=st.dictionaries(st.sampled_from(WORDS), TEXTS, max_size=3),
    bylaws=WRITTEN,
    pact=st.none() | PACTS,
    competences=named(st.builds(Competence, NAMES, TEXTS)),
    standards=STANDARDS,
    acts=ACTS,
)
