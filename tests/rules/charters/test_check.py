from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from tests.rules.charters.charters import (
    CHARTERS,
    EFFECTS,
    METHODS,
    SOUND,
    text,
    with_rule,
)
from tests.rules.sayings import said

from commonweal.rules.charters.charter import (
    Charter,
    Joining,
    MemberClass,
)
from commonweal.rules.charters.check import check
from commonweal.rules.moderation.terms import Moderation
from commonweal.rules.recovery.terms import Recovery
from commonweal.rules.sentence import LocalText
from commonweal.rules.voting.bearings import Bearings
from commonweal.rules.voting.decision_rule import (
    Quorum,
    SecondCall,
    Support,
    Threshold,
)
from commonweal.rules.voting.franchise import Franchise

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)
GUEST = MemberClass("guest", text("Guest"), frozenset({"speak"}))
ACTIVE = Franchise("everybody", text("Active"), frozenset({"tenant"}), active_only=True)


def ids(charter: Charter) -> list[str]:
    found = check(charter, effects=EFFECTS, methods=METHODS)
    assert all(said(objection) for objection in found)
    return [objection.id for objection in found]


def without(*rights: str) -> Charter:
    (tenant,) = SOUND.classes
    return replace(
        SOUND, classes=(replace(tenant, rights=tenant.rights - set(rights)),)
    )


def looking_after(office: str = "", **terms: object) -> Charter:
    return replace(SOUND, moderation=Moderation(office, **terms))


def test_nothing_speaks_against_a_sound_charter():
    assert ids(SOUND) == []


@pytest.mark.parametrize("name", ["irv", "motion", "greedy"])
def test_an_office_for_three_is_not_filled_by_a_rule_that_cannot(name):
    rule = replace(SOUND.rule("election"), id="one", method=name)
    office = replace(SOUND.offices[0], seats=3)
    charter = replace(
        SOUND,
        rules=(*SOUND.rules, rule),
        offices=(office,),
        effects={**SOUND.effects, "fill_office": "one"},
    )

    assert "charter_office_cannot_be_filled" in ids(charter)


def test_only_a_yes_or_no_sets_anything_else_in_motion():
    charter = replace(SOUND, effects={**SOUND.effects, "admit_member": "election"})

    assert "charter_rule_must_be_motion" in ids(charter)


@settings(max_examples=15)
@given(CHARTERS)
def test_whatever_is_wrong_can_be_said(charter):
    ids(charter)


WRONG = {
    "charter_office_unknown": looking_after("nobody"),
    "charter_appeals_without_stewards": looking_after(appeal_office="steward"),
    "charter_nobody_hears_appeals": replace(
        looking_after("steward"), offices=(replace(SOUND.offices[0], seats=1),)
    ),
    "charter_sponsors_without_stewards": looking_after(
        newcomer_posts=2, sponsors="stewards"
    ),
    "charter_language_not_listed": replace(SOUND, languages=("es",)),
    "charter_text_lacks_language": replace(SOUND, purpose=LocalText()),
    "charter_nobody_can_join": replace(SOUND, joining=Joining(frozenset(), "tenant")),
    "charter_invited_class_unknown": replace(
        SOUND, joining=replace(SOUND.joining, invited_class="guest")
    ),
    "charter_class_unreachable": replace(
        SOUND,
        classes=(*SOUND.classes, GUEST),
        joining=Joining(frozenset({"invitation"}), "tenant"),
    ),
    "charter_nobody_may_invite": without("invite"),
    "charter_nobody_may_propose": without("propose"),
    "charter_nobody_may_stand": without("stand"),
    "charter_franchise_empty": replace(
        SOUND, franchises=(replace(SOUND.franchises[0], classes=frozenset()),)
    ),
    "charter_franchise_class_unknown": replace(
        SOUND,
        franchises=(replace(SOUND.franchises[0], classes=frozenset({"tenant", "x"})),),
    ),
    "charter_franchise_without_vote": replace(
        SOUND,
        classes=(*SOUND.classes, GUEST),
        franchises=(
            replace(SOUND.franchises[0], classes=frozenset({"tenant", "guest"})),
        ),
    ),
    "charter_franchise_active_means_nothing": replace(SOUND, franchises=(ACTIVE,)),
    "charter_rule_must_be_motion": replace(SOUND, ordinary_rule="election"),
    "charter_change_takes_too_long": with_rule(SOUND, "change", deliberation_days=3650),
    "charter_office_cannot_be_filled": replace(
        SOUND, effects={**SOUND.effects, "fill_office": "ordinary"}
    ),
    "charter_effect_unknown": replace(
        SOUND, effects={**SOUND.effects, "amend_charta": "change"}
    ),
    "charter_method_unknown": with_rule(SOUND, "election", method="dice"),
    "charter_franchise_unknown": with_rule(SOUND, "election", franchise="nobody"),
    "charter_one_teller_alone": replace(
        SOUND,
        tellers="steward",
        offices=tuple(replace(one, seats=1) for one in SOUND.offices),
    ),
    "charter_floor_out_of_range": with_rule(
        SOUND, "election", ballot="secret", floor=101
    ),
    "charter_no_time_for_support": with_rule(SOUND, "ordinary", support_days=0),
    "charter_share_above_all": with_rule(
        SOUND, "ordinary", quorum=Quorum("share_of_roll", Fraction(3, 2))
    ),
    "charter_active_means_nothing": with_rule(
        SOUND, "ordinary", quorum=Quorum("share_of_active_roll", HALF)
    ),
    "charter_positive_votes_need_a_motion": with_rule(
        SOUND, "election", quorum=Quorum("positive_votes", at_least=3)
    ),
    "charter_quorum_without_share": with_rule(
        SOUND, "ordinary", quorum=Quorum("share_of_roll", at_least=3)
    ),
    "charter_quorum_without_number": with_rule(
        SOUND, "ordinary", quorum=Quorum("fixed")
    ),
    "charter_motion_tie_stands": with_rule(SOUND, "ordinary", tie_break="lot"),
    "charter_quorum_could_lock": with_rule(SOUND, "change", second_call=None),
    "charter_rule_too_weak": with_rule(
        SOUND, "ordinary", threshold=Threshold(share=Fraction(3, 4))
    ),
}


