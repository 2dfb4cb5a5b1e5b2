"""Why somebody may not judge a matter, or not put another proposal yet."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "not_a_steward": N_(
        "Only those who hold the office for this can decide it. The page of members "
        "says who they are."
    ),
    "judges_own_words": N_(
        "These are your own words. Somebody else has to decide about them."
    ),
    "judges_own_report": N_(
        "You reported this yourself. Somebody else has to decide about it."
    ),
    "judges_own_quarrel": N_(
        "These words answer yours. Somebody who has no part in it has to decide."
    ),
    "judges_own_hiding": N_(
        "You hid these words yourself. Somebody else has to hear the appeal."
    ),
    "judges_own_appeal": N_("This is your own appeal. Somebody else has to hear it."),
    "proposals_used_up": N_(
        "You have made as many proposals as the charter lets one member make: {most} "
        "within {days} days. There is room again from {again}. Your draft stays."
    ),
}
