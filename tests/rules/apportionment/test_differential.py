"""The package `apportionment` shares out seats as we do, but for ties."""

import json
import random
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest
from benchmarks.environment import peers_python
from tests.rules.apportionment.bodies import LOT

from commonweal.rules.apportionment.bodies import Bodies
from commonweal.rules.apportionment.methods import METHODS

DRAWN = 1_000


@pytest.mark.long
def test_the_peer_shares_out_the_same_where_nobody_is_level():
    chance = random.Random("commonweal")
    asked = [
        {
            "weights": [chance.randint(1, 99) for _ in range(chance.randint(2, 8))],
            "seats": chance.randint(8, 60),
        }
        for _ in range(DRAWN)
    ]

    done = subprocess.run(
        [
            peers_python(),
            "-W",
            "ignore",
            Path(__file__).with_name("peer_apportionment.py"),
        ],
        input="\n".join(map(json.dumps, asked)),
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )

    compared = 0
    for one, line in zip(asked, done.stdout.splitlines(), strict=True):
        names = [f"{place:02}" for place in range(len(one["weights"]))]
        weights = map(Fraction, one["weights"])
        bodies = Bodies(dict(zip(names, weights, strict=True)))
        for method, theirs in json.loads(line).items():
            shares = METHODS[method].share(bodies, one["seats"], LOT)
            if not shares.tied:
                assert list(shares.seats.values()) == theirs, (method, one)
                compared += 1
    assert compared > 4 * DRAWN
