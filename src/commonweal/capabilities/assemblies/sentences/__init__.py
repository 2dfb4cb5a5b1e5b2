"""What is said about assemblies: refusals, letters, lines of the journal, minutes."""

from commonweal.capabilities.assemblies.sentences.carrying import CARRYING
from commonweal.capabilities.assemblies.sentences.needing import NEEDS
from commonweal.capabilities.assemblies.sentences.of_consensus import CONSENSUS
from commonweal.capabilities.assemblies.sentences.of_texts import OF_TEXTS
from commonweal.rules.sentence import N_, NP_, Words

REFUSALS: dict[str, Words] = {
    "role_goes_by_turn": N_(
        "By the charter it is {of}’s turn. If they cannot or do not want to, say so as "
        "the reason: it stands in the minutes."
    ),
    "office_calls": N_("Assemblies are called by whoever holds this office: {office}."),
    "assembly_needs_title": N_("Please say what the assembly is about."),
    "assembly_needs_place": N_("Please say where it is."),
    "too_many_matters": N_("{most} matters are the most for one assembly."),
    "call_too_late": N_(
        "Members are to be told in time. The soonest it can begin is {soonest}."
    ),
    "call_too_far": N_("That is more than {days} days from now. Please come nearer."),
    "matter_not_left_over": N_(
        "No earlier assembly left this, or another took it on. Please write it down as "
        "a matter of its own."
    ),
    "matter_left_as_it_was": N_(
        "What an earlier assembly left is taken on as it was, with its words, and to "
        "be decided where it was: “{title}”"
    ),
    "matter_without_proposal": N_(
        "There is no such proposal here. Please choose one from the list."
    ),
    "enough_assemblies_to_come": N_(
        "{most} assemblies are to come already, which is the most. One that its caller "
        "calls off still counts for {days} days. Hold one first."
    ),
    "enough_to_come_of_you": N_(
        "You have called an assembly already, and each member has one at a time. One "
        "that is called off still counts for {days} days. Somebody else can call one."
    ),
    "caller_not_known_yet": N_(
        "You came by an open invitation, and members have yet to say that they know "
        "you. Until then you can call no assembly. Ask somebody who knows you to say "
        "so on the page of members."
    ),
    "caller_is_new": N_(
        "You are new here, and what you write still waits for somebody to let it "
        "through. As long as it does, ask somebody else to call the assembly."
    ),
    "proposer_not_known_yet": N_(
        "You came by an open invitation, and members have yet to say that they know "
        "you. Until then you propose no words for minutes. Ask somebody who knows you "
        "to say so on the page of members."
    ),
    "code_of_room_missing": N_(
        "Please type the code that is shown in the room. The doorkeeper can also let "
        "you in."
    ),
    "code_of_room_wrong": N_(
        "This is not the code that is shown in the room. Please look again."
    ),
    "hands_are_not_secret": N_(
        "By the charter ballots are secret, and hands are not. Make a proposal of it, "
        "which members vote on in secret."
    ),
    "hands_are_no_consensus": N_(
        "By the charter this is not decided by a majority. Put it to a test for "
        "consensus instead."
    ),
    "not_decided_by_hands": N_(
        "By the charter this is decided in another way than by yes and no. Make a "
        "proposal of it, and let all members decide."
    ),
    "positions_are_not_secret": N_(
        "By the charter ballots are secret, and where somebody stands is not. Make a "
        "proposal of it, which members vote on in secret."
    ),
    "deed_unknown": N_("Nothing like this is done in an assembly."),
}

ASKED: dict[str, Words] = {
    "call_from": N_("It can begin from this moment on: {from}."),
}

LETTERS: dict[str, Words] = {
    "letter_assembly_called_subject": N_("{institution} meets"),
    "letter_assembly_called_body": N_(
        "{institution} calls its members to an assembly: {when}.\n\n"
        "Where, and about what:\n{link}\n"
    ),
    "letter_assembly_called_off_subject": N_("{institution} does not meet after all"),
    "letter_assembly_called_off_body": N_(
        "The assembly of {institution} on {when} does not take place. Why, you read "
        "here:\n{link}\n"
    ),
    "letter_minutes_out_subject": N_("{institution}: the minutes are there to read"),
    "letter_minutes_out_body": N_(
        "The minutes of the assembly of {institution} on {when} are there. If anything "
        "in them is not as it was, propose other words, line by line, until the next "
        "assembly approves them:\n{link}\n"
    ),
}

