"""What people read about charters: prose, settings, changes, objections."""

from commonweal.rules.charters.sentences_assemblies import ASSEMBLIES
from commonweal.rules.charters.sentences_ending import ENDING
from commonweal.rules.charters.sentences_helping import HELPING
from commonweal.rules.charters.sentences_moderation import MODERATION
from commonweal.rules.charters.sentences_objections import OBJECTIONS
from commonweal.rules.charters.sentences_pact import PACT
from commonweal.rules.charters.sentences_prose import PROSE
from commonweal.rules.charters.sentences_recovery import RECOVERY
from commonweal.rules.charters.sentences_settings import SETTINGS
from commonweal.rules.charters.sentences_standards import SENTENCES as STANDARDS
from commonweal.rules.charters.told import WORDS
from commonweal.rules.sentence import Words
from commonweal.rules.voting.sentences_bearings import BEARINGS
from commonweal.rules.voting.sentences_pauses import PAUSES

SENTENCES: dict[str, Words] = {
    **PROSE,
    **WORDS,
    **SETTINGS,
    **OBJECTIONS,
    **MODERATION,
    **RECOVERY,
    **ENDING,
    **PACT,
    **STANDARDS,
    **ASSEMBLIES,
    **HELPING,
    **BEARINGS,
    **PAUSES,
}
