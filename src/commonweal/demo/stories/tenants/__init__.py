"""The tenants of Fennel Valley: a cold winter, and what came of it."""

from commonweal.demo.clock import Story
from commonweal.demo.scene import Scene, Valley
from commonweal.demo.stories.tenants import (
    beginnings,
    boiler,
    by_themselves,
    gatherings,
    harsh_words,
    now,
    quarrels,
    trustees,
    withholding,
)


def history(valley: Valley) -> tuple[Story, ...]:
    """Give every story of the union, the founding first."""
    union = Scene(valley)
    return (
        beginnings.founding(union),
        beginnings.more_come(union),
        beginnings.a_friend_is_admitted(union),
        boiler.a_letter_to_the_owner(union),
        boiler.rent_into_escrow(union),
        boiler.the_boiler_is_mended(union),
        gatherings.stewards_are_elected(union),
        gatherings.two_decide_for_all(union),
        gatherings.the_quorum_is_raised(union),
        gatherings.where_to_meet_in_winter(union),
        gatherings.house_rules(union),
        quarrels.a_word_is_contested(union),
        quarrels.the_stairwell(union),
        quarrels.the_lift(union),
        harsh_words.harsh_words(union),
        quarrels.no_evictions(union),
        trustees.trustees_are_named(union),
        withholding.the_roof_of_number_nine(union),
        withholding.another_month(union),
        by_themselves.two_move_away(union),
        now.nobody_signs_alone(union),
        now.a_hardship_fund(union),
        now.one_list_of_repairs(union),
        now.where_to_keep_the_money(union),
        now.a_letter_half_written(union),
    )
