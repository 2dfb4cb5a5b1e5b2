"""What waits for a member at home: whom they know, who knows them, whose half."""

from commonweal.rules.sentence import N_, NP_, Words

NEEDS: dict[str, Words] = {
    "need.newcomers": N_("Say whom I know"),
    "need.newcomers.title": NP_(
        "{count} new member waits to be known",
        "{count} new members wait to be known",
        by="count",
    ),
    "need.unknown": N_("See whom to ask"),
    "need.unknown.title": NP_(
        "{have} of {needed} member has said that they know you",
        "{have} of {needed} members have said that they know you",
        by="needed",
    ),
    "need.unknown.nothing": N_(
        "until then you do not vote: ask a member who did not invite you to say so on "
        "the page of members"
    ),
    "need.unknown.nothing_again": N_(
        "until then you do not vote: ask a member who did not vouch for you to say so "
        "on the page of members"
    ),
    "need.recovery": N_("See who vouches"),
    "need.recovery.title": N_("{member} is being let back in"),
    "need.recovery.nothing": N_(
        "whoever brings the code has this place; if you doubt that it is {member}, "
        "have it paused"
    ),
    "need.newcomers.nothing": N_("if nobody says so, they do not vote"),
    "need.parting": N_("See what is left to do"),
    "need.parting.title": N_("We part"),
    "need.parting.nothing": N_(
        "our memberships end then, and names and addresses are destroyed"
    ),
    "need.half": N_("Print my half of the code"),
    "need.half.title": N_("The days are over: {member} can be let back in"),
    "need.half.nothing": N_("without two halves they do not come back"),
}
