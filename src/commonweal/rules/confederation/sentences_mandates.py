"""What people read about mandates: what is to be said, and why something did not count.

Each sentence is written twice: to the delegate whose mandate it is, and under the same
id with `_others` to everybody else.
"""

from commonweal.rules.sentence import N_, Words

TO_THEM: dict[str, Words] = {
    "no_mandate": N_(
        "Your body has given no mandate on this. You can listen, not vote."
    ),
    "mandate_ran_out": N_("Your mandate ran out on {until}. Ask your body again."),
    "mandates_contradict": N_(
        "Your body gave two mandates at once that differ, so neither counts. Ask which"
        " one holds."
    ),
    "mandate_other_text": N_(
        "The words were changed since your body decided. Ask it again; until then you"
        " do not vote on them."
    ),
    "mandate_of_other_sort": N_(
        "Your body answered another sort of question than the one that is put here. Ask"
        " it again."
    ),
    "mandate_conditions_contradict": N_(
        "By your mandate two different answers follow from what was decided before, so"
        " neither counts. Ask your body which one holds."
    ),
    "mandate_report_only": N_(
        "You are to listen, to say what we think, and to report."
    ),
    "mandate_for_what_can_wait": N_(
        "What is urgent holds before the bases are asked, so only a mandate for what is"
        " urgent counts. Your body gave none."
    ),
    "mandate_not_urgent": N_("Your mandate is only for what is urgent."),
    "mandate_changed_since": N_(
        "Your body has decided otherwise since you said this. Speak again."
    ),
    "outside_mandate": N_("You were told otherwise. {must}"),
    "outside_limits": N_("You were told otherwise. {limits}"),
    "says_other_sort": N_(
        "Something else was asked: ways are put in order, words are answered yes or no."
    ),
    "say_yes": N_("Your body says yes."),
    "say_no": N_("Your body says no."),
    "say_abstain": N_("Your body abstains."),
    "say_shared": N_(
        "Your body shares its votes: {yes} yes, {no} no, {abstain} abstaining."
    ),
    "say_order": N_("Your body puts them in this order: {ranking}."),
    "limits_none": N_("Your body agrees to any number."),
    "limits_most": N_("Your body agrees to {most} at most."),
    "limits_least": N_("Your body agrees to {least} at least."),
    "limits_both": N_("Your body agrees to between {least} and {most}."),
}

OF_OTHERS: dict[str, Words] = {
    "no_mandate_others": N_("Their body has given no mandate on this."),
    "mandate_ran_out_others": N_("Their mandate ran out on {until}."),
    "mandates_contradict_others": N_(
        "Their body gave two mandates at once that differ, so neither counts."
    ),
    "mandate_other_text_others": N_(
        "The words were changed since their body decided, and it was not asked again."
    ),
    "mandate_of_other_sort_others": N_(
        "Their body answered another sort of question than the one that is put here."
    ),
    "mandate_conditions_contradict_others": N_(
        "By their mandate two different answers follow from what was decided before."
    ),
    "mandate_report_only_others": N_(
        "They were sent to listen and to report, not to vote."
    ),
    "mandate_for_what_can_wait_others": N_(
        "What is urgent holds before the bases are asked, and their body gave no "
        "mandate for that."
    ),
    "mandate_not_urgent_others": N_("Their mandate is only for what is urgent."),
    "mandate_changed_since_others": N_(
        "Their body has decided otherwise since they said this."
    ),
    "outside_mandate_others": N_("They were told otherwise. {must}"),
    "outside_limits_others": N_("They were told otherwise. {limits}"),
    "says_other_sort_others": N_(
        "Something else was asked: ways are put in order, words are answered yes or no."
    ),
    "say_yes_others": N_("Their body says yes."),
    "say_no_others": N_("Their body says no."),
    "say_abstain_others": N_("Their body abstains."),
    "say_shared_others": N_(
        "Their body shares its votes: {yes} yes, {no} no, {abstain} abstaining."
    ),
    "say_order_others": N_("Their body puts them in this order: {ranking}."),
    "limits_none_others": N_("Their body agrees to any number."),
    "limits_most_others": N_("Their body agrees to {most} at most."),
    "limits_least_others": N_("Their body agrees to {least} at least."),
    "limits_both_others": N_("Their body agrees to between {least} and {most}."),
}

OF_ALL: dict[str, Words] = {
    "holds_no_seat": N_("You speak from no seat here."),
    "nobody_steps_in": N_(
        "Nobody stands in for this seat who could speak now. Ask your body to name"
        " somebody."
    ),
    "nothing_handed_over": N_("You have handed no seat over that you could take back."),
    "seat_held_by_another": N_("Somebody else speaks from this seat now."),
    "vote_fell_with_recall": N_(
        "Whoever said this was called home before the vote was over, and by our pact"
        " what they said fell with that."
    ),
    "congress_chooses_none": N_(
        "None of the {ways} ways is put before each of the others by enough votes."
    ),
    "others_put_first": N_(
        "Your body put words last. Until {again} others can put theirs first."
    ),
    "congress_not_quorate": N_(
        "{present} of {bodies} bodies are here; at least {needed} of them have to be."
    ),
    "congress_says_no_above": N_(
        "{yes} of {of} votes say yes; more than {needed} of them have to."
    ),
    "congress_says_no_reached": N_(
        "{yes} of {of} votes say yes; at least {needed} of them have to."
    ),
}

SENTENCES: dict[str, Words] = {**TO_THEM, **OF_OTHERS, **OF_ALL}
