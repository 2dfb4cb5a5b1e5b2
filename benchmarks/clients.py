"""Many browsers at once: `python -m benchmarks.clients PORT CLIENTS < PLAN`.

The plan is `{"path", "cookie", "keys"}`. Each browser keeps a connection open, sends
the form of one person after another, and waits for each answer. Prints every answer's
status and seconds. It runs beside the server in a process of its own and does as little
as it can.
"""

import asyncio
import json
import sys
import time
from collections import deque

TOKEN = "x" * 32
# A secret ballot is sent as looked at again; an open one has no use for it.
BODY = f"csrfmiddlewaretoken={TOKEN}&answer=yes&looked=1"


async def main(port: int, clients: int) -> None:
    """Send the whole plan and print what came of it."""
    plan = json.load(sys.stdin)
    path, cookie = plan["path"], plan["cookie"]
    waiting = deque(request(path, port, f"{cookie}={key}") for key in plan["keys"])
    answers: list[tuple[int, float]] = []
    began = time.perf_counter()
    await asyncio.gather(*(browser(port, waiting, answers) for _ in range(clients)))
    took = time.perf_counter() - began
    print(json.dumps({"seconds": took, "answers": answers}))


def request(path: str, port: int, cookie: str) -> bytes:
    """Write out one form as a browser would send it."""
    lines = [
        f"POST {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        f"Cookie: {cookie}; csrf={TOKEN}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(BODY)}",
    ]
    return ("\r\n".join(lines) + "\r\n\r\n" + BODY).encode()


async def browser(
    port: int, waiting: deque[bytes], answers: list[tuple[int, float]]
) -> None:
    """Send one form after another over one connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while waiting:
        form = waiting.popleft()
        sent = time.perf_counter()
        writer.write(form)
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(_length(head))
        answers.append((int(head.split(b" ", 2)[1]), time.perf_counter() - sent))
        if b"connection: close" in head.lower():
            writer.close()
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.split(b":")[1])
    return 0


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2])))
