"""What people read about parting in a charter: its prose, its objections."""

from commonweal.rules.sentence import N_, NP_, Words

ENDING: dict[str, Words] = {
    "prose_title_ending": N_("What we want to reach, and how we part"),
    "prose_goal": N_("This is what we want to reach:"),
    "prose_goal_test": N_("This is how we shall know that it is reached:"),
    "prose_parting": N_(
        "We part when we decide so by “{rule}”, or when the last of us leaves."
    ),
    "prose_sunset": NP_(
        "If we have not parted before, we stop {days} day after our founding.",
        "If we have not parted before, we stop {days} days after our founding.",
        by="days",
    ),
    "prose_no_sunset": N_("There is no day on which we stop by ourselves."),
    "prose_winding_up": N_(
        "Then nobody joins any more, and there is time for {days} to finish what is "
        "open. Until it is over we can decide to go on after all."
    ),
    "prose_what_is_left": N_(
        "After that everybody’s membership ends; names, addresses and what was sealed "
        "are destroyed. What we decided and the journal stay, for anybody to check."
    ),
    "charter_test_without_goal": N_(
        "ending.test says how we know that our goal is reached, and ending.goal is "
        "missing. Write the goal, or leave out both."
    ),
}
