import os
from pathlib import Path

import pytest

from commonweal.rules.voting.rule_sentences import SENTENCES
from commonweal.rules.voting.stage_table import (
    STAGES,
    TRANSITIONS,
    diagram,
    stage_name,
)
from commonweal.rules.wording import render

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "stages.md"


def test_every_stage_can_be_reached_and_left_or_is_an_end():
    reached = {step.to for step in TRANSITIONS}
    left = {step.origin for step in TRANSITIONS}

    assert set(STAGES) - reached == {"draft"}
    assert set(STAGES) - left == {"not_adopted", "withdrawn", "lapsed", "review_due"}


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_has_a_name(stage):
    assert render(stage_name(stage), SENTENCES)


def test_the_page_in_the_reference_is_fresh():
    """With COMMONWEAL_WRITE_REFERENCE=1 the page is written anew instead."""
    if os.environ.get("COMMONWEAL_WRITE_REFERENCE"):
        PAGE.write_text(diagram(), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == diagram()
