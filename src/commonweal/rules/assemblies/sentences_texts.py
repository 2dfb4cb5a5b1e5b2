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
