"""The addresses of what is sealed for trustees."""

from django.urls import path

from commonweal.interfaces.web.sealing import views

app_name = "sealing"
HERE = "i/<slug:address>/sealed/"
ONE = HERE + "<uuid:thing>/"
urlpatterns = [
    path(HERE, views.sealed, name="sealed"),
    path(HERE + "seal/", views.seal, name="seal"),
    path(HERE + "code/", views.take_code, name="take_code"),
    path(ONE, views.one_thing, name="thing"),
    path(ONE + "share/", views.give_share, name="give_share"),
    path(ONE + "read/", views.read, name="read"),
    path(ONE + "hand-over/", views.hand_over, name="hand_over"),
    path(ONE + "destroy/", views.destroy, name="destroy"),
]
