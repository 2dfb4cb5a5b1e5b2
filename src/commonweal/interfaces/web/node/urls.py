"""Addresses of the node itself."""

from django.urls import path

from commonweal.interfaces.web.node.views import demo, pages
from commonweal.interfaces.web.node.views.source import source

app_name = "node"

urlpatterns = [
    path("", pages.home, name="home"),
    path("operator/", pages.operator, name="operator"),
    path("lot/", pages.lot, name="lot"),
    path("restored/", pages.restored, name="restored"),
    path("source.tar.gz", source, name="source"),
    path("style/", pages.style, name="style"),
    path("offline/", pages.offline, name="offline"),
    path("manifest.webmanifest", pages.manifest, name="manifest"),
    path("service-worker.js", pages.service_worker, name="service_worker"),
    path("demo/mail/", demo.mail, name="demo_mail"),
    path("demo/people/", demo.people, name="demo_people"),
    path("demo/days/", demo.days, name="demo_days"),
]
