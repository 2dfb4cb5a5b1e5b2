from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.moderation.judging import Parties, left_out, may_judge, who_judges

ASHA, BEN, CHIDI = uuid4(), uuid4(), uuid4()
PEOPLE = st.sampled_from([ASHA, BEN, CHIDI])


@pytest.mark.parametrize(
    ("parties", "why"),
    [
        (Parties(author=ASHA), "judges_own_words"),
        (Parties(answered=ASHA), "judges_own_quarrel"),
        (Parties(reporters=frozenset({BEN, ASHA})), "judges_own_report"),
        (Parties(hid=ASHA), "judges_own_hiding"),
        (Parties(appealed=ASHA), "judges_own_appeal"),
    ],
)
def test_nobody_judges_what_they_have_a_part_in(parties, why):
    verdict = may_judge(ASHA, stewards={ASHA, BEN}, parties=parties)

    assert verdict.id == why


def test_only_stewards_judge():
    assert may_judge(ASHA, stewards={BEN}, parties=Parties()).id == "not_a_steward"


@given(
    st.builds(
        Parties,
        st.none() | PEOPLE,
        st.none() | PEOPLE,
        st.frozensets(PEOPLE),
        st.none() | PEOPLE,
        st.none() | PEOPLE,
    ),
    st.sets(PEOPLE),
)
def test_whoever_may_judge_is_a_steward_and_no_party(parties, stewards):
    involved = {parties.author, parties.answered, parties.hid, parties.appealed}

    for judge in (ASHA, BEN, CHIDI):
        free = judge in stewards and judge not in involved | parties.reporters
        assert bool(may_judge(judge, stewards=stewards, parties=parties)) == free


def test_where_no_holder_is_free_of_it_those_who_could_hold_the_office_stand_in():
    ada, bo, cy = uuid4(), uuid4(), uuid4()
    could = frozenset({ada, bo, cy})
    wrote = Parties(author=ada)

    nobody = who_judges(frozenset(), parties=wrote, could_hold=could)
    only_the_author = who_judges(frozenset({ada}), parties=wrote, could_hold=could)
    another = who_judges(frozenset({ada, bo}), parties=wrote, could_hold=could)

    assert nobody == only_the_author == could
    assert another == {ada, bo}
    assert not may_judge(ada, stewards=could, parties=wrote)


def test_wishes_leave_out_a_holder_only_while_two_others_are_left_to_judge():
    ada, bo, cy, dee = (uuid4() for _ in range(4))
    four = frozenset({ada, bo, cy, dee})
    apart, wrote = frozenset({ada, uuid4()}), Parties(author=bo)

    assert left_out(apart, holders=four, parties=wrote) == {ada}
    assert not left_out(apart | {cy}, holders=four, parties=wrote)
    assert not left_out(apart, holders=four - {dee}, parties=wrote)
    assert not left_out(apart, holders=frozenset(), parties=wrote)
