"""What is said of texts and amendments in an assembly, and why not."""

from commonweal.rules.sentence import N_, NP_, Words

TEXTS: dict[str, Words] = {
    "no_vote_for_texts": N_(
        "Texts are brought and amended by those who have a vote in this assembly."
    ),
    "text_needs_words": N_("Please write the text that is to be decided."),
    "brought_a_text_already": N_(
        "You have brought a text on this already. Take it back to bring another, or "
        "amend it."
    ),
    "enough_texts": N_(
        "{most} texts are before the assembly on this, which is the most. Amend one of "
        "them instead."
    ),
    "no_such_text": N_("There is no such text, or it was taken back."),
    "text_is_anothers": N_("Only whoever brought a text takes it back."),
    "text_is_the_rooms": N_(
        "The assembly has amended this text by a vote, so it is not taken back now."
    ),
    "no_such_sentence": N_("The text has no such sentence. Please choose one of it."),
    "amendment_needs_words": N_("Please write what it should say."),
    "enough_amendments_of_you": NP_(
        "{most} amendment of yours waits, which is the most. Take it back first.",
        "{most} amendments of yours wait, which is the most. Take one back first.",
        by="most",
    ),
    "enough_amendments": N_(
        "There have been {most} amendments on this, which is the most. What else is to "
        "change can be a text of its own."
    ),
    "sentence_was_changed": N_(
        "The assembly has changed this sentence already. Please look at the text as it "
        "stands now."
    ),
    "amendment_does_not_wait": N_("This amendment does not wait for anything."),
    "only_who_brought_accepts": N_(
        "Only whoever brought the text takes an amendment in. Otherwise the assembly "
        "decides on it."
    ),
    "amendment_is_anothers": N_("Only whoever proposed an amendment takes it back."),
    "nobody_is_on_a_phone": N_(
        "Nobody here has chosen to answer by phone. Decide on slips of paper, or let "
        "those who want to choose the phone first."
    ),
    "too_few_on_slips": NP_(
        "{slips} member would write a slip, and whoever counts would know what it "
        "says. Let at least {least} write one, or nobody.",
        "{slips} members would write a slip, and whoever counts could know what they "
        "say. Let at least {least} write one, or nobody.",
        by="slips",
    ),
    "too_few_on_phones": NP_(
        "{phones} member would vote by phone, and whoever counts the slips would know "
        "what they say. Let at least {least} be on phones, or nobody.",
        "{phones} members would vote by phone, and whoever counts the slips could know "
        "what they say. Let at least {least} be on phones, or nobody.",
        by="phones",
    ),
    "no_secret_decision_goes_on": N_("No secret vote by phone is going on."),
    "votes_on_a_slip": N_(
        "In this vote you have a slip of paper. Before the next one you can choose the "
        "phone."
    ),
    "ballot_of_room_is_in": N_(
        "Your ballot is in. Nobody can look it up or change it, you neither."
    ),
    "ballots_are_cast_in_this": N_(
        "This is a secret vote: send a ballot instead, on the page of the assembly."
    ),
    "phones_are_seen_on_wifi": N_(
        "Here others on the same Wi-Fi could see what phones send. Please decide on "
        "slips of paper."
    ),
    "fewer_than_two_texts": N_(
        "It takes two texts to put them against each other. Please decide on the one "
        "there is."
    ),
    "texts_stand_beside": N_(
        "There are several texts. They are put against each other, and against leaving "
        "things as they are."
    ),
    "another_pair_is_counted": N_(
        "Another pair of texts is being counted now. Please look at the page again."
    ),
    "ranking_unreadable": N_(
        "Please give each text one place at most, the best one the first."
    ),
    "no_text_carried": N_(
        "No text had as many behind it, against leaving things as they are, as the "
        "charter asks for."
    ),
    "texts_are_level": N_("These texts are level: {texts}. Nothing changes."),
    "amendments_wait": NP_(
        "{count} amendment waits. It is taken in or decided on first.",
        "{count} amendments wait. They are taken in or decided on first.",
        by="count",
    ),
}
