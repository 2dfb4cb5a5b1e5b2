"""Look at pages in this process: `python -m benchmarks.looks TOKEN PATH …`.

Prints for each path the CPU of one look (the best of several), its queries and bytes.
The settings are those that DJANGO_SETTINGS_MODULE names.
"""

import json
import sys
import time
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

LOOKS = 30


def look(client: Client, path: str) -> dict[str, Any]:
    """Look at one page often enough to say what it costs."""
    for _ in range(3):
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(path)
    asked = len(queries)
    times = []
    for _ in range(LOOKS):
        began = time.process_time()
        client.get(path)
        times.append(time.process_time() - began)
    return {
        "path": path,
        "cpu_ms": sorted(times)[LOOKS // 4] * 1000,
        "queries": asked,
        "bytes": len(answer.content),
    }


def main(token: str, paths: list[str]) -> None:
    """Look at every page as the same person."""
    client = Client(SERVER_NAME="localhost")
    client.cookies[settings.SIGN_IN_COOKIE_NAME] = token
    print(json.dumps([look(client, path) for path in paths]))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
