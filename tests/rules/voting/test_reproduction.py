"""Published elections come out of their published ballots, stage by stage."""

import pytest
from tests.rules.voting.certified import CITIES
from tests.rules.voting.published import read
from tests.rules.voting.reproduction import (
    FAMILIES,
    Family,
    city_is_reproduced,
    counted,
    is_reproduced,
    references_of,
)

from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.ties import TieBreaker

STAGED = [family for family in FAMILIES if not family.winners_only]


@pytest.mark.parametrize("family", STAGED, ids=lambda family: family.named)
def test_every_stage_of_every_reference_is_reproduced(shared_data, family: Family):
    elections = shared_data / "elections"
    references = references_of(elections, family)

    other = [
        one.name for one in references if not is_reproduced(elections, family, one)
    ]

    assert len(references) >= 5
    assert other == []


def test_nine_places_are_too_few_for_meek_and_ours_are_not(shared_data):
    elections = shared_data / "elections"
    (nine_places,) = [family for family in FAMILIES if family.named == "meek-prf"]
    references = references_of(elections, nine_places)

    other = [
        one for one in references if not is_reproduced(elections, nine_places, one)
    ]

    # B. A. Wichmann made this election up to show it (Voting matters 12): X is elected
    # by a margin of 0.08 that four votes of 4,003 passed on many times bring about.
    assert [one.name.partition("-meek")[0] for one in other] == ["SC-Vm-12"]
    assert counted(elections, nine_places, other[0])[1].winners == ("1", "2", "3")


@pytest.mark.parametrize("city", CITIES)
def test_every_round_of_a_certified_runoff_is_reproduced(shared_data, city):
    assert city_is_reproduced(shared_data / "elections" / "rctab" / city)


def test_a_ward_without_a_tie_reports_none(shared_data):
    ward = "10_cands__aberdeenshire_2012_ward18.blt"
    path = shared_data / "elections" / "scot-elex" / ward

    outcome = METHODS["stv-scottish"].count(*read(path), TieBreaker())

    assert outcome.tied == ()
    assert outcome.tie_break is None
