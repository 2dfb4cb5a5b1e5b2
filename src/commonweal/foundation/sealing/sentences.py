"""What is said about what is sealed."""

from commonweal.rules.sentence import N_, NP_, Words

SENTENCES: dict[str, Words] = {
    "sealed_says_nothing": N_("Say what is to be sealed, and what for."),
    "sealed_without_end": N_(
        "What is sealed ends on a day after it opens, and within {most} days."
    ),
    "sealed_until": N_("This stays sealed until {at}."),
    "sealed_until_shares": NP_(
        "This opens once {threshold} trustee has given their share of the key.",
        "This opens once {threshold} trustees have given their shares of the key.",
        by="threshold",
    ),
    "sealed_and_destroyed": N_(
        "The keys of this were destroyed. Nobody can read it any more, from any copy."
    ),
    "holders_only": N_("This was sealed for others."),
    "trustees_only": N_("Only the trustees of this have a share of its key."),
    "trustees_missing": N_("Name the trustees who open this together."),
    "trustee_of_another": N_("Trustees are members of the same institution."),
    "trustees_out_of_range": N_(
        "Name from 2 to {most} different trustees, and how many of them must agree: "
        "at least 2."
    ),
    "not_named_trustee": N_(
        "The members have not named you as a trustee, or have named others since."
    ),
    "nobody_is_trustee": N_(
        "Nobody is a trustee here yet. The members name some by a decision."
    ),
    "trustees_not_ready": N_(
        "{ready} of the trustees have taken their code so far; {needed} are needed "
        "before anything can be sealed."
    ),
    "too_much_is_sealed": N_(
        "{most} things are sealed here already. Ask the trustees to destroy some first."
    ),
    "sealed_so_long": N_("Choose for how long it is kept."),
    "trustee_code_unknown": N_(
        "This is not the code on the paper of this trustee. Please look at it once "
        "more, letter by letter."
    ),
    "need.trustee": N_("Take your code"),
    "need.trustee.title": N_("The members named you as a trustee"),
    "need.trustee.nothing": N_("nothing that is sealed has a share of yours"),
    "journal.named_trustees": NP_(
        "{count} trustee was named; {threshold} together open what is sealed.",
        "{count} trustees were named; {threshold} of them together open what is "
        "sealed.",
        by="count",
    ),
    "journal.sealed_unnamed": N_("Something was sealed for the trustees."),
    "journal.handed_over_sealed": N_(
        "{by} handed something sealed over to the trustees of today."
    ),
    "journal.became_trustee": N_("{by} became a trustee of keys."),
    "journal.sealed_something": N_("{by} sealed something."),
    "journal.gave_share": N_("{by} gave their share of a key."),
    "journal.gave_false_share": N_(
        "The share of a key that came from {by} is false: it is not the one that was "
        "dealt."
    ),
    "journal.opened_sealed": N_(
        "Enough trustees gave their shares: a seal was opened."
    ),
    "journal.agreed_to_destroy": N_(
        "{by} wants the keys of something sealed destroyed."
    ),
    "journal.destroyed_keys": N_(
        "The keys of something sealed were destroyed, and with them every copy."
    ),
}
