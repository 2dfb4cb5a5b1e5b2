"""What is said of an assembly: why a place in the queue is whose it is, and why not."""

from commonweal.rules.assemblies.sentences_deciding import DECIDING
from commonweal.rules.assemblies.sentences_forms import FORMS
from commonweal.rules.assemblies.sentences_texts import TEXTS
from commonweal.rules.assemblies.sentences_trying import NEXT, REHEARSING
from commonweal.rules.sentence import N_, NP_, Words

PLACES: dict[str, Words] = {
    "is_about_process": N_("A point of process comes first."),
    "answers": N_("Answers directly what was just said."),
    "is_asked_in_turn": N_("Everybody is asked in turn, in the order they came in."),
    "asked_first": N_("Asked before all who come after."),
    "has_not_spoken": N_("Has not spoken yet, and those who asked earlier have."),
    "has_had_fewer_turns": N_("Has had fewer turns than those who asked earlier."),
    "has_spoken_less": N_("Has spoken for less time than those who asked earlier."),
    "voices_alternate": N_("Comes here so that voices alternate, as the charter says."),
    "comes_before_each": N_("Before those who asked earlier, because {reasons}."),
    "has_not_spoken_in_part": N_("some of them have spoken already"),
    "has_had_fewer_turns_in_part": N_("some of them have had more turns"),
    "has_spoken_less_in_part": N_("some of them have spoken for longer"),
    "voices_alternate_in_part": N_("voices alternate"),
    "was_passed": NP_(
        "{number} person who asked later has spoken since, so it is their turn.",
        "{number} people who asked later have spoken since, so it is their turn.",
        by="number",
    ),
    "was_called": N_("Was given the word out of turn, for a reason."),
}

IN_THE_ROOM: dict[str, Words] = {
    "only_the_doorkeeper": N_(
        "You come in and go out yourself. For others the doorkeeper does."
    ),
    "not_asked_to_this": N_(
        "They are not among those who were asked to this assembly."
    ),
    "already_in_the_room": N_("They are in the room already."),
    "not_in_the_room": N_("They are not in the room."),
    "nothing_to_undo": N_("They have neither come nor gone, so nothing is undone."),
    "undo_too_late": N_(
        "That is too long ago to have been a slip. Say that they come in or go out now."
    ),
    "was_counted_meanwhile": N_(
        "They were counted in a decision meanwhile, so that they were there stands."
    ),
    "was_out_meanwhile": N_(
        "A decision began after they were put down as gone, so that stands. Let them "
        "come in again."
    ),
    "no_proxies_here": N_(
        "By the charter nobody can act for somebody who is away. Only those who come "
        "are counted."
    ),
    "proxy_is_somebody_else": N_("Please name somebody else to act for you."),
    "holds_enough_proxies": NP_(
        "They act for {most} member already, and may not for more. Ask another.",
        "They act for {most} members already, and may not for more. Ask another.",
        by="most",
    ),
    "no_proxy_to_take_back": N_("Nobody acts for you."),
    "too_few_in_the_room": NP_(
        "{needed} member is needed to decide. Here so far: {there}. You can talk, or "
        "wait for more.",
        "{needed} members are needed to decide. Here so far: {there}. You can talk, or "
        "wait for more.",
        by="needed",
    ),
    "none_to_decide_yet": NP_(
        "{needed} member is needed to decide, and nobody who counts is here.",
        "{needed} members are needed to decide, and nobody who counts is here.",
        by="needed",
    ),
    "quorum_was_lost": N_(
        "At the end {there} of those counted were still there, and it takes {needed}. "
        "The decision does not hold."
    ),
    "no_second_call_here": N_("The charter knows no second call."),
    "called_again_already": N_("The assembly was called a second time already."),
    "enough_are_there": N_("Enough are there. No second call is needed."),
    "second_call_too_early": NP_(
        "A second call comes {minutes} minute after the time that was announced.",
        "A second call comes {minutes} minutes after the time that was announced.",
        by="minutes",
    ),
    "second_call_cannot_decide_this": N_(
        "This needs the full number of people, and this is a second call. It can be "
        "talked about, and decided at another assembly."
    ),
    "not_the_matter_at_hand": N_("Please turn to this matter on the agenda first."),
    "no_decision_was_announced": N_(
        "The agenda did not say that something is decided here. It can be talked "
        "about, and decided at another assembly."
    ),
}

