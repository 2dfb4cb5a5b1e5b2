"""Who may read the pages of assemblies, and do each deed there."""

from tests.capabilities.assemblies.laptop import code
from tests.interfaces.web.access.declared import (
    ASSEMBLY,
    ENTITLED,
    HOLDER,
    MEMBERS,
    NOBODY,
    Page,
    number,
)

LAPTOP_CODE = code()

OF_ASSEMBLIES = {
    "assemblies:list": Page(MEMBERS),
    "reaching:notices": Page(MEMBERS),
    "reaching:notice": Page(MEMBERS, names=number("=1")),
    "assemblies:call": Page(MEMBERS, HOLDER, sends=ASSEMBLY),
    "assemblies:assembly": Page(ENTITLED, names=number("assembly")),
    "assemblies:act": Page(
        ENTITLED, HOLDER, "ben", {"deed": "go_out"}, names=number("assembly")
    ),
    "assemblies:calendar": Page(ENTITLED, names=number("assembly")),
    "assemblies:laptop": Page(
        ENTITLED, HOLDER, sends={"code": LAPTOP_CODE}, names=number("assembly")
    ),
    "assemblies:file_for_laptop": Page(HOLDER, by="samir", names=number("gone")),
    "assemblies:back": Page(
        ENTITLED, HOLDER, "samir", {"reason": "It broke."}, names=number("gone")
    ),
    "assemblies:disputed": Page(ENTITLED, NOBODY, names=number("gone")),
    "assemblies:result": Page(ENTITLED, NOBODY, names=number("gone")),
    "assemblies:leaflet": Page(ENTITLED, names=number("assembly")),
    "assemblies:screen": Page(ENTITLED, names=number("assembly")),
    "assemblies:live": Page(ENTITLED, names=number("assembly")),
    "assemblies:rehearse": Page(
        ENTITLED, ENTITLED, sends={"deed": "come_in"}, names=number("gone")
    ),
    # What another pressed, or nobody, is nobody's rehearsal.
    "assemblies:rehearsed": Page(
        NOBODY,
        NOBODY,
        sends={"deed": "come_in"},
        names={"number": "gone", "so_far": "=made-up"},
    ),
    "assemblies:words": Page(ENTITLED, names=number("assembly")),
    "assemblies:minutes": Page(ENTITLED, names=number("assembly")),
    "assemblies:tasks": Page(ENTITLED),
    "assemblies:answer_for_task": Page(
        ENTITLED, HOLDER, "ben", {"deed": "accept"}, names={"task": "task"}
    ),
    "assemblies:note_task": Page(
        ENTITLED,
        HOLDER,
        "samir",
        {"words": "Tea", "of": "=samir", "due_on": "2026-06-30"},
        names=number("met"),
    ),
    "assemblies:check_task": Page(
        ENTITLED,
        NOBODY,
        sends={"deed": "done"},
        names={"number": "met", "task": "task"},
    ),
    # Nothing was put to a test there.
    "assemblies:talk": Page(NOBODY, NOBODY, names={"number": "met", "item": "matter"}),
    "assemblies:fixed_minutes": Page(NOBODY, names=number("met")),
    "assemblies:minutes_text": Page(ENTITLED, names=number("assembly")),
    "assemblies:minutes_pdf": Page(ENTITLED, names=number("assembly")),
    "assemblies:line": Page(
        ENTITLED,
        ENTITLED,
        sends={"words": "Cleo was there too."},
        names={"number": "met", "line": "first_line"},
    ),
    "assemblies:act_on_minutes": Page(
        ENTITLED, HOLDER, "samir", {"deed": "send_out"}, names=number("met")
    ),
}
