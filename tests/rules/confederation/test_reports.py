"""A report is drafted from what was recorded; the base discharges or finds a breach."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.confederation.congress import (
    NO,
    YES,
    count,
    mandate,
    place,
    spoken,
)
from tests.rules.confederation.congress import (
    PUT as ASKED,
)
from tests.rules.confederation.valley import WORDS, on, refusal

from commonweal.rules.confederation.council import Sitting
from commonweal.rules.confederation.mandates import Fixed
from commonweal.rules.confederation.reports import (
    FINDINGS,
    Judged,
    Put,
    Reported,
    account,
    drafted,
    may_judge,
    may_report,
)

GIVEN = (mandate(Fixed("yes")), mandate(Fixed("no"), body="port"))
FOUND = on(12)
SEATS = {"s1": place(), "s2": place("port", "ben")}


def put(*said, text=WORDS, day=10):
    return Put(text, on(day), count(Sitting(ASKED, SEATS, GIVEN), *said))


def report(*puts, body="mill"):
    return drafted(body, mandates=GIVEN, puts=puts, first=WORDS)


def test_a_report_holds_each_thing_that_was_said_and_why_it_did_not_count():
    found = report(put(spoken(YES), spoken(NO, day=10.5), spoken(NO, "ben", "s2")))

    assert [use.why and use.why.id for use in found.uses] == [None, "outside_mandate"]
    assert [one.terms for one in found.mandates] == [Fixed("yes")]
    assert refusal(found.kept) == "said_outside_mandate"
    assert found.kept.facts["times"] == 1


def test_silence_and_changed_words_are_told():
    found = report(put(text="newer"), put(spoken(YES), text="newer"))

    assert (found.silent, found.changed) == (1, 1)
    assert report(put(spoken(YES)), put(spoken(YES))).changed == 0
    assert found.kept


SAID = st.tuples(
    st.sampled_from([YES, NO]), st.sampled_from([("asha", "s1"), ("ben", "s2")])
)


@given(st.lists(st.lists(SAID, max_size=4), max_size=3))
def test_nothing_that_was_said_for_a_body_is_lost_and_nothing_of_others_is_told(said):
    puts = [
        put(
            *(
                spoken(saying, by, seat, day=10 + hour / 24)
                for hour, (saying, (by, seat)) in enumerate(each)
            )
        )
        for each in said
    ]

    for body, holder, within in (("mill", "asha", YES), ("port", "ben", NO)):
        found = report(*puts, body=body)
        theirs = [[s for s, (by, _seat) in each if by == holder] for each in said]
        # Of what counts the last from a seat; of what does not, each.
        expected = sum(
            (within in each) + sum(one != within for one in each) for each in theirs
        )
        assert len(found.uses) == expected
        assert {use.spoken.by for use in found.uses} <= {holder}
        assert bool(found.kept) == all(s == within for each in theirs for s in each)
        assert found.silent == sum(not each for each in theirs)


def stands(*deeds, day=20, found_at=FOUND):
    return account(found_at, deeds, report_days=7, zone="UTC", at=on(day))


def test_a_report_is_due_and_then_late():
    assert stands(found_at=None).state == "none"
    assert stands(day=11).state == "none"
    assert stands(day=12).state == "due"
    assert stands(day=13).state == "due"
    assert stands(day=19).state == "late"
    assert stands(day=13).until == on(19)


def test_words_are_added_until_the_base_decides():
    said = Reported(on(13), "It was loud.")

    assert stands(said).reported == said
    assert may_report(stands(said))
    assert refusal(may_report(stands(said, Judged("discharged", on(14))))) == (
        "report_was_judged"
    )
    assert refusal(may_report(stands(found_at=None))) == "nothing_to_report"


def test_what_the_base_decided_last_holds():
    deeds = (Judged("found_breach", on(14)), Judged("discharged", on(16)))

    assert stands(*deeds, day=15).state == "found_breach"
    assert stands(*deeds, day=16).state == "discharged"
    assert refusal(may_judge(stands(*deeds), "discharged")) == "judged_so_already"
    assert may_judge(stands(*deeds), "found_breach")
    assert refusal(may_judge(stands(found_at=None), "discharged")) == (
        "nothing_to_discharge"
    )


@pytest.mark.parametrize("deed", [Reported(on(11)), Judged("discharged", on(11))])
def test_what_was_done_in_an_earlier_round_is_not_of_this_one(deed):
    assert stands(deed).state == "late"


@given(
    st.lists(
        st.one_of(
            st.builds(Reported, st.integers(8, 30).map(on)),
            st.builds(Judged, st.sampled_from(FINDINGS), st.integers(8, 30).map(on)),
        ),
        max_size=6,
    ),
    st.integers(8, 30),
)
def test_nobody_is_discharged_or_found_in_breach_but_by_the_base(deeds, day):
    now = stands(*deeds, day=day)

    known = [one for one in deeds if on(12) <= one.at <= on(day)]
    judged = [one for one in known if isinstance(one, Judged)]
    assert (now.state in FINDINGS) == (bool(judged) and day >= 12)
    assert now.judged is None or now.judged.at == max(one.at for one in judged)
    assert now.is_open == (day >= 12 and not judged)
