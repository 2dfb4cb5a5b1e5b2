"""The door for the web server. Warm before the first visitor comes."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError, connection
from django.urls import get_resolver
from django.utils import translation
from django.utils.module_loading import import_string

from commonweal.project.turns import Application, in_turns

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commonweal.project.settings")


def require_whole() -> None:
    """Open no door to a database that is half restored, or was moved away."""
    try:
        verdict = import_string("commonweal.foundation.backups.access.may_serve")()
    except DatabaseError:
        # It is away; each page says so until it is back.
        return
    finally:
        connection.close()
    if not verdict:
        say = import_string("commonweal.foundation.language.say")
        raise SystemExit(f"commonweal: {say(verdict.reason)}")


application: Application = get_wsgi_application()
if connection.vendor == "sqlite":
    # Elsewhere a request spends its time waiting for the database, and others run.
    application = in_turns(application)
require_whole()

# The first request of a cold worker takes over a second; this moves it before the door.
get_resolver().url_patterns  # noqa: B018
for language in ("en", "es"):
    with translation.override(language):
        translation.gettext("Yes")
