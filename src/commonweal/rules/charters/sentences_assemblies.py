"""What people read in a charter about assemblies."""

from commonweal.rules.sentence import N_, NP_, Words

ASSEMBLIES: dict[str, Words] = {
    "prose_title_assemblies": N_("Assemblies"),
    "prose_assemblies_by_members": N_("Whoever may propose can call an assembly."),
    "prose_assemblies_by_office": N_(
        "Assemblies are called by whoever holds this office: {office}."
    ),
    "prose_assembly_called_off": N_(
        "Whoever called it can call it off before it begins, and so can whoever holds "
        "one of these offices, with a reason that all members read: {offices}."
    ),
    "prose_assembly_notice": N_(
        "All members are told at least {days} before, with the agenda."
    ),
    "prose_assembly_without_notice": N_(
        "All members are told before, with the agenda; no number of days is laid down."
    ),
    "prose_assembly_quorum": NP_(
        "It can decide once {number} member is there.",
        "It can decide once {number} members are there.",
        by="number",
    ),
    "prose_assembly_quorum_share": NP_(
        "It can decide once {share} of the members are there, and {number} at least.",
        "It can decide once {share} of the members are there, and {number} at least.",
        by="number",
    ),
    "choice_handed_on": N_("whoever is asked"),
    "choice_by_turn": N_("whoever had it least"),
    "choice_by_lot": N_("whoever the lot names"),
    "prose_roles_handed_on": N_(
        "Whoever leads asks somebody to keep the time, the queue, the door or the "
        "minutes, and each hands their role on."
    ),
    "prose_roles_by_turn": N_(
        "A role goes to whoever of those in the room had it in the fewest of the last "
        "assemblies, and between equals by lot. Whoever does not want it is passed "
        "over, and the reason is minuted."
    ),
    "prose_roles_by_lot": N_(
        "A role goes by lot to one of those in the room. Whoever does not want it is "
        "passed over, and the reason is minuted."
    ),
    "prose_room_decides_nothing": N_(
        "It talks, and decides nothing but its own minutes: that is for proposals, on "
        "which members vote."
    ),
    "prose_room_uses_slips": N_(
        "What was announced as a question it decides in secret, on slips of paper, "
        "which two count, each for themselves. Of fewer than {floor}, no more is told "
        "than what was decided."
    ),
    "prose_room_votes": N_(
        "What was announced as a question it decides by hands or phones, or in secret "
        "on slips of paper. It may look for consensus first; what is found so has to "
        "carry as a vote as well."
    ),
    "prose_room_finds_consensus": N_(
        "What was announced as a question is put to a test for consensus, in which all "
        "who are there say where they stand."
    ),
    "prose_block_says_why": N_("Whoever objects or blocks says why."),
    "prose_block_says_why_and": N_(
        "Whoever objects or blocks says why; whoever blocks also {what}."
    ),
    "prose_block_names": N_("names the principle or the harm it is about"),
    "prose_block_meets": N_("says that they come to talk about it"),
    "prose_block_ruled": N_(
        "The others can rule that a block does not hold, if {share} of all of them say "
        "so."
    ),
    "prose_block_never_ruled": N_("Nobody rules on a block."),
    "prose_absentees": NP_(
        "What the room finds is decided once those who were away have had {days} day "
        "to speak.",
        "What the room finds is decided once those who were away have had {days} days "
        "to speak.",
        by="days",
    ),
    "prose_no_absentees": N_("What the room finds is decided there and then."),
    "prose_talks": NP_(
        "What something stands against comes back to at most {number} more assembly, "
        "within {days}.",
        "What something stands against comes back to at most {number} more assemblies, "
        "within {days}.",
        by="number",
    ),
    "prose_block_lapses": N_(
        "A block no longer counts if whoever made it stays away from the next of them."
    ),
    "prose_rounds": NP_(
        "Its words can be tested {number} time.",
        "Its words can be changed and tested {number} times.",
        by="number",
    ),
    "prose_fallback": N_(
        "If it still stands after that, there is a last vote: it is adopted if {share} "
        "of those who say yes or no say yes."
    ),
    "prose_no_fallback": N_(
        "If it still stands after that, it is not adopted. There is no last vote."
    ),
    "prose_queue_passed": NP_(
        "Whoever has not spoken yet speaks first, then whoever had fewer turns. Nobody "
        "is passed by more than {number} person who asked later.",
        "Whoever has not spoken yet speaks first, then whoever had fewer turns. Nobody "
        "is passed by more than {number} people who asked later.",
        by="number",
    ),
    "prose_queue_unbounded": N_(
        "Whoever has not spoken yet speaks first, then whoever had fewer turns."
    ),
    "prose_responses": NP_(
        "On each matter there is room for {number} direct response out of turn.",
        "On each matter there is room for {number} direct responses out of turn.",
        by="number",
    ),
    "prose_no_responses": N_("Nobody answers out of turn."),
    "prose_minutes": N_("It does not open until somebody takes the minutes."),
    "prose_minutes_free": N_("It can open without anybody taking the minutes."),
}
