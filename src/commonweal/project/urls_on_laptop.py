"""The addresses of a laptop in a room: its door and its screen, and those of a node.

The pages of a node are named so that templates find them; which of them answer is said
in `interfaces/web/on_laptop`.
"""

from django.urls import include, path

urlpatterns = [
    path("", include("commonweal.interfaces.web.room.urls")),
    path("", include("commonweal.interfaces.web.urls")),
]
