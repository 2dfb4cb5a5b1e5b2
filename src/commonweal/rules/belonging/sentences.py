"""Why somebody does not vote yet, or may not say that they know somebody."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "not_confirmed_yet": N_(
        "You came by an open invitation, and members have yet to say that they know "
        "you. Until then you can talk and propose, but not vote, support, invite or "
        "stand. Ask somebody who knows you to say so on the page of members."
    ),
    "confirming_oneself": N_("Nobody says so for themselves. Ask others who know you."),
    "confirmed_already": N_("This member is known already."),
    "confirmer_came_along": N_(
        "You came by the same link or sheet as this member. Let somebody say so who "
        "came another way."
    ),
    "confirmer_invited_them": N_(
        "You invited this member. Let somebody else say that they know them."
    ),
    "said_so_already": N_("You have said so already. Others have to say so too."),
    "of_this_class_already": N_("{name} belongs here already, as {now}."),
    "class_takes_rights": N_(
        "{name} belongs here already, as {now}. As {then} they could no longer "
        "{rights}, and a decision to admit people takes nothing away from anybody."
    ),
    "class_takes_vote": N_(
        "{name} belongs here already, as {now}. As {then} they would be left out of "
        "votes they have now, and a decision to admit people takes nothing away from "
        "anybody."
    ),
}