ON_AGENDA: dict[str, Words] = {
    "not_on_the_agenda": N_("This is not on the agenda."),
    "item_was_adjourned": N_("This was left for another assembly."),
    "item_goes_on": N_("This is what is being talked about now."),
    "item_was_begun": N_("This has been talked about already, so it keeps its place."),
    "not_among_what_is_ahead": N_("Please choose a matter that is still ahead."),
    "only_later_matters_lend": N_("Only a matter that is still ahead lends its time."),
    "minutes_to_borrow_missing": N_("Please say how many minutes, at least one."),
    "lender_has_fewer_minutes": NP_(
        "That matter has {minutes} minute to lend.",
        "That matter has {minutes} minutes to lend.",
        by="minutes",
    ),
    "reason_to_adjourn_missing": N_(
        "Please say why it is left for another assembly. It stands in the minutes."
    ),
}

IN_QUEUE: dict[str, Words] = {
    "only_keepers_of_the_queue": N_(
        "Whoever facilitates or keeps the queue does this."
    ),
    "only_keepers_ask_for_others": N_(
        "You ask for yourself. For others those who keep the queue or the door do."
    ),
    "already_in_queue": N_("They are in the queue already."),
    "not_in_queue": N_("They are not in the queue."),
    "queue_is_closed": N_(
        "The queue on this matter is closed. A point of process can still be made."
    ),
    "queue_is_closed_already": N_("The queue is closed already."),
    "queue_is_open_already": N_("The queue is open already."),
    "nothing_to_answer": N_("Nobody has spoken on this yet, so ask to speak instead."),
    "responses_are_used_up": NP_(
        "There can be {most} direct response on a matter, and it was made. Please ask "
        "to speak.",
        "There can be {most} direct responses on a matter, and they were made. Please "
        "ask to speak.",
        by="most",
    ),
    "nobody_speaks": N_("Nobody has the word now."),
    "nobody_waits": N_("Nobody waits to speak."),
    "override_needs_a_reason": N_(
        "Others are before them. Please say why they speak now. It stands in the "
        "minutes."
    ),
    "round_goes_on": N_("Everybody is being asked in turn already."),
}

OPENING: dict[str, Words] = {
    "only_the_facilitator": N_("Whoever facilitates does this."),
    "role_is_held": N_(
        "Somebody here has this role. They or whoever facilitates hand it on."
    ),
    "role_is_given_by_facilitator": N_(
        "Nobody has this role yet. Whoever facilitates gives it to somebody."
    ),
    "role_may_come_back": N_(
        "Whoever has this role was put out by somebody else, and has {minutes} minutes "
        "to come back before another takes it."
    ),
    "assembly_not_open": N_("The assembly has not been opened yet."),
    "assembly_is_open": N_("The assembly is open."),
    "reason_to_call_off_missing": N_(
        "Please say why it does not take place, for all who wanted to come."
    ),
    "assembly_is_over": N_("The assembly is over."),
    "assembly_lapsed": N_(
        "Nobody opened this assembly at its time, so it did not take place. Another "
        "can be called, and is offered what was on its agenda."
    ),
    "assembly_not_yet": N_(
        "The assembly was called for {when}. Please wait until then."
    ),
    "notice_too_short": NP_(
        "Members were told less than {days} day before. Please call it for a later "
        "day.",
        "Members were told less than {days} days before. Please call it for a later "
        "day.",
        by="days",
    ),
    "nobody_on_the_roll": N_("Nobody has the right to decide in this assembly."),
    "agenda_is_empty": N_("There is nothing on the agenda. Please add a matter first."),
    "nobody_takes_minutes": N_("Nobody takes the minutes yet. Please ask somebody to."),
    "opener_is_outside": N_(
        "You are not in the room yet. Please come in first, and then open it."
    ),
    "nobody_in_the_room": N_(
        "Nobody is in the room yet. Please let people come in first."
    ),
}

