"""Fill the bare site: `python -m benchmarks.bare.fill COUNT`; prints their sessions."""

import json
import os
import sys
from collections.abc import Iterable
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.bare.settings")
django.setup()

from django.contrib.auth import (  # noqa: E402
    BACKEND_SESSION_KEY,
    HASH_SESSION_KEY,
    SESSION_KEY,
)
from django.contrib.auth.models import User  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.contrib.sessions.models import Session  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402
from django.utils.crypto import get_random_string  # noqa: E402

BACKEND = "django.contrib.auth.backends.ModelBackend"
A_DAY = timedelta(days=1)


def main(count: int) -> None:
    """Make the tables and the people."""
    call_command("migrate", run_syncdb=True, verbosity=0)
    people = [User(username=f"person-{number}") for number in range(count)]
    made = User.objects.bulk_create(people)
    print(json.dumps({"path": "/keep/", "cookie": "session", "keys": sessions(made)}))


def sessions(people: Iterable[User]) -> list[str]:
    """Give a session key for each person, in their order."""
    store, expires = SessionStore(), timezone.now() + A_DAY
    rows = [
        Session(
            session_key=get_random_string(32, "abcdefghijklmnopqrstuvwxyz0123456789"),
            session_data=store.encode(
                {
                    SESSION_KEY: str(person.pk),
                    BACKEND_SESSION_KEY: BACKEND,
                    HASH_SESSION_KEY: person.get_session_auth_hash(),
                }
            ),
            expire_date=expires,
        )
        for person in people
    ]
    Session.objects.bulk_create(rows)
    return [row.session_key for row in rows]


if __name__ == "__main__":
    main(int(sys.argv[1]))
