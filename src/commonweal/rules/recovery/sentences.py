"""Why somebody may not vouch for another."""

from commonweal.rules.sentence import N_, NP_, Words

SENTENCES: dict[str, Words] = {
    "recovery_by_nobody": N_(
        "The charter lets nobody be vouched for. Whoever lost every way in needs a new "
        "invitation; the members can change the charter."
    ),
    "vouching_for_oneself": N_(
        "Nobody vouches for themselves. Ask others who know you."
    ),
    "recovery_was_stopped": N_(
        "Whoever it is about stopped this. It can be begun anew from {again}, by "
        "others. Ask them face to face first."
    ),
    "voucher_was_stopped": N_(
        "You vouched for this member when they stopped it. Until {again} others have "
        "to vouch."
    ),
    "voucher_depends": N_(
        "Your word adds nothing here yet: you and somebody who vouched came by the "
        "same link or sheet, or one of you invited the other. It does once somebody "
        "else has said on these pages that they know you both; or others vouch."
    ),
    "voucher_is_new": NP_(
        "Who vouches must have belonged for {days} day at least. Ask a longer member.",
        "Who vouches must have belonged for {days} days at least. Ask a longer member.",
        by="days",
    ),
    "vouches_for_another": N_(
        "You vouch for another member, and that is not over yet: it is once other "
        "members have said that they know whoever came back, or nobody came in time. "
        "Let others vouch for this one."
    ),
    "enough_come_back_now": N_(
        "{most} members are on their way back already. The word that is still missing "
        "here can be given once others have said that they know one of those."
    ),
    "stop_it_yourself": N_("It is about you: you can stop it altogether."),
    "vouchers_pause_nothing": N_(
        "You vouched for this member. Those who did not can have it paused."
    ),
    "paused_before": N_(
        "You have had this paused before. Speak with the members, and let another "
        "have it paused who doubts it too."
    ),
    "others_than_vouchers": N_(
        "You vouched for this member. Now it is for others to say that they know them."
    ),
    "place_not_known_anew": N_(
        "This place was given back. Until others than those who vouched have said on "
        "the page of members that they know you, you can talk and propose, but not "
        "vote, support, invite or stand."
    ),
}
