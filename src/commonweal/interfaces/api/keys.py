"""What a token must have been made for before an operation listens to it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import ClassVar

from commonweal.foundation.tokens import access, actions
from commonweal.interfaces import limits
from commonweal.interfaces.api.requests import ApiRequest
from commonweal.rules.verdict import require

# Nobody finds a token by trying; this keeps them from making the node look for long.
TOKENS = limits.Door("tokens", 60, timedelta(seconds=1))


class Key:
    """The scope an operation asks for; if no key `is_needed`, strangers may ask."""

    openapi_security_schema: ClassVar[Mapping[str, str]] = {
        "type": "http",
        "scheme": "bearer",
        "description": "A key that its owner made on their page of this node.",
    }

    def __init__(self, scope: str, *, is_needed: bool = True) -> None:
        assert scope in access.SCOPES, scope
        self.scope, self.is_needed = scope, is_needed

    def __call__(self, request: ApiRequest) -> bool:
        """Let in who shows a token made for this, and note the day of its use."""
        if not request.code and not self.is_needed:
            return True
        if request.code and request.token is None:
            require(limits.may_try(request, TOKENS, at=request.at))
        require(
            access.may_use(
                request.token, self.scope, at=request.at, shown=bool(request.code)
            )
        )
        assert request.token is not None, "what may be used is there"
        actions.note_use(request.token, at=request.at)
        return True


ANYBODY = Key("read", is_needed=False)
READ, DISCUSS, PROPOSE = Key("read"), Key("discuss"), Key("propose")
VOTE, ORGANISE, BELONG = Key("vote"), Key("organise"), Key("belong")
STEWARD, SEAL = Key("steward"), Key("seal")
