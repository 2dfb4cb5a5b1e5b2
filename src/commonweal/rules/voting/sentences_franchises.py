"""What people read about why they are on no list of voters."""

from commonweal.rules.sentence import N_, NP_, Words

FRANCHISES: dict[str, Words] = {
    "class_not_asked": N_(
        "This is decided by “{franchise}”, and your class of membership is not among "
        "them."
    ),
    "office_not_held": N_(
        "You are not on the list of voters “{franchise}”: it is of those who hold an "
        "office, and you do not hold it now."
    ),
    "joined_too_late": NP_(
        "Only those vote who had been members for {days} day when the vote was "
        "announced on {notice}. You joined on {joined}.",
        "Only those vote who had been members for {days} days when the vote was "
        "announced on {notice}. You joined on {joined}.",
        by="days",
    ),
    "standing_suspended": N_(
        "Your membership is suspended, and this vote asks members in good standing."
    ),
    "member_dormant": N_(
        "You have not taken part for a long time, and this vote asks active members. "
        "Any act here makes you active again for the next one."
    ),
}
