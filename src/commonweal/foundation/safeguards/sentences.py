"""What is said where two are kept apart: always the same, and never why."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "another_will_do": N_(
        "Please let somebody else do this. There are several reasons for which this "
        "sentence is said, and it never says which."
    ),
    "avoids_nobody": N_("Choose another member who is still here."),
    "avoids_too_many": N_("You can name {most} people at most."),
}
