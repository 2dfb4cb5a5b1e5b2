"""What is done in the background asks no other machine but to take letters."""

import socket

import pytest
from django.tasks import Task

from commonweal.foundation import duties
from commonweal.foundation.people import jobs
from commonweal.foundation.people.actions import write_letter
from commonweal.foundation.people.models import OutgoingMail
from commonweal.project.environment import mail
from tests.architecture.tree import PACKAGE
from tests.builders import a_member, an_institution, day
from tests.capabilities.decisions.given import a_proposal, answered, voting
from tests.machine import ROOT

pytestmark = pytest.mark.django_db

# Every module of jobs, with what is done in it; a new one is tried below too.
JOBS = {"foundation/people/jobs.py": ["deliver_letters"]}


@pytest.fixture
def asked(monkeypatch):
    """Give the machines that were asked for anything: none of them answers."""
    machines: list[object] = []

    def connect(address, *_):
        machines.append(address)
        raise OSError("nobody answers")

    def look_up(host, *_, **__):
        machines.append(host)
        raise OSError("nobody is called so")

    monkeypatch.setattr(socket, "create_connection", connect)
    monkeypatch.setattr(socket.socket, "connect", lambda _, where: connect(where))
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return machines


def test_every_duty_is_done_without_another_machine(asked):
    union = an_institution()
    members = [a_member(union, name) for name in ("Ben", "Chidi")]
    answered(voting(a_proposal(union, members, at=day(1))), yes=members)
    a_proposal(union, members, "Shall we paint the stairs?", at=day(30))

    duties.settle_all(at=day(400))

    assert asked == []


def test_letters_go_to_the_mail_server_alone(asked, settings):
    settings.MAILERS = {"default": mail("smtp://letters.example:2525")}
    write_letter(address="asha@example.org", subject="Hello", body="There.", at=day(1))

    jobs.deliver_letters.func(at=day(1).isoformat())

    assert asked == [("letters.example", 2525)]
    assert OutgoingMail.objects.get().sent_at is None


def test_without_a_mail_server_nobody_is_asked(asked, settings):
    settings.MAILERS = {"default": mail(None)}
    write_letter(address="asha@example.org", subject="Hello", body="There.", at=day(1))

    jobs.deliver_letters.func(at=day(1).isoformat())

    assert asked == []


def test_no_job_is_left_out():
    there = {
        path.relative_to(ROOT / PACKAGE).as_posix()
        for path in (ROOT / PACKAGE).rglob("jobs*")
        if path.suffix == ".py" or path.is_dir()
    }
    tasks = [name for name, one in vars(jobs).items() if isinstance(one, Task)]

    assert there == JOBS.keys()
    assert tasks == JOBS["foundation/people/jobs.py"]
