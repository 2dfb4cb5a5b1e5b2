import tomllib
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.charters.charters import CHARTERS, SOUND
from tests.rules.charters.pacts import SAID

from commonweal.rules.charters.parse import from_tree, parse
from commonweal.rules.charters.toml import to_toml
from commonweal.rules.charters.tree import to_tree, whole_tree


@settings(max_examples=15)
@given(CHARTERS)
def test_a_charter_that_is_printed_reads_back_as_it_was(charter):
    assert parse(to_toml(charter)) == charter


@settings(max_examples=15)
@given(CHARTERS)
def test_a_charter_is_printed_in_one_way(charter):
    printed = to_toml(charter)

    assert to_toml(parse(printed)) == printed


@settings(max_examples=15)
@given(CHARTERS)
def test_plain_values_read_back_as_the_charter(charter):
    assert from_tree(to_tree(charter)) == charter
    assert from_tree(whole_tree(charter)) == charter


@given(st.lists(SAID | st.sampled_from(['"""', '"', "\\", "\n"])).map("".join))
def test_bylaws_keep_every_letter(bylaws):
    charter = replace(SOUND, bylaws=bylaws.strip())

    assert tomllib.loads(to_toml(charter))["bylaws"] == bylaws.strip()


def test_a_text_in_one_language_is_printed_plainly():
    assert 'name = "Riverside tenants"\n' in to_toml(SOUND)
