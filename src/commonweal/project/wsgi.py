"""The door for the web server. Warm before the first visitor comes."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from django.utils import translation

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commonweal.project.settings")

application = get_wsgi_application()

# The first request of a cold worker takes over a second; this moves it before the door.
get_resolver().url_patterns  # noqa: B018
for language in ("en", "es"):
    with translation.override(language):
        translation.gettext("Yes")
