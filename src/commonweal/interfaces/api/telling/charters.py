"""A charter told by its parts and as prose."""

from collections.abc import Sequence

from commonweal.interfaces.api.schemas import charters as schemas
from commonweal.interfaces.api.schemas.common import in_words
from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.controls import Control, adjustable
from commonweal.rules.charters.prose import prose
from commonweal.rules.voting.decision_rule import DecisionRule


def charter_told(charter: Charter) -> schemas.Charter:
    """Tell all a charter lays down."""
    return schemas.Charter(
        name=in_words(charter.name),
        purpose=in_words(charter.purpose),
        language=charter.language,
        languages=list(charter.languages),
        time_zone=charter.time_zone,
        public=sorted(charter.public),
        ways_in=sorted(charter.joining.ways),
        classes=_classes(charter),
        offices=_offices(charter),
        rules=[rule_told(one) for one in charter.rules],
        effects=dict(charter.effects),
        settings=settings_told(adjustable(charter)),
        prose=_sections(charter),
        bylaws=charter.bylaws,
    )


def rule_told(rule: DecisionRule) -> schemas.Rule:
    """Tell which rule this is."""
    return schemas.Rule(
        id=rule.id,
        title=in_words(rule.title),
        method=rule.method,
        asks_one_text=rule.asks_one_text,
        franchise=rule.franchise,
    )


def settings_told(controls: Sequence[Control]) -> list[schemas.Setting]:
    """Tell the settings that may be changed, each with what it may become."""
    return [
        schemas.Setting(
            path=one.path,
            section=in_words(one.section),
            label=in_words(one.label),
            kind=one.kind,
            value=list(one.value) if isinstance(one.value, tuple) else one.value,
            choices=[
                schemas.Choice(value=choice.value, label=in_words(choice.label))
                for choice in one.choices
            ],
            least=one.least,
            most=one.most,
            language=one.language,
        )
        for one in controls
    ]


def _classes(charter: Charter) -> list[schemas.Class]:
    return [
        schemas.Class(id=one.id, name=in_words(one.name), rights=sorted(one.rights))
        for one in charter.classes
    ]


def _offices(charter: Charter) -> list[schemas.Office]:
    return [
        schemas.Office(id=one.id, name=in_words(one.name), seats=one.seats)
        for one in charter.offices
    ]


def _sections(charter: Charter) -> list[schemas.Section]:
    return [
        schemas.Section(
            title=in_words(section.title),
            sentences=[in_words(one) for one in section.clauses],
        )
        for section in prose(charter)
    ]
