"""The node's settings, with Django's admin added to be measured against."""

from commonweal.project.settings import *  # noqa: F403
from commonweal.project.settings import INSTALLED_APPS, MIDDLEWARE

INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.admin"]
# What Django's own lists need, and nothing of ours.
ADMIN_MIDDLEWARE = [one for one in MIDDLEWARE if one.startswith("django.")]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
MIDDLEWARE = ADMIN_MIDDLEWARE
ROOT_URLCONF = "benchmarks.admin.urls"
