"""One institution of the demo as its stories see it: who is there, what they do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from commonweal import kinds
from commonweal.capabilities.decisions import actions as decisions
from commonweal.capabilities.decisions.actions import Aim, Option, Wording
from commonweal.demo.cast import CAST
from commonweal.demo.clock import Clock, Story, spread
from commonweal.demo.item import Item, taking_part
from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import (
    bringing,
    confirming,
    founding,
    inviting,
    joining,
)
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.people import actions as people
from commonweal.foundation.people.models import Person
from commonweal.foundation.sealing import actions as sealing
from commonweal.foundation.sealing.models import SealedThing
from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.charters.parse import parse

MOTION = Aim()


@dataclass(slots=True)
class Valley:
    """Everybody who has come to the node so far, by given name, and every place."""

    clock: Clock
    people: dict[str, Person] = field(default_factory=dict)
    places: dict[str, "Scene"] = field(default_factory=dict)

    def person(self, name: str) -> Person:
        """Give somebody, who arrives on the node if they had not yet."""
        if name not in self.people:
            role = CAST[name]
            self.people[name] = people.arrive(
                email=role.email, language=role.language, at=self.clock.now
            )
        return self.people[name]


@dataclass(slots=True)
class Scene:
    """An institution, its members by given name, and the time it is there."""

    valley: Valley
    members: dict[str, Member] = field(default_factory=dict)
    institution: Institution = field(init=False)

    @property
    def clock(self) -> Clock:
        """The valley's clock."""
        return self.valley.clock

    @property
    def now(self) -> datetime:
        """The moment the telling has got to."""
        return self.clock.now

    def days_ago(self, days: int, wall: str) -> datetime:
        """Give a time of day some days before the present."""
        return self.clock.days_ago(days, wall)

    def later(self, days: int, wall: str) -> datetime:
        """Give a time of day some days from now."""
        return self.clock.later(days, wall)

    # ---- coming and going

    def founded(self, *, kind: str, charter: Charter, address: str, by: str) -> None:
        """Found the institution, with its founder in it."""
        person = self.valley.person(by)
        self.institution = founding.found(
            kind=kind,
            charter=charter,
            address=address,
            by=person,
            name=CAST[by].name,
            at=self.now,
        )
        founder = queries.member_of(self.institution, person, at=self.now)
        assert founder is not None
        self.members[by] = founder
        self.valley.places[address] = self

    def brings(
        self, founder: str, names: Sequence[str], *, member_class: str = ""
    ) -> Mapping[str, str]:
        """Put a list of people on the members' list; give each one's printed code."""
        return self.brings_as(founder, dict.fromkeys(names, member_class))

    def brings_as(self, founder: str, classes: Mapping[str, str]) -> Mapping[str, str]:
        """Put people on the members' list, each as a class; give their codes."""
        rows = [
            bringing.Row(CAST[name].name, member_class=one)
            for name, one in classes.items()
        ]
        sheet = bringing.bring_members(
            self.institution,
            rows,
            origin=bringing.Origin(
                "the sheet that went from door to door", "consent", self.now.date()
            ),
            by=self.members[founder],
            at=self.now,
        )
        return dict(zip(classes, sheet.codes, strict=True))

    def brings_statement(
        self, founder: str, title: str, text: str, *, decided_on: date
    ) -> None:
        """Write down what the group decided before it came here."""
        bringing.bring_statement(
            self.institution,
            by=self.members[founder],
            title=title,
            text=text,
            decided_on=decided_on,
            at=self.now,
        )

    def come(self, codes: Mapping[str, str], *, within: timedelta) -> Story:
        """Let people join one after another, each with their code."""
        for moment, name in spread(codes, self.now, self.now + within):
            yield moment
            self.join(name, codes[name])

    def invited_by(
        self, host: str, names: Iterable[str], *, within: timedelta
    ) -> Story:
        """Let a member send a link round, and people join by it one after another."""
        invited = inviting.invite_by_link(
            self.institution, by=self.members[host], at=self.now
        )
        yield from self.come(dict.fromkeys(names, invited.code), within=within)

    def is_known(self, name: str) -> None:
        """Let members say that they know somebody who came by a link, if need be."""
        charter = queries.charter_in_force(self.institution, at=self.now)
        for friend in list(self.members.values()):
            newcomer = self.members[name]
            if newcomer.counts(self.now):
                break
            if access.may_confirm(friend, newcomer, charter, at=self.now):
                known = confirming.confirm(newcomer, by=friend, at=self.now)
                self.members[name] = known

    def join(self, name: str, code: str) -> Member:
        """Let somebody join by a code."""
        person = self.valley.person(name)
        member = joining.join(code, person=person, name=CAST[name].name, at=self.now)
        self.members[name] = member
        self.is_known(name)
        return member

    def invites_by_code(self, host: str, names: Sequence[str]) -> Mapping[str, str]:
        """Print a sheet of codes; give one to each."""
        sheet = inviting.invite_by_codes(
            self.institution, by=self.members[host], count=len(names), at=self.now
        )
        return dict(zip(names, sheet.codes, strict=True))

    def gives_code(self, host: str, name: str) -> str:
        """Give a printed code to somebody whom the members have put on their list."""
        listed = queries.members(self.institution, at=self.now)
        place = listed.get(name=CAST[name].name)
        invited = inviting.invite_to_place(place, by=self.members[host], at=self.now)
        return invited.code

    def leaves(self, name: str) -> None:
        """Let somebody leave."""
        joining.leave(self.members.pop(name), at=self.now)

    # ---- deciding

    def proposes(
        self,
        name: str,
        title: str,
        text: str,
        *,
        aim: Aim = MOTION,
        options: Sequence[Option] = (),
        language: str = "en",
    ) -> Item:
        """Let a member write a proposal and put it."""
        item = self.drafts(
            name, title, text, aim=aim, options=options, language=language
        )
        item.put()
        return item

    def drafts(
        self,
        name: str,
        title: str,
        text: str,
        *,
        aim: Aim = MOTION,
        options: Sequence[Option] = (),
        language: str = "en",
    ) -> Item:
        """Let a member write a proposal that nobody else sees yet."""
        proposal = decisions.draft_proposal(
            self.institution,
            by=self.active(name),
            words=Wording(title, text, tuple(options), language),
            aim=aim,
            at=self.now,
        )
        return Item(self.clock, self.members, proposal, name)

    def candidates(self, names: Iterable[str]) -> tuple[Option, ...]:
        """Put members up for election."""
        return tuple(
            Option(CAST[name].name, id=str(self.members[name].pk)) for name in names
        )

    def a_steward(self, number: int = 0) -> str:
        """Name one of those who look at reports just now."""
        charter = queries.charter_in_force(self.institution, at=self.now)
        return self.in_office(charter.moderation.office)[number]

    def in_office(self, office: str) -> tuple[str, ...]:
        """Name those who hold an office just now."""
        held = queries.officers(self.institution, at=self.now).filter(office=office)
        called = {one.pk: name for name, one in self.members.items()}
        return tuple(called[one.holder_id] for one in held)

    # ---- what is sealed for trustees

    def takes_trustees_code(self, name: str) -> str:
        """Let a trustee take their code, as they write it on paper."""
        return sealing.take_code(self.active(name), at=self.now)

    def seals(self, name: str, words: str, purpose: str) -> SealedThing:
        """Let somebody seal words for the trustees, without their name."""
        account = sealing.Account(words, purpose, days=365)
        return sealing.seal_account(
            self.institution, account, by=self.active(name), at=self.now
        )

    def gives_share(self, name: str, code: str, thing: SealedThing) -> None:
        """Let a trustee give their share of its key."""
        is_true = sealing.give_share(
            thing, by=self.active(name), code=code, at=self.now
        )
        assert is_true, "it is the share that was dealt"

    def active(self, name: str) -> Member:
        """Give a member who is taking part just now."""
        return taking_part(self.members[name], self.clock)


def charter_of_kind(
    kind: str, changes: Mapping[str, object], bylaws: str = ""
) -> Charter:
    """Give a kind's charter with what the founders changed in it."""
    charter = adjusted(parse(kinds.text_of(kind)), changes)
    assert isinstance(charter, Charter), charter
    return replace(charter, bylaws=bylaws.strip())
