"""Addresses of a room without internet."""

from django.urls import path

from commonweal.interfaces.web.room import views

app_name = "room"

urlpatterns = [
    path("", views.door, name="door"),
    path("screen/", views.screen, name="screen"),
    path("words/<int:number>/", views.words, name="words"),
    path("finish/", views.finish, name="finish"),
    path("finish/file/", views.file_for_node, name="file_for_node"),
]
