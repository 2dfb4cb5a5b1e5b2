"""What people read about what a proposal has to say besides its words."""

from commonweal.rules.sentence import N_, Words

BEARINGS: dict[str, Words] = {
    "prose_bearings": N_(
        "A proposal under this rule also says {asked}. Without that it is not put."
    ),
    "choice_affected": N_("whom it affects"),
    "choice_money": N_("what it costs and who pays"),
    "choice_ecology": N_("what it does to land, water, air and living things"),
    "choice_access": N_("who could be left out and what lets them in"),
    "choice_plain": N_("all of it in plain words"),
    "bearing_affected": N_("Whom it affects"),
    "bearing_money": N_("What it costs, and who pays"),
    "bearing_ecology": N_("What it does to land, water, air and living things"),
    "bearing_access": N_("Who could be left out, and what lets them in"),
    "bearing_plain": N_("In plain words"),
    "bearing_affected_help": N_("People and places, those who do not belong here too."),
    "bearing_money_help": N_("“Nothing” is an answer too."),
    "bearing_ecology_help": N_("Now and in the years to come."),
    "bearing_access_help": N_(
        "Think of steps, hours, languages, screens, children, and the fare."
    ),
    "bearing_plain_help": N_("In three sentences that a twelve-year-old understands."),
    "bearings_missing": N_(
        "Our charter asks that a proposal like this says more before it is put: "
        "{missing}. Change the words and write it in."
    ),
    "charter_bearings_of_changes": N_(
        "“{rule}” changes the charter, and what changes in it speaks for itself. Leave "
        "out what proposals under it have to say besides."
    ),
}
