"""What people read about a pact in a charter: its prose, its objections."""

from commonweal.rules.sentence import N_, NP_, Words

PACT: dict[str, Words] = {
    "prose_title_pact": N_("Our pact"),
    "prose_bodies": N_(
        "This was agreed on by institutions that stay their own. Here they are called "
        "bodies."
    ),
    "prose_competences": N_(
        "Together we decide only about: {competences}. All else stays with each body."
    ),
    "prose_competence": N_("“{name}”"),
    # ---- a matter is brought, and delegates are sent
    "prose_raised_by": NP_(
        "Any body can bring a matter before all.",
        "A matter comes before all once {bodies} bodies bring it.",
        by="bodies",
    ),
    "prose_raised_most": NP_(
        "Each body has {most} matter of its own before all at a time, a change of this "
        "pact included.",
        "Each body has at most {most} matters of its own before all at a time, changes "
        "of this pact included.",
        by="most",
    ),
    "prose_raised_notice": N_(
        "Then all the bodies have {days} to speak about it, before a congress finds "
        "words for it."
    ),
    "prose_raised_without_notice": N_("Then a congress can find words for it at once."),
    "prose_delegates": NP_(
        "Each body sends {seats} delegate, for {days}.",
        "Each body sends {seats} delegates, for {days}.",
        by="seats",
    ),
    "prose_delegates_terms": NP_(
        "Nobody is sent for more than {terms} term in a row.",
        "Nobody is sent for more than {terms} terms in a row.",
        by="terms",
    ),
    "prose_delegates_overlap": N_(
        "When a term is over, whoever leaves stays for {days} more to hand over."
    ),
    "prose_delegates_without_overlap": N_(
        "When a term is over, whoever leaves has no more days to hand over."
    ),
    "prose_delegates_mandate": N_(
        "Delegates say what their body gave them to say. What they say beyond that "
        "does not count, and their body can call them home at any time."
    ),
    "prose_votes_before_stand": N_(
        "What delegates said before they were called home still counts."
    ),
    "prose_votes_before_fall": N_(
        "Where a vote is not over yet, what delegates said in it before they were "
        "called home no longer counts."
    ),
    # ---- the congress
    "prose_congress": N_(
        "In a congress the delegates find words. These bind nobody until the bases "
        "have said yes."
    ),
    "prose_congress_votes_one_each": N_("In a congress each body has one vote."),
    "prose_congress_votes_bands": N_(
        "In a congress a body with more members has more votes: one up to 50 members, "
        "then 2 up to 100, 3 up to 300, 4 up to 600, 5 up to 1,000, 6 up to 1,500, 7 "
        "up to 2,500, and 8 if it is larger."
    ),
    "prose_congress_votes_members": N_(
        "In a congress each body has as many votes as it has members."
    ),
    "prose_congress_cap": N_(
        "No body has more than {share} of all votes there. Where there are too few "
        "bodies for that, all weigh the same."
    ),
    "prose_congress_without_cap": N_(
        "There is no limit to the share of all votes that one body can have there."
    ),
    "prose_congress_agrees": N_(
        "A congress agrees on words if {there}, and {agreement}."
    ),
    "prose_congress_hours": NP_(
        "What is put to a congress stays open for {hours} hour.",
        "What is put to a congress stays open for {hours} hours.",
        by="hours",
    ),
    "there_bodies": N_("at least {share} of the bodies are there"),
    "there_any_bodies": N_("any of the bodies are there"),
    "pact_congress_above": N_(
        "more than {share} of the votes for yes or no are for yes"
    ),
    "pact_congress_reached": N_(
        "at least {share} of the votes for yes or no are for yes"
    ),
    # ---- what the bases say
    "prose_bases_asked": N_(
        "Then the assemblies at the base are asked about these words, each for its own "
        "members. They have {days} to answer."
    ),
    "prose_silence_apart": N_(
        "A body that does not answer is left apart: it counts neither as yes nor as no."
    ),
    "prose_silence_no": N_("A body that does not answer counts as one that says no."),
    "prose_silence_yes": N_(
        "A body that does not answer counts as one that says yes; none of its members "
        "count as having voted."
    ),
    "prose_bases_answering": N_("At least {share} of the bodies have to answer."),
    "prose_bases_any_answering": N_("It counts however few bodies answer."),
    "prose_bases_turnout": N_(
        "At least {share} of all members, over all bodies, have to vote."
    ),
    "prose_bases_any_turnout": N_("It counts however few members vote in the bodies."),
    "prose_bases_say_yes": N_("The bases have said yes if {bodies}, and {members}."),
    "pact_answered_above": N_("more than {share} of the bodies that answered say yes"),
    "pact_answered_reached": N_("at least {share} of the bodies that answered say yes"),
    "pact_bodies_above": N_("more than {share} of all bodies say yes"),
    "pact_bodies_reached": N_("at least {share} of all bodies say yes"),
    "pact_members_above": N_(
        "more than {share} of all members who said yes or no, over all bodies, said yes"
    ),
    "pact_members_reached": N_(
        "at least {share} of all members who said yes or no, over all bodies, said yes"
    ),
    "prose_bases_rounds": NP_(
        "They are asked {rounds} time about a matter; words that come back with "
        "changes are not put again.",
        "They are asked up to {rounds} times about a matter, if words come back with "
        "changes.",
        by="rounds",
    ),
    "prose_binding_all": N_("What the bases have said yes to binds all bodies."),
    "prose_binding_ratifiers": N_(
        "What the bases have said yes to binds only the bodies that said yes to it."
    ),
    "prose_binding_opt_out": N_(
        "What the bases have said yes to binds all bodies, but one that did not say "
        "yes has {days} to stay out of it."
    ),
    "prose_silent_are_bound": N_(
        "Bodies that did not answer are bound as well by what the others said."
    ),
    # ---- what is urgent
    "for_hours": NP_("{hours} hour", "{hours} hours", by="hours"),
    "prose_urgent": N_(
        "What cannot wait for the bases a congress can decide by itself if it was "
        "known {hours} before, {there}, and {agreement}. It holds for {days} and is "
        "over then, unless the bases say yes to it."
    ),
    "prose_pact_never_urgent": N_("The pact itself is never urgent."),
    "prose_nothing_urgent": N_(
        "Nothing is so urgent that a congress decides it without the bases."
    ),
    # ---- the pact changes
    "prose_pact_changes": N_(
        "Any body can ask all to change this pact. It changes if {bodies}, and "
        "{members}; they have {days} to answer, and silence is no yes."
    ),
    "prose_pact_changes_answering": N_(
        "At least {share} of the bodies have to answer for that."
    ),
    "prose_pact_changes_any_answering": N_("That counts however few bodies answer."),
    # ---- bodies come and go
    "prose_body_comes": NP_(
        "A body that wants to come in needs {sponsors} other that speaks for it. It "
        "comes in if {agreement}.",
        "A body that wants to come in needs {sponsors} others that speak for it, or "
        "all while there are fewer. It comes in if {agreement}.",
        by="sponsors",
    ),
    "prose_body_asks": N_("A body that wants to come in comes in if {agreement}."),
    "prose_body_asked_in_vain": N_(
        "A body that asked and was not let in within {days} asks no longer. It can "
        "take back that it asks at any time, and can ask again."
    ),
    "prose_body_put_out": N_(
        "A body is put out only after others said why they want that and all had {days}"
        " to hear it, and if {agreement}."
    ),
    "pact_others_above": N_("more than {share} of all the others say so"),
    "pact_others_reached": N_("at least {share} of all the others say so"),
    "prose_body_leaves": N_(
        "A body that wants to go says so {days} before, and needs nobody’s leave. "
        "Until then it is asked and bound like all."
    ),
    "prose_body_leaves_at_once": N_(
        "A body that wants to go says so and is gone, and needs nobody’s leave."
    ),
    # ---- what is different where bodies are members
    "prose_delegates_come": N_(
        "Here bodies are members. Delegates come by a decision of their body."
    ),
    "prose_rule_rest": N_(
        "This is how delegates decide on anything that no other rule is named for and "
        "that sets more in motion than words."
    ),
    "prose_parting_of_bodies": N_(
        "Delegates cannot decide that we part. We part when the last of us leaves."
    ),
    "prose_bodies_wind_up": N_(
        "Then nobody comes any more, and there is time for {days} to finish what is "
        "open."
    ),
    "prose_change_by_bodies": N_(
        "This charter is our pact, and it belongs to the bodies: it changes when their "
        "bases say yes to that, and not by their delegates, nor by anybody who runs the"
        " machine. A vote that has opened is finished by the rules it opened with."
    ),
    # ---- what can be chosen
    "choice_votes_one_each": N_("one each"),
    "choice_votes_bands": N_("more for larger ones, but fewer for each member"),
    "choice_votes_members": N_("as many as it has members"),
    "choice_silence_apart": N_("is left apart"),
    "choice_silence_no": N_("counts as no"),
    "choice_silence_yes": N_("counts as yes"),
    "choice_binding_all": N_("all bodies"),
    "choice_binding_ratifiers": N_("only those that say yes"),
    "choice_binding_opt_out": N_("all but those that stay out in time"),
    "choice_votes_before_stand": N_("still count"),
    "choice_votes_before_fall": N_("no longer count"),
    # ---- what speaks against a pact
    "charter_pact_without_competences": N_(
        "There is a pact, and nothing that is decided together. Name what is, under "
        "competences."
    ),
    "charter_competences_without_pact": N_(
        "There are competences, and no pact of bodies that would decide about them "
        "together. Write a pact, or leave them out."
    ),
    "charter_delegates_by_invitation": N_(
        "Bodies are members here and send their delegates, so nobody comes by "
        "invitation. Let people join by decision only."
    ),
    "charter_delegates_by_delegates": N_(
        "{where} names a rule for admitting members. Here bodies are members and send "
        "their delegates, so no rule does. Leave it out."
    ),
    "charter_one_body_binds_all_apart": N_(
        "However few bodies answer, it would bind all, and those that do not answer "
        "are left apart. So one body alone could bind all others. Say how many have to "
        "answer, or bind only those that say yes."
    ),
    "charter_one_body_binds_all_yes": N_(
        "However few bodies answer, it would bind all, and those that do not answer "
        "count as yes. So one body alone could bind all others. Say how many have to "
        "answer, or bind only those that say yes."
    ),
    "charter_one_body_changes_pact": N_(
        "However few bodies answer, the pact would change. So one body alone could "
        "change it for all others. Say how many have to answer to that."
    ),
    "charter_pact_changed_by_fewer": N_(
        "{where} asks fewer to agree to another pact than to what is decided under it."
        " Ask for at least as many."
    ),
    "charter_body_put_out_by_few": N_(
        "{where} lets half of the others put a body out, or fewer. Ask for more than "
        "half of them."
    ),
    "charter_cap_out_of_reach": N_(
        "No body may have more than {share} of all votes in a congress. That takes "
        "{bodies} bodies, and there are never so many. Write a larger share, or 0 for "
        "no limit."
    ),
    "charter_majority_impossible": N_(
        "{where} asks for more than everybody to agree. Ask for all, or for less."
    ),
}
