"""A charter's details of counting are tried before anybody votes by them."""

from dataclasses import replace

import pytest

from commonweal import kinds
from commonweal.rules.charters.check_details import objections_to_details
from commonweal.rules.charters.parse import parse
from commonweal.rules.charters.sentences import SENTENCES
from commonweal.rules.wording import render


def with_details(method, **settings):
    """Give a charter whose rules all count by this method with these details."""
    charter = parse(kinds.text_of("tenants_union"))
    rule = replace(charter.rules[0], method=method, settings=settings)
    return replace(charter, rules=(rule,))


@pytest.mark.parametrize(
    ("method", "settings"),
    [
        ("approval", {"marks": "3"}),
        ("score", {"lowest": "0", "highest": "5"}),
        ("irv", {"overvote": "skipped", "skipped": "1", "batch": "yes"}),
        ("stv-scottish", {}),
        ("a method of another day", {"anything": "at all"}),
        ("equal-shares-add-one", {"step": "2"}),
        ("equal-shares-jump", {"satisfaction": "cardinality", "then": "utilitarian"}),
    ],
)
def test_details_a_method_reads_stand(method, settings):
    assert list(objections_to_details(with_details(method, **settings))) == []


@pytest.mark.parametrize(
    ("method", "settings", "said"),
    [
        ("approval", {"mark": "3"}, "does not read. It reads: marks."),
        ("borda", {"marks": "3"}, "its method reads none"),
        ("approval", {"marks": "three"}, "“three”, and its method cannot read that"),
        ("score", {"highest": "ten"}, "cannot read that"),
        ("irv", {"overvote": "perhaps"}, "cannot read that"),
        ("equal-shares", {"satisfaction": "joy"}, "cannot read that"),
        ("equal-shares-add-one", {"step": "0"}, "cannot read that"),
        ("greedy", {"then": "utilitarian"}, "does not read. It reads: rule"),
        ("stv-meek", {"reserved": "1 of Ada"}, "does not know the options"),
        ("schulze-status-quo", {"status_quo": "No change"}, "leave it out"),
    ],
)
def test_details_no_count_could_honour_are_objected_to(method, settings, said):
    (objection,) = objections_to_details(with_details(method, **settings))

    assert said in render(objection, SENTENCES)
