"""News for pages: a number when something was done, and nothing to who was not told."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID, uuid4

import pytest

from commonweal.interfaces import news as tokens
from commonweal.interfaces.news import heard_of, token_for
from commonweal.project import news
from commonweal.project.environment import news_from

HALL = UUID(int=7)


class Line:
    """A phone that listens until it has heard so many things."""

    def __init__(self, query: str, *, until: int = 1) -> None:
        self.scope = {"type": "http", "query_string": query.encode()}
        self.heard: list[str] = []
        self.status = 0
        self.until = until
        self.is_over = asyncio.Event()

    async def receive(self) -> dict[str, Any]:
        await self.is_over.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            return
        self.heard.append(message["body"].decode())
        if len(self.heard) >= self.until:
            self.is_over.set()

    async def listen(self) -> None:
        await news.application(self.scope, self.receive, self.send)


def run(story):
    """Let a story happen in a loop of its own, whatever runs in the thread of the test.

    A browser that was opened by an earlier test keeps a loop running there.
    """
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, story).result()


@pytest.fixture
def deeds(monkeypatch):
    """Stand in for the tables: how many deeds each assembly has."""
    there: dict[UUID, int] = {HALL: 3}

    async def counted(assemblies):
        return {one: there.get(one, 0) for one in assemblies}

    monkeypatch.setattr(news, "_deeds", counted)
    monkeypatch.setattr(news, "HUB", news.Hub())
    monkeypatch.setattr(news, "LOOK_EVERY_S", 0.01)
    return there


def test_a_line_hears_how_many_deeds_there_are_and_when_that_changes(deeds):
    async def story():
        one = Line(f"of={token_for(HALL)}", until=2)
        listening = asyncio.create_task(one.listen())
        while not one.heard:
            await asyncio.sleep(0)
        deeds[HALL] = 4
        await asyncio.wait_for(listening, 10)
        return one

    one = run(story())

    assert one.status == 200
    assert one.heard == ["data: 3\n\n", "data: 4\n\n"]
    assert news.HUB.lines == {}


def test_all_lines_of_an_assembly_share_one_look(deeds, monkeypatch):
    looks = []
    counted = news._deeds

    async def watched(assemblies):
        looks.append(assemblies)
        return await counted(assemblies)

    monkeypatch.setattr(news, "_deeds", watched)

    async def story():
        lines = [Line(f"of={token_for(HALL, str(one))}") for one in range(50)]
        await asyncio.wait_for(asyncio.gather(*(one.listen() for one in lines)), 10)
        return lines

    lines = run(story())

    assert all(one.heard == ["data: 3\n\n"] for one in lines)
    assert all(one == [HALL] for one in looks)
    assert len(looks) < 10


@pytest.mark.parametrize("query", ["", "of=", f"of={HALL.hex}", "of=%ff", "x=1"])
def test_whoever_was_given_no_page_hears_nothing(deeds, query):
    one = Line(query)

    run(one.listen())

    assert one.status == 404
    assert news.HUB.lines == {}


def test_a_full_process_says_so_and_the_page_asks_by_itself(deeds, monkeypatch):
    monkeypatch.setattr(news, "MOST_LINES", 0)
    one = Line(f"of={token_for(HALL)}")

    run(one.listen())

    assert one.status == 503


def test_one_reader_takes_up_few_lines_and_leaves_the_others_theirs(deeds):
    async def story():
        many = [Line(f"of={token_for(HALL, 'Zed')}") for _ in range(20)]
        other = Line(f"of={token_for(HALL, 'Ada')}")
        listening = [one.listen() for one in (*many, other)]
        await asyncio.wait_for(asyncio.gather(*listening), 10)
        return many, other

    many, other = run(story())

    assert sum(one.status == 503 for one in many) == 20 - news.MOST_OF_ONE
    assert other.status == 200
    assert not news.HUB.ears


def test_a_line_on_which_nothing_happens_says_that_it_is_alive(deeds, monkeypatch):
    monkeypatch.setattr(news, "ALIVE_EVERY_S", 0.01)
    one = Line(f"of={token_for(HALL)}", until=3)

    run(one.listen())

    assert one.heard[1:] == [": alive\n\n", ": alive\n\n"]


def test_what_is_no_request_is_left_alone(deeds):
    run(news.application({"type": "lifespan"}, None, None))


@pytest.mark.django_db(transaction=True)
def test_the_tables_are_looked_at_once_for_all():
    """Outside a transaction, as news is: in one, PostgreSQL's line would be shut."""
    there = news._counted([HALL, uuid4()])

    assert list(there.values()) == [0, 0]


def test_a_token_ends_after_a_day(monkeypatch):
    token = token_for(HALL)
    assert heard_of(token) == HALL

    monkeypatch.setattr(tokens, "GOOD_FOR_S", -1)

    assert heard_of(token) is None


def test_a_page_may_hear_from_a_port_of_this_machine_and_from_nowhere_else():
    assert news_from(":8001/") == ["*:8001"]
    assert news_from("/news/") == []
    assert news_from("") == []
