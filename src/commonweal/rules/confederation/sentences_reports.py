"""What people read about reports: what was done with a mandate, and what followed."""

from commonweal.rules.sentence import N_, NP_, Words

SENTENCES: dict[str, Words] = {
    "kept_to_mandate": N_("All that was said was within the mandate."),
    "said_outside_mandate": NP_(
        "{times} thing that was said was outside the mandate, and did not count.",
        "{times} things that were said were outside the mandate, and did not count.",
        by="times",
    ),
    "report_mandate": N_("Told on {on}: {told}"),
    "report_no_mandate": N_("There was no mandate."),
    "report_said": N_("Said on {on}: {said}. It counted."),
    "report_said_in_vain": N_("Said on {on}: {said}. It did not count. {why}"),
    "report_silent": NP_(
        "{times} time words were put and nothing was said for the body.",
        "{times} times words were put and nothing was said for the body.",
        by="times",
    ),
    "report_changed": NP_(
        "The words were changed {times} time.",
        "The words were changed {times} times.",
        by="times",
    ),
    "report_handed_over": N_("A seat was handed over on {on}."),
    "report_called_home": N_("A delegate was called home on {on}."),
    "account_due": N_("The delegates report until {until}. The base decides on it."),
    "account_late": N_(
        "The delegates had until {until} to add words. The base decides on it."
    ),
    "account_reported": N_("The delegates have reported. The base decides on it."),
    "account_discharged": N_("The base discharged its delegates."),
    "account_found_breach": N_("The base found that the mandate was not kept."),
    "nothing_to_report": N_(
        "There is nothing to report yet: the congress has not come to anything."
    ),
    "report_was_judged": N_("The base has decided on this report already."),
    "nothing_to_discharge": N_(
        "There is nothing to decide on yet: the congress has not come to anything."
    ),
    "judged_so_already": N_("The base has decided just this already."),
}
