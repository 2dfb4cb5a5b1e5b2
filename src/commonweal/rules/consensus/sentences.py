"""What is said of a test of consensus: its turns, and why something cannot be."""

from commonweal.rules.sentence import N_, NP_, Words

# What one test yields. The table of voting tells these too, and holds them.
WEIGHED: dict[str, Words] = {
    "blocks_stand": NP_(
        "{blocks} block stands, and it takes {needed} to stop this.",
        "{blocks} blocks stand, and it takes {needed} to stop this.",
        by="blocks",
    ),
    "objections_stand": NP_(
        "{objections} objection was raised, and its reason is to be talked over first.",
        "{objections} objections were raised, and their reasons are to be talked over "
        "first.",
        by="objections",
    ),
    "too_many_stand_aside": N_(
        "{number} of the {spoke} who spoke stand aside. At most {most} may, for the "
        "others to go on without them."
    ),
    "too_many_reservations": N_(
        "{number} of the {spoke} who spoke have reservations. At most {most} may, to "
        "go on as it is."
    ),
    "consensus_found": N_(
        "{agreed} of the {spoke} who spoke agree, and what the others said does not "
        "stop it. It is adopted."
    ),
    "nobody_spoke": N_("Nobody said where they stand. So nothing is decided."),
    "positions_taken": N_("Positions"),
    "positions_taken_explained": N_(
        "{agree} agree, {reservations} have reservations, {stand_aside} stand aside, "
        "{object} object, {block} block."
    ),
    "positions_weighed": N_("What stands against it"),
}

TURNS: dict[str, Words] = {
    "test_begins": NP_(
        "{number} member is asked where they stand.",
        "{number} members are asked where they stand.",
        by="number",
    ),
    "too_few_spoke": N_(
        "{spoke} said where they stand, and {needed} are needed. So nothing is decided."
    ),
    "those_away_are_asked": NP_(
        "Nothing stands against it. {number} member was away and has {days} days to "
        "speak.",
        "Nothing stands against it. {number} members were away and have {days} days to "
        "speak.",
        by="number",
    ),
    "nobody_away_spoke_against": N_(
        "The days for those who were away have passed, and nothing stands against it. "
        "It is adopted."
    ),
    "block_does_not_hold": N_(
        "{number} of {of} who could rule on it find that a block does not hold. It no "
        "longer counts."
    ),
    "block_lapsed": N_(
        "Whoever made a block stayed away from the meeting about it. The block no "
        "longer counts."
    ),
    "words_changed": N_(
        "The words were changed. All say anew where they stand: test {round} of at "
        "most {rounds}."
    ),
    "asked_again": N_("It was talked over, and the same words are put again."),
    "last_vote_begins": N_(
        "Talking has not led to a consensus, so there is a last vote. {why}"
    ),
    "too_few_in_last_vote": N_(
        "{spoke} took part in the last vote, and {needed} are needed. So nothing is "
        "decided."
    ),
    "all_abstained": NP_(
        "{abstained} member abstained and nobody took sides. It is not adopted.",
        "{abstained} members abstained and nobody took sides. It is not adopted.",
        by="abstained",
    ),
    "last_vote_carried": N_(
        "{yes} of the {of} who said yes or no said yes. That is enough: it is adopted."
    ),
    "last_vote_missed": N_(
        "{yes} of the {of} who said yes or no said yes. That is not enough: it is not "
        "adopted."
    ),
}

REFUSALS: dict[str, Words] = {
    "consensus_not_open": N_("Nobody is asked yet. Please wait until it has begun."),
    "consensus_is_over": N_(
        "This has been decided. Whoever wants it otherwise makes a new proposal."
    ),
    "not_in_circle": N_(
        "Only those who were asked at the beginning have a say in this."
    ),
    "last_vote_has_begun": N_(
        "The last vote has begun, and it decides. You can answer yes or no in it."
    ),
    "only_who_was_away": N_(
        "Now those speak who were away during the test. You have spoken already."
    ),
    "reason_of_position_missing": N_(
        "Please say why, in a sentence, so that the others can deal with it."
    ),
    "too_late_to_block": N_(
        "A block is made while all are asked. You can object, stand aside, or ask for "
        "other words."
    ),
    "your_block_lapsed": N_(
        "You blocked this before and have not been in the room where it is talked "
        "about again, so your block does not count any more. It does once you come in "
        "before the assembly closes. You can take another position."
    ),
    "block_was_ruled_out": N_(
        "It was ruled that your block does not hold. You can take another position."
    ),
    "principle_missing": N_(
        "Please name the principle of yours, or the harm, that the block is about."
    ),
    "meeting_missing": N_(
        "Whoever blocks comes to talk about it. Please say that you will."
    ),
    "nobody_rules_on_blocks": N_(
        "By the charter nobody rules on a block. Talk with whoever made it."
    ),
    "only_the_panel_rules": N_("By the charter a panel rules on blocks."),
    "no_such_block": N_("No block of theirs stands."),
    "who_blocks_does_not_rule": N_(
        "Whoever blocks does not rule on blocks. The others do."
    ),
    "speak_before_ruling": N_(
        "Please say first where you stand. Then you can rule on a block."
    ),
    "hand_was_counted": N_(
        "Your hand was counted in this test. You can say more in the next one."
    ),
    "no_hands_here": N_(
        "Hands are counted in a room alone, and of no more people than raise one."
    ),
    "nothing_to_ask_again": N_(
        "The same words are put again once something that stood against them was "
        "talked over."
    ),
    "no_meeting_needed": N_("There is nothing to talk over now."),
    "words_are_settled": N_(
        "The words stay as they are now. Who wants others makes a new proposal."
    ),
    "too_many_rounds": NP_(
        "The words can be tested {rounds} time, and were. Make a new proposal.",
        "The words can be tested {rounds} times, and were. Make a new proposal.",
        by="rounds",
    ),
    "no_test_running": N_("There is no test to end."),
    "some_have_not_spoken": NP_(
        "{number} member has not spoken yet. The test goes on until its time is up.",
        "{number} members have not spoken yet. The test goes on until its time is up.",
        by="number",
    ),
    "no_last_vote": N_("There is no last vote now."),
}

SENTENCES: dict[str, Words] = TURNS | REFUSALS
