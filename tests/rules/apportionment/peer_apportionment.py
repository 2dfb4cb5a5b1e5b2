"""Share out seats by the package `apportionment`; run by the peers' Python.

Reads lines of JSON with `weights` and `seats`; writes for each what it gives by method,
or the kind of error it ends with.
"""

import json
import sys

from apportionment import methods

NAMES = {
    "d-hondt": "dhondt",
    "sainte-lague": "saintelague",
    "hare": "hamilton",
    "huntington-hill": "huntington",
    "adams": "adams",
}

for line in sys.stdin:
    asked = json.loads(line)
    told = {}
    for ours, theirs in NAMES.items():
        try:
            told[ours] = list(
                methods.compute(theirs, asked["weights"], asked["seats"], verbose=False)
            )
        except Exception as error:
            told[ours] = type(error).__name__
    print(json.dumps(told))
