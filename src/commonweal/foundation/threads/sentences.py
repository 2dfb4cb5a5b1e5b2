"""What is said about talk."""

from commonweal.rules.sentence import N_, Words

SENTENCES: dict[str, Words] = {
    "post_gone": N_("What you mean was taken back, or is not in this discussion."),
    "post_of_another": N_("You can take back only what you said yourself."),
    "journal.said_in_thread": N_("{by} said something in a discussion."),
    "journal.took_back": N_("{by} took back what they had said."),
}
