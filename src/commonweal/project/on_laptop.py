"""What a laptop is told that holds one assembly in a room without internet.

The node's own settings, but for these: one assembly is all there is, people come in by
the code of the room, and whoever reaches the laptop reaches it by an address that
changes with the Wi-Fi. `commonweal assembly` sets where its data lies.
"""

from commonweal.project import settings as _node

globals().update({name: value for name, value in vars(_node).items() if name.isupper()})

# Nobody is led astray by a name here: there is no other site in the room, and what a
# page needs to know of itself it takes from what it was asked under.
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "commonweal.project.urls_on_laptop"
_CLOCK = "commonweal.interfaces.web.requests.ClockMiddleware"
_PLACE = "commonweal.interfaces.web.requests.PlaceMiddleware"
_BESIDE = {
    _CLOCK: "commonweal.interfaces.web.on_laptop.SteadyClockMiddleware",
    _PLACE: "commonweal.interfaces.web.on_laptop.OneRoomMiddleware",
}
# No program has a key here, and no stranger on the Wi-Fi is told what a node tells.
_NOT_HERE = {"commonweal.interfaces.api.door.ApiMiddleware"}
MIDDLEWARE = [
    one
    for name in _node.MIDDLEWARE
    if name not in _NOT_HERE
    for one in (name, _BESIDE.get(name))
    if one
]
TEMPLATES = [
    {
        **_node.TEMPLATES[0],
        "OPTIONS": {
            **_node.TEMPLATES[0]["OPTIONS"],  # type: ignore[dict-item]
            "context_processors": [
                *_node.TEMPLATES[0]["OPTIONS"]["context_processors"],  # type: ignore[index]
                "commonweal.interfaces.web.on_laptop.navigation",
            ],
        },
    }
]
