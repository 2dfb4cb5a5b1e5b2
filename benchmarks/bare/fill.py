"""Fill the bare site: `python -m benchmarks.bare.fill COUNT`; prints their sessions."""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.bare.settings")
django.setup()

from benchmarks.sessions import sessions_of  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402


def main(count: int) -> None:
    """Make the tables and the people."""
    call_command("migrate", run_syncdb=True, verbosity=0)
    people = [User(username=f"person-{number}") for number in range(count)]
    made = User.objects.bulk_create(people)
    keys = sessions_of(made, backend="django.contrib.auth.backends.ModelBackend")
    print(json.dumps({"path": "/keep/", "sessions": keys}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
