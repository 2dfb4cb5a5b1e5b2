"""Phones in one room: `python -m benchmarks.room_phones PORT NEWS SECONDS < PLAN`.

The plan is `{"here", "cookie", "keys", "votes", "probes"}`. Each phone opens the page,
keeps a line for news open, and asks for its part of the page when it hears a number it
has not seen, at a moment of its own within 0.4 s, as the script of the page does. First
somebody answers now and then, and it is measured how long it takes until every screen
has it; then all votes are sent, spread over so many seconds. Prints what came of it.
"""

import asyncio
import json
import random
import re
import sys
import time
from typing import Any

TOKEN = "x" * 32
NEWS = re.compile(r'data-news="[^"?]*\?of=([^"]+)"')
SEEN = re.compile(r"live/\?seen=([0-9-]+)")
DEEDS = re.compile(r'data-seen="([0-9]+)"')
NEAR_S = 0.4
QUIET_S = 4.0


class Phone:
    """A phone: its page, its line, and when it has seen how many deeds."""

    def __init__(self, plan: dict[str, Any], key: str, port: int, news: int) -> None:
        self.here, self.port, self.news = plan["here"], port, news
        self.cookie = f"{plan['cookie']}={key}; csrf={TOKEN}"
        self.seen, self.deeds, self.token = "", 0, ""
        self.has = asyncio.Event()
        self.asked = 0

    async def open(self) -> None:
        """Open the page."""
        self._read(await self.get(""))

    async def listen(self) -> None:
        """Hear numbers, and ask for what is new."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.news)
        writer.write(f"GET /?of={self.token} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        await reader.readuntil(b"\r\n\r\n")
        asking: asyncio.Task[None] | None = None
        while line := await reader.readline():
            told = line.partition(b"data: ")[2].strip()
            is_asking = asking is not None and not asking.done()
            if told and int(told) > self.deeds and not is_asking:
                asking = asyncio.create_task(self.ask(int(told)))

    async def ask(self, told: int) -> None:
        """Ask for this phone's part of the page until it has seen that much."""
        while self.deeds < told:
            await asyncio.sleep(random.random() * NEAR_S)
            self.asked += 1
            self._read(await self.get(f"live/?seen={self.seen}"))
        self.has.set()

    async def get(self, path: str) -> str:
        """Ask for a page over a connection of its own."""
        ask = f"GET {self.here}{path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
        return (await self._sent(f"{ask}Cookie: {self.cookie}\r\n", ""))[1]

    async def answer(self, what: str) -> tuple[int, float]:
        """Say something by phone; give the status and how long it took."""
        body = f"csrfmiddlewaretoken={TOKEN}&deed=answer&what={what}"
        head = f"POST {self.here}act/ HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
        head += f"Cookie: {self.cookie}\r\n"
        head += "Content-Type: application/x-www-form-urlencoded\r\n"
        began = time.perf_counter()
        status, _ = await self._sent(head, body)
        return status, time.perf_counter() - began

    async def _sent(self, head: str, body: str) -> tuple[int, str]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        rest = f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}"
        writer.write((head + rest).encode())
        answer = await reader.read(-1)
        writer.close()
        return int(answer.split(b" ", 2)[1]), answer.decode(errors="replace")

    def _read(self, page: str) -> None:
        if found := SEEN.search(page):
            self.seen = found[1]
        if found := DEEDS.search(page):
            self.deeds = max(self.deeds, int(found[1]))
        if found := NEWS.search(page):
            self.token = found[1]


async def main(port: int, news: int, seconds: float) -> None:
    """Let the phones live through it and print what came of it."""
    plan = json.load(sys.stdin)
    phones = [Phone(plan, key, port, news) for key in plan["keys"]]
    alone = await _alone(phones[0])
    for start in range(0, len(phones), 8):
        await asyncio.gather(*(one.open() for one in phones[start : start + 8]))
    listening = [asyncio.create_task(one.listen()) for one in phones]
    await asyncio.sleep(1)
    screens = [await _probe(phones, number) for number in range(plan["probes"])]
    # In the rush nobody looks: what is measured there is that votes are kept, and soon.
    for one in listening:
        one.cancel()
    votes = await _rush(phones, plan["votes"], seconds)
    print(
        json.dumps(
            {
                "alone": alone,
                "screens": [one for probe in screens for one in probe],
                "asked": sum(one.asked for one in phones),
                "votes": votes,
            }
        )
    )


async def _alone(phone: Phone) -> float:
    """Say how long one phone takes to get its part, where nobody else asks."""
    await phone.open()
    times = []
    for _ in range(5):
        began = time.perf_counter()
        await phone.get("live/?seen=0-0")
        times.append(time.perf_counter() - began)
    return min(times)


async def _probe(phones: list[Phone], number: int) -> list[float]:
    """Let one answer, and say after how long each screen has it."""
    for one in phones:
        one.has.clear()
    began = time.perf_counter()
    took: list[float] = []

    async def has(one: Phone) -> None:
        await one.has.wait()
        took.append(time.perf_counter() - began)

    waiting = [asyncio.create_task(has(one)) for one in phones]
    await phones[number % len(phones)].answer(("yes", "no")[number % 2])
    await asyncio.wait(waiting, timeout=60)
    for one in waiting:
        one.cancel()
    took += [60.0] * (len(phones) - len(took))
    await asyncio.sleep(QUIET_S / 4)
    return took


async def _rush(
    phones: list[Phone], votes: int, seconds: float
) -> list[tuple[int, float]]:
    """Send so many votes, evenly spread; give each one's status and time."""

    async def cast(number: int) -> tuple[int, float]:
        await asyncio.sleep(number * seconds / votes)
        return await phones[number % len(phones)].answer(("yes", "no")[number % 2])

    return list(await asyncio.gather(*(cast(number) for number in range(votes))))


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