LINES: dict[str, Words] = {
    "journal.called_assembly": NP_(
        "{by} called assembly {number}: {title}. {letters} member was written to; all "
        "find it under “What needs me”.",
        "{by} called assembly {number}: {title}. {letters} members were written to; "
        "all find it under “What needs me”.",
        by="letters",
    ),
    "journal.opened_assembly": N_("{by} opened assembly {number}."),
    "journal.closed_assembly": N_("{by} closed assembly {number}."),
    "journal.called_off_assembly": N_("{by} called off assembly {number}."),
    "journal.assembly_fell": N_(
        "Assembly {number} does not take place: the institution ends."
    ),
    "journal.stopped_assembly": N_(
        "{by} called off assembly {number}, as whoever holds such an office can: "
        "“{reason}”"
    ),
    "journal.took_part_in_assembly": N_("{by} took part in assembly {number}."),
    "journal.wrote_minutes": N_("{by} worked on the minutes of assembly {number}."),
    "journal.answered_on_minutes": N_(
        "An assembly answered a correction of the minutes of assembly {number}."
    ),
    "journal.approved_minutes": N_(
        "Assembly {in} approved the minutes of assembly {number}. The number of their "
        "text is {digest}."
    ),
    "journal.sent_out_minutes": NP_(
        "The minutes of assembly {number} went out. {letters} member was written to.",
        "The minutes of assembly {number} went out. {letters} members were written to.",
        by="letters",
    ),
}

MINUTES: dict[str, Words] = {
    "minuted.present": N_("Who was there"),
    "minuted.gone": N_("somebody who has left"),
    "minuted.let_in": N_("let in by {by}"),
    "minuted.hand_on": N_("{by} handed on a role. {role}: {of}."),
    "minuted.hand_on_out_of_turn": N_(
        "{by} handed on a role out of turn. {role}: {of}. The reason: “{reason}”"
    ),
    "minuted.open": N_("{by} opened the assembly."),
    "minuted.close": N_("{by} closed the assembly."),
    "minuted.ended": N_("Nobody closed the assembly, so it ended by itself."),
    "minuted.call_off": N_("{by} called the assembly off: “{reason}”"),
    "minuted.turn_to": N_("On the agenda: “{item}”"),
    "minuted.adjourn": N_("Left for another assembly: “{item}” “{reason}”"),
    "minuted.close_queue": N_("{by} closed the queue."),
    "minuted.reopen_queue": N_("{by} opened the queue again."),
    "minuted.go_round": N_("Everybody in the room was asked in turn."),
    "minuted.spoke": N_("{of} spoke."),
    "minuted.call_again": N_("{by} called the assembly a second time."),
    "minuted.put_out": N_("{by} put down that {of} left the room."),
    "minuted.there_again": N_("{of} was in the room again."),
    "minuted.decide": N_("A decision began: “{item}” Counted in it: {counted}."),
    "minuted.end_decision": N_(
        "The decision ended without hands being counted: “{item}”"
    ),
    "minuted.broken_off": N_("The decision was broken off: “{item}” “{reason}”"),
    "minuted.carried": N_(
        "Decided by a show of hands: “{item}” Yes {yes}, no {no}, abstained {abstain}."
    ),
    "minuted.not_carried": N_(
        "Not carried by a show of hands: “{item}” Yes {yes}, no {no}, abstained "
        "{abstain}. {why}"
    ),
    "minuted.carried_by_both": N_(
        "Decided by hands and phones: “{item}” Yes {yes}, no {no}, abstained "
        "{abstain}. By hand: yes {yes_by_hand}, no {no_by_hand}, abstained "
        "{abstain_by_hand}. By phone: yes {yes_by_phone}, no {no_by_phone}, abstained "
        "{abstain_by_phone}."
    ),
    "minuted.not_carried_by_both": N_(
        "Not carried by hands and phones: “{item}” Yes {yes}, no {no}, abstained "
        "{abstain}. By hand: yes {yes_by_hand}, no {no_by_hand}, abstained "
        "{abstain_by_hand}. By phone: yes {yes_by_phone}, no {no_by_phone}, abstained "
        "{abstain_by_phone}. {why}"
    ),
    "minuted.carried_by_phone": N_(
        "Decided by phone, where nobody raised a hand: “{item}” Yes {yes}, no {no}, "
        "abstained {abstain}."
    ),
    "minuted.not_carried_by_phone": N_(
        "Not carried by phone, where nobody raised a hand: “{item}” Yes {yes}, no "
        "{no}, abstained {abstain}. {why}"
    ),
    "minuted.not_fixed": N_(
        "Hands were for these minutes. They were approved elsewhere meanwhile, or too "
        "few were still there: “{item}” Yes {yes}, no {no}, abstained {abstain}."
    ),
    "minuted.agree": N_(
        "Nobody objected to the minutes, so they are approved: “{item}”"
    ),
    "minuted.object": N_("{by} objected to approving the minutes without a vote."),
    "minuted.take_in": N_("A correction was taken into the minutes: “{item}”"),
    "minuted.leave_out": N_("A correction of the minutes was not taken: “{item}”"),
    "minuted.speak_for": N_("{of} speaks for: {group}"),
    "minuted.consult": N_("The tables talked about “{item}”."),
    "minuted.reconvene": N_("The spokes came back from their tables."),
    "group_numbered": N_("Group {number}"),
    "minuted.task_given": N_("Task for {of} until {day}: “{words}”"),
    "minuted.task_done": N_("Task done by {of}: “{words}”"),
    "minuted.task_not_done": N_("Task not done yet by {of}: “{words}” {reason}"),
    "minuted.task_put_off": N_("Task of {of} put off to {day}: “{words}” {reason}"),
    "minuted.task_drop": N_("Task dropped: “{words}” {reason}"),
    "matter.tasks": N_("Tasks of last time"),
    "matter.minutes": N_("Approve the minutes: {title}"),
    "minuted.called_first": N_("{of} was given the word before others: “{reason}”"),
    "role_facilitator": N_("Facilitates"),
    "role_timekeeper": N_("Keeps the time"),
    "role_queue_keeper": N_("Keeps the queue"),
    "role_minute_taker": N_("Takes the minutes"),
    "role_doorkeeper": N_("Keeps the door"),
}

