"""Published elections come out of their published ballots, stage by stage."""

import json

import pytest
from tests.rules.voting.published import (
    elected,
    read,
    scottish_references,
    stages,
    without_idle_stages,
)

from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.ties import TieBreaker

NAMES = ("42", "42t", "42u", "513", "M135", "SC", "SC-Vm-12", "SCw", "SCwopt")


@pytest.mark.parametrize("name", NAMES)
def test_every_stage_of_a_scottish_reference_is_reproduced(shared_data, name):
    folder = shared_data / "elections" / "droop"
    reference = folder / "ref" / "json" / f"{name}-scotland-fixed-p5-d5.txt"
    told = json.loads(reference.read_text())
    contest, ballots = read(folder / "blt" / f"{name}.blt")
    # The program that made the references parts ties in the order of the file.
    in_file_order = TieBreaker("declared", declared=contest.options)

    outcome = METHODS["stv-scottish"].count(contest, ballots, in_file_order)

    ours = without_idle_stages([dict(step.counts) for step in outcome.steps])
    assert outcome.facts["quota"] == float(told["quota"])
    assert ours == without_idle_stages(stages(told))
    assert set(outcome.winners) == elected(told)


def test_no_scottish_reference_is_left_out(shared_data):
    assert len(scottish_references(shared_data / "elections")) == len(NAMES)


def test_a_ward_without_a_tie_reports_none(shared_data):
    ward = "10_cands__aberdeenshire_2012_ward18.blt"
    path = shared_data / "elections" / "scot-elex" / ward

    outcome = METHODS["stv-scottish"].count(*read(path), TieBreaker())

    assert outcome.tied == ()
    assert outcome.tie_break is None
