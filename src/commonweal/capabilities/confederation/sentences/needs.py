"""What waits for members of bodies and their delegates, and what comes of it."""

from commonweal.rules.sentence import N_, Words

NEEDS: dict[str, Words] = {
    "need.together_mandate": N_("Tell our delegates what to say"),
    "need.together_mandate.nothing": N_(
        "without a mandate they listen, and our votes count on no side"
    ),
    "need.together_ask": N_("See what changed, and ask my body"),
    "need.together_ask.nothing": N_(
        "the words changed; until your body decides again you do not vote on them"
    ),
    "need.together_say": N_("Say what my body decided"),
    "need.together_say.nothing": N_("if you say nothing, its votes do not count"),
    "need.together_report": N_("Report to my base"),
    "need.together_report.nothing": N_(
        "the base reads what the record says, without a word of yours"
    ),
    "need.together_answer": N_("Propose what our base answers"),
    "need.together_answer.nothing": N_(
        "if our base does not answer, it is decided without us"
    ),
    "need.together_discharge": N_("Discharge our delegates, or not"),
    "need.together_discharge.nothing": N_(
        "nobody has said whether they kept to what we told them"
    ),
    "need.together_stay_out": N_("Stay out of what was ratified, or not"),
    "need.together_stay_out.nothing": N_("it binds us too from then on"),
}
