"""Which tests are about which module, and why the mutants that survive may."""

from tests.mutant_reasons_assemblies import (
    REASONS_OF_ASSEMBLIES,
    TESTS_OF_ASSEMBLIES,
)
from tests.mutant_reasons_budgeting import REASONS_OF_BUDGETING, TESTS_OF_BUDGETING
from tests.mutant_reasons_charters import REASONS_OF_CHARTERS, TESTS_OF_CHARTERS
from tests.mutant_reasons_confederation import (
    REASONS_OF_CONFEDERATION,
    TESTS_OF_CONFEDERATION,
)
from tests.mutant_reasons_consensus import REASONS_OF_CONSENSUS, TESTS_OF_CONSENSUS
from tests.mutant_reasons_ground import REASONS_OF_GROUND, TESTS_OF_GROUND
from tests.mutant_reasons_pabulib import REASONS_OF_PABULIB, TESTS_OF_PABULIB
from tests.mutant_reasons_shares import REASONS_OF_SHARES
from tests.mutant_reasons_sortition import REASONS_OF_SORTITION, TESTS_OF_SORTITION
from tests.mutant_reasons_voting import REASONS_OF_VOTING, TESTS_OF_VOTING

APPORTIONMENT = "tests/rules/apportionment"
SHARED_OUT = [f"{APPORTIONMENT}/test_{one}.py" for one in ("methods", "bands", "cap")]


TESTS: dict[str, list[str]] = {
    **TESTS_OF_VOTING,
    **TESTS_OF_BUDGETING,
    **TESTS_OF_PABULIB,
    "apportionment.methods.divisors": [
        *SHARED_OUT,
        f"{APPORTIONMENT}/test_divisors.py",
    ],
    "apportionment.methods.quota": SHARED_OUT,
    "apportionment.methods.bands": [f"{APPORTIONMENT}/test_bands.py"],
    "apportionment.cap": [f"{APPORTIONMENT}/test_cap.py"],
    "apportionment.bodies": SHARED_OUT,
    "apportionment.methods": [f"{APPORTIONMENT}/test_methods.py", "-k", "name"],
    "apportionment.table": [f"{APPORTIONMENT}/test_table.py"],
    "apportionment.results": [f"{APPORTIONMENT}/test_table.py"],
    "apportionment.double_majority": [f"{APPORTIONMENT}/test_majorities.py"],
    "apportionment.votes_by_result": [f"{APPORTIONMENT}/test_majorities.py"],
    **TESTS_OF_SORTITION,
    **TESTS_OF_CONSENSUS,
    "ending.parting": ["tests/rules/ending/test_parting.py"],
    **TESTS_OF_ASSEMBLIES,
    **TESTS_OF_CONFEDERATION,
    **TESTS_OF_CHARTERS,
    **TESTS_OF_GROUND,
}

LENGTH = (
    "The limit only keeps numbers of absurd length out; where it is does not matter."
)
FEWER_AT_ONCE = (
    "Fewer seats are given at once and more of them one by one; the same come out."
)

REASONS: dict[str, dict[str, str]] = {
    **REASONS_OF_VOTING,
    **REASONS_OF_BUDGETING,
    **REASONS_OF_SHARES,
    **REASONS_OF_PABULIB,
    **REASONS_OF_SORTITION,
    **REASONS_OF_CONSENSUS,
    **REASONS_OF_ASSEMBLIES,
    **REASONS_OF_CONFEDERATION,
    **REASONS_OF_CHARTERS,
    **REASONS_OF_GROUND,
    "apportionment.methods.bands": {
        "_band: `len(most) <= 18` → `len(most) < 18`": LENGTH,
        "_band: `18` → `19`": LENGTH,
        "_band: `len(seats) <= 9` → `len(seats) < 9`": LENGTH,
        "_band: `9` → `10`": LENGTH,
    },
    "apportionment.methods.divisors": {
        "Divisor.standing: `1` → `2`": "It only has to be above 0, where everybody "
        "else is.",
        "Divisor._surely: `len(weighty) * (1 - self.first)` → "
        "`len(weighty) + (1 - self.first)`": FEWER_AT_ONCE,
        "Divisor._surely: `1 - self.first` → `1 + self.first`": FEWER_AT_ONCE,
        "Divisor._surely: `1` → `2`": FEWER_AT_ONCE,
        "Divisor._surely: `worth <= 0` → `worth < 0`": FEWER_AT_ONCE,
        "Divisor._surely: `0` → `1`": FEWER_AT_ONCE,
        "Divisor._rest: `len(level) >= free` → `len(level) > free`": "Where just as "
        "many are level as seats are left, each gets one either way.",
    },
    "apportionment.table": {
        "_places: `1` → `2`": "Of the columns that are left only the first is taken.",
    },
    "apportionment.methods.quota": {
        "share: `1` → `2`": "Where no seat is left, the edge is a number that no "
        "remainder reaches: all of them are below 1.",
    },
}
