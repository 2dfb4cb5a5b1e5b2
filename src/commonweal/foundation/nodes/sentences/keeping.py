"""What it takes to read a column, how long it is kept, and what keeps people apart."""

from commonweal.rules.sentence import N_, Words

WHENCE: dict[str, Words] = {
    "said_by_nobody": N_("nobody said it: this server needs it to find or check rows"),
    "said_by_oneself": N_("you: you typed or chose it"),
    "said_by_deed": N_("noted here when it was done"),
    "said_by_others": N_("whoever wrote or brought it"),
    "for_few_letters": N_("so that nobody sends hundreds of letters a day"),
    "for_proof": N_("to know who still has to be told on paper"),
    "for_reminding": N_(
        "to remind you by letter as often as you chose, and never twice of the same"
    ),
    "for_letters": N_("to write to you, such as links to sign in"),
    "for_letters_later": N_(
        "to write to you, should this server come to send letters; now it sends none"
    ),
    "for_language": N_("to show you pages in your language"),
    "for_forgetting": N_("to know when it can be forgotten"),
    "for_signing_in": N_("to let you in, and nobody else"),
    "for_telling_apart": N_("so that you can tell your keys and devices apart"),
    "for_programs": N_("to let your programs do what you let them, and no more"),
    "for_belonging": N_("to know that you belong"),
    "for_knowing_whence": N_("so that you can see who gave your name"),
    "for_holders": N_("for those for whom it was sealed"),
    "for_seeing_readers": N_("so that you can see who read what is sealed about you"),
    "for_keeping_apart": N_("to keep apart whoever asked for it"),
    "for_founding": N_("to decide who may found here"),
    "for_voting": N_("so that everybody votes once, and in secret"),
    "for_judging": N_("so that whoever decides about words has no part in them"),
}
KEEPING: dict[str, Words] = {
    **WHENCE,
    "opens_plain": N_("open to whoever has the database"),
    "opens_keys": N_("sealed: opens with the keys beside the database"),
    "opens_keys_in_part": N_("open, but the mail addresses in it are sealed"),
    "opens_trustees": N_(
        "sealed: opens with the keys, or where it has trustees, with their codes too"
    ),
    "opens_by_trying": N_(
        "a check by a key beside the database: whoever has the key tries out whose it "
        "is"
    ),
    "opens_check": N_("a check: nothing can be read from it"),
    "kept_with_record": N_("as long as the institution keeps its record"),
    "kept_while_here": N_(
        "until they leave this server, or have belonged to nothing for a month"
    ),
    "kept_while_member": N_("until they leave the institution"),
    "kept_with_the_last": N_("until the last who came by it has left"),
    "kept_while_used": N_("until signed out, or unused for a month"),
    "opens_asker": N_("sealed: opens with what only the program that asked has"),
    "kept_until_last_day": N_("until its last day, or until it is taken back"),
    "kept_a_day": N_("until the next day is over"),
    "kept_eight_days": N_("eight days"),
    "kept_until_vote_ends": N_("until the vote ends"),
    "kept_two_months": N_("two months after it went out"),
    "kept_two_years": N_("two years, or until one of the two leaves"),
    "kept_until_answered": N_("until it is answered"),
    "kept_an_hour": N_("one hour"),
    "kept_a_week": N_("until it is sent, and one week at most"),
    "kept_until_its_date": N_("until the date on which its keys are destroyed"),
    "table_safeguards_avoidance": N_("Wishes to be kept apart, without saying whose"),
    "column_safeguards_avoidance_pair_digest": N_(
        "a check of the two members, which only this server's key can make"
    ),
    "column_safeguards_avoidance_owner_digest": N_(
        "a check of who asked, which only this server's key can make"
    ),
    "column_safeguards_avoidance_sealed": N_("who asked, and about whom, sealed"),
    "column_safeguards_avoidance_asked_on": N_("the day since which it stands"),
    "column_safeguards_avoidance_destroy_on": N_("the day on which it is destroyed"),
}
