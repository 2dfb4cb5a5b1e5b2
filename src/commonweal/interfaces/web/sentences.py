"""What the pages themselves say and refuse."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "vote_was_secret": N_("This vote was secret: nobody is told who said what."),
    "too_many_tries": N_(
        "This was tried many times in a short while from where you are. Wait a few "
        "minutes and try again; nothing is lost."
    ),
    "letters_are_there": N_(
        "Several letters with a link were asked for at this address in the last hours. "
        "If they reached you, take the newest: its link works for one hour. Else wait "
        "half an hour and ask again."
    ),
    "too_many_sealed": N_(
        "You have sealed several things today. Put what belongs together into one, or "
        "go on tomorrow."
    ),
    "too_many_founded": N_(
        "Several institutions were founded from where you are within a day. Found the "
        "next one tomorrow; what you typed stands below."
    ),
    "count_is_not_open": N_(
        "The count can be checked from {closes}, when the vote is over. Until then "
        "nobody sees how it stands."
    ),
}
