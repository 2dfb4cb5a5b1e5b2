"""Ask a Commonweal node what waits for me. Standard library only.

Usage: COMMONWEAL_NODE=https://… COMMONWEAL_KEY=commonweal_… python ask_commonweal.py
"""

import json
import os
import uuid
from urllib.request import Request, urlopen

NODE, KEY = os.environ["COMMONWEAL_NODE"].rstrip("/"), os.environ["COMMONWEAL_KEY"]


def ask(method: str, path: str, sent: object = None) -> dict | list:
    request = Request(f"{NODE}/api{path}", method=method)
    request.add_header("Authorization", f"Bearer {KEY}")
    if sent is not None:
        request.data = json.dumps(sent).encode()
        request.add_header("Content-Type", "application/json")
        request.add_header("Idempotency-Key", str(uuid.uuid4()))
    with urlopen(request, timeout=30) as answer:
        return json.load(answer)


if __name__ == "__main__":
    for need in ask("GET", "/me/needs"):
        print(need["act"]["words"], "—", need["title"], "—", need["due_at"])
