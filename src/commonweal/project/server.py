"""How gunicorn serves a node: `gunicorn -c python:commonweal.project.server`."""

import sys

wsgi_app = "commonweal.project.wsgi"
workers = 1
worker_class = "commonweal.project.whole_requests.TakesWhole"
threads = 4


def post_worker_init(worker: object) -> None:
    """Let a thread that has heard from the database go on soon.

    It may be the one that all others wait for, and would otherwise stand behind each of
    them for five milliseconds.
    """
    sys.setswitchinterval(0.001)
