"""Addresses of institutions: founding, joining, and what each of them shows."""

from django.urls import path

from commonweal.interfaces.web.institutions.views import (
    bringing,
    charters,
    faces,
    founding,
    helping,
    inviting,
    joining,
    journals,
    people,
    recovering,
    restored,
)

app_name = "institutions"

HERE = "i/<slug:address>/"

urlpatterns = [
    path("found/", founding.choose_kind, name="choose_kind"),
    path("found/apply/", founding.apply, name="apply"),
    path("found/<slug:kind>/", founding.found, name="found"),
    path("found/like/<slug:older>/", founding.found_like, name="found_like"),
    path("join/", joining.type_code, name="join_by_code"),
    path("join/<str:code>/", joining.join, name="join"),
    path("join/<str:code>/charter/", joining.charter, name="join_charter"),
    path("join/<str:code>/decline/", joining.decline, name="decline"),
    path(HERE, faces.face, name="face"),
    path(HERE + "help/", helping.help_here, name="help"),
    path(HERE + "charter/", charters.charter, name="charter"),
    path(HERE + "charter/<int:number>/", charters.version, name="charter_version"),
    path(HERE + "charter/change/", charters.change, name="change_charter"),
    path(HERE + "invite/", inviting.invite, name="invite"),
    path(HERE + "invite/link/", inviting.make_link, name="invite_link"),
    path(HERE + "invite/codes/", inviting.make_codes, name="invite_codes"),
    path(HERE + "invite/show/<str:code>/", inviting.show_link, name="show_link"),
    path(HERE + "invite/for/<uuid:one>/", inviting.make_code_for, name="code_for"),
    path(HERE + "invite/revoke/<uuid:one>/", inviting.revoke, name="revoke"),
    path(
        HERE + "invite/sheet/<uuid:sheet>/take-back/",
        inviting.revoke_sheet,
        name="revoke_sheet",
    ),
    path(HERE + "restored/", restored.restored, name="restored"),
    path(HERE + "restored/known/", restored.acknowledge, name="acknowledge"),
    path(HERE + "people/", people.people, name="people"),
    path(HERE + "people/rename/", people.rename, name="rename"),
    path(HERE + "people/known/", people.known, name="known"),
    path(HERE + "people/confirm/", people.confirm, name="confirm"),
    path(HERE + "people/leave/", people.leave, name="leave"),
    path("come-back/", recovering.come_back, name="come_back"),
    path(HERE + "people/recovery/", recovering.recovery, name="recovery"),
    path(HERE + "people/recovery/vouch/", recovering.vouch, name="vouch"),
    path(HERE + "people/recovery/<uuid:one>/half/", recovering.print_half, name="half"),
    path(
        HERE + "people/recovery/<uuid:one>/pause/",
        recovering.pause,
        name="pause_recovery",
    ),
    path(
        HERE + "people/recovery/<uuid:one>/stop/",
        recovering.stop,
        name="stop_recovery",
    ),
    path(HERE + "bring/", bringing.bring, name="bring"),
    path(HERE + "bring/members/", bringing.bring_members, name="bring_members"),
    path(HERE + "bring/statement/", bringing.bring_statement, name="bring_statement"),
    path(HERE + "journal/", journals.journal, name="journal"),
    path(HERE + "journal.json", journals.journal_file, name="journal_file"),
]
