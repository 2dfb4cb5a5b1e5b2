"""What whoever runs a node could see, in sentences that need no table."""

from commonweal.rules.sentence import N_, Words

IN_SHORT: dict[str, Words] = {
    "short_power": N_(
        "Whoever runs this server has no power over members: no page lets them vote, "
        "admit, expel or change a charter."
    ),
    "short_members": N_(
        "They can read the names members go by, and who belongs where."
    ),
    "short_words": N_(
        "They can read all that members write and propose, and who wrote it, also "
        "where strangers may not."
    ),
    "short_open_ballots": N_("In an open vote they can see who voted what."),
    "short_secret_ballots": N_(
        "In a secret vote each ballot is sealed, but until the vote ends the key is on "
        "this machine: whoever runs it could find out how somebody voted."
    ),
    "short_secret_ends": N_(
        "When a secret vote ends, its key and the list of who voted are destroyed, in "
        "every copy. From then on nobody can find out, and neither can they."
    ),
    "short_addresses": N_(
        "Mail addresses are sealed, so that a copy of the database shows none; whoever "
        "runs the machine has the keys and could read them."
    ),
    "short_devices": N_(
        "Of your devices they see the day you last used one and the name you gave it: "
        "not the hour, not where you were, not what device it is."
    ),
    "short_reports": N_(
        "Until a report is answered, and some minutes longer in the log of the "
        "database, they can see who made it."
    ),
    "short_apart": N_(
        "Whom somebody wants to be kept apart from is sealed; whoever runs the machine "
        "could open it."
    ),
    "short_trustees": N_(
        "What is sealed for trustees they cannot read afterwards: only several "
        "trustees together can, with the codes on their paper. They could see it while "
        "it is typed, and while the trustees read it."
    ),
    "short_calendars": N_(
        "A calendar is read by other servers too. Where an institution wants nothing "
        "to name it, the entries of two members have nothing in common but their "
        "hours: whoever reads both sees that these two are busy at the same time."
    ),
    "short_leaving": N_(
        "When you leave an institution, who you are is erased from what you did there. "
        "What somebody copied before stays copied."
    ),
    "short_program": N_(
        "They could also change the program itself. That is why every count can be "
        "done again elsewhere, and why the journal shows when something in it was "
        "changed."
    ),
    "short_counts": N_(
        "In figures: {tables} tables with {columns} columns. Of these {plain} lie open "
        "to them, {checks} are checks from which nothing can be read, {tried} are "
        "checks of which they can try out whose they are, and {sealed} are sealed."
    ),
}
