"""Who holds the tables against the journal, subject by subject.

Each is given an institution and says, in sentences, what there contradicts its lines.
"""

_FOUNDATION, _CAPABILITIES = "commonweal.foundation", "commonweal.capabilities"

_OF_SUBJECTS = {
    f"{_FOUNDATION}.journal": ("words",),
    f"{_FOUNDATION}.institutions": (
        *("founding", "parting", "charters", "rolls", "draws", "statements", "door"),
        *("belonging", "invitations", "recoveries"),
    ),
    f"{_FOUNDATION}.sealing": ("trustees",),
    f"{_FOUNDATION}.threads": ("hidden", "posts", "holds"),
    f"{_CAPABILITIES}.decisions": (
        *(
            "words",
            "supports",
            "ballots",
            "voters",
            "results",
            "lots",
            "rows",
            "waiting",
        ),
    ),
    f"{_CAPABILITIES}.assemblies": ("assemblies",),
    f"{_CAPABILITIES}.confederation": ("together",),
}

COMPARISONS = [
    *(
        f"{subject}.queries.{one}_compared"
        for subject, names in _OF_SUBJECTS.items()
        for one in names
    ),
    # This one asks every table there is.
    f"{_FOUNDATION}.journal.queries.places_compared",
]
