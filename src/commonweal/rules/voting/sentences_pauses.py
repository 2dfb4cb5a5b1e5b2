"""What people read about putting off a vote: in the charter, and when refused."""

from commonweal.rules.sentence import N_, NP_, Words

PAUSES: dict[str, Words] = {
    "prose_title_pauses": N_("Who can put off a vote"),
    "prose_pause": NP_(
        "{name}: whoever holds the office “{office}” can put off a vote by {days} day, "
        "once for each proposal and with a reason, on what is declared here:",
        "{name}: whoever holds the office “{office}” can put off a vote by {days} "
        "days, once for each proposal and with a reason, on what is declared here:",
        by="days",
    ),
    "sort_pauses": N_("right to put off a vote"),
    "pause_unknown": N_("Our charter gives nobody this right to put off a vote."),
    "pause_is_of_an_office": N_(
        "Whoever holds the office that “{right}” names can put it off."
    ),
    "nothing_to_put_off": N_(
        "A vote is put off from when enough support it until it opens."
    ),
    "put_off_already": N_(
        "This vote was put off for “{right}” before, and once is all there is."
    ),
    "pause_not_of_ones_own": N_(
        "This vote is about you, and nobody puts off a vote about themselves."
    ),
    "pause_needs_reason": N_("Say how it concerns those you speak for."),
    "charter_pause_without_office": N_(
        "“{name}” lets whoever holds “{office}” put off votes, and there is no such "
        "office. Offices: {allowed}."
    ),
    "charter_pause_too_long": N_(
        "“{name}” puts off votes by {days} days. Write {most} at most: then it is put "
        "off, and not stopped."
    ),
}
