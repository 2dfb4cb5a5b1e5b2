"""The page of an assembly that looks for consensus."""

from datetime import timedelta

import pytest

from tests.builders import a_member
from tests.capabilities.assemblies.circles import (
    a_circle,
    by_phone,
    ends,
    puts,
    says,
)
from tests.capabilities.assemblies.given import did
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db
BLOCK = {
    "item": "1",
    "what": "block",
    "reason": "Nobody asked the night shift.",
    "words": "Nothing about us without us",
    "meets": "on",
}


def a_hall(clock, *, phones=True):
    """Put a wording to the test, and give how each member's browser acts."""
    row, *people = a_circle()
    if phones:
        by_phone(row, *people)
    clock.at = row.opens_at + timedelta(minutes=5)
    here = f"/i/{row.institution.address}/assemblies/{row.number}/"
    browsers = [browser_of(one) for one in people]

    def does(browser, deed, **more):
        clock.at += timedelta(seconds=1)
        answer = browser.post(here + "act/", {"deed": deed, **more})
        return page(browser.get(here) if answer.status_code == 302 else answer)

    does(browsers[0], "test", item="1", words="We buy two keys.")
    return row, people, browsers, does


def test_each_says_where_they_stand_and_nobody_else_is_told_before_the_end(clock):
    row, _, (asha, ben, chidi), does = a_hall(clock)

    shown = does(chidi, "position", **BLOCK)

    assert "<strong>I block</strong>" in shown
    assert "Nobody asked the night shift." in shown
    here = f"/i/{row.institution.address}/assemblies/{row.number}/"
    for other in (asha, ben):
        seen = page(other.get(here))
        assert "Nobody asked the night shift." not in seen
        assert "Not every phone has answered." in seen or other is ben


def test_a_block_without_its_principle_is_refused_and_what_was_typed_is_kept(clock):
    _, _, (_asha, _ben, chidi), does = a_hall(clock)

    shown = does(chidi, "position", **{**BLOCK, "words": ""})

    assert "Please name the principle of yours, or the harm" in shown
    assert "Nobody asked the night shift." in shown


def test_after_the_test_all_read_reasons_and_numbers_and_names_under_a_fold(clock):
    _, _, (asha, ben, chidi), does = a_hall(clock)
    does(chidi, "position", **BLOCK)
    for one in (asha, ben):
        does(one, "position", item="1", what="agree")

    shown = does(asha, "end_test")

    assert "1 block stands, and it takes 1 to stop this." in shown
    assert "Nobody asked the night shift." in shown
    assert "<dt>Agree</dt><dd>2</dd>" in shown
    section = shown.split('id="talked"')[1]
    before, who = section.split('id="who-holds"')[:2]
    assert "Chidi" not in before
    assert "<bdi>Chidi</bdi>" in who
    # The others rule on it, and its maker does not.
    assert "This block does not hold" in shown
    taken_back = does(chidi, "position", item="1", what="stand_aside")
    assert "It is adopted." in taken_back


def test_hands_are_counted_and_whoever_has_no_phone_has_it_written_down(clock):
    _, people, (asha, ben, _chidi), does = a_hall(clock, phones=False)

    shown = does(
        asha, "position", about=people[2].pk, **{**BLOCK, "what": "reservations"}
    )
    assert "By hand: 2 members" in shown
    assert "Written down for you:" not in shown
    for one in (asha, ben):
        shown = does(one, "count_positions", yes="2", no="", abstain="")
    assert "Two counted the same: agree 2, have reservations 0" in shown
    assert "It is adopted." in does(asha, "end_test")


def test_whoever_came_in_after_it_began_is_told_so(clock):
    row, people, _, _ = a_hall(clock)
    dora = a_member(row.institution, "Dora", at=clock.at)
    did(row, "come_in", people[0], about=dora, minute=8)
    clock.at = row.opens_at + timedelta(minutes=9)

    here = f"/i/{row.institution.address}/assemblies/{row.number}/"

    assert "You came in after it began." in page(browser_of(dora).get(here))


def test_where_the_charter_votes_the_desk_offers_both(clock):
    _, _, (asha, _ben, _chidi), does = a_hall(clock)

    shown = does(asha, "end_test", reason="The words were wrong.")

    assert "Begin the test" in shown
    # By the charter of this collective hands decide nothing.
    assert "Begin the decision on this matter" not in shown


def test_whoever_was_away_reads_what_was_found_and_says_where_they_stand(clock):
    row, *people = a_circle(away=("Dora",))
    by_phone(row, *people)
    puts(row, people[0])
    for one in people:
        says(row, one, "agree")
    ends(row, people[0])
    clock.at = row.opens_at + timedelta(days=1)
    dora = row.institution.member_set.get(name="Dora")
    reads, here = browser_of(dora), f"/i/{row.institution.address}/assemblies/"
    there = f"{here}{row.number}/talk/1/"

    assert f'href="{there}"' in page(reads.get(f"{here}{row.number}/"))
    assert there in page(reads.get("/"))
    shown = page(reads.get(there))
    assert "Those who were away can say where they stand until" in shown
    assert "<dt>Agree</dt><dd>3</dd>" in shown
    refused = reads.post(there, {"what": "block", "reason": "It hurts.", "meets": "on"})
    assert refused.status_code == 422
    assert "Please name the principle of yours" in page(refused)
    assert "It hurts." in page(refused)
    said = reads.post(there, {"what": "block", **BLOCK})
    assert said.status_code == 302
    shown = page(reads.get(there))
    assert "1 block stands, and it takes 1 to stop this." in shown
    assert "<strong>I block</strong>" in shown
    assert "It is talked over at assemblies until" in shown
    told = page(browser_of(people[1]).get(there))
    assert "Nobody asked the night shift." in told
    assert reads.get(f"{here}{row.number}/talk/2/").status_code == 404


def test_the_screen_for_the_wall_shows_nothing_of_whoever_opened_it(clock):
    row, _, (asha, ben, chidi), does = a_hall(clock)
    wall = f"/i/{row.institution.address}/assemblies/{row.number}/screen/"
    does(asha, "position", **BLOCK)

    shown = page(asha.get(wall))
    main = shown.split('id="wall"')[1].split("</main>")[0]

    assert "We buy two keys." in main
    assert row.code in main
    assert "<form" not in main
    assert "I block" not in main
    assert "Nobody asked the night shift." not in main
    assert row.code not in page(chidi.get(wall)).split('id="wall"')[1]
    for one in (ben, chidi):
        does(one, "position", item="1", what="agree")
    does(asha, "end_test")
    after = page(asha.get(wall)).split('id="wall"')[1].split("</main>")[0]
    assert "Nobody asked the night shift." in after
    assert "<dt>Block</dt><dd>1</dd>" in after
    assert "Chidi" not in after
    assert "<form" not in after
    seen = after.split("?seen=")[1].split('"')[0]
    assert asha.get(f"{wall}?seen={seen}").status_code == 204


def test_no_form_takes_back_the_block_of_somebody_else(clock):
    row, people, (asha, ben, chidi), does = a_hall(clock)
    for one in (asha, ben):
        does(one, "position", item="1", what="agree")
    does(chidi, "position", **BLOCK)
    does(asha, "end_test")
    did(row, "close", people[0], minute=20)
    clock.at = row.opens_at + timedelta(hours=1)

    forged = {"deed": "say_later", "about": people[2].pk, "item": "1", "what": "agree"}
    act = f"/i/{row.institution.address}/assemblies/{row.number}/act/"
    answer = ben.post(act, forged)

    assert answer.status_code == 409
    assert "each says for themselves where they stand" in page(answer)
