"""What people read about letting somebody back in: its prose, its objection."""

from commonweal.rules.sentence import N_, NP_, Words

RECOVERY: dict[str, Words] = {
    "prose_title_recovery": N_("How somebody comes back who lost every way in"),
    "prose_no_recovery": N_(
        "Members let nobody back in: who loses letter, key and codes has to join anew."
    ),
    "prose_recovery": NP_(
        "{count} member together can let somebody back in: each says that they know "
        "who it is. There is then time for {days} in which whoever it is about is told "
        "and can stop it. After that two of those who vouched print half a code each.",
        "{count} members together can let somebody back in: each says that they know "
        "who it is. There is then time for {days} in which whoever it is about is told "
        "and can stop it. After that two of those who vouched print half a code each.",
        by="count",
    ),
    "prose_recovery_vouchers": N_("Who vouches has belonged for {days} at least."),
    "prose_recovery_others": N_(
        "They must not have come by the same link or sheet, and none of them may have "
        "invited another of them, unless somebody else has said that they know them."
    ),
    "prose_recovery_limits": N_(
        "Each member vouches for one at a time, and for the next only when others have "
        "said that they know whoever came back. One in twenty members, or two, are let "
        "back in at a time. Any member who did not vouch can have it paused, with a "
        "reason: then others have to vouch. Whoever comes back votes once members who "
        "did not vouch have said that they know them."
    ),
    "prose_recovery_again": N_(
        "Once whoever it is about has stopped it, nobody vouches for {days}, and those "
        "who had vouched do not for a year."
    ),
    "prose_recovery_votes": N_(
        "Nobody is let back in while a vote is open in which they may vote, or an "
        "assembly goes on. The journal says who vouched."
    ),
    "charter_one_voucher": N_(
        "recovery.vouchers is 1: one member alone could come in as any other. Write 2 "
        "or more, or 0 if nobody is let back in."
    ),
}
