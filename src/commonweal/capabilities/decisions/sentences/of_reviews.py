"""What decisions say when somebody would look at one of them again and may not."""

from commonweal.rules.sentence import N_, Words

LOOKING_AGAIN: dict[str, Words] = {
    "look_again_at_what": N_("There is no decision of that number here."),
    "look_again_how": N_("Say whether it is to be kept, changed or ended."),
    "look_again_not_due": N_(
        "The day on which this decision is looked at again has not come yet."
    ),
    "look_again_its_own_way": N_(
        "This decision set something in motion. To change or end that, propose it in "
        "the way in which it was decided."
    ),
    "look_again_yes_or_no": N_(
        "Whether a decision is kept, changed or ended is asked as a question answered "
        "yes or no."
    ),
    "look_again_by_its_rule": N_(
        "This decision was taken by the rule “{rule}”. Nothing that asks for less can "
        "change or end it."
    ),
}
