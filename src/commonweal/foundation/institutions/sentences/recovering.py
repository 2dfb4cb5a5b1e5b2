"""What is said about letting somebody back in who lost every way."""

from commonweal.rules.sentence import N_, Words

RECOVERY: dict[str, Words] = {
    "member_never_came": N_(
        "This member has not signed in yet: print them a code on the page of members."
    ),
    "vouched_already": N_("You have vouched for this member already."),
    "halves_are_for_vouchers": N_("Only those who vouched print half a code."),
    "too_few_vouched": N_("{count} of {needed} members have vouched so far."),
    "recovery_waits": N_(
        "This can go on from {opens}. Until then whoever it is about can stop it."
    ),
    "recovery_waits_for_vote": N_(
        "A vote is open in which this member may vote, or an assembly goes on. They "
        "can come back once it is over, from {closes} at the latest."
    ),
    "only_they_stop_it": N_(
        "Only whoever it is about stops it altogether. You can have it paused."
    ),
    "reason_to_pause_missing": N_(
        "Say why you doubt it, so that the others can ask about it."
    ),
    "recovery_is_over": N_("This is over: it was stopped, used, or too long ago."),
    "halves_unknown": N_(
        "These two do not make a code. Please look at both once more, letter by "
        "letter; they must come from two members who vouched for you."
    ),
    "halves_of_one": N_(
        "Both are from the same member. You need the half of another who vouched, too."
    ),
    "belongs_as_another": N_(
        "You are signed in as somebody who belongs here already, as {name}. Sign out "
        "first."
    ),
    "letter_left_subject": N_("You have left {institution}"),
    "letter_left_body": N_(
        "You belong to {institution} no more. Your name is erased there, and in its "
        "journal. What you wrote in discussions and the ballots you cast in votes that "
        "are over stay, without your name.\n\n"
        "If it was not you, somebody had your device in their hands: sign out "
        "everywhere, and ask members who know you for a new invitation."
    ),
    "journal.paused_recovery": N_(
        "{by} had it paused that {member} is let back in: “{reason}” Others than those "
        "who vouched so far have to vouch now."
    ),
    "journal.knew_again": N_(
        "{by} said that they know {member}, who was let back in: {count} of the "
        "{needed} who have to."
    ),
    "letter_recovery_paused": N_(
        "A member of {institution} has doubts that it is you who wants to be let back "
        "in, and has had it paused. Others have to vouch now. If you have not lost "
        "your way in, stop it on your page:\n\n"
        "{link}"
    ),
    "journal.lapsed_recovery": N_(
        "Nobody came back as {member} in time. Whoever vouched has to do so again."
    ),
    "letter_recovery_subject": N_("Have you lost your way in?"),
    "letter_recovery_vouched": N_(
        "A member of {institution} says that you have lost every way in, and vouches "
        "for you: {count} of {needed} have done so. If that is so, you need do "
        "nothing. If it is not, stop it on your page:\n\n"
        "{link}"
    ),
    "letter_recovery_half": N_(
        "Half a code was printed that lets you back into {institution}. If you have "
        "not lost your way in, stop it on your page:\n\n"
        "{link}"
    ),
    "letter_recovery_back": N_(
        "Somebody has taken your place in {institution} again, with a code that two "
        "members printed. If it was not you, speak to the members at once. Your page:"
        "\n\n"
        "{link}"
    ),
}
