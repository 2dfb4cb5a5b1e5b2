"""Find leximin's chances by sortition-algorithms; run by a Python that has it.

Takes a pool, its quotas and the size of the panel. Needs Gurobi, whose licence without
a fee ends at small pools.
"""

import json
import os
import sys
import time
from pathlib import Path

from sortition_algorithms.adapters import CSVStringDataSource, SelectionData
from sortition_algorithms.committee_generation.leximin import (
    find_distribution_leximin,
)
from sortition_algorithms.settings import Settings

# Solvers introduce themselves on standard output, which is for the figures.
answers = os.dup(1)
os.dup2(2, 1)
pool, quotas, size = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
source = SelectionData(CSVStringDataSource(quotas.read_text(), pool.read_text()))
settings = Settings(id_column="nationbuilder_id", columns_to_keep=[])
features, _ = source.load_features(size)
people, _ = source.load_people(settings, features)
began = time.process_time()
panels, shares, _ = find_distribution_leximin(features, people, size, [])
took = time.process_time() - began
chances = dict.fromkeys(people, 0.0)
for panel, share in zip(panels, shares, strict=True):
    for person in panel:
        chances[person] += share
told = json.dumps({"draw": took, "chances": sorted(chances.values())})
os.write(answers, told.encode())
