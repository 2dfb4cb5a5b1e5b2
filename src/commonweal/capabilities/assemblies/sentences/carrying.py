"""What is said about an assembly that is carried to a laptop and back."""

from commonweal.rules.sentence import N_, NP_, Words

REFUSALS: dict[str, Words] = {
    "only_facilitator_takes_along": N_(
        "Only whoever facilitates the assembly takes it to a laptop. Who cannot come "
        "hands that on first."
    ),
    "only_who_leads_calls_back": N_(
        "Whoever facilitates or took it along calls it back, or whoever holds an "
        "office that could call it off."
    ),
    "only_facilitator_takes_open_one": N_(
        "The assembly is open. Only whoever facilitates it, in the room, takes it to a "
        "laptop now."
    ),
    "too_early_for_laptop": N_(
        "It is too early to take the assembly to a laptop. It can be taken from {when} "
        "on, two days before it begins: until then others may still join, and minutes "
        "can be put right."
    ),
    "laptop_code_mistyped": N_(
        "This is not the code of a laptop. Write down or copy all of what “commonweal "
        "assembly” shows there: 14 groups of four."
    ),
    "assembly_is_away": N_(
        "The assembly is on a laptop, in a room without internet. Nothing is done in "
        "it here until it comes back; if it does not, from {when} on."
    ),
    "assembly_is_not_away": N_("The assembly is not on a laptop."),
    "assembly_was_finished": N_(
        "The assembly is finished on this laptop, and its file is written. It goes on "
        "where it came from."
    ),
    "minutes_are_away": N_(
        "These minutes are with an assembly on a laptop. They can be changed when it "
        "is back; if it does not come back, from {when} on."
    ),
    "minutes_wait_for_return": N_(
        "On the laptop the minutes are there to read. They are put right and sent out "
        "where the assembly came from, once it is back there."
    ),
    "reason_to_call_back_missing": N_(
        "Please say why it is called back. The reason stands in the minutes."
    ),
    "result_unreadable": N_(
        "This is no file from a laptop, or it was changed on the way. Nothing was "
        "taken in. Bring the file that the laptop wrote; it writes the same one again."
    ),
    "result_of_another_assembly": N_(
        "This file is about another assembly, or from another time that this one was "
        "taken to a laptop. Nothing was taken in."
    ),
    "result_of_another_laptop": N_(
        "This file is from another laptop than the one the assembly was taken to. "
        "Nothing was taken in."
    ),
    "result_is_here": N_(
        "This file was brought in already: {when}. Nothing was done a second time."
    ),
    "another_result_is_here": N_(
        "Another file of the same assembly was brought in already: {when}. Nothing was "
        "taken in. If this one is the right one, members decide what becomes of it."
    ),
    "result_was_set_aside": N_(
        "What came back was set aside by those who were put down as there. Nothing was "
        "taken in."
    ),
    "assembly_was_called_back": N_(
        "The assembly was called back from the laptop: {when}. Nothing was taken in. "
        "The laptop still has its minutes, to read and to print."
    ),
    "result_is_late": N_(
        "The laptop was waited for until {when}, and members may have met again since. "
        "Nothing was taken in. The laptop still has its minutes, to read and to print; "
        "what was decided there can be put before the next assembly."
    ),
    "laptop_clock_was_behind": N_(
        "By the laptop’s clock something was done before the assembly was taken there: "
        "{when}. Nothing was taken in."
    ),
    "laptop_clock_was_ahead": N_(
        "The laptop’s clock was ahead. By it this ended at a time that is still to "
        "come. Nothing was taken in and nothing is lost: bring the file again after "
        "{when}."
    ),
    "result_against_rules": N_(
        "What is number {number} in the file cannot have been done. {why} Nothing was "
        "taken in."
    ),
    "not_done_on_laptop": N_(
        "This is not done on a laptop. Who was away says it where the assembly came "
        "from, once it is back."
    ),
    "done_after_its_end": N_("The assembly had been closed by then."),
    "nothing_came_from_laptop": N_("Nothing came back from a laptop here."),
    "is_set_aside_already": N_("It is set aside already."),
    "only_who_was_put_down": N_(
        "Those say so who were put down as there. You were not."
    ),
    "has_disputed": N_("You have said so already."),
    "too_late_to_dispute": N_(
        "The minutes are out. You can still put them right, line by line."
    ),
    "reason_to_dispute_missing": N_(
        "Please say what was otherwise. It stands in the minutes."
    ),
    "file_not_for_this_laptop": N_(
        "This file is not for this laptop, or it was changed on the way. Take the "
        "assembly along once more, with the code that this laptop shows."
    ),
    "clock_is_behind": N_(
        "This laptop’s clock says {now}, and the file was made later: {when}. Put the "
        "clock right and begin again."
    ),
    "file_is_over": N_(
        "The assembly was waited for until {when}. Take it along once more."
    ),
    "not_back_yet": N_(
        "Nobody else has this assembly yet. Bring it in first; its page there then "
        "says by which number this laptop may forget it. Without that, it may from "
        "{when} on."
    ),
    "nothing_was_taken_up": N_(
        "This laptop holds no assembly yet. Begin with the file that came along."
    ),
    "name_not_by_phone": N_(
        "Nobody comes in under this name by a phone. Type all of it as it is known "
        "here. If somebody is in under it already, or it has a role, or two have it: "
        "go to the laptop."
    ),
    "device_has_a_name": N_(
        "Somebody came in by this phone already. For another name go to the laptop."
    ),
    "close_it_first": N_(
        "The assembly is still open. Close it first; then it can be finished here."
    ),
}

LINES: dict[str, Words] = {
    "journal.took_assembly_along": N_(
        "{by} took assembly {number} to a laptop, for a room without internet. It is "
        "waited for until {until}."
    ),
    "journal.called_assembly_back": N_(
        "{by} called assembly {number} back from the laptop: “{reason}”"
    ),
    "journal.gave_up_laptop": N_(
        "Nothing had come back from the laptop in time, so assembly {number} is held "
        "here again."
    ),
    "journal.brought_assembly_in": NP_(
        "{by} brought in what was done on the laptop in assembly {number}: {deeds} "
        "deed, which stands in the lines before this one. The number of the file is "
        "{digest}.",
        "{by} brought in what was done on the laptop in assembly {number}: {deeds} "
        "deeds, which stand in the lines before this one. The number of the file is "
        "{digest}.",
        by="deeds",
    ),
    "journal.disputed_from_laptop": N_(
        "{by} was put down as there, and says that what came back from the laptop in "
        "assembly {number} is not what happened: “{reason}”"
    ),
    "journal.put_clock_back": NP_(
        "The laptop’s clock was ahead. What was done there in assembly {number} is "
        "written down {minutes} minute earlier than it said.",
        "The laptop’s clock was ahead. What was done there in assembly {number} is "
        "written down {minutes} minutes earlier than it said.",
        by="minutes",
    ),
}

MINUTES: dict[str, Words] = {
    "minuted.unseen": N_(
        "Came in by a phone on the laptop, and nobody at the door saw them: {who}."
    ),
    "minuted.take_along": N_(
        "{by} took the assembly to a laptop, for a room without internet."
    ),
    "minuted.call_back": N_("{by} called it back from the laptop: “{reason}”"),
    "minuted.give_up": N_("Nothing had come back from the laptop in time."),
    "minuted.dispute": N_(
        "{by} was put down as there, and says that what came back from the laptop is "
        "not what happened: “{reason}”"
    ),
    "minuted.bring_in": N_("What was done on the laptop was brought in here."),
}

CARRYING: dict[str, Words] = REFUSALS | LINES | MINUTES
