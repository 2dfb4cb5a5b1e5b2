"""What is said about institutions that grow from others."""

from commonweal.rules.sentence import N_, Words

GROWN: dict[str, Words] = {
    "charter_not_offered": N_(
        "This charter is not offered for others to start from any more."
    ),
    "class_mentor": N_("Mentor from where we grew from"),
    "journal.fostered": N_("An institution was founded from our charter."),
}
