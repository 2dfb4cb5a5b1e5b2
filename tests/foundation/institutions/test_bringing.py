"""Coming from somewhere: a members' list, past decisions."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.institutions.actions.bringing import (
    Row,
    bring_members,
    bring_statement,
    read_members,
)
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.people.models import OutgoingMail
from commonweal.rules.verdict import Refused
from tests.builders import (
    FROM_A_SHEET,
    a_member,
    a_person,
    an_institution,
    confirmed,
    day,
    founder_of,
    the_letter,
)
from tests.foundation.given import last_line, words_beside

CLASSES = {"Tenant": "tenant", "Supporter": "supporter", "supporter": "supporter"}


def ids(brought):
    return [problem.id for problem in brought.problems]


# ---- the dry run


@pytest.mark.parametrize(
    "text",
    [
        "name,email\nBen,ben@example.org\n",
        "\ufeffName;E-Mail\r\nBen;BEN@example.org\r\n",
        "Nombre completo\tCorreo\nBen\tben@example.org",
        "\n\nemail, NAME \nben@example.org, Ben \n\n",
        'name,email\n"Ben",ben@example.org',
        "phone,full_name,email_address\n555,Ben,ben@example.org",
    ],
)
def test_a_list_is_read_however_people_write_it(text):
    brought = read_members(text)

    assert brought.rows == (Row("Ben", "ben@example.org"),)
    assert brought.problems == ()


def test_first_and_last_names_are_put_together():
    text = "First name,Last name\nBen,Okafor\nChidi,\n"

    assert [row.name for row in read_members(text).rows] == ["Ben Okafor", "Chidi"]


@pytest.mark.parametrize("line", ["Ben,=1+1", "=1+1,Ben", "Ben,\u200b@SUM(A1)"])
def test_a_formula_in_either_part_of_a_name_is_named(line):
    brought = read_members(f"First name,Last name\n{line}\n")

    assert ids(brought) == ["row_is_formula"]


def test_classes_are_read_by_their_names():
    text = "name,class\nBen,TENANT\nChidi,supporter\nDolores,\nEmre,landlord\n"

    brought = read_members(text, classes=CLASSES)

    assert [row.member_class for row in brought.rows] == ["tenant", "supporter", ""]
    assert ids(brought) == ["row_class_unknown"]
    assert brought.problems[0].facts["line"] == 5


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("=HYPERLINK(1),", "row_is_formula"),
        ("+1234,", "row_is_formula"),
        ("@SUM(A1),", "row_is_formula"),
        ("\u200b=HYPERLINK(1),", "row_is_formula"),
        ("\u202e+1234,", "row_is_formula"),
        ("\u200b,", "row_name_refused"),
        (f"{'x' * 10_000},", "row_name_refused"),
        ("Ben,ben at example", "row_email_malformed"),
        ("Ben,a@b@c.de", "row_email_malformed"),
        (",ben@example.org", "row_name_refused"),
        ("asha,", "row_repeated"),
        ("Asha,other@example.org", "row_repeated"),
        ("Other,ASHA@example.org", "row_repeated"),
    ],
)
def test_a_line_that_cannot_be_taken_in_is_named_and_the_others_stay(line, why):
    text = f"name,email\nAsha,\nAnna,asha@example.org\n{line}\nZora,"

    brought = read_members(text)

    assert ids(brought) == [why]
    assert brought.problems[0].facts["line"] == 4
    assert [row.name for row in brought.rows] == ["Asha", "Anna", "Zora"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "list_without_names"),
        ("Ben\nChidi\n", "list_without_names"),
        ("email\nben@example.org", "list_without_names"),
        ('name\n"Ben', "list_unreadable"),
        ("name\n" + "Ben\n" * 2_001, "list_too_long"),
        ("x" * 600_000, "list_too_long"),
    ],
)
def test_what_is_no_list_is_refused_whole(text, why):
    brought = read_members(text)

    assert brought.rows == ()
    assert ids(brought) == [why]


# ---- bringing it


@pytest.fixture
def union(db):
    return an_institution()


@pytest.fixture
def asha(union):
    return confirmed(founder_of(union))


ROWS = (Row("Ben"), Row("Chidi", "chidi@example.org"), Row("Farah", "", "supporter"))


def test_members_are_brought_with_printed_codes_or_letters(union, asha):
    sheet = bring_members(union, ROWS, origin=FROM_A_SHEET, by=asha, at=day(1))

    letter = the_letter()
    assert sheet.names == ("Ben", "Farah")
    assert letter.address == "chidi@example.org"
    assert "/join/" in letter.body
    assert len(queries.members(union, at=day(1))) == 4
    assert last_line(union).deed == "brought_members"
    assert last_line(union).facts == {"count": 3, "ground": "consent"}


def test_a_printed_code_leads_to_the_place_on_the_list(union, asha):
    sheet = bring_members(union, ROWS, origin=FROM_A_SHEET, by=asha, at=day(1))
    farah = dict(zip(sheet.names, sheet.codes, strict=True))["Farah"]

    member = joining.join(farah, person=a_person("Farah"), name="Farah K", at=day(2))

    assert member.member_class == "supporter"
    assert Member.objects.filter(name__startswith="Farah").count() == 1
    with pytest.raises(Refused, match="invitation_used_up"):
        joining.join(farah, person=a_person("Eve"), name="Eve", at=day(2))


def test_each_brought_member_can_be_forgotten_alone(union, asha):
    sheet = bring_members(union, ROWS, origin=FROM_A_SHEET, by=asha, at=day(1))
    ben = joining.join(sheet.codes[0], person=a_person("Ben"), name="Ben", at=day(2))

    joining.leave(ben, at=day(3))

    told = str(journal.export(union, with_words=True))
    assert "Ben" not in told
    assert "Chidi" in told
    assert journal.verify(union) == ()


def test_once_others_have_come_the_members_decide(union, asha):
    a_member(union, "Ben")

    with pytest.raises(Refused, match="others_have_come"):
        bring_members(union, ROWS, origin=FROM_A_SHEET, by=asha, at=day(1))


def test_a_list_that_has_not_been_used_yet_can_be_followed_by_another(union, asha):
    bring_members(union, ROWS[:1], origin=FROM_A_SHEET, by=asha, at=day(1))

    bring_members(union, ROWS[1:], origin=FROM_A_SHEET, by=asha, at=day(2))

    assert len(queries.members(union, at=day(2))) == 4


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ((), "list_too_long"),
        ((Row("Ben"),) * 2_001, "list_too_long"),
        ((Row("Ben"), Row("Ben", "ben@example.org")), "name_taken"),
        ((Row("Asha"),), "name_taken"),
        ((Row("Ben"), Row("\u200b")), "name_empty"),
        ((Row("Ben", "", "landlord"),), "class_unknown"),
    ],
)
def test_a_refused_row_leaves_nothing_behind(union, asha, rows, why):
    with pytest.raises(Refused, match=why):
        bring_members(union, rows, origin=FROM_A_SHEET, by=asha, at=day(1))

    assert Member.objects.count() == 1


def test_nobody_is_written_to_before_the_founder_has_confirmed_an_address(union):
    with pytest.raises(Refused, match="confirm_address_first"):
        bring_members(union, ROWS, origin=FROM_A_SHEET, by=founder_of(union), at=day(1))

    assert not OutgoingMail.objects.exists()
    assert bring_members(
        union, ROWS[:1], origin=FROM_A_SHEET, by=founder_of(union), at=day(1)
    ).codes


def test_no_more_letters_go_out_than_a_day_has(union, asha):
    rows = [Row(f"Guest {n}", f"guest{n}@example.org") for n in range(201)]
    bring_members(union, rows[:150], origin=FROM_A_SHEET, by=asha, at=day(1))

    with pytest.raises(Refused, match="letters_used_up"):
        bring_members(union, rows[150:], origin=FROM_A_SHEET, by=asha, at=day(1))

    assert OutgoingMail.objects.count() == 150
    assert bring_members(union, rows[150:], origin=FROM_A_SHEET, by=asha, at=day(2))


def test_two_thousand_are_brought_in_as_many_queries_as_a_hundred_times_fewer(
    union, asha
):
    counts = []
    for turn, number in enumerate((20, 2_000)):
        rows = [Row(f"Guest {turn} {n}") for n in range(number)]
        with CaptureQueriesContext(connection) as ran:
            bring_members(union, rows, origin=FROM_A_SHEET, by=asha, at=day(1))
        counts.append(len(ran))

    assert counts[1] < counts[0] + 40
    assert journal.verify(union) == ()


def test_a_stranger_brings_nobody(union):
    with pytest.raises(Refused, match="members_only"):
        bring_members(union, ROWS, origin=FROM_A_SHEET, by=None, at=day(1))


def statement(union, by, **changed):
    told = {"title": "No evictions", "text": "", "decided_on": date(2024, 5, 1)}
    return bring_statement(union, by=by, at=day(1), **(told | changed))


def test_a_past_decision_is_brought_with_its_day(union, asha):
    brought = statement(union, asha)

    assert brought.decided_on == date(2024, 5, 1)
    assert brought.decision_id is None
    assert list(queries.statements(union, at=day(1))) == [brought]
    assert last_line(union).facts["decided_on"] == "2024-05-01"
    assert words_beside(last_line(union)) == {"title": "No evictions"}


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"decided_on": date(2026, 1, 7)}, "decided_in_future"),
        ({"title": " "}, "name_empty"),
        ({"text": "x" * 100_000}, "text_too_long"),
    ],
)
def test_a_past_decision_that_cannot_be_is_refused(union, asha, changed, why):
    with pytest.raises(Refused, match=why):
        statement(union, asha, **changed)