REMARKS: dict[str, Words] = {
    "minutes.approved": N_(
        "Approved by the assembly: {at}. They stay as they are; what is wrong in them "
        "is a matter of its own."
    ),
    "remark.taken_here": N_("Proposed by {by}, {at}, and taken by the assembly"),
    "minutes.written": N_(
        "A draft that writes itself from what is done in the assembly. The members "
        "have not approved it."
    ),
    "minutes.draft": N_(
        "A draft that wrote itself from what was done. Whoever took the minutes looks "
        "through it and sends it to the members. Otherwise it goes out by itself: {at}."
    ),
    "minutes.out": N_(
        "Sent to the members: {at}. They can propose what is to be put right until the "
        "next assembly approves them."
    ),
    "remark.stands": N_("Put right by {by}, {at}"),
    "remark.added": N_("Added by {by}, {at}"),
    "remark.proposed": N_("Proposed by {by}, {at}"),
    "remark.referred": N_("Proposed by {by}, {at}. The next assembly is to answer."),
    "remark.taken": N_("Proposed by {by}, {at}, and taken by {answered}"),
    "remark.set_aside": N_("Proposed by {by}, {at}. {answered} set it aside:"),
    "remark.asked_again": N_(
        "Proposed by {by}, {at}. The next assembly is to answer. {answered} had set it "
        "aside:"
    ),
    "file_has_hidden_words": N_(
        "Some words in this file are hidden, so it is not given out until they come "
        "back. The number of the text stays as it is in the journal, and the journal "
        "is still held against it."
    ),
    "remark.left": N_("Proposed by {by}, {at}, and not taken by the assembly"),
}

TASKS: dict[str, Words] = {
    "task.asked": N_("{of} is asked to do it until {day}, and has not answered."),
    "task.open": N_("{of} does it until {day}."),
    "task.open_again": N_(
        "{of} does it until {day}. At the last assembly it was not done yet."
    ),
    "task.refused": N_("{of} cannot do it. Somebody else is wanted until {day}."),
    "task.laid_down": N_("{of} laid it down. Somebody else is wanted until {day}."),
    "task.done": N_("Done by {of}."),
    "task.dropped": N_("Dropped. It was asked of {of}."),
    "need.take_task": N_("Say whether you do it"),
    "need.take_task.nothing": N_("the next assembly asks about it"),
    "need.do_task": N_("Say how it stands"),
    "need.do_task.nothing": N_("the next assembly asks about it"),
    "asked_enough_of_them": N_(
        "They have {most} tasks to answer already, which is the most. Please ask "
        "somebody else, or wait for their answer."
    ),
    "journal.gave_task": N_("{by} noted task {number}."),
    "journal.answered_for_task": N_("{by} answered for task {number}."),
    "journal.checked_task": N_("An assembly asked after task {number}."),
}

SENTENCES: dict[str, Words] = (
    REFUSALS
    | (ASKED | LETTERS | LINES | MINUTES | REMARKS | TASKS | NEEDS)
    | (CONSENSUS | CARRYING | OF_TEXTS)
)
