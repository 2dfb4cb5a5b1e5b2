"""What people read about their confederation: refusals, mandates, the journal."""

from commonweal.capabilities.confederation.sentences.needs import NEEDS
from commonweal.capabilities.confederation.sentences.paths import PATHS
from commonweal.capabilities.confederation.sentences.standards import (
    SENTENCES as STANDARDS,
)
from commonweal.rules.sentence import N_, NP_, Words

REFUSALS: dict[str, Words] = {
    "matter_due_unnoted": N_(
        "When something is next due with matter {number} is not noted as its deeds say."
    ),
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
    "alternates_too_many": N_(
        "{most} can be named to step in at most, and {chosen} are named."
    ),
    "alternate_is_delegate": N_(
        "Whoever steps in is somebody else than whoever is sent. Name each once."
    ),
    "delegate_cannot_sign_in": N_(
        "Somebody named has never signed in here, so they could not speak for you. Name"
        " members who have."
    ),
    "days_to_hand_over": N_("A seat is handed over for one to sixty days."),
    "not_our_delegate": N_("This is not a delegate of ours."),
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
    "words_list_no_ways": N_(
        "These words list no ways to choose between. Write each on a line of its own"
        " that begins with “- ”."
    ),
    "words_have_no_gap": N_(
        "These words leave no number open. A gap for one is written ___."
    ),
    "gap_needs_number": N_(
        "There is a gap in these words. Say which number is to stand there."
    ),
    "number_unreadable": N_("This is no number. Write it as 3 or 3.50."),
    "way_not_in_words": N_("“{way}” is not one of the ways that the words list."),
    "split_needs_votes": N_(
        "Here you ask where everybody stands and count no votes that could be shared"
        " out. Choose another sort of mandate."
    ),
    "split_not_told": N_(
        "So few voted in secret that their votes cannot be shared out without telling"
        " who said what."
    ),
    "split_nobody_voted": N_("Nobody voted, so there is nothing to share out."),
    "saying_unreadable": N_(
        "This says nothing that a congress counts. Go back and choose again."
    ),
    "finding_unknown": N_("Say whether you discharge them or find a breach."),
    "finding_discharged": N_("They kept to what we told them. We discharge them."),
    "finding_found_breach": N_("They did not keep to what we told them."),
    "body_discharged": N_("{body} discharged its delegates."),
    "body_found_breach": N_("{body} found that its mandate was not kept."),
    "mandate_unreadable": N_(
        "This is no mandate. Choose from the list what your delegates are to say."
    ),
    "bases_decide_it": N_(
        "Delegates do not decide this. One of the bodies asks all of them, and their "
        "bases say yes or no."
    ),
    "change_joins": N_("This confederation comes into “{name}”."),
    "change_leaves": N_("This confederation leaves “{name}”."),
    "body_puts_itself_out": N_("A body that wants to go leaves. Choose another one."),
    "said_out_twice": N_("Our body has said so already."),
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
    "mandate_urgent_abstain": N_("They abstain, only if it is decided as urgent."),
    "mandate_urgent_within": NP_(
        "{told} This holds for {hours} hour from when we decide.",
        "{told} This holds for {hours} hours from when we decide.",
        by="hours",
    ),
    "mandate_ranked": N_("They put the ways in this order: {ranking}."),
    "mandate_range_any": N_("They say yes to any number in the gap."),
    "mandate_range_most": N_("They say yes to {most} or less, and no to more."),
    "mandate_range_least": N_("They say yes to {least} or more, and no to less."),
    "mandate_range_both": N_(
        "They say yes to a number from {least} to {most}, and no to any other."
    ),
    "mandate_as_we_vote": N_(
        "They share out our votes as we vote on this: whoever is for those words votes"
        " yes here, whoever is against them no."
    ),
    "mandate_split": N_(
        "They share out our votes as we voted: {yes} yes, {no} no, {abstain} neither."
    ),
    "mandate_if_agreed": N_("If the congress agrees on “{named}”, {says}."),
    "mandate_if_not_agreed": N_("If it does not agree on “{named}”, {says}."),
    "mandate_else": N_("Else {says}."),
    "mandate_as_they_are": N_("To these words as they are {says}."),
    "mandate_if_words": N_("If the words become “{words}”, {says}."),
    "mandate_if_changed": N_("If the words are changed, {says}."),
    "mandate_if_changed_else": N_("If the words are changed otherwise, {says}."),
    "mandate_then": N_("{first} {rest}"),
    "they_say_yes": N_("they say yes"),
    "they_say_no": N_("they say no"),
    "they_say_abstain": N_("they abstain"),
    "they_say_ask": N_("they ask us again"),
    "mandate_other": N_("They say what was written down."),
}

