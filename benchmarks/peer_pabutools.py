"""Count Pabulib files with pabutools; run by the peers' Python.

`peer_pabutools.py RULE FILE…`. Its fast path: gmpy2 fractions, and equal ballots put
together. Prints a line of JSON a file: seconds of CPU for loading and counting, peak
memory in MB, winners.
"""

import json
import resource
import sys
import time

import pabutools.fractions
from pabutools.election import Cost_Sat, parse_pabulib
from pabutools.rules import (
    greedy_utilitarian_welfare,
    method_of_equal_shares,
    sequential_phragmen,
)

pabutools.fractions.FRACTION = "gmpy2"
sys.setrecursionlimit(10_000)

RULES = {
    "equal-shares": lambda budget, ballots: method_of_equal_shares(
        budget, ballots, sat_class=Cost_Sat
    ),
    "equal-shares-add-one": lambda budget, ballots: method_of_equal_shares(
        budget, ballots, sat_class=Cost_Sat, voter_budget_increment=1
    ),
    "greedy": lambda budget, ballots: greedy_utilitarian_welfare(
        budget, ballots, sat_class=Cost_Sat
    ),
    "phragmen": lambda budget, ballots: sequential_phragmen(budget, ballots),
}

for path in sys.argv[2:]:
    began = time.process_time()
    instance, profile = parse_pabulib(path)
    profile = profile.as_multiprofile()
    loaded = time.process_time()
    bought = RULES[sys.argv[1]](instance, profile)
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
