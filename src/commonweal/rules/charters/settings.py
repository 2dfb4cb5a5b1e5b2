"""Every setting of a charter: what it is called and which values it can have.

One table serves the plain controls that a founder turns, the list of what an
amendment changes, and the check that the printed charter leaves nothing out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from commonweal.rules.charters.accents import ACCENTS
from commonweal.rules.charters.charter import (
    FILLINGS,
    RIGHTS,
    SHOWN,
    WAYS,
    WORDS,
    Charter,
)
from commonweal.rules.charters.names import effect_name, language_name
from commonweal.rules.charters.reading import MOST, MOST_DAYS
from commonweal.rules.moderation.terms import APPELLANTS, SPONSORS
from commonweal.rules.sentence import Fact, LocalText, Sentence
from commonweal.rules.voting.decision_rule import (
    BALLOT_KINDS,
    BASES,
    QUORUM_KINDS,
    TIE_BREAKS,
)

type Sort = Literal["number", "share", "choice", "several", "flag", "text"]

# The tables of a charter whose entries have names of their own.
NAMED = {
    "classes": "class",
    "franchises": "franchise",
    "rules": "rule",
    "offices": "office",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What may stand in one place of a charter.

    `choices` are names, or the word `rules`, `classes`, `franchises` or `offices` for
    those of the charter itself, given as `among`; no office may be named. `plain`
    settings are offered as controls; the others are part of what an institution is and
    are written by hand.
    """

    sort: Sort
    choices: tuple[str, ...] = ()
    among: str = ""
    least: int = 0
    most: int = MOST
    plain: bool = True
    by_language: bool = False


DAYS = Setting("number", most=MOST_DAYS)
SOME_DAYS = Setting("number", least=1, most=MOST_DAYS)
NUMBER = Setting("number")
SHARE = Setting("share")
FLAG = Setting("flag")
SAID = Setting("text", by_language=True)
BY_HAND = Setting("text", plain=False)
SAID_BY_HAND = Setting("text", plain=False, by_language=True)
ONE_RULE = Setting("choice", among="rules")
AN_OFFICE = Setting("choice", among="offices")
QUORUM = {
    "kind": Setting("choice", QUORUM_KINDS),
    "share": SHARE,
    "at_least": NUMBER,
}

