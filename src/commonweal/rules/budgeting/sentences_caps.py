"""What people read about categories and districts with a budget of their own."""

from commonweal.rules.sentence import N_, Words

OF_CAPS: dict[str, Words] = {
    "budget_title_budget_shut_out": N_("No money left in “{group}”: {project}"),
    "budget_shut_out": N_(
        "“{project}” costs {cost}. It belongs to “{group}”, which has {left_there} left"
        " of its own budget. So it is left out, and the count goes on without it."
    ),
    "lacking_group": N_(
        "“{project}” costs {cost}, more than “{group}” has for itself ({left_there})."
        " No number of votes would have been enough."
    ),
    "caps_unreadable": N_(
        "“{found}” gives no group a budget of its own. Expected a name, an amount and"
        " projects, as in “Parks: 200000 of 17, 23”; several groups are parted by"
        " semicolons."
    ),
    "caps_too_fine": N_(
        "A group has a budget of “{found}”, which is finer than a coin: {coin}."
    ),
    "caps_project_unknown": N_(
        "“{project}” stands in a group with a budget of its own, and is no project."
    ),
    "caps_group_twice": N_("“{group}” is given a budget of its own a second time."),
    "caps_not_defined": N_(
        "Groups of projects have budgets of their own here, and this way of counting"
        " does not say what to do with them. Ways that do: {able}."
    ),
    "caps_with_an_end": N_(
        "By this rule the count ends at the first project that does not fit, which is"
        " not defined where groups of projects have budgets of their own."
    ),
}
