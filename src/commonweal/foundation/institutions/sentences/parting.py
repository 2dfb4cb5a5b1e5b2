"""What is said about parting: in the journal, in letters, and on pages."""

from commonweal.rules.sentence import N_, Words

PARTING: dict[str, Words] = {
    "institution_dissolved": N_("This institution has ended."),
    "journal.dissolved": N_("Nobody belongs any more, and the institution ended."),
    "journal.began_to_part": N_("It was decided to part; the time is over on {ends}."),
    "journal.went_on": N_("It was decided to go on after all."),
    "letter_ended_subject": N_("You no longer belong to {institution}"),
    "letter_ended_body": N_(
        "Your membership of {institution} is over: it has ended, as its members had "
        "laid down. Your name is not kept there any more. What was decided together "
        "and the journal stay."
    ),
    "parting_goal_reached": N_(
        "We decided that our goal is reached, and part on {ends}."
    ),
    "parting_members_part": N_("We decided to stop, and part on {ends}."),
    "parting_sunset": N_(
        "Our charter says that we stop on {begins}, and so we part on {ends}."
    ),
    "parting_ahead": N_("Our charter says that we stop on {begins}."),
    "parting_over": N_("This institution ended on {ended}."),
}
