"""Given a hall in which every page has something to show, and everybody who might ask.

Built on the world that programs ask about, and let go on for some weeks: votes that
are over, open and to come, in the open and in secret, and one of each thing that
somebody owns.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import uuid4

from django.utils import timezone

from commonweal.capabilities.assemblies.actions import (
    NewTask,
    give_task,
    take_along,
)
from commonweal.capabilities.decisions import actions as decisions
from commonweal.capabilities.decisions.models import Proposal
from commonweal.capabilities.reaching.actions import make_calendar
from commonweal.capabilities.reaching.queries.choices import stop_code
from commonweal.foundation import duties
from commonweal.foundation.backups import tables
from commonweal.foundation.backups.actions import restoring
from commonweal.foundation.institutions.actions import (
    confirming,
    inviting,
    joining,
    recovering,
)
from commonweal.foundation.institutions.actions.by_decision import admit_member
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.people import actions as people
from commonweal.foundation.people.models import Person
from commonweal.foundation.safeguards import actions as safeguards
from commonweal.foundation.safeguards import queries as wishes
from commonweal.foundation.sealing import actions as sealing
from commonweal.foundation.threads import actions as threads
from commonweal.foundation.threads.models import Hold
from commonweal.foundation.tokens import actions as tokens
from commonweal.rules.charters.charter import Charter
from commonweal.rules.recovery.terms import Recovery as Terms
from tests.builders import a_charter, a_member, a_person, day
from tests.capabilities.assemblies.given import an_assembly, an_open_assembly, did
from tests.capabilities.assemblies.laptop import code as laptop_code
from tests.capabilities.decisions.given import (
    a_draft,
    a_proposal,
    answered,
    newest_words,
    voting,
)
from tests.foundation.people.keyring import Keyring
from tests.foundation.sealing.test_trusting import ACCOUNT, named
from tests.foundation.threads.given import appealed, hidden, reported, words_of
from tests.interfaces.api.world import KIND, World, a_world

# When everything is asked, and how long before that the votes were begun that are open.
ASKED_ON = day(90)
OPEN_BY_THEN = timedelta(days=15)
NOT_YET_OPEN = timedelta(days=3)
SOON = timedelta(hours=2)
SECRET = decisions.Aim("adopt_statement", {"title": "A word", "text": "We stand."})

type Things = dict[str, str]


@dataclass
class Hall:
    """The world, who is in it by name, and what has an address of its own."""

    world: World
    at: datetime
    who: dict[str, Person | None]
    things: Things


def a_charter_with_tellers() -> Charter:
    """Give a charter with a secret vote, tellers, sponsors and a class without rights.

    Nobody can be suspended yet. Whoever belongs and has no right to anything is the
    nearest to it, and is what is asked here as "suspended".
    """
    plain = a_charter(KIND)
    rule = plain.rule("ordinary")
    assert rule is not None
    return replace(
        plain,
        tellers="coordinator",
        rules=(*plain.rules, replace(rule, id="quiet", ballot="secret")),
        effects={**plain.effects, "adopt_statement": "quiet"},
        classes=tuple(
            replace(one, rights=frozenset()) if one.id == "guest" else one
            for one in plain.classes
        ),
        moderation=replace(plain.moderation, newcomer_posts=1, sponsors="stewards"),
        recovery=Terms(2, 7, 30),
    )


def a_hall() -> Hall:
    """Build it all, through the actions."""
    world = a_world(a_charter_with_tellers())
    hall, hugo = world.hall, world.hugo
    samir, halima, ben = (_called(hall, one) for one in ("Samir", "Halima", "Ben"))
    things = dict(world.ids)
    _votes(hall, [hugo, ben, samir, halima], things, world.at)
    at = ASKED_ON
    duties.settle(hall, at=at)
    newcomer = a_member(hall, "Nikos", at=at - timedelta(hours=1))
    suspended = a_member(hall, "Sofia", at=day(31))
    suspended.member_class = "guest"
    suspended.save()
    _words(hall, (hugo, ben, samir, world.newcomer), things, at)
    _ways_in(hall, (hugo, ben, samir), things, at)
    _own_things(hugo, ben, things, at)
    _assembly(hugo, samir, ben, things, at)
    _sealed(hall, (hugo, samir, halima), things, at)
    who = {
        "outsider": world.outsider.person,
        "newcomer": newcomer.person,
        "suspended": suspended.person,
        "left": world.left,
        "hugo": hugo.person,
        "samir": samir.person,
        "halima": halima.person,
        "ben": ben.person,
    }
    return Hall(world, at, {"stranger": None, **who}, things)


def _called(hall: Institution, name: str) -> Member:
    return Member.objects.get(institution=hall, name=name)


def _votes(
    hall: Institution, members: list[Member], things: Things, begun: datetime
) -> None:
    """Let votes be over, be open and be to come; note their numbers."""
    hugo, ben, samir, *_ = members
    things["over"] = "1"
    secret = a_proposal(hall, members, "Shall we say so?", aim=SECRET, at=begun)
    answered(voting(secret), yes=[hugo, samir])
    things["secret_over"] = str(secret.number)
    start = ASKED_ON - OPEN_BY_THEN
    for name, aim in (("open", decisions.Aim()), ("secret_open", SECRET)):
        one = a_proposal(hall, members, f"Shall we, {name}?", aim=aim, at=start)
        voting(one)
        things[name] = str(one.number)
    coming = ASKED_ON - NOT_YET_OPEN
    one = a_proposal(hall, members, "Shall we sing?", aim=SECRET, at=coming)
    things["secret_coming"] = str(one.number)
    weak = a_proposal(hall, [hugo, ben], "Shall we dance?", at=coming)
    decisions.revise(
        weak,
        by=hugo,
        words=decisions.Wording("Shall we all dance?"),
        is_correction=True,
        seen=newest_words(weak),
        at=coming,
    )
    things["weak"] = str(weak.number)
    things["draft"] = str(a_draft(hall, hugo, at=coming).number)


def _words(
    hall: Institution, who: tuple[Member, ...], things: Things, at: datetime
) -> None:
    """Let words be said, reported, hidden, contradicted, and wait for a sponsor."""
    hugo, ben, samir, nadia = who
    about = Proposal.objects.get(institution=hall, number=int(things["open"])).pk
    said = [
        threads.say_in_thread(
            about, institution=hall, by=hugo, text=f"Ours, {n}.", at=at - SOON
        )
        for n in range(4)
    ]
    plain, waits, away, contested = said
    for one in (waits, away, contested):
        reported(one, ben, at=at - SOON)
    assert words_of(plain).author == hugo.pk
    things["post"], things["proposal"] = str(plain.pk), str(about)
    things["reported"] = str(waits.pk)
    things["hiding"] = str(hidden(away, samir, at=at - SOON).pk)
    hiding = hidden(contested, samir, at=at - SOON)
    appealed(hiding, contested, hugo, at=at - SOON)
    things["appealed"] = str(hiding.pk)
    threads.say_in_thread(
        about, institution=hall, by=nadia, text="I am new.", at=at - SOON
    )
    things["hold"] = str(Hold.objects.get(institution=hall).pk)


def _ways_in(
    hall: Institution, who: tuple[Member, ...], things: Things, at: datetime
) -> None:
    """Make invitations, a place nobody took up, and somebody to be let back in."""
    hugo, ben, samir = who
    link = inviting.invite_by_link(hall, by=hugo, at=at)
    sheet = inviting.invite_by_codes(hall, by=hugo, count=2, at=at)
    unknown = joining.join(link.code, person=a_person("Lola"), name="Lola", at=at)
    terms = {"people": [{"name": "Zoe", "member_class": "resident"}]}
    admit_member(hall, terms=terms, decision=uuid4(), at=at)
    place = Member.objects.get(institution=hall, name="Zoe")
    week = timedelta(days=8)
    # Hugo invited Samir: somebody else has to know him for their words to add up.
    confirming.confirm(samir, by=ben, at=at - week)
    for voucher in (hugo, samir):
        recovery = recovering.vouch(ben, by=voucher, at=at - week)
    things |= {
        "invitation": str(link.invitation.pk),
        "code": link.code,
        "sheet": str(sheet.id),
        "place": str(place.pk),
        "unknown": str(unknown.pk),
        "recovery": str(recovery.pk),
        "ben": str(ben.pk),
        "samir": str(samir.pk),
    }
    tables.mark(tables.BEING_RESTORED)
    restoring._own_up(at - SOON, at=at - SOON / 2)


def _assembly(
    hugo: Member, samir: Member, ben: Member, things: Things, at: datetime
) -> None:
    """Let one assembly be over, and one be called, with Ben in the room."""
    met = an_open_assembly(samir, called=at - timedelta(days=9))
    did(met, "close", samir, minute=1)
    closed = met.opens_at + timedelta(minutes=2)
    asked = NewTask("Bring chairs", ben, date(2026, 6, 30))
    things["task"] = str(give_task(met, asked, by=samir, at=closed).number)
    # An hour ago it could begin; two hours from now it would have lapsed.
    row = an_assembly(hugo, at=at - timedelta(days=7, hours=1))
    did(row, "come_in", hugo, about=ben)
    things["assembly"] = str(row.number)
    gone = an_assembly(samir, at=at - timedelta(days=6))
    take_along(gone, laptop_code(), by=samir, at=at - timedelta(days=1))
    things["gone"] = str(gone.number)
    things["met"], things["first_line"] = str(met.number), "0"
    things["matter"] = "1"


def _sealed(
    hall: Institution, who: tuple[Member, ...], things: Things, at: datetime
) -> None:
    """Let two trustees keep something closed, and something they have opened."""
    hugo, *trusted = who
    named(hall, *trusted)
    codes = [sealing.take_code(one, at=at) for one in trusted]
    closed, opened = (
        sealing.seal_account(hall, ACCOUNT, by=hugo, at=at) for _ in range(2)
    )
    for one, code in zip(trusted, codes, strict=True):
        sealing.give_share(opened, by=one, code=code, at=at)
    things |= {
        "closed": str(closed.pk),
        "opened": str(opened.pk),
        "trustees_code": codes[0],
    }


def _own_things(hugo: Member, ben: Member, things: Things, at: datetime) -> None:
    """Let Hugo have a second device, a key, a program, a wish and a mailed link."""
    person = hugo.person
    assert person is not None
    device, _ = people.begin_sign_in(person, at=timezone.now())
    asked, state = people.offer_passkey(person, called="Hugo")
    key = people.keep_passkey(
        person, answer=Keyring().made(asked), state=state, name="my phone", at=at
    )
    token = tokens.make_token(
        person, name="A program", scopes=["read"], days=30, at=at
    ).token
    safeguards.avoid(hugo, ben, at=at)
    codes: list[str] = []
    people.send_sign_in_link(
        a_person("Farah").email,
        language="en",
        link=lambda code: codes.append(code) or code,  # type: ignore[func-returns-value]
        at=at,
    )
    things |= {
        "device": str(device.pk),
        "passkey": str(key.pk),
        "token": str(token.pk),
        "wish": str(wishes.own(hugo)[0].id),
        "mailed": codes[0],
        "stops": stop_code(person, "full"),
        "calendar": make_calendar(person, at=at),
    }