SETTINGS: dict[str, Setting] = {
    "charter.kind": BY_HAND,
    "charter.name": SAID,
    "charter.purpose": SAID,
    "charter.basis": SAID,
    "charter.language": BY_HAND,
    "charter.languages": BY_HAND,
    "charter.time_zone": Setting("text"),
    "charter.place": Setting("text"),
    "charter.accent": Setting("choice", tuple(ACCENTS)),
    "charter.public": Setting("several", SHOWN),
    "charter.ordinary_rule": ONE_RULE,
    "charter.charter_rule": ONE_RULE,
    "charter.bylaws": BY_HAND,
    **{f"words.{word}": SAID for word in WORDS},
    "class.name": SAID_BY_HAND,
    "class.rights": Setting("several", RIGHTS),
    "joining.ways": Setting("several", WAYS),
    "joining.invited_class": Setting("choice", among="classes"),
    "joining.invitation_days": SOME_DAYS,
    "joining.max_uses": NUMBER,
    "activity.dormant_after_days": DAYS,
    "activity.notice_days": DAYS,
    "moderation.office": AN_OFFICE,
    "moderation.appeal_office": AN_OFFICE,
    "moderation.named": FLAG,
    "moderation.appeal_by": Setting("choice", APPELLANTS),
    "moderation.appeal_days": SOME_DAYS,
    "moderation.answer_days": SOME_DAYS,
    "moderation.newcomer_posts": NUMBER,
    "moderation.newcomer_days": DAYS,
    "moderation.sponsors": Setting("choice", SPONSORS),
    "moderation.most_proposals": NUMBER,
    "moderation.proposal_days": SOME_DAYS,
    "franchise.name": SAID_BY_HAND,
    "franchise.classes": Setting("several", among="classes"),
    "franchise.joined_days_before": DAYS,
    "franchise.active_only": FLAG,
    "franchise.good_standing": FLAG,
    "franchise.exclusions": BY_HAND,
    "rule.title": SAID_BY_HAND,
    "rule.method": BY_HAND,
    "rule.franchise": Setting("choice", among="franchises"),
    "rule.ballot": Setting("choice", BALLOT_KINDS, plain=False),
    "rule.support.share": SHARE,
    "rule.support.at_least": NUMBER,
    "rule.support_days": DAYS,
    "rule.deliberation_days": DAYS,
    "rule.notice_days": DAYS,
    "rule.voting_days": SOME_DAYS,
    **{f"rule.quorum.{key}": setting for key, setting in QUORUM.items()},
    "rule.threshold.base": Setting("choice", BASES),
    "rule.threshold.share": SHARE,
    "rule.threshold.strict": FLAG,
    "rule.threshold.at_least": NUMBER,
    "rule.tie_break": Setting("choice", TIE_BREAKS),
    "rule.second_call.after_days": DAYS,
    "rule.second_call.voting_days": SOME_DAYS,
    **{f"rule.second_call.quorum.{key}": setting for key, setting in QUORUM.items()},
    "rule.in_force_after_days": DAYS,
    "rule.review_after_days": DAYS,
    "rule.settings": BY_HAND,
    "effects": ONE_RULE,
    "office.name": SAID_BY_HAND,
    "office.seats": Setting("number", least=1),
    "office.term_days": SOME_DAYS,
    "office.filled_by": Setting("choice", FILLINGS),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: its setting's key, the named thing it is part of, if any,
    and the language or effect that the last part of its path names."""

    key: str
    setting: Setting
    table: str = ""
    thing: str = ""
    detail: str = ""


def place_of(path: str) -> Place | None:
    """Find the setting of a path such as `rules.ordinary.voting_days` or `name.es`."""
    table, _, rest = path.partition(".")
    if table in NAMED:
        thing, _, rest = rest.partition(".")
        return _found(f"{NAMED[table]}.{rest}", table, thing)
    if rest and table in ("words", "joining", "activity", "moderation", "effects"):
        return _found(path, "", "")
    return _found(f"charter.{path}", "", "")


def _found(key: str, table: str, thing: str) -> Place | None:
    if key in SETTINGS and not SETTINGS[key].by_language:
        return Place(key, SETTINGS[key], table, thing)
    shorter, _, detail = key.rpartition(".")
    setting = SETTINGS.get(shorter)
    open_ended = setting is not None and (
        setting.by_language or shorter in ("effects", "rule.settings")
    )
    if setting is None or not open_ended:
        return None
    return Place(shorter, setting, table, thing, detail)


def label_of(place: Place) -> Sentence:
    """Name a setting as people read it."""
    facts: dict[str, Fact] = {}
    if place.setting.by_language:
        facts["language"] = language_name(place.detail)
    elif place.detail:
        facts["detail"] = effect_name(place.detail)
    return Sentence(f"setting_{place.key.replace('.', '_')}", facts)


def choices_of(
    charter: Charter, setting: Setting
) -> Mapping[str, Sentence | LocalText]:
    """Give the names a setting may have, each as people read it."""
    if setting.among:
        return _among(charter)[setting.among]
    return {name: Sentence(f"choice_{name}") for name in setting.choices}


def _among(charter: Charter) -> Mapping[str, Mapping[str, Sentence | LocalText]]:
    nobody = {"": Sentence("choice_no_office")}
    return {
        **{table: things(charter, table) for table in NAMED},
        "offices": {**nobody, **things(charter, "offices")},
    }


def things(charter: Charter, table: str) -> dict[str, LocalText]:
    """Name the classes, franchises, rules or offices of a charter, by their ids."""
    match table:
        case "classes":
            return {one.id: one.name for one in charter.classes}
        case "franchises":
            return {one.id: one.name for one in charter.franchises}
        case "rules":
            return {rule.id: rule.title for rule in charter.rules}
        case _:
            return {one.id: one.name for one in charter.offices}


def thing_name(charter: Charter, place: Place) -> LocalText | None:
    """Name the class, franchise, rule or office that a setting is part of."""
    if not place.table:
        return None
    return things(charter, place.table).get(place.thing)
