"""What is said of decisions in the room: of hands, of phones, and why not."""

from commonweal.rules.sentence import N_, NP_, Words

DECIDING: dict[str, Words] = {
    "decision_goes_on": N_("A decision is going on. Please end it first."),
    "no_decision_goes_on": N_("No decision is going on."),
    "only_roles_count_hands": N_(
        "Hands are counted by those who have a role here. Whoever facilitates can hand "
        "you one."
    ),
    "hands_are_counted_up": N_(
        "Please type how many hands there were, nought or more."
    ),
    "more_hands_than_members": NP_(
        "In this decision the hand of {most} member is counted. That is more. Please "
        "count again.",
        "In this decision the hands of {most} members are counted. That is more. "
        "Please count again.",
        by="most",
    ),
    "more_slips_than_members": NP_(
        "In this decision {most} slip was handed out. That is more. Please count "
        "again.",
        "In this decision {most} slips were handed out. That is more. Please count "
        "again.",
        by="most",
    ),
    "slips_differ": N_(
        "The counts differed. Please count the slips again, both of you, or break the "
        "decision off and say why."
    ),
    "slips_are_not_counted": N_(
        "The slips are not counted yet. Please let two who have a role count them, or "
        "break the decision off and say why."
    ),
    "has_counted": N_("You have counted. Please wait for the other count."),
    "hands_are_counted": N_("Two have counted the same. No further count is needed."),
    "counted_test_stands": N_(
        "Two have counted the same, so this test is not broken off. Please end it."
    ),
    "answers_by_phone": N_(
        "They answer by phone in this test, on their own page. Nobody writes it down "
        "for them."
    ),
    "own_ruling_stands": N_(
        "They have said themselves whether a block holds. Nobody writes over that."
    ),
    "test_still_goes_on": N_(
        "The test still goes on. Whether a block holds is said once it has ended."
    ),
    "decided_already": N_(
        "This was decided here. It can be taken up again at another assembly."
    ),
    "second_count_missing": N_(
        "One person has counted. Please let somebody else who has a role count too, or "
        "break the decision off and say why."
    ),
    "counts_differ": N_(
        "The counts differed. Please count the hands again, both of you, or break the "
        "decision off and say why."
    ),
    "phones_have_time": N_(
        "Not every phone has answered. They have time until {ends}; then it can be "
        "ended without them."
    ),
    "too_few_took_part": N_(
        "Too few have taken part: {needed} are needed for the room to decide. Please "
        "ask them to answer, or break it off and say why."
    ),
    "nobody_raises_a_hand": N_(
        "All who are counted answer by phone, so there are no hands to count."
    ),
    "hands_are_not_counted": N_(
        "The hands are not counted yet. Please let two who have a role count them, or "
        "break the decision off and say why."
    ),
    "no_vote_in_the_room": N_("They have no vote in this assembly."),
    "phone_is_chosen_by_oneself": N_(
        "Each chooses for themselves to answer by phone, on their own page."
    ),
    "channel_is_fixed": N_(
        "A decision is going on, and who answers by phone was fixed when it began. "
        "Please choose once it has ended."
    ),
    "channel_is_chosen": N_("It is so already."),
    "not_counted_in_this": N_(
        "This decision counts those who were in the room when it began. You are "
        "counted from the next one on."
    ),
    "no_test_goes_on": N_("Nothing is being tested for consensus."),
    "not_asked_in_test": N_(
        "This test asks those who were in the room when it began. They are asked in "
        "the next one."
    ),
    "only_roles_write_down": N_(
        "Each says where they stand themselves. For somebody without a phone, whoever "
        "leads, keeps the door or takes the minutes writes it down."
    ),
    "own_position_stands": N_(
        "They said this on their own page, and only they change it."
    ),
    "too_few_took_position": N_(
        "{spoke} have said where they stand, and {needed} are needed. Please ask on, "
        "or break it off and say why."
    ),
    "counted_by_hand_in_this": N_(
        "In this decision your hand is counted. Before the next one you can choose to "
        "answer by phone."
    ),
}