SORTS: dict[str, Words] = {
    "sort_fixed": N_("Yes, no, or neither"),
    "sort_fixed_more": N_(
        "They say just this to the words as they stand here, letter by letter."
    ),
    "sort_conditional": N_("It depends"),
    "sort_conditional_more": N_(
        "What they say follows from what else is decided, or from how the words change."
    ),
    "sort_ranked": N_("The ways in our order"),
    "sort_ranked_more": N_("The words list several ways. You say which is best."),
    "sort_range": N_("A number from here to there"),
    "sort_range_more": N_(
        "The words leave a number open. You say how low and how high it may be."
    ),
    "sort_split": N_("Our votes as we vote"),
    "sort_split_more": N_(
        "If six of us are for it and four against, so are our votes in the congress."
    ),
    "sort_negotiate": N_("They find words with the others"),
    "sort_negotiate_more": N_(
        "They agree to what seems right to them. It is nothing until we say yes."
    ),
    "sort_report": N_("They only listen"),
    "sort_report_more": N_("They say what we think, tell us, and do not vote."),
    "sort_urgent": N_("Only if it cannot wait"),
    "sort_urgent_more": N_(
        "They decide it if it is urgent, within some hours. Else they do not vote."
    ),
}

LINES: dict[str, Words] = {
    "journal.together_applied": N_("A body asked to come in."),
    "journal.together_began": N_("The first body is in: the confederation begins."),
    "journal.together_spoke_for": N_("A body said yes to one that wants to come in."),
    "journal.together_admitted": N_("A body came in."),
    "journal.together_gave_notice": N_(
        "A body said that it leaves, or no longer asks to come in."
    ),
    "journal.together_stayed": N_("A body stays after all."),
    "journal.together_ended": N_("A body is no more."),
    "journal.together_went": N_(
        "A body that is not there any more is not waited for on matter {matter}."
    ),
    "journal.together_accused": N_("A body said why another one should go."),
    "journal.together_said_out": N_("A body said that another one goes."),
    "journal.together_put_out": N_("A body was put out: enough of the others said so."),
    "journal.together_sent": N_("A body filled a seat."),
    "journal.together_recalled": N_("A body called a delegate home."),
    "journal.together_gave_seat_back": N_("{by} gave a seat back."),
    "journal.together_handed_over": N_("{by} handed a seat over for a while."),
    "journal.together_took_back": N_("{by} took a seat back."),
    "journal.together_raised": N_("A body raised matter {matter}."),
    "journal.together_withdrew": N_("A body took back matter {matter}."),
    "journal.together_mandated": N_(
        "A body told its delegates what to say on matter {matter}."
    ),
    "journal.together_put": N_("{by} put words on matter {matter} to the congress."),
    "journal.together_spoke": N_("{by} spoke for their body on matter {matter}."),
    "journal.together_reported": N_("{by} reported on matter {matter}."),
    "journal.together_discharged": N_(
        "A body discharged its delegates on matter {matter}."
    ),
    "journal.together_found_breach": N_(
        "A body found that its mandate on matter {matter} was not kept."
    ),
    "journal.together_composed": N_("The congress on matter {matter} was over."),
    "journal.together_changed_pact": N_(
        "The bases said yes to matter {matter}: the pact changed."
    ),
    "journal.together_left_pact": N_(
        "The bases said yes to matter {matter}, and the pact as it is by now no longer"
        " allows that change."
    ),
    "journal.together_stayed_out": N_("A body stays out of matter {matter}."),
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
    "body_now_applying": N_("asks to come in, until {until}"),
    "body_now_in": N_("is in"),
    "body_now_leaving": N_("leaves on {until}"),
    "body_now_accused": N_("is heard until {until}; then the others decide"),
    "body_numbered": N_("Body {number}"),
    "body_unnumbered": N_("A body"),
}

SENTENCES: dict[str, Words] = {
    **NEEDS,
    **STANDARDS,
    **PATHS,
    **SORTS,
    **STAGES,
    **REFUSALS,
    **MANDATES,
    **LINES,
}
