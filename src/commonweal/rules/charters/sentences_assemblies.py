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
