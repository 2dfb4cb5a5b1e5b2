"""A mandate's path in words, as the page of a matter draws it."""

from commonweal.rules.sentence import N_, Words

PATHS: dict[str, Words] = {
    "path_told": N_("We told our delegates: {told}"),
    "path_not_told": N_("We told our delegates nothing."),
    "path_to_tell": N_("We tell our delegates what to say."),
    "path_said": N_("Our delegates spoke, and it counts."),
    "path_said_beside": N_("What our delegates said does not count."),
    "path_not_said": N_("Our delegates did not speak."),
    "path_to_say": N_("Our delegates speak in the congress."),
    "path_found": N_("The congress found words."),
    "path_not_found": N_("The congress found no words."),
    "path_to_find": N_("The congress finds words."),
    "path_answered": N_("Our base answered: {said}."),
    "path_not_answered": N_("Our base did not answer."),
    "path_to_answer": N_("Our base says yes or no."),
    "path_to_hold": N_("Once enough bases have said yes, it is in force."),
    "path_holds": N_("The bases said yes: it is in force for us."),
    "path_failed": N_("The bases did not say yes: nothing binds us."),
}
