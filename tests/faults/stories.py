"""Stories that end badly, each played in a process of its own on a real database.

`python -m tests.faults.stories NAME` plays one and prints what it found as JSON.
"""

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import django

django.setup()

from django.db import DatabaseError, connection  # noqa: E402
from django.test import Client  # noqa: E402

from commonweal.capabilities.decisions import actions  # noqa: E402
from commonweal.capabilities.decisions.models import (  # noqa: E402
    Ballot,
    Decision,
    Question,
)
from commonweal.foundation import duties  # noqa: E402
from commonweal.foundation.institutions.models import Member, Statement  # noqa: E402
from commonweal.foundation.journal import queries as journal  # noqa: E402
from commonweal.foundation.journal.models import Line  # noqa: E402
from commonweal.interfaces.web import requests  # noqa: E402
from commonweal.rules.charters.charter import Charter  # noqa: E402
from tests.builders import a_member, an_institution, day  # noqa: E402
from tests.capabilities.decisions import given  # noqa: E402
from tests.faults.mortal import deaths  # noqa: E402
from tests.signing_in import sign_in  # noqa: E402

WRITERS = 8
BALLOTS_EACH = 5
ROOM_LEFT_PAGES = 6

type Report = dict[str, Any]


class Vote:
    """A union whose vote has just opened, with `size` voters."""

    def __init__(self, size: int, charter: Charter | None = None) -> None:
        self.union = an_institution(charter=charter)
        self.members = [a_member(self.union, f"Member {n}") for n in range(size)]
        statement = {"title": "We ask for heat", "text": "Every flat, from October."}
        aim = actions.Aim(effect="adopt_statement", terms=statement)
        proposal = given.a_proposal(self.union, self.members, at=day(1), aim=aim)
        self.question = given.voting(proposal)

    def cast(self, voter: Member, answer: str = "yes") -> None:
        """Cast as the pages do: in one transaction that is kept or not at all."""
        marks = {"answer": answer}
        actions.cast_ballot(
            self.question, by=voter, marks=marks, at=self.question.opens_at
        )

    def close(self) -> None:
        """Write down that the vote is over."""
        duties.settle(self.union, at=self.question.closes_at)

    def state(self) -> Report:
        """Say what stands in the tables."""
        deeds = list(
            Line.objects.filter(institution=self.union).values_list("deed", flat=True)
        )
        return {
            "ballots": Ballot.objects.filter(question=self.question).count(),
            "cast_lines": deeds.count("cast_ballot"),
            "closed_lines": deeds.count("close_question"),
            "decisions": Decision.objects.filter(institution=self.union).count(),
            "statements": Statement.objects.filter(institution=self.union).count(),
            "broken": [problem.id for problem in journal.verify(self.union)],
        }


def killed_while_casting() -> Report:
    """Kill the process at every step of casting one ballot."""
    vote = Vote(3)
    states = [vote.state() for _ in deaths(lambda: vote.cast(vote.members[0]))]
    return {"after_deaths": states, "in_the_end": vote.state()}


def killed_while_closing() -> Report:
    """Kill the process at every step of closing a vote that carries."""
    vote = Vote(3)
    for member in vote.members:
        vote.cast(member)
    states = [vote.state() for _ in deaths(vote.close)]
    vote.close()
    return {"after_deaths": states, "in_the_end": vote.state()}


def many_writers() -> Report:
    """Let eight processes cast at once."""
    vote = Vote(WRITERS * BALLOTS_EACH)
    connection.close()
    children = [
        _in_another_process(lambda share=share: [vote.cast(voter) for voter in share])
        for share in (vote.members[n::WRITERS] for n in range(WRITERS))
    ]
    failed = [child for child in children if os.waitpid(child, 0)[1]]
    return {"failed": len(failed), "in_the_end": vote.state()}


def two_browsers() -> Report:
    """Let one member send different ballots from several browsers at once."""
    vote = Vote(3)
    connection.close()
    children = [
        _in_another_process(lambda answer=answer: vote.cast(vote.members[0], answer))
        for answer in ("yes", "no", "abstain", "yes", "no")
    ]
    failed = [child for child in children if os.waitpid(child, 0)[1]]
    kept = Ballot.objects.get(question=vote.question).marks["answer"]
    vote.close()
    question = Question.objects.select_related("roll", "proposal").get()
    counted = question.outcome["facts"] if question.outcome else {}
    return {"failed": len(failed), "kept": kept, "counted": counted} | vote.state()


def page_on_a_full_disk() -> Report:
    """Send a ballot by the page while nothing more fits, and once it fits again."""
    vote = Vote(30)
    requests.now = lambda: vote.question.opens_at
    browsers = []
    for member in vote.members:
        client = Client(raise_request_exception=False, SERVER_NAME="localhost")
        sign_in(client, member.person)
        browsers.append(client)
    address, number = vote.union.address, vote.question.proposal.number
    page = f"/i/{address}/decisions/{number}/"
    _leave_room(0)
    # Some still find room in pages that are there.
    for client in browsers:
        before = vote.state()
        full = client.post(page + "ballot/1/", {"answer": "yes"})
        if full.status_code != 302:
            break
    reading = client.get(page)
    while_full = vote.state()
    _leave_room(1_000_000)
    again = client.post(page + "ballot/1/", {"answer": "yes"})
    return {
        "before": before,
        "said": full.content.decode(),
        "status": full.status_code,
        "reading": reading.status_code,
        "while_full": while_full,
        "again": again.status_code,
        "in_the_end": vote.state(),
    }


def _leave_room(pages: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        used = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {used + pages}")


def disk_full() -> Report:
    """Cast until nothing more fits, then make room and go on."""
    vote = Vote(30)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(
            f"PRAGMA max_page_count = {cursor.fetchone()[0] + ROOM_LEFT_PAGES}"
        )
    acknowledged = 0
    with suppress(DatabaseError):
        for voter in vote.members:
            vote.cast(voter)
            acknowledged += 1
    while_full = vote.state()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000")
    for voter in vote.members[acknowledged:]:
        vote.cast(voter)
    return {
        "acknowledged": acknowledged,
        "while_full": while_full,
        "in_the_end": vote.state(),
    }


def restored_backup() -> Report:
    """Put back the database of before a vote, as somebody with the machine could."""
    vote = Vote(3)
    path = Path(connection.settings_dict["NAME"])
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = path.read_bytes()
    for member in vote.members:
        vote.cast(member)
    number, hash_ = journal.head(vote.union)
    connection.close()
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    path.write_bytes(before)
    found = journal.verify(vote.union, known={number: hash_})
    return {"found": [problem.id for problem in found], "in_the_end": vote.state()}


def _in_another_process(deed: Callable[[], object]) -> int:
    child = os.fork()
    if child == 0:
        status = 1
        with suppress(BaseException):
            deed()
            status = 0
        os._exit(status)
    return child


STORIES: dict[str, Callable[[], Report]] = {
    story.__name__: story
    for story in (
        killed_while_casting,
        killed_while_closing,
        many_writers,
        two_browsers,
        disk_full,
        page_on_a_full_disk,
        restored_backup,
    )
}


def play(stories: dict[str, Callable[[], Report]]) -> None:
    """Play the story that was named, in empty tables, and print what it found."""
    print(json.dumps(stories[sys.argv[1]]()))


if __name__ == "__main__":
    play(STORIES)