@pytest.mark.parametrize("objection", WRONG)
def test_each_contradiction_is_objected_to(objection):
    assert ids(WRONG[objection]) == [objection]


def test_what_stands_against_a_proposal_is_not_asked_in_secret():
    secret = with_rule(SOUND, "ordinary", method="consensus", ballot="secret")

    found = check(secret, effects=EFFECTS, methods=(*METHODS, "consensus"))

    assert [one.id for one in found] == ["charter_consensus_in_secret"]


def test_a_charter_where_nobody_votes_is_refused():
    assert "charter_nobody_may_vote" in ids(without("vote"))


def test_support_that_nobody_can_give_is_refused():
    assert set(ids(without("support"))) == {"charter_nobody_may_support"}


def test_more_supporters_than_members_are_refused():
    charter = with_rule(SOUND, "election", support=Support(Fraction(3, 2)))

    assert ids(charter) == ["charter_share_above_all"]


def test_the_quorum_of_a_second_call_is_checked_too():
    again = SecondCall(2, 3, Quorum("fixed"))

    assert ids(with_rule(SOUND, "ordinary", second_call=again)) == [
        "charter_quorum_without_number"
    ]


@pytest.mark.parametrize("where", ["ordinary_rule", "charter_rule"])
def test_a_rule_that_is_not_there_is_missed(where):
    elsewhere = {where: "nowhere", "effects": {}, "offices": ()}

    assert ids(replace(SOUND, **elsewhere)) == ["charter_rule_unknown"]


def test_an_effect_mapped_to_no_rule_is_refused():
    assert ids(
        replace(SOUND, effects={**SOUND.effects, "admit_member": "nowhere"})
    ) == ["charter_rule_unknown"]


@pytest.mark.parametrize(
    ("threshold", "objection"),
    [
        (Threshold(share=THIRD), "charter_both_sides_could_win"),
        (Threshold(share=HALF, strict=False), "charter_both_sides_could_win"),
        (Threshold(share=Fraction(1)), "charter_threshold_impossible"),
        (Threshold(share=Fraction(2), strict=False), "charter_threshold_impossible"),
        (Threshold("active_roll", THIRD * 2), "charter_active_means_nothing"),
    ],
)
def test_a_threshold_nobody_can_use_is_refused(threshold, objection):
    charter = with_rule(SOUND, "ordinary", threshold=threshold)

    assert objection in ids(charter)


def test_all_of_those_who_say_yes_or_no_may_be_asked_for():
    everybody = Threshold(share=Fraction(1), strict=False)

    assert ids(with_rule(SOUND, "change", threshold=everybody)) == []


def test_an_office_filled_by_lot_needs_no_rule_that_elects():
    drawn = replace(SOUND.offices[0], filled_by="lot")
    charter = replace(
        SOUND, offices=(drawn,), effects={**SOUND.effects, "fill_office": "ordinary"}
    )

    assert ids(charter) == []


def test_one_steward_is_enough_where_others_hear_the_appeals():
    steward = replace(SOUND.offices[0], seats=1)
    elders = replace(SOUND.offices[0], id="elder", name=text("Elder"), seats=1)
    charter = replace(
        looking_after("steward", appeal_office="elder"), offices=(steward, elders)
    )

    assert ids(charter) == []


def test_nobody_is_let_back_in_by_one_alone():
    for vouchers, objected in ((0, False), (1, True), (2, False)):
        charter = replace(SOUND, recovery=Recovery(vouchers))

        assert ("charter_one_voucher" in ids(charter)) == objected


def test_who_votes_by_an_office_may_do_so_by_it():
    (everybody,) = (one for one in SOUND.franchises if one.id == "everybody")
    (steward,) = SOUND.offices
    plain = without("vote", "support", "propose")
    in_office = replace(
        plain,
        franchises=tuple(replace(one, office="steward") for one in SOUND.franchises),
        offices=(replace(steward, rights=frozenset({"vote", "support", "propose"})),),
    )

    assert everybody in SOUND.franchises
    assert ids(in_office) == []
    assert "charter_nobody_may_vote" in ids(replace(in_office, offices=(steward,)))


def test_voters_are_not_those_of_an_office_there_is_not():
    strange = tuple(replace(one, office="board") for one in SOUND.franchises)

    found = ids(replace(SOUND, franchises=strange))

    assert set(found) == {"charter_franchise_office_unknown"}


def test_what_changes_the_charter_has_nothing_to_say_besides():
    asked = Bearings(frozenset({"money"}))

    assert ids(with_rule(SOUND, "ordinary", bearings=asked)) == []
    found = ids(with_rule(SOUND, "change", bearings=asked))
    assert found == ["charter_bearings_of_changes"]
