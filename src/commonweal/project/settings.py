"""Everything this node is told at start, and the tables that join the parts.

Read from the environment, so that one small server needs no file edited:
COMMONWEAL_DATA (a folder, default ./var), COMMONWEAL_KEYS (the folder for keys, default
`keys` in that one), COMMONWEAL_DATABASE_URL (default SQLite in the data folder),
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
from commonweal.project.sentences import SENTENCES as SENTENCES

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("COMMONWEAL_DATA", Path.cwd() / "var"))

SECRET_KEY = secret_key(os.environ.get("COMMONWEAL_SECRET_KEY"), DATA)
# Where the keys of what is sealed lie: not in the database, nor with its backups.
KEYS = Path(os.environ.get("COMMONWEAL_KEYS", DATA / "keys"))
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
}

DUTIES = [
    *(f"{_CAPABILITIES}.decisions.duties.settle_{a}" for a in ("proposals", "reviews")),
    f"{_CAPABILITIES}.assemblies.duties.give_up_laptops",
    f"{_CAPABILITIES}.assemblies.duties.send_out_minutes",
    f"{_CAPABILITIES}.confederation.duties.settle_matters",
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

# What ends when somebody leaves this node.
LEAVING = [f"{_INSTITUTIONS}.actions.joining.leave_everywhere"]
# Where a member's name stands besides, and who strikes it when they leave.
FORGETTING = [
    "commonweal.capabilities.decisions.actions.forget_name_in_terms",
    "commonweal.foundation.safeguards.actions.end_wishes_of",
    "commonweal.foundation.notices.actions.forget_member",
    "commonweal.capabilities.reaching.actions.forget_choice",
]
# Where one ends: what does not begin, what holds anything of anybody, the last vote.
STOPPING = [
    f"{_CAPABILITIES}.decisions.actions.stop_what_is_to_open",
    f"{_CAPABILITIES}.assemblies.actions.stop_assemblies",
]
CLEARING = [
    "commonweal.foundation.sealing.actions.destroy_all",
    "commonweal.foundation.threads.actions.forget_who_said_what_was_wrong",
]
LAST_VOTE_CLOSES = ["commonweal.capabilities.decisions.queries.last_vote_closes"]
# What else ends when somebody signs out everywhere, or shows whose an address is.
OTHERS_SIGNED_OUT = ["commonweal.capabilities.reaching.actions.end_calendar"]
_TOKENS = "commonweal.foundation.tokens.actions.end_all_tokens"
SIGNED_OUT_EVERYWHERE = [_TOKENS, *OTHERS_SIGNED_OUT]
# Words of somebody's that point at no person: who finds them for their download.
HELD_BESIDE = [
    "commonweal.foundation.institutions.queries.sources.sources_for",
    "commonweal.capabilities.decisions.queries.words_of_proposals_by",
]

# What says whether two members may be brought together.
MAY_MEET = "commonweal.foundation.safeguards.access.may_meet"
MAY_PICK = "commonweal.foundation.safeguards.access.may_pick"
# Until when a vote is open in which a member may vote: nobody comes back as them then.
OPEN_VOTES = [
    "commonweal.capabilities.decisions.queries.votes_open_until",
    "commonweal.capabilities.assemblies.queries.going_on.goes_on_until",
