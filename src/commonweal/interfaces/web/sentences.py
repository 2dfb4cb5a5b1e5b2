"""What the pages themselves say and refuse."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "too_many_tries": N_(
        "This was tried many times in a short while from where you are. Wait a few "
        "minutes and try again; nothing is lost."
    ),
    "nothing_needs_me": N_("Nothing needs you now."),
    "code_is_stale": N_(
        "This link has been used, or it is older than an hour. Ask for a new one."
    ),
    "count_is_not_open": N_(
        "The count can be checked from {closes}, when the vote is over. Until then "
        "nobody sees how it stands."
    ),
}
