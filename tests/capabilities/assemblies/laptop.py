"""Given a laptop beside the node: its tables stand in for the node's for a while."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction

from commonweal.capabilities.assemblies import actions
from commonweal.capabilities.assemblies.actions import Deed, take_part
from commonweal.capabilities.assemblies.models import Assembly, CheckOut
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.rules.secrecy.carried import Carried, public_of
from commonweal.rules.secrecy.spoken import spoken

SEED, OTHER_SEED = bytes(range(32)), bytes(range(1, 33))


def code(seed: bytes = SEED) -> str:
    """Give the code that a laptop shows."""
    return spoken(public_of(seed))


class Laptop:
    """A laptop that an assembly was taken to, with what one does on it."""

    def __init__(self, came: Carried, taken: CheckOut, seed: bytes) -> None:
        self.came, self.taken, self.seed = came, taken, seed

    @property
    def row(self) -> Assembly:
        """The assembly as it is there."""
        return Assembly.objects.get(pk=self.taken.assembly_id)

    def member(self, name: str) -> Member:
        """Find somebody who came along by their name."""
        return Member.objects.get(name=name)

    def did(self, name: str, by: str, *, minute: int = 0, **more: object) -> None:
        """Let somebody do something there so many minutes after it was called for."""
        about = more.pop("about", None)
        deed = Deed(
            name,
            about=self.member(str(about)) if about else None,
            **more,  # type: ignore[arg-type]
        )
        at = self.row.opens_at + timedelta(minutes=minute)
        take_part(self.row, deed, by=self.member(by), at=at)

    def finished(self, *, minute: int = 120) -> bytes:
        """Finish there and give the file that is written."""
        at = self.row.opens_at + timedelta(minutes=minute)
        return self.finished_at(at)

    def finished_at(self, at: datetime) -> bytes:
        """Finish at a moment and give the file that is written."""
        done = actions.finish_here(self.taken, at=at)
        once = secrets.token_bytes(32)
        return actions.result_of(done, seed=self.seed, node=self.came.by, once=once)


@contextmanager
def on_laptop(file: bytes, *, at: datetime, seed: bytes = SEED) -> Iterator[Laptop]:
    """Be on the laptop, where there is nothing but what came along."""
    with transaction.atomic():
        Assembly.objects.all().delete()
        Institution.objects.all().delete()
        came = actions.opened(file, seed=seed, at=at)
        yield Laptop(came, actions.take_up(came, at=at), seed)
        transaction.set_rollback(True)
