"""Proxies: who acts for a member who is away, and when not."""

from tests.rules.assemblies.rooms import (
    at,
    opened,
    reasons,
    room,
    where,
)

from commonweal.rules.assemblies.events import (
    CameIn,
    ProxyGiven,
)
from commonweal.rules.assemblies.quorum import counted, quorum


def test_a_proxy_acts_while_its_giver_is_away():
    meeting = room(proxies_most=1)
    events = [
        ProxyGiven("dora", "dora", at(-20)),
        ProxyGiven("dora", "ben", at(-20)),
        ProxyGiven("emil", "ben", at(-19)),
        *opened("asha", "ben"),
        CameIn("dora", "dora", at(5)),
    ]

    before, after = where(meeting, events, 4), where(meeting, events)

    assert counted(meeting, before.presence) == {
        "asha": "asha",
        "ben": "ben",
        "dora": "ben",
    }
    assert counted(meeting, after.presence)["dora"] == "dora"
    assert reasons(after) == ["proxy_is_somebody_else", "holds_enough_proxies"]
    assert quorum(meeting, before.presence).there == 2
    counts = room(proxies_most=1, proxies_in_quorum=True)
    assert quorum(counts, before.presence).there == 3


def test_a_proxy_is_taken_back():
    events = [ProxyGiven("dora", "ben", at(-9)), ProxyGiven("dora", "", at(-8))]

    assert where(room(proxies_most=1), events).presence.proxies == {}
