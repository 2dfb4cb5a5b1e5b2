"""What is said to whoever leads, step by step, and in a rehearsal."""

from commonweal.rules.sentence import N_, Words

NEXT: dict[str, Words] = {
    "next.come_in": N_(
        "Come in yourself: type the code that stands under “The door”, or choose your "
        "name there. Then let in whoever has come."
    ),
    "next.minutes": N_(
        "Somebody has to take the minutes. Under “Who does what” choose that role and "
        "a name, and hand it on."
    ),
    "next.door": N_(
        "Somebody has to keep the door. Under “Who does what” choose that role and a "
        "name, and hand it on."
    ),
    "next.spokes": N_(
        "Let the groups say who speaks for them: each does so on their own page, or "
        "you do it for them under “Somebody else speaks for a group”."
    ),
    "next.wait": N_(
        "Let in whoever comes. It can be opened at the time it was called for: {when}."
    ),
    "next.open_with_few": N_(
        "Let in whoever still comes. {there} are here, and it takes {needed} to "
        "decide. You can open it all the same: fewer can talk, and decide once there "
        "are enough."
    ),
    "next.open": N_("All is ready. When everybody has sat down, open the assembly."),
    "next.first_matter": N_(
        "Welcome everybody. Then choose the first matter under “Turn to”."
    ),
    "next.speaks": N_(
        "Somebody has the word. When they have finished, they say so on their phone, "
        "or you press “They have finished”."
    ),
    "next.give_word": N_(
        "Somebody is still to speak. Press “Give the word to whoever is next”."
    ),
    "next.approve": N_(
        "Ask whether anybody objects to the minutes of last time. If nobody does, "
        "press the button that says so."
    ),
    "next.ask_after_tasks": N_(
        "Read out the tasks of last time, one by one, and press what became of each."
    ),
    "next.decide": N_(
        "Ask who wants to speak. When all is said, put it to a test for consensus or "
        "begin the decision."
    ),
    "next.test": N_(
        "Ask who wants to speak. When all is said, put it to a test for consensus."
    ),
    "next.decide_in_secret": N_(
        "Ask who wants to speak. When all is said, let it be decided in secret."
    ),
    "next.talk_over": N_(
        "Something stands against it. Talk about what would have to change; then put "
        "other words to the test, or the same again."
    ),
    "next.last_vote": N_("Talking has not helped. Begin the last vote."),
    "next.count_positions": N_(
        "Ask for each position in turn, count the raised hands and type the numbers. "
        "Somebody else with a role counts too, on their own page."
    ),
    "next.count_hands": N_(
        "Ask who is for it, who is against it and who abstains. Count the raised hands "
        "and type the numbers. Somebody else with a role counts too, on their own page."
    ),
    "next.count_hands_of_pair": N_(
        "Ask which of these two people would rather have. Count the raised hands and "
        "type the numbers. Somebody else with a role counts too, on their own page."
    ),
    "next.count_slips": N_(
        "Give out the slips and collect them. Count them and type the numbers. "
        "Somebody else with a role counts them too, on their own page."
    ),
    "next.count_slips_of_pair": N_(
        "Count on how many slips one of these two stands before the other, and type "
        "the numbers. Somebody else with a role counts them too, on their own page."
    ),
    "next.second_count": N_(
        "You have counted. Wait for the other count, which somebody with a role types "
        "on their own page. If nobody else has one, hand on a role now."
    ),
    "next.wait_for_phones": N_(
        "Wait until all phones have answered, some minutes at most. Then end it."
    ),
    "next.end_decision": N_("All is counted. End the decision and read it out."),
    "next.wait_in_test": N_(
        "Some phones have not answered. Wait a little; then end the test."
    ),
    "next.end_test": N_(
        "All have been asked. End the test and read out what came of it."
    ),
    "next.next_matter": N_(
        "This matter is done with. Does somebody take on a task? Then turn to the next."
    ),
    "next.close": N_(
        "All matters are done with. Ask whether a task was forgotten; then close the "
        "assembly, under “The end”."
    ),
}

REHEARSING: dict[str, Words] = {
    "rehearsal.name": N_("{name} (invented)"),
    "rehearsal.group": N_("Table {number}"),
    "rehearsal.matter": N_("Do we buy a bell for the door?"),
    "rehearsal.why_block": N_("Nobody has asked those who sleep next to the door."),
    "rehearsal.principle": N_("Those whom it touches are asked first"),
    "rehearsal.why_reserve": N_("It will be loud, and we can live with it."),
    "rehearsal.ask": N_("{name} asks to speak."),
    "rehearsal.position": N_("{name} has said by phone where they stand."),
    "rehearsal.answer": N_("{name} has answered by phone."),
    "rehearsal.count": N_("{name} has counted too, and came to the same."),
    "rehearsal.count_positions": N_("{name} has counted too, and came to the same."),
    "not_in_a_rehearsal": N_(
        "Secret ballots by phone cannot be tried out: a secret needs real people. In "
        "the assembly this button is there. Try slips of paper here."
    ),
    "nothing_to_try_out": N_(
        "It can be tried out until the assembly is opened, and it is over or open now."
    ),
    "rehearsal_is_full": N_(
        "This rehearsal is longer than one is kept. Nothing is lost, since nothing "
        "counts: begin it anew."
    ),
    "rehearsal_not_yours": N_(
        "This is somebody else’s rehearsal, or it was not copied whole. Begin your own."
    ),
}
