"""What people read about a confederation: what happened, and why not."""

from commonweal.rules.confederation.sentences_mandates import SENTENCES as MANDATES
from commonweal.rules.confederation.sentences_reports import SENTENCES as REPORTS
from commonweal.rules.confederation.sentences_standards import (
    SENTENCES as STANDARDS,
)
from commonweal.rules.sentence import N_, NP_, Words

BODIES: dict[str, Words] = {
    "body_of_itself": N_("A confederation cannot be a member of itself."),
    "body_belongs_already": N_("This body is a member already."),
    "body_circle": N_(
        "This confederation is itself below the body that would come in, by way of"
        " {way}. Then each would be under the other, and nobody at the base."
    ),
    "body_is_in": N_("This body is in already, or has asked to come in."),
    "body_is_not_in": N_("This body is not a member now."),
    "body_not_applying": N_("This body has not asked to come in."),
    "sponsored_twice": N_("You have spoken for it already."),
    "too_few_sponsors": N_(
        "{sponsors} members speak for it, and the pact asks for {needed}. Ask another"
        " body to speak for it."
    ),
    "admission_missed_above": N_(
        "{yes} of {of} said yes to it; more than {needed} of them have to."
    ),
    "admission_missed_reached": N_(
        "{yes} of {of} said yes to it; at least {needed} of them have to."
    ),
    "body_not_leaving": N_("This body has not said that it leaves."),
    "body_not_accused": N_(
        "Nobody is put out unheard. First say what it is about, and give the body its"
        " time to answer."
    ),
    "body_still_heard": N_("The body has until {until} to answer."),
    "expulsion_missed_above": N_(
        "{yes} of {of} said that it goes; more than {needed} of them have to."
    ),
    "expulsion_missed_reached": N_(
        "{yes} of {of} said that it goes; at least {needed} of them have to."
    ),
}

ANSWERS: dict[str, Words] = {
    "answer_not_asked": N_("This body was not asked about these words."),
    "answer_by_nobody": N_(
        "This body was dissolved, or has left, so nobody answers for it any more."
    ),
    "answer_other_text": N_(
        "This answers other words than those that are asked about. Decide again on the"
        " words as they are now."
    ),
    "answer_too_early": N_("The bases are asked from {opens} on."),
    "answer_too_late": N_("Answers were taken until {closed}. This came later."),
    "counts_below_nought": N_("Nobody can be counted less than no times."),
    "counts_above_present": N_(
        "{cast} answered, and only {present} were there. Count again."
    ),
    "counts_above_asked": N_(
        "{present} were there, and when the bases were asked this one had {members} "
        "members who are counted in it. Nobody counts twice, and nobody who came later."
    ),
    "counts_above_roll": N_(
        "{present} were there, and only {roll} may vote here. Count again."
    ),
    "says_yes_without_them": N_(
        "A body says yes only if more of its members do: here {yes} said yes and {no}"
        " said no."
    ),
    "sealed_with_counts": N_(
        "So few voted in secret that none of it is told, and here it is told."
    ),
    "returns_no_words": N_(
        "To send the words back, write what should stand there instead."
    ),
}

RATIFYING: dict[str, Words] = {
    "both_majorities_met": N_(
        "Enough bodies say yes, and enough of all their members."
    ),
    "congress_again_same": N_(
        "The congress until {until}, counted again: {yes} yes, {no} no, {abstain} "
        "neither, as it was told. Sayings that do not count: {left_out}."
    ),
    "congress_again_otherwise": N_(
        "The congress until {until}, counted again: {yes} yes, {no} no, {abstain} "
        "neither. It was told otherwise."
    ),
    "congress_again_alone": N_(
        "The congress until {until}, counted so far: {yes} yes, {no} no, {abstain} "
        "neither. Sayings that do not count: {left_out}."
    ),
    "congress_counts_otherwise": N_(
        "What delegates said comes to something else than the file tells. Do not rely "
        "on it: ask the bodies what they have."
    ),
    "no_matter_file": N_(
        "“{file}” is no file of a matter, or was cut or changed. Take it anew from the"
        " page of the matter."
    ),
    "too_few_bodies_answer": N_(
        "{answered} of {bodies} bodies have answered; at least {needed} of them have"
        " to."
    ),
    "too_few_members_vote": N_(
        "{cast} of {members} members have voted, over all bodies; at least {needed} of"
        " them have to."
    ),
    "bodies_say_no_above": N_(
        "{yes} of {of} bodies say yes; more than {needed} of them have to."
    ),
    "bodies_say_no_reached": N_(
        "{yes} of {of} bodies say yes; at least {needed} of them have to."
    ),
    "members_say_no_above": N_(
        "{yes} of {of} members who took a side say yes, over all bodies; more than"
        " {needed} of them have to."
    ),
    "members_say_no_reached": N_(
        "{yes} of {of} members who took a side say yes, over all bodies; at least"
        " {needed} of them have to."
    ),
}

