"""Count Pabulib files by equal shares with pabutools; run by the peers' Python.

Its fast path: gmpy2 fractions, and equal ballots put together. Prints a line
of JSON a file: seconds of CPU for loading and counting, peak memory in MB, winners.
"""

import json
import resource
import sys
import time

import pabutools.fractions
from pabutools.election import Cost_Sat, parse_pabulib
from pabutools.rules import method_of_equal_shares

pabutools.fractions.FRACTION = "gmpy2"

for path in sys.argv[1:]:
    began = time.process_time()
    instance, profile = parse_pabulib(path)
    profile = profile.as_multiprofile()
    loaded = time.process_time()
    bought = method_of_equal_shares(instance, profile, sat_class=Cost_Sat)
    counted = time.process_time()
    print(
        json.dumps(
            {
                "load": loaded - began,
                "count": counted - loaded,
                "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "winners": sorted(project.name for project in bought),
            }
        )
    )
