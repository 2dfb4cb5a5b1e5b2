"""What the tables of assemblies hold, for whoever asks what can be seen."""

from commonweal.rules.sentence import N_, Words

OF_ASSEMBLIES: dict[str, Words] = {
    "table_assemblies_assembly": N_("Assemblies, as they were called"),
    "table_assemblies_assemblydeed": N_(
        "What was done in assemblies: who came, who asked to speak, what was turned "
        "to, and what phones said in decisions and tests for consensus"
    ),
    "table_assemblies_roommark": N_(
        "That a ballot is in, in a secret vote by phone in an assembly, until it ends"
    ),
    "table_assemblies_roomenvelope": N_(
        "Secret ballots by phone in an assembly, until the vote ends"
    ),
    "column_assemblies_roommark_began": N_("in which vote"),
    "column_assemblies_roommark_mark": N_(
        "who it is, as a number that only the key of the vote gives"
    ),
    "column_assemblies_roomenvelope_began": N_("in which vote"),
    "column_assemblies_roomenvelope_sealed": N_("what they marked, sealed"),
    "column_assemblies_assembly_place": N_("where it is"),
    "column_assemblies_assembly_agenda": N_(
        "what is on the agenda; of what an earlier assembly left, whose blocks stood"
    ),
    "column_assemblies_assembly_called_by": N_("who called it"),
    "column_assemblies_assembly_called_at": N_("when members were told"),
    "column_assemblies_assembly_opens_at": N_("for when it was called"),
    "column_assemblies_assembly_form": N_("what form of meeting it is"),
    "column_assemblies_assembly_code": N_("the code that is shown in the room"),
    "column_assemblies_assembly_roll": N_("who counts in it, once it was opened"),
    "column_assemblies_assemblydeed_assembly": N_("in which assembly"),
    "column_assemblies_assemblydeed_deed": N_("what was done"),
    "column_assemblies_assemblydeed_done_by": N_("who did it"),
    "column_assemblies_assemblydeed_about": N_("about whom"),
    "column_assemblies_assemblydeed_item": N_("with which matter"),
    "column_assemblies_assemblydeed_what": N_(
        "which role was handed on, what somebody asked to speak for, how many hands "
        "they counted, or what they said by phone"
    ),
    "column_assemblies_assemblydeed_reason": N_("why, as the minutes say it"),
    "column_assemblies_assemblydeed_words": N_(
        "what was put to a test for consensus, what a block names, texts and "
        "amendments, or the sums of a secret vote by phone"
    ),
    "column_assemblies_assemblydeed_done_at": N_("when"),
    "column_assemblies_assemblydeed_salt": N_(
        "what keeps it from being guessed by its seal"
    ),
    "column_assemblies_assembly_minutes_due_at": N_(
        "when its minutes go out by themselves"
    ),
    "column_assemblies_minutesdeed_decided_in": N_("in which later assembly"),
    "table_assemblies_approvedminutes": N_("Minutes as they were approved"),
    "column_assemblies_approvedminutes_assembly": N_("of which assembly"),
    "column_assemblies_approvedminutes_approved_in": N_("which assembly approved them"),
    "column_assemblies_approvedminutes_text": N_(
        "what they say, with members by their ids"
    ),
    "column_assemblies_approvedminutes_approved_at": N_("when"),
    "table_assemblies_task": N_("Tasks that members were asked to take on"),
    "column_assemblies_task_assembly": N_("in which assembly"),
    "column_assemblies_task_words": N_("what is to be done"),
    "column_assemblies_task_asked_of": N_("who is asked to do it"),
    "column_assemblies_task_asked_by": N_("who asked"),
    "column_assemblies_task_asked_at": N_("when"),
    "column_assemblies_task_due_on": N_("until which day"),
    "column_assemblies_task_salt": N_("what keeps it from being guessed by its seal"),
    "table_assemblies_taskdeed": N_("What was said of tasks"),
    "column_assemblies_taskdeed_task": N_("of which task"),
    "column_assemblies_taskdeed_deed": N_("what was said"),
    "column_assemblies_taskdeed_reason": N_("why, if somebody said so"),
    "column_assemblies_taskdeed_due_on": N_("until which other day"),
    "column_assemblies_taskdeed_done_by": N_("who said it"),
    "column_assemblies_taskdeed_done_at": N_("when"),
    "column_assemblies_taskdeed_done_in": N_("which assembly asked after it"),
    "column_assemblies_taskdeed_salt": N_(
        "what keeps it from being guessed by its seal"
    ),
    "table_assemblies_checkout": N_(
        "Which assemblies were taken to a laptop, and how they came back"
    ),
    "column_assemblies_checkout_assembly": N_("which assembly"),
    "column_assemblies_checkout_laptop": N_(
        "by what the laptop is known, which says nothing of whose it is"
    ),
    "column_assemblies_checkout_taken_by": N_("who took it"),
    "column_assemblies_checkout_taken_at": N_("when"),
    "column_assemblies_checkout_until_at": N_("until when it is waited for"),
    "column_assemblies_checkout_deeds": N_("how much was done in it before"),
    "column_assemblies_checkout_digest": N_("the number of the file that went"),
    "column_assemblies_checkout_result": N_("the number of the file that came back"),
    "column_assemblies_checkout_file": N_(
        "the file for the laptop, which it alone opens, until it is back"
    ),
    "column_assemblies_checkout_is_here": N_("whether this machine is the laptop"),
    "column_assemblies_checkout_ended_at": N_("when it was over"),
    "column_assemblies_checkout_end": N_("how"),
    "table_assemblies_minutesdeed": N_(
        "What was done with minutes: put right, proposed, sent out, approved"
    ),
    "column_assemblies_minutesdeed_assembly": N_("of which assembly"),
    "column_assemblies_minutesdeed_deed": N_("what was done"),
    "column_assemblies_minutesdeed_line": N_("with which line"),
    "column_assemblies_minutesdeed_words": N_("in which words"),
    "column_assemblies_minutesdeed_answers": N_("which proposal it answers"),
    "column_assemblies_minutesdeed_done_by": N_("who did it"),
    "column_assemblies_minutesdeed_done_at": N_("when"),
    "column_assemblies_minutesdeed_salt": N_(
        "what keeps it from being guessed by its seal"
    ),
}
