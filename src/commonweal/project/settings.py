"""Everything this node is told at start, and the tables that join the parts.

Read from the environment, so that one small server needs no file edited:
COMMONWEAL_DATA (a folder, default ./var), COMMONWEAL_KEYS (the folder for keys, default
`keys` in that one), COMMONWEAL_KEYS_OF_VOTES (for those nobody copies, default
`keys-of-votes`), COMMONWEAL_DATABASE_URL (default SQLite in the data folder),
COMMONWEAL_SECRET_KEY, COMMONWEAL_ADDRESS (how people reach it, with
https:// in front where it has that), COMMONWEAL_HOSTS, COMMONWEAL_SMTP_URL,
COMMONWEAL_PROXY (1 behind a proxy of our own), COMMONWEAL_LETTERS_A_DAY (one person's),
COMMONWEAL_ELSEWHERE (where “Leave this page at once” leads), COMMONWEAL_NEWS (where
pages hear of what is new), COMMONWEAL_STATIC (a folder) and COMMONWEAL_BACKUPS (with
what opens it).
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

import django.conf.locale

from commonweal.project.comparisons import COMPARISONS as COMPARISONS
from commonweal.project.effects import EFFECTS as EFFECTS
from commonweal.project.environment import database, mail, news_from, secret_key
from commonweal.project.going import CLEARING as CLEARING
from commonweal.project.going import FORGETTING as FORGETTING
from commonweal.project.going import GOING as GOING
from commonweal.project.going import KEYS_IN_USE as KEYS_IN_USE
from commonweal.project.going import LAST_VOTE_CLOSES as LAST_VOTE_CLOSES
from commonweal.project.going import LEAVING as LEAVING
from commonweal.project.going import OTHERS_SIGNED_OUT as OTHERS_SIGNED_OUT
from commonweal.project.going import PARTING_ASKS as PARTING_ASKS
from commonweal.project.going import SIGNED_OUT_EVERYWHERE as SIGNED_OUT_EVERYWHERE
from commonweal.project.going import STOPPING as STOPPING
from commonweal.project.logs import LOGGING as LOGGING
from commonweal.project.sentences import SENTENCES as SENTENCES

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("COMMONWEAL_DATA", Path.cwd() / "var"))

SECRET_KEY = secret_key(os.environ.get("COMMONWEAL_SECRET_KEY"), DATA)
# Where the keys of what is sealed lie: not in the database, nor with its backups.
KEYS = Path(os.environ.get("COMMONWEAL_KEYS", DATA / "keys"))
# Those that end with a vote lie apart from what is copied every night.
KEYS_OF_VOTES = Path(os.environ.get("COMMONWEAL_KEYS_OF_VOTES", DATA / "keys-of-votes"))
ADDRESS = os.environ.get("COMMONWEAL_ADDRESS", "http://localhost:8000")
# A page that says nothing of whoever has it open, wherever they are.
ELSEWHERE = os.environ.get("COMMONWEAL_ELSEWHERE", "https://www.wikipedia.org/")
HTTPS = ADDRESS.startswith("https://")
# Whether a proxy of ours stands before this server and says where requests come from.
BEHIND_PROXY = os.environ.get("COMMONWEAL_PROXY") == "1"
DEBUG = os.environ.get("COMMONWEAL_DEBUG") == "1"
# Where pages hear that something was done (project/news): a path behind the proxy, or a
# port of the same machine and a path, as in `:8001/`; where nowhere, pages ask.
NEWS = os.environ.get("COMMONWEAL_NEWS", "")
_HOSTS = os.environ.get("COMMONWEAL_HOSTS", urlsplit(ADDRESS).hostname or "localhost")
ALLOWED_HOSTS = [*_HOSTS.split(","), "localhost", "127.0.0.1", "[::1]"]

DATABASES = {"default": database(os.environ.get("COMMONWEAL_DATABASE_URL"), DATA)}
# Where `commonweal move` finds everything; not on its command line, which all can see.
if os.environ.get("COMMONWEAL_MOVE_FROM"):
    DATABASES["old"] = database(os.environ["COMMONWEAL_MOVE_FROM"], DATA)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ---- the tables that join the parts: name to place, nothing is discovered

_CAPABILITIES = "commonweal.capabilities"
_SUBJECTS = ("decisions", "assemblies", "confederation", "reaching")
CAPABILITIES = [f"{_CAPABILITIES}.{one}" for one in _SUBJECTS]
_INSTITUTIONS = "commonweal.foundation.institutions"

# Where words stand that can be reported and hidden, and what finds them there.
WORDS = {
    "post": "commonweal.foundation.threads.queries.said_in_post",
    "statement": f"{_INSTITUTIONS}.queries.said_in_statement",
    "proposal": "commonweal.capabilities.decisions.queries.said_in_proposal",
    "draft": "commonweal.capabilities.decisions.queries.said_in_draft",
    **{
        kind: f"{_CAPABILITIES}.assemblies.queries.said_in_{kind}"
        for kind in ("assembly", "matter", "deed", "minutes", "task")
    },
    **{
        kind: f"{_CAPABILITIES}.confederation.queries.said_in_{kind}"
        for kind in ("confederal_matter", "confederal_words")
    },
}

DUTIES = [
    *(f"{_CAPABILITIES}.decisions.duties.settle_{a}" for a in ("proposals", "reviews")),
    f"{_CAPABILITIES}.assemblies.duties.give_up_laptops",
    f"{_CAPABILITIES}.assemblies.duties.forget_boxes",
    f"{_CAPABILITIES}.assemblies.duties.send_out_minutes",
    f"{_CAPABILITIES}.confederation.duties.settle_matters",
    f"{_CAPABILITIES}.confederation.duties.settle_bodies",
    *(f"{_INSTITUTIONS}.duties.settle_{a}" for a in ("draws", "endings")),
    "commonweal.foundation.threads.duties.settle_appeals",
    # Before letters that went out, or never will, are forgotten.
    "commonweal.foundation.notices.duties.settle_notices",
    "commonweal.foundation.people.duties.forget_stale_links",
    f"{_INSTITUTIONS}.duties.forget_recoveries",
    "commonweal.foundation.safeguards.duties.forget_avoidances",
    "commonweal.foundation.sealing.duties.destroy_what_is_due",
    "commonweal.foundation.keys.duties.destroy_doomed_keys",
    "commonweal.foundation.tokens.duties.forget_old_tokens",
    # Last, when all that fell due is written down.
    f"{_CAPABILITIES}.reaching.duties.write_reminders",
]

# Whose names stand beside those of members, so that nobody takes them.
NAMES_BORNE = [f"{_CAPABILITIES}.confederation.queries.names_borne_by_bodies"]
# Words of somebody's that point at no person: who finds them for their download.
HELD_BESIDE = [
    "commonweal.foundation.institutions.queries.sources.sources_for",
    "commonweal.capabilities.decisions.queries.words_of_proposals_by",
    "commonweal.foundation.threads.queries.reports_from_bodies",
    "commonweal.foundation.threads.queries.readings_of_reports_by",
]
# What says whether a person who is no member counts in a body below an institution.
COUNTS_BELOW = [f"{_CAPABILITIES}.confederation.queries.is_of_a_body"]
# What says whether two members may be brought together.
MAY_MEET = "commonweal.foundation.safeguards.access.may_meet"
MAY_PICK = "commonweal.foundation.safeguards.access.may_pick"
MAY_VOUCH_FOR = "commonweal.foundation.safeguards.access.may_vouch_for"
# Until when a vote is open in which a member may vote: nobody comes back as them then.
OPEN_VOTES = [
    f"{_CAPABILITIES}.decisions.queries.votes_open_until",
    f"{_CAPABILITIES}.assemblies.queries.going_on.goes_on_until",
]
# How many letters one person may have sent to others in a day, over all institutions.
LETTERS_A_DAY = int(os.environ.get("COMMONWEAL_LETTERS_A_DAY", "200"))
# Where letters lead: to one's own page, to where one founds, to a code's page.
MY_PAGE, FOUNDING_PAGE = f"{ADDRESS}/me/", f"{ADDRESS}/found/"
JOIN_LINK = ADDRESS + "/join/{code}/"

# Where backups lie, a folder or s3://bucket/folder, and what opens that store.
BACKUPS = os.environ.get("COMMONWEAL_BACKUPS")
BACKUPS_ACCESS = {
    name: os.environ.get(f"COMMONWEAL_BACKUPS_{name.upper()}", "")
    for name in ("endpoint", "region", "key_id", "secret")
}
# What no backup holds: it opens doors for an hour or a month, and a lost one is asked
# for again. Old backups would hold it for years, and bring back what was ended since.
BACKUPS_LEAVE_OUT = [
    *("people.signin", "people.signinlink", "people.outgoingmail"),
    "tokens.token",
    "tokens.keptanswer",
    "reaching.calendarfeed",
    # Work that was asked for: what it was about stands in the rows themselves.
    "django_tasks_database.dbtaskresult",
]

# ---- Django

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks_db",
    "commonweal.foundation.keys",
    "commonweal.foundation.people",
    "commonweal.foundation.tokens",
    "commonweal.foundation.institutions",
    "commonweal.foundation.journal",
    "commonweal.foundation.safeguards",
    "commonweal.foundation.sealing",
    "commonweal.foundation.notices",
    "commonweal.foundation.threads",
    "commonweal.foundation.nodes",
    "commonweal.foundation.backups",
    *CAPABILITIES,
    "commonweal.interfaces.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    # Programs are answered here; no cookie of theirs is read.
    "commonweal.interfaces.api.door.ApiMiddleware",
    # Before all that might read what was sent.
    "commonweal.interfaces.web.refusals.SizeMiddleware",
    "commonweal.interfaces.web.requests.ClockMiddleware",
    "commonweal.interfaces.web.sign_ins.SignInMiddleware",
    "django.middleware.common.CommonMiddleware",
    "commonweal.interfaces.web.own_forms.OwnFormsMiddleware",
    "commonweal.interfaces.web.requests.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "commonweal.interfaces.web.requests.PlaceMiddleware",
    "commonweal.interfaces.web.refusals.RefusalMiddleware",
]

ROOT_URLCONF = "commonweal.project.urls"
WSGI_APPLICATION = "commonweal.project.wsgi.application"
AUTH_USER_MODEL = "people.Person"
# Nobody is signed in by Django: links, codes and keys do that, in `people.actions`.
AUTHENTICATION_BACKENDS: list[str] = []

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [
            PACKAGE / "interfaces" / face / "templates" for face in ("web", "api")
        ],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "commonweal.interfaces.web.navigation.navigation",
            ],
            "builtins": ["commonweal.interfaces.web.templatetags.components"],
        },
    }
]

# There are no sessions. A device that is signed in shows this cookie, and what is said
# once on the next page travels in a signed one of its own, under these names' rules.
SIGN_IN_COOKIE_NAME = "__Host-sign-in" if HTTPS else "sign-in"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_FAILURE_VIEW = "commonweal.interfaces.web.refusals.csrf_failure"
CSRF_TRUSTED_ORIGINS = [ADDRESS]
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "connect-src": ["'self'", *news_from(NEWS)],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

STATIC_URL = "/static/"
# Where `manage collectstatic` puts sheets and scripts, named by their content and
# compressed, for a node with many visitors; a small one serves them as they lie.
STATIC_ROOT = os.environ.get("COMMONWEAL_STATIC")
_STORAGE = (
    "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if STATIC_ROOT
    else "django.contrib.staticfiles.storage.StaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _STORAGE},
}
WHITENOISE_USE_FINDERS = not STATIC_ROOT

USE_TZ = USE_I18N = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español"), ("en-xr", "⇄ Right to left (test)")]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
# A pretend language that runs from right to left, for walking the pages that way.
django.conf.locale.LANG_INFO["en-xr"] = {
    "bidi": True,
    "code": "en-xr",
    "name": "Right to left (test)",
    "name_local": "⇄ Right to left (test)",
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
MAILERS = {"default": mail(os.environ.get("COMMONWEAL_SMTP_URL"))}
DEFAULT_FROM_EMAIL = os.environ.get("COMMONWEAL_MAIL_FROM", "commonweal@localhost")
