"""Whose turn a role is, on the desk: one press, or a reason."""

from dataclasses import replace

import pytest

from tests.builders import a_charter, a_member, an_institution, founder_of
from tests.capabilities.assemblies.given import an_assembly, did
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("roles", ["by_turn", "by_lot", "handed_on"])
def test_the_desk_names_whose_turn_it_is(roles, clock):
    ours = a_charter("tenants_union")
    terms = replace(ours.assemblies, roles=roles)
    union = an_institution(charter=replace(ours, assemblies=terms))
    asha, ben = founder_of(union), a_member(union, "Ben")
    row = an_assembly(asha)
    for one in (asha, ben):
        did(row, "come_in", asha, about=one)
    clock.at = row.opens_at
    here = f"/i/{union.address}/assemblies/1/"

    desk = page(browser_of(asha).get(here))
    phone = page(browser_of(ben).get(here))

    is_by_turn = roles != "handed_on"
    assert ("it is the turn of <bdi>Ben</bdi>" in desk) == is_by_turn
    assert ("Why, if it is somebody else’s turn" in desk) == is_by_turn
    assert "it is the turn of" not in phone


def test_out_of_turn_without_a_reason_is_refused_in_words(clock):
    ours = a_charter("tenants_union")
    terms = replace(ours.assemblies, roles="by_turn")
    union = an_institution(charter=replace(ours, assemblies=terms))
    asha, ben = founder_of(union), a_member(union, "Ben")
    row = an_assembly(asha)
    for one in (asha, ben):
        did(row, "come_in", asha, about=one)
    clock.at = row.opens_at
    sent = {"deed": "hand_on", "what": "minute_taker", "about": str(asha.pk)}
    browser, here = browser_of(asha), f"/i/{union.address}/assemblies/1/act/"

    refused = browser.post(here, sent)
    done = browser.post(here, {**sent, "reason": "Ben has lost his glasses."})

    assert "it is Ben’s turn" in page(refused)
    assert done.status_code == 302
