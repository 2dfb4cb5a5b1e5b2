"""What programs are told when they asked for something in a way that cannot be read."""

from commonweal.rules.sentence import N_, NP_, Words

SENTENCES: dict[str, Words] = {
    "not_there": N_("There is nothing at this address that you may see."),
    "method_not_offered": N_("This address can be asked with {methods} only."),
    "body_unreadable": N_("What was sent cannot be read. Please send JSON in UTF-8."),
    "body_not_json": N_(
        "Please send JSON, and say so with Content-Type: application/json."
    ),
    "body_too_large": N_("This is more than can be sent at once."),
    "broke_down": N_(
        "Something broke on this server. Nothing was changed; please try again later."
    ),
    "not_filled_in": NP_(
        "{n} thing in what was sent is not right.",
        "{n} things in what was sent are not right.",
        by="n",
    ),
    "list_has_problems": NP_(
        "{n} line of the list cannot be taken in.",
        "{n} lines of the list cannot be taken in.",
        by="n",
    ),
    "field_missing": N_("This is missing."),
    "field_unknown": N_("There is nothing of this name to fill in."),
    "field_too_long": N_("This is too long or too large. {most} is the most."),
    "field_too_short": N_("This is too short or too small. {least} is the least."),
    "field_wrong": N_("This cannot be read as what it should be."),
    "cursor_unknown": N_(
        "The list does not go on from there any more. Please begin it anew."
    ),
    "one_aim_at_most": N_("A proposal sets one thing in motion at most."),
    "one_sort_of_marks": N_(
        "A ballot has one of these: answer, approved, ranks or scores."
    ),
    "secret_ballots_by_people": N_(
        "A secret ballot is cast by people, on the page of the vote: a program that "
        "could cast it could also keep it."
    ),
    "candidate_unknown": N_("One of the candidates is no member here who may stand."),
    "candidates_stay": N_(
        "Whoever stands for an office was asked, and is not struck off by new words."
    ),
}
