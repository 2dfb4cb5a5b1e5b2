"""What people read about what is asked of every body, and whether one keeps to it."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "standard_met": N_("It is kept."),
    "standard_unknown": N_("It has not said how it is with this."),
    "standard_found_not_kept": N_("More than half of the others say that it is not."),
    "standard_no_said": N_("It says itself that it is not so."),
    "standard_no_one_member_one_vote": N_("Not every member has one vote."),
    "standard_no_delegates_recallable": N_(
        "It is harder to call a delegate home than to send one."
    ),
    "standard_term_days": N_(
        "A term lasts {found} days, and {limit} are allowed at most."
    ),
    "standard_minutes_days": N_(
        "Minutes are open since {found} days, and {limit} are allowed at most."
    ),
    "standard_meeting_days": N_(
        "The last assembly was {found} days ago, and {limit} are allowed at most."
    ),
    "standard_accounts_days": N_(
        "Accounts were shown {found} days ago, and {limit} are allowed at most."
    ),
    "standard_surplus_share": N_(
        "{found} in a hundred of the surplus is shared, and {limit} are asked for."
    ),
    "standard_pay_ratio": N_(
        "The highest pay is {found} times the lowest, and {limit} times is allowed at"
        " most."
    ),
}
