"""Talk: said, answered, taken back."""

from uuid import uuid4

import pytest

from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.threads import queries
from commonweal.foundation.threads.actions import say_in_thread, take_back
from commonweal.foundation.threads.models import Post
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.foundation.given import last_line

pytestmark = pytest.mark.django_db

BOILER = uuid4()


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def asha(union):
    return founder_of(union)


def said(union, by, text="It is cold.", *, about=BOILER, answers=None, at=None):
    return say_in_thread(
        about, institution=union, by=by, text=text, answers=answers, at=at or day(1)
    )


def test_what_is_said_stands_in_order_with_who_said_it(
    union, asha, django_assert_num_queries
):
    ben = a_member(union, "Ben")
    first = said(union, asha, at=day(1))
    said(union, ben, "Very.", answers=first.pk, at=day(2))
    said(union, ben, "Elsewhere", about=uuid4())

    with django_assert_num_queries(1):
        thread = [(one.author.name, one.text) for one in queries.posts(union, BOILER)]

    assert thread == [("Asha", "It is cold."), ("Ben", "Very.")]


def test_saying_something_is_noted_without_the_words(union, asha):
    post = said(union, asha)

    line = last_line(union)

    assert (line.deed, line.by, line.about_id) == ("said_in_thread", asha.id, post.pk)
    assert "cold" not in str(journal.export(union, with_words=True))


def test_what_is_taken_back_leaves_its_place_and_no_words(union, asha):
    post = said(union, asha)

    take_back(post, by=asha, at=day(2))

    [kept] = queries.posts(union, BOILER)
    assert (kept.text, kept.taken_back_at) == ("", day(2))
    assert last_line(union).deed == "took_back"
    with pytest.raises(Refused, match="post_gone"):
        take_back(post, by=asha, at=day(3))


def test_nobody_takes_back_what_another_said(union, asha):
    ben = a_member(union, "Ben")
    post = said(union, asha)

    for other in (ben, None):
        with pytest.raises(Refused, match="post_of_another"):
            take_back(post, by=other, at=day(2))


@pytest.mark.parametrize(
    ("text", "why"),
    [("", "text_empty"), (" \u202e\n ", "text_empty"), ("x" * 5_001, "text_too_long")],
)
def test_nothing_and_too_much_are_refused(union, asha, text, why):
    with pytest.raises(Refused, match=why):
        said(union, asha, text)

    assert not Post.objects.exists()


def test_strangers_and_those_without_the_right_do_not_speak(union, asha):
    Member.objects.filter(pk=asha.pk).update(member_class="no_such_class")
    asha.refresh_from_db()

    with pytest.raises(Refused, match="members_only"):
        said(union, None)
    with pytest.raises(Refused, match="class_has_no_right"):
        said(union, asha)


def test_an_answer_belongs_to_the_same_thread_of_the_same_institution(union, asha):
    elsewhere = said(union, asha, about=uuid4())
    other = an_institution()
    abroad = said(other, founder_of(other))
    gone = take_back(said(union, asha), by=asha, at=day(1))

    for answered in (elsewhere.pk, abroad.pk, gone.pk, uuid4()):
        with pytest.raises(Refused, match="post_gone"):
            said(union, asha, answers=answered)


def test_what_was_said_stays_when_its_author_leaves_without_their_name(union):
    ben = a_member(union, "Ben")
    said(union, ben)

    joining.leave(ben, at=day(2))

    [post] = queries.posts(union, BOILER)
    assert (post.text, post.author.name) == ("It is cold.", "")


def test_words_sent_again_by_a_phone_that_lost_the_answer_are_said_once(union, asha):
    first = said(union, asha, at=day(1))

    again = said(union, asha, at=day(2))

    assert again == first
    assert last_line(union).about_id == first.pk
    assert queries.posts(union, BOILER).count() == 1


def test_the_same_words_may_be_said_again_after_others_or_once_taken_back(union, asha):
    said(union, asha, "Yes.", at=day(1))
    said(union, asha, "It is warm now.", at=day(2))
    back = said(union, asha, "Yes.", at=day(3))
    take_back(back, by=asha, at=day(3))

    said(union, asha, "Yes.", at=day(4))

    assert queries.posts(union, BOILER).count() == 4
