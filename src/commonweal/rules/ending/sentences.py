"""What people read about parting: why something is refused."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "parting_reason_unknown": N_(
        "Say why we part: because our goal is reached, or because we want to."
    ),
    "no_goal_to_reach": N_(
        "Our charter names no goal, so none can be reached. Part without one, or first "
        "write into the charter what we want to reach."
    ),
    "parting_already": N_("We are parting already, and do so on {ends}."),
    "not_parting": N_("We are not parting, so there is nothing to call back."),
    "parting_is_over": N_("The time to go on after all is over."),
    "sunset_is_in_charter": N_(
        "We stop because our charter names this day. To go on, propose a later day in "
        "the charter."
    ),
    "nobody_joins_while_parting": N_("We part on {ends}, so nobody joins any more."),
    "time_to_part_is_over": N_(
        "Our time was over on {ended}. Votes that are open are counted still, and "
        "nothing new begins."
    ),
}
