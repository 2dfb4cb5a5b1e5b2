"""What of a secret decision in the room is known before its end, added up by hand."""

from datetime import UTC, datetime

from commonweal.rules.assemblies.counting import Decision, Hands, pairs_of

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
# Asha acts by phone, for Chidi too; Ben writes a slip of paper.
COUNTED = {"asha": "asha", "ben": "ben", "chidi": "asha"}


def in_secret(*sums, counted=COUNTED, **more):
    return Decision(
        item="roof",
        began_at=NOON,
        counted=counted,
        needed=1,
        by_phone=frozenset({"asha"}),
        in_secret=True,
        from_phones=sums,
        **more,
    )


def test_all_phones_have_answered_once_there_are_as_many_ballots_as_members_by_phone():
    assert in_secret(Hands(1, 0, 1)).all_answered
    assert in_secret(Hands(2, 1, 0)).all_answered
    assert not in_secret(Hands(1, 0, 0)).all_answered


def test_before_anybody_sent_anything_nobody_has_answered():
    alone = in_secret(counted={"asha": "asha"})

    assert not alone.all_answered
    assert alone.took_part(with_proxies=True) == 0


def test_whoever_gave_a_proxy_took_part_only_where_proxies_count():
    both = in_secret(Hands(1, 0, 1))

    assert both.took_part(with_proxies=True) == 2
    assert both.took_part(with_proxies=False) == 1


def test_slips_that_two_have_counted_took_part_each_with_its_proxies():
    counted = {"asha": "asha", "ben": "ben", "dora": "ben"}
    slips = dict.fromkeys(("emre", "finn"), Hands(2, 0, 0))

    both = in_secret(Hands(0, 1, 0), counted=counted, counts=slips)

    assert both.took_part(with_proxies=True) == 3
    assert both.took_part(with_proxies=False) == 2


def of_texts(**more):
    """Give a decision between two texts, of which every pair was counted by hand."""
    by_pair = dict.fromkeys(pairs_of(("1", "2")), Hands(1, 0, 0))
    facts = {"options": ("1", "2"), "by_pair": by_pair, "counted": {"ben": "ben"}}
    return Decision(item="roof", began_at=NOON, needed=1, **(facts | more))


def test_texts_have_a_result_once_it_is_over_and_was_not_broken_off():
    assert of_texts(ended_at=NOON).has_result
    assert not of_texts().has_result
    assert not of_texts(ended_at=NOON, broken_off="asha").has_result


def test_texts_that_only_phones_ranked_have_a_result_if_one_of_them_spoke():
    def by_phone(*sums):
        only = {"asha": "asha"}
        phones = frozenset({"asha"})
        return of_texts(
            counted=only,
            by_phone=phones,
            ended_at=NOON,
            in_secret=True,
            from_phones=sums,
        )

    assert by_phone(Hands(0, 0, 0), Hands(1, 0, 0)).has_result
    assert not by_phone(Hands(0, 0, 0)).has_result
    assert not by_phone().has_result
