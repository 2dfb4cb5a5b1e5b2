"""What every subject says: about names, texts and what has been erased."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "name_empty": N_("Please write a name. It needs at least one letter or digit."),
    "name_too_long": N_("This name is too long. {limit} letters are the most."),
    "text_too_long": N_(
        "This text has {length} letters. {limit} are the most; please shorten it."
    ),
    "text_empty": N_("There is nothing written here yet."),
    "words_erased": N_("(erased)"),
    "member_who_left": N_("somebody who has left"),
    "the_institution": N_("the institution, by its charter"),
}
