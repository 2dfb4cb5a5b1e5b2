"""What a decision can set in motion: the deed, and what says if its terms can be."""

_INSTITUTIONS = "commonweal.foundation.institutions"
_THREADS = "commonweal.foundation.threads"

EFFECTS = {
    name: (f"{subject}.{deeds}.{name}", f"{subject}.access.{check}")
    for subject, deeds, name, check in (
        (_INSTITUTIONS, "actions.by_decision", "amend_charter", "may_charter_become"),
        (_INSTITUTIONS, "actions.by_decision", "admit_member", "may_be_admitted"),
        (_INSTITUTIONS, "actions.by_decision", "fill_office", "may_office_be_filled"),
        (_INSTITUTIONS, "actions.by_decision", "adopt_statement", "may_be_adopted"),
        (_INSTITUTIONS, "actions.applying", "set_founding", "may_founding_be_set"),
        (
            _INSTITUTIONS,
            "actions.applying",
            "admit_institution",
            "may_institution_be_admitted",
        ),
        (_THREADS, "actions", "let_last_resort_stand", "may_last_resort_stand"),
    )
}