ON_MINUTES: dict[str, Words] = {
    "minutes_still_write": N_(
        "The minutes write themselves until the assembly is over. Then they can be put "
        "right."
    ),
    "minutes_are_approved": N_(
        "These minutes are approved and stay as they are. What is wrong in them can be "
        "taken up as a matter of its own."
    ),
    "only_who_took_minutes": N_(
        "Whoever took the minutes or facilitated does this. You can propose words for "
        "a line."
    ),
    "words_for_minutes_missing": N_("Please write what is to stand there."),
    "no_words_for_this": N_(
        "No words belong to this. You can propose words for a line of the minutes."
    ),
    "no_such_line": N_("There is no such line in these minutes."),
    "minutes_are_full": N_(
        "There are {most} remarks on these minutes, which is the most. Please bring "
        "yours to the next assembly."
    ),
    "enough_corrections_of_you": N_(
        "{most} corrections of yours wait, which is the most. Please wait until they "
        "are answered, or take one back."
    ),
    "no_such_correction": N_("This correction does not wait for an answer any more."),
    "correction_is_anothers": N_("Somebody else proposed this, and can take it back."),
    "correction_is_yours": N_(
        "You proposed this yourself. Somebody else takes it, or leads while the "
        "assembly answers."
    ),
    "corrections_of_you_used": N_(
        "You have proposed {most} corrections of these minutes, which is the most. "
        "What else is wrong can be said in the next assembly."
    ),
    "minutes_not_read_in_time": N_(
        "Minutes are approved by an assembly that is called after they were sent to "
        "the members, and a day later at the soonest. Leave them to the next one."
    ),
    "correction_is_referred": N_("The next assembly is to answer this already."),
    "correction_is_yours_to_drop": N_(
        "You proposed this yourself. You can take it back."
    ),
    "reason_for_setting_aside_missing": N_(
        "Please say why. Whoever proposed it reads the reason, and so do all members."
    ),
    "correction_not_set_aside": N_(
        "This correction was not set aside, or that was left at that."
    ),
    "only_who_proposed_asks": N_(
        "Only whoever proposed this asks the next assembly about it, or leaves it at "
        "that."
    ),
    "minutes_are_out": N_("The minutes were sent to the members already."),
    "has_confirmed": N_("You have said that already."),
    "not_in_the_room_yourself": N_("You are not in the room."),
    "minutes_are_settled_here": N_("This assembly has settled that already."),
    "has_objected": N_("You have objected already. Hands are shown now."),
    "somebody_objects": N_(
        "Somebody objects to approving the minutes so. Please let hands be shown."
    ),
    "corrections_wait": NP_(
        "{count} correction waits for an answer. Please answer it first.",
        "{count} corrections wait for an answer. Please answer them first.",
        by="count",
    ),
}

OF_TASKS: dict[str, Words] = {
    "task_needs_words": N_("Please say what is to be done."),
    "task_day_is_over": N_("Please choose a day that is still to come."),
    "task_needs_day": N_("Please say until which day it is put off."),
    "task_day_too_far": N_("That is more than two years away. Please come nearer."),
    "task_is_over": N_("This task is done or dropped."),
    "task_is_anothers": N_("Whoever was asked answers for this task."),
    "task_is_answered": N_("You have answered already."),
    "task_not_taken_on": N_("You have not taken this on, so there is nothing to end."),
    "only_writers_note_tasks": N_(
        "Whoever facilitates or takes the minutes does this. Whoever is in the room "
        "can take on a task themselves."
    ),
    "task_was_checked_here": N_("This assembly has heard of that task already."),
}

SENTENCES: dict[str, Words] = (
    PLACES
    | IN_THE_ROOM
    | DECIDING
    | TEXTS
    | FORMS
    | ON_AGENDA
    | IN_QUEUE
    | OPENING
    | ON_MINUTES
    | OF_TASKS
    | NEXT
    | REHEARSING
)
