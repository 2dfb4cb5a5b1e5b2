"""What people read about their confederation: refusals, mandates, the journal."""

from commonweal.rules.sentence import N_, Words

REFUSALS: dict[str, Words] = {
    "confederation_unknown": N_(
        "There is no such confederation here. Choose one from the list."
    ),
    "first_body_of_founder": N_(
        "The first body of a confederation is one of those who founded it. Ask them to"
        " begin, then ask to come in."
    ),
    "seats_to_fill": N_(
        "There are {seats} seats to fill, one delegate each, and {chosen} are named."
    ),
    "alternate_is_delegate": N_(
        "Whoever steps in is somebody else than whoever is sent. Name each once."
    ),
    "delegate_cannot_sign_in": N_(
        "Somebody named has never signed in here, so they could not speak for you. Name"
        " members who have."
    ),
    "not_our_delegate": N_("This is not a delegate of ours."),
    "holds_no_seat": N_("You speak from no seat here."),
    "called_home": N_(
        "{body} called a delegate home on {on}, {decision}. Whoever was called home"
        " speaks here no longer. {speakers}"
    ),
    "by_decision": N_("by its decision {number}"),
    "by_a_decision": N_("by a decision of its own"),
    "speaks_for_you": N_(
        "Only delegates can do this. You belong to {body}. {speakers}"
    ),
    "speak_now": N_("For it speak now: {names}."),
    "no_delegate_speaks": N_("Nobody speaks for it now."),
    "congress_speaks_already": N_("The congress speaks about these words already."),
    "congress_does_not_speak": N_("Nothing is before the congress on this now."),
    "words_say_nothing": N_("Write the words that the congress is to agree on."),
    "together_not_public": N_(
        "This is for members of the bodies. If you are one, sign in."
    ),
    "mandate_unreadable": N_(
        "This is no mandate. Choose from the list what your delegates are to say."
    ),
    "change_no_longer_fits": N_(
        "This change no longer fits the pact as it reads today."
    ),
    "change_is_put_as_raised": N_(
        "A change of the pact is put to the congress as it was raised. A body that "
        "wants another one raises that."
    ),
    "too_late_for_mandate": N_(
        "The congress has found words on this already. Answer for your base instead."
    ),
}

MANDATES: dict[str, Words] = {
    "mandate_yes": N_("They say yes to these words."),
    "mandate_no": N_("They say no to these words."),
    "mandate_abstain": N_("They abstain on these words."),
    "mandate_yes_if_unchanged": N_(
        "They say yes to these words as they are, and no if they are changed."
    ),
    "mandate_negotiate": N_(
        "They agree to what seems right to them. It is nothing until we say yes."
    ),
    "mandate_report": N_(
        "They listen, say what we think, and report. They do not vote."
    ),
    "mandate_urgent_yes": N_("They say yes, only if it is decided as urgent."),
    "mandate_urgent_no": N_("They say no, only if it is decided as urgent."),
    "mandate_urgent_free": N_(
        "They decide as seems right to them, only if it is decided as urgent."
    ),
    "mandate_other": N_("They say what was written down."),
}

LINES: dict[str, Words] = {
    "journal.together_applied": N_("A body asked to come in."),
    "journal.together_began": N_("The first body is in: the confederation begins."),
    "journal.together_spoke_for": N_("A body said yes to one that wants to come in."),
    "journal.together_admitted": N_("A body came in."),
    "journal.together_gave_notice": N_("A body said that it leaves."),
    "journal.together_stayed": N_("A body stays after all."),
    "journal.together_sent": N_("A body filled a seat."),
    "journal.together_recalled": N_("A body called a delegate home."),
    "journal.together_gave_seat_back": N_("{by} gave a seat back."),
    "journal.together_raised": N_("A body raised matter {matter}."),
    "journal.together_mandated": N_(
        "A body told its delegates what to say on matter {matter}."
    ),
    "journal.together_put": N_("{by} put words on matter {matter} to the congress."),
    "journal.together_spoke": N_("{by} spoke for their body on matter {matter}."),
    "journal.together_composed": N_("The congress on matter {matter} was over."),
    "journal.together_changed_pact": N_(
        "The bases said yes to matter {matter}: the pact changed."
    ),
    "journal.together_left_pact": N_(
        "The bases said yes to matter {matter}, and the pact as it is by now no longer"
        " allows that change."
    ),
    "journal.together_answered": N_("A body answered for its base on matter {matter}."),
}

STAGES: dict[str, Words] = {
    "matter_stage_raised": N_("Raised; more bodies have to"),
    "matter_stage_stays_below": N_("Stays with each body"),
    "matter_stage_deliberating": N_("The bases speak about it"),
    "matter_stage_before_congress": N_("Before the congress"),
    "matter_stage_asking": N_("The bases are asked"),
    "matter_stage_ratified": N_("In force: the bases said yes"),
    "matter_stage_failed": N_("Not ratified"),
    "matter_stage_withdrawn": N_("Taken back"),
    "stands_yes": N_("yes"),
    "stands_no": N_("no"),
    "stands_abstain": N_("neither"),
    "stands_return": N_("sent back"),
    "stands_silent": N_("no answer"),
    "base_counted": N_(
        "{yes} yes, {no} no, {abstain} neither; {present} of {roll} took part"
    ),
    "said_yes": N_("yes"),
    "said_no": N_("no"),
    "said_abstain": N_("abstains"),
    "said_shared": N_("shares its votes: {yes} yes, {no} no, {abstain} abstaining"),
    "said_order": N_("in this order: {ranking}"),
    "said_number": N_("{number}"),
    "body_now_applying": N_("asks to come in"),
    "body_now_in": N_("is in"),
    "body_now_leaving": N_("leaves on {until}"),
    "body_now_accused": N_("is being heard"),
}

SENTENCES: dict[str, Words] = {**STAGES, **REFUSALS, **MANDATES, **LINES}
