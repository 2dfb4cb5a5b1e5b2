"""What is said where bodies are the members, and not the people whom they send."""

from commonweal.rules.sentence import N_, Words

BODIES: dict[str, Words] = {
    "pact_of_the_bodies": N_(
        "The pact belongs to the bodies, so its delegates cannot change it. A body "
        "that wants another pact decides at home to ask all for it."
    ),
    "bodies_are_members": N_(
        "Here bodies are members. Delegates come by a decision of their body."
    ),
    "bodies_part_themselves": N_(
        "The bodies agreed on this together, so their delegates cannot end it. Each "
        "body can leave."
    ),
}
