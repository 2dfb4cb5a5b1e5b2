"""What of assemblies waits for somebody, and what comes of it if they do nothing."""

from commonweal.rules.sentence import N_, Words

NEEDS: dict[str, Words] = {
    "need.send_minutes": N_("Look through the minutes and send them out"),
    "need.send_minutes.nothing": N_("they go out as they are"),
    "need.look_again": N_("Look at what an assembly decided again"),
    "need.look_again.nothing": N_(
        "it stays as it is, until an assembly has it on its agenda again"
    ),
    "need.assembly": N_("Go to the assembly"),
    "need.assembly_open": N_("it is open now: {place}"),
    "need.assembly_today": N_("it is there: {place}"),
    "need.assembly_later": N_("It is there: {place}"),
    "need.assembly_off": N_("It does not take place."),
    "need.read_minutes": N_("Read the minutes"),
    "need.read_minutes.nothing": N_("the next assembly approves them as they are"),
    "need.check_laptop": N_("Read what a laptop says of the assembly you were at"),
    "need.check_laptop.nothing": N_("it stands as it was brought back"),
    "need.read_set_aside": N_("Read why your words for the minutes were set aside"),
    "need.read_set_aside.nothing": N_("the next assembly is not asked about it"),
}
