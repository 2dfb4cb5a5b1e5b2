"""What holds in every confederation, whatever bodies and delegates do in it.

The invariants are those of the design: nothing is in force without the majorities the
pact states (I6), a vote outside a mandate has no effect (I5), results follow from what
is recorded and from the time alone (I1, I4), and every refusal has words (I7).
"""

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.confederation.by_hand import bases_below, slowly_ratified
from tests.rules.confederation.lives import (
    BODIES,
    CASES,
    DEEDS,
    MOMENTS,
    NAMES,
    SITTINGS,
    SPOKEN,
    STARTED,
)
from tests.rules.confederation.valley import ENGLISH, LATE, on

from commonweal.rules.confederation.answers import Answer, adds_up
from commonweal.rules.confederation.binding import is_bound
from commonweal.rules.confederation.council import (
    counted,
)
from commonweal.rules.confederation.instructions import within
from commonweal.rules.confederation.matter import matter
from commonweal.rules.confederation.voices import Followed, Gone
from commonweal.rules.wording import say


@given(CASES, st.one_of(STARTED, DEEDS))
def test_nothing_is_ratified_without_the_majorities_the_pact_states(case, deeds):
    kept = [one for one in deeds if not isinstance(one, Gone | Followed)]

    now = matter(case, kept, at=on(LATE))

    if now.asked is None or now.stage not in ("ratified", "failed"):
        return
    answers = {}
    for one in sorted(kept, key=lambda deed: deed.at):
        if isinstance(one, Answer) and one.body in now.asked.bases:
            in_time = now.asked.opens_at <= one.at < now.asked.closes_at
            by_members = one.counts.present <= now.asked.bases[one.body].members
            if in_time and one.text == "new" and adds_up(one) and by_members:
                # Of one instant with the congress, what came before it in the row.
                answers[one.body] = one
    if any(one.at == now.asked.opens_at for one in answers.values()):
        return
    is_yes, _enough, _stands = slowly_ratified(now.union, answers)
    assert is_yes == (now.stage == "ratified")


@given(CASES, st.one_of(STARTED, DEEDS), BODIES, MOMENTS)
def test_nobody_is_bound_without_the_yes_of_the_bases(case, deeds, body, moment):
    now = matter(case, deeds, at=moment)

    if not is_bound(case, now, body, at=moment):
        return
    if now.holds_until is not None:
        assert case.pact.urgent.allowed
        assert moment < now.holds_until
        return
    assert now.stage == "ratified"
    assert now.ratified_at <= moment
    total = now.said.total
    terms = case.ratifying
    assert total.yes >= terms.members.share * (total.yes + total.no)
    assert total.yes > 0
    if terms.silence != "yes":
        for_it, all_of = len(now.said.bodies("yes")), len(now.said.below)
        silent = len(now.said.bodies("silent"))
        out_of = all_of - silent if terms.silence == "apart" else all_of
        assert for_it >= terms.bodies.share * out_of
        assert for_it > 0


@given(CASES, st.one_of(STARTED, DEEDS), MOMENTS)
def test_what_was_known_earlier_is_never_told_otherwise_later(case, deeds, moment):
    early = matter(case, deeds, at=moment)
    late = matter(case, deeds, at=on(LATE))

    assert late.turns[: len(early.turns)] == early.turns


@given(CASES, st.one_of(STARTED, DEEDS))
def test_whoever_is_asked_gets_to_an_end_and_every_turn_has_words(case, deeds):
    now = matter(case, deeds, at=on(LATE))

    assert now.stage not in ("deliberating", "asking")
    assert all(say(turn.why, ENGLISH) for turn in now.turns)
    assert all(say(why, ENGLISH) for _deed, why in now.not_counted)
    for name in NAMES:
        bound = is_bound(case, now, name, at=on(LATE))
        assert bound or say(bound.reason, ENGLISH)


@given(CASES, STARTED)
def test_no_voice_counts_twice_and_no_member_is_counted_above_the_roll(case, deeds):
    now = matter(case, deeds, at=on(LATE))

    if now.said is None:
        return
    spoke = {one.body for one in now.heard.counting.values()}
    assert set(now.said.counts) <= spoke
    assert now.said.total.yes == sum(
        now.heard.counting[one].counts.yes for one in now.said.counts
    )
    assert now.said.members <= sum(bases_below(now.union).values())


@given(SITTINGS, SPOKEN, MOMENTS)
def test_what_does_not_count_has_no_effect(sitting, spoken, moment):
    spoken = [one for one in spoken if one.seat in sitting.seats]
    found = counted(sitting, spoken, at=moment)

    left_out = [one for _body, one, _why in found.outside]
    again = counted(sitting, [one for one in spoken if one not in left_out], at=moment)

    assert again.votes == found.votes
    assert all(say(why, ENGLISH) for _body, _one, why in found.outside)


@given(SITTINGS, SPOKEN, MOMENTS)
def test_whatever_counts_was_in_the_mandate_of_that_moment(sitting, spoken, moment):
    spoken = [one for one in spoken if one.seat in sitting.seats]
    found = counted(sitting, spoken, at=moment)

    for line in found.lines:
        if line.counts is None:
            continue
        known = [
            one
            for one in sitting.mandates
            if (one.body, one.matter) == (line.body, sitting.put.matter)
            and one.given_at <= line.counts.at
        ]
        newest = max(known, key=lambda one: one.given_at)
        assert within(newest, sitting.put, line.counts.saying)
        assert line.counts.by in ("asha", "ben")
    weighed = sum(place.votes for place in sitting.seats.values())
    assert sum(found.votes.values()) <= weighed
