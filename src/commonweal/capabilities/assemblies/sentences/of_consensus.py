"""What is said of consensus in the room: in its minutes, and on its page."""

from commonweal.rules.sentence import N_, NP_, Words

CONSENSUS: dict[str, Words] = {
    "talk_went_on": N_(
        "Assembly {number} has taken this up. Say there where you stand."
    ),
    "said_in_the_room": N_(
        "The room is asked about this now. Say it there, once it has ended, or here "
        "afterwards."
    ),
    "said_later_for_oneself": N_(
        "After the room has spoken each says for themselves where they stand."
    ),
    "said_later_often": NP_(
        "You have said {most} time where you stand. You can only agree now.",
        "You have said {most} times where you stand. You can only agree now.",
        by="most",
    ),
    "journal.spoke_after_assembly": N_(
        "{by} said where they stand on what assembly {number} found."
    ),
    "need.say_later": N_("Say where you stand on what the assembly found"),
    "need.say_later.nothing": N_("it is decided without you"),
    "minuted.test": NP_(
        "Put to a test for consensus: “{words}” Asked: {asked} member.",
        "Put to a test for consensus: “{words}” Asked: {asked} members.",
        by="asked",
    ),
    "minuted.tested": N_(
        "Tested for consensus: agree {agree}, have reservations {reservations}, stand "
        "aside {stand_aside}, object {object}, block {block}, said nothing {silent}. "
        "{why}"
    ),
    "minuted.test_dropped": N_("The test for consensus does not count. {why}"),
    "minuted.test_broken_off": N_("It was broken off: “{reason}”"),
    "minuted.consensus_no_vote": N_(
        "Nothing stands against it. As a vote, which the charter asks for, it does not "
        "carry: {why}"
    ),
    "minuted.reason_block": N_(
        "A block: “{words}” The principle or harm it names: “{principle}”"
    ),
    "minuted.reason_block_alone": N_("A block: “{words}”"),
    "minuted.reason_object": N_("An objection: “{words}”"),
    "minuted.reason_stand_aside": N_("Why somebody stands aside: “{words}”"),
    "minuted.reason_reservations": N_("A reservation: “{words}”"),
    "minuted.wrote_down": N_("{by} wrote down where {of} stands."),
    "minuted.wrote_ruling": N_(
        "{by} wrote down whether {of} finds that a block holds."
    ),
    "minuted.lapsed": NP_(
        "“{title}”: {count} block of before did not count any more, since whoever had "
        "made it was at no time in the room.",
        "“{title}”: {count} blocks of before did not count any more, since whoever had "
        "made them was at no time in the room.",
        by="count",
    ),
    "minuted.talked_over": N_("Talked over: {why}"),
    "minutes_take_hands": N_(
        "Minutes are approved by hands and phones: nothing new is decided by them."
    ),
    "minuted.decide_by_slips": N_(
        "A secret decision began, on slips of paper: “{item}” Slips handed out: "
        "{counted}."
    ),
    "minuted.carried_by_slips": N_(
        "Decided in secret, on slips of paper: “{item}” Yes {yes}, no {no}, abstained "
        "{abstain}."
    ),
    "minuted.not_carried_by_slips": N_(
        "Not carried in secret, on slips of paper: “{item}” Yes {yes}, no {no}, "
        "abstained {abstain}. {why}"
    ),
    "minuted.carried_by_few_slips": N_(
        "Decided in secret, on slips of paper: “{item}” There were {cast} slips. Of "
        "fewer than {floor}, no more is told than what was decided."
    ),
    "minuted.not_carried_by_few_slips": N_(
        "Not carried in secret, on slips of paper: “{item}” There were {cast} slips. "
        "Of fewer than {floor}, no more is told than what was decided."
    ),
    "position.agree": N_("Agree"),
    "position.reservations": N_("Have reservations"),
    "position.stand_aside": N_("Stand aside"),
    "position.object": N_("Object"),
    "position.block": N_("Block"),
}