MATTERS: dict[str, Words] = {
    "matter_raised_already": N_("Enough bodies have raised this matter already."),
    "body_raised_already": N_("This body has raised it already."),
    "too_many_raised": NP_(
        "{most} matter that we raised is before all bodies still, and by the pact no "
        "body has more at a time. Wait until it is decided, or take it back.",
        "{most} matters that we raised are before all bodies still, and by the pact no "
        "body has more at a time. Wait until one is decided, or take one back.",
        by="most",
    ),
    "stays_below": N_(
        "“{competence}” is not in what we decide together, so each body goes on"
        " deciding it for itself. To decide it together, change the pact first."
    ),
    "raised_by_some": NP_(
        "{bodies} body raises it; {needed} have to.",
        "{bodies} bodies raise it; {needed} have to.",
        by="bodies",
    ),
    "raised_by_enough": NP_(
        "{bodies} body raises it. Now all of them speak about it.",
        "{bodies} bodies raise it. Now all of them speak about it.",
        by="bodies",
    ),
    "congress_can_speak": N_("The bases had their time. A congress can find words."),
    "bases_are_asked": NP_(
        "A congress has found words. {bodies} body is asked, for {days} days.",
        "A congress has found words. {bodies} bodies are asked, for {days} days.",
        by="bodies",
    ),
    "bases_said_yes": N_(
        "The bases said yes: {bodies} bodies, and {yes} members against {no}."
    ),
    "words_came_back": NP_(
        "{bodies} body sent the words back with changes. {why}",
        "{bodies} bodies sent the words back with changes. {why}",
        by="bodies",
    ),
    "matter_withdrawn": N_("Whoever raised it took it back."),
    "not_before_congress": N_("A congress cannot find words on this now."),
    "nothing_urgent_here": N_("Our pact knows no urgent decisions."),
    "pact_is_never_urgent": N_("The pact is never changed in a hurry."),
    "urgent_once": N_(
        "This was decided as urgent once. A second time it goes the ordinary way."
    ),
    "urgent_too_soon": N_(
        "Also what is urgent is known {hours} hours before it is decided."
    ),
    "matter_has_words": N_("Words were found already, so it cannot be taken back."),
    "others_raised_it_too": N_("Only whoever alone raised it can take it back."),
    "nobody_is_asked": N_("The bases are not asked about this now."),
    "matter_not_ratified": N_("The bases have not said yes to this."),
    "urgent_lapsed": N_(
        "It was urgent, and the bases did not say yes in time. It holds no longer."
    ),
    "body_was_not_asked": N_("This body was not asked, so it is not bound."),
    "body_left": N_("This body has left, so it is not bound."),
    "body_did_not_ratify": N_("This binds those who said yes, and this body did not."),
    "body_is_bound": N_("It is in force for this body."),
    "body_stayed_out": N_("This body stays out of it."),
    "body_can_stay_out": N_("This body can stay out of it until {until}."),
    "nobody_stays_out": N_("By our pact nobody stays out of what was ratified."),
    "nothing_to_stay_out_of": N_("Nothing was ratified that one could stay out of."),
    "said_yes_already": N_("This body said yes, so it is bound."),
    "too_late_to_stay_out": N_("One could stay out until {until}."),
}

DELEGATES: dict[str, Words] = {
    "delegate_of_two_bodies": N_(
        "They are a delegate of another body here, and nobody can carry two mandates."
    ),
    "delegate_holds_office": N_(
        "They hold an office already, and our pact allows one."
    ),
    "delegate_too_many_terms": NP_(
        "They have served {terms} term, as many as our pact allows in a row.",
        "They have served {terms} terms, as many as our pact allows in a row.",
        by="terms",
    ),
    "seats_no_parity": N_(
        "All who would sit here say that they are of one gender, and our pact asks for"
        " more than one."
    ),
}

SENTENCES: dict[str, Words] = {
    **BODIES,
    **ANSWERS,
    **RATIFYING,
    **MATTERS,
    **MANDATES,
    **REPORTS,
    **DELEGATES,
    **STANDARDS,
}
