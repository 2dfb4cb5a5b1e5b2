"""What people read about forms of meeting: what each is, and what it refuses."""

from commonweal.rules.sentence import N_, NP_, Words

FORMS: dict[str, Words] = {
    "form_assembly": N_("Assembly"),
    "form_assembly_more": N_("Everybody talks and decides."),
    "form_spokes_council": N_("Spokes council"),
    "form_spokes_council_more": N_(
        "One speaks for each group, and asks their table before anything is decided. "
        "Each group counts once; two thirds of the groups must be there."
    ),
    "form_congress_session": N_("Congress session"),
    "form_congress_session_more": N_(
        "It opens only once enough are there to decide, somebody keeps the door and "
        "somebody takes minutes. Who spoke less in the whole session comes first."
    ),
    "form_working_meeting": N_("Working meeting"),
    "form_working_meeting_more": N_(
        "Nothing is decided; people talk and take on tasks. Nobody has to take minutes."
    ),
    "form_unknown": N_("There is no such form of meeting."),
    "working_meeting_decides_nothing": N_(
        "This is a working meeting: people take on tasks, and nothing is decided. Call "
        "an assembly to decide it."
    ),
    "no_spokes_here": N_("Nobody speaks for a group here: it is no spokes council."),
    "tables_were_not_consulted": N_(
        "Let the tables talk about this matter first. Then their spokes can decide."
    ),
    "tables_consult": N_("The tables are talking. Let the spokes come back first."),
    "tables_do_not_consult": N_("The tables are not talking now."),
    "only_spokes_speak": N_(
        "Here the spokes speak, one for each group. Tell yours, or speak for your "
        "group from now on."
    ),
    "speaks_for_another_group": N_(
        "Whoever speaks for a group speaks for no other. Let somebody else follow "
        "there first."
    ),
    "group_has_its_spoke": N_(
        "Somebody who is here speaks for this group. They can let you follow, and so "
        "can whoever facilitates."
    ),
    "only_keepers_name_others": N_(
        "Whoever facilitates or keeps the door names somebody else."
    ),
    "group_is_a_number": N_("Groups have numbers from 1 to {most}."),
    "too_few_spokes": NP_(
        "It takes spokes of {needed} groups, and one speaks so far.",
        "It takes spokes of {needed} groups, and {there} speak so far.",
        by="there",
    ),
    "nobody_keeps_the_door": N_(
        "In a congress session somebody keeps the door and looks who may come in. Give "
        "that role to somebody."
    ),
}
