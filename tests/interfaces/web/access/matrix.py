"""Who may read each page and do each deed. A page that is not named here fails.

Each line says who gets an answer when reading (`get`) and when sending a form (`post`),
in the few words of `Who`; `by` is somebody in the hall who may, and `sends` what they
send. Without `post`, sending reads like reading and changes nothing.
"""

from tests.builders import A_KIND
from tests.interfaces.web.access.declared import (
    A_PROPOSAL,
    ANYBODY,
    BOX,
    ENTITLED,
    HOLDER,
    LED_AWAY,
    LIST,
    LONGER,
    MEMBERS,
    NOBODY,
    OWNER,
    REASON,
    SIGNED_IN,
    SURE,
    TOKEN,
    Page,
    Who,
    number,
    one,
)
from tests.interfaces.web.access.of_assemblies import OF_ASSEMBLIES
from tests.interfaces.web.access.of_confederation import OF_CONFEDERATION

__all__ = ["PAGES", "Page", "Who"]

OF_THE_NODE = {
    "node:home": Page(ANYBODY),
    "node:operator": Page(ANYBODY),
    "node:lot": Page(ANYBODY),
    "node:restored": Page(ANYBODY),
    "node:source": Page(ANYBODY),
    "node:style": Page(ANYBODY),
    "node:offline": Page(ANYBODY),
    "node:manifest": Page(ANYBODY),
    "node:service_worker": Page(ANYBODY),
    "node:demo_mail": Page(NOBODY),
    "node:demo_people": Page(NOBODY, NOBODY, sends={"member": "ben"}),
    "node:demo_days": Page(NOBODY, NOBODY, sends={"days": 1}),
    "people:sign_in": Page(ANYBODY, ANYBODY, sends={"email": "eve@example.org"}),
    "people:sent": Page(ANYBODY),
    "people:by_passkey": Page(LED_AWAY, NOBODY, sends={"answer": "[3]"}),
    "people:ask_for_passkey": Page(ANYBODY),
    "people:by_code": Page(ANYBODY, NOBODY, sends={"code": "AAAA-AAAA"}),
    "people:enter": Page(ANYBODY, ANYBODY, names={"code": "mailed"}),
    "people:leave_at_once": Page(ANYBODY),
    "people:sign_out": Page(LED_AWAY, ANYBODY),
    "people:language": Page(LED_AWAY, ANYBODY, sends={"language": "es"}),
    "institutions:choose_kind": Page(ANYBODY),
    "institutions:apply": Page(
        LED_AWAY, NOBODY, sends={"called": "Eve", "kind": A_KIND, "why": "So."}
    ),
    "institutions:found": Page(ANYBODY),
    # Nobody in the hall offers their charter.
    "institutions:found_like": Page(NOBODY, NOBODY),
    "institutions:join_by_code": Page(ANYBODY, ANYBODY, sends={"typed": "AAAA"}),
    "institutions:join": Page(ANYBODY, ANYBODY, "outsider", {"my_name": "Eve"}),
    "institutions:join_charter": Page(ANYBODY),
    "institutions:decline": Page(LED_AWAY, NOBODY),
    "institutions:come_back": Page(
        ANYBODY, NOBODY, sends={"first": "AAAA", "second": "BBBB"}
    ),
}

MINE = {
    "people:me": Page(SIGNED_IN),
    "people:about_me": Page(SIGNED_IN),
    "people:known": Page(SIGNED_IN),
    "people:ask_for_address": Page(
        LED_AWAY, SIGNED_IN, sends={"email": "eve@example.org"}
    ),
    # A link is sealed for one person; a made-up one opens nothing.
    "people:take_address": Page(SIGNED_IN, NOBODY),
    # Only where another way back is left to them.
    "people:forget_address": Page(LED_AWAY, HOLDER),
    "people:devices": Page(SIGNED_IN),
    "people:end_others": Page(LED_AWAY, SIGNED_IN),
    "people:end_all": Page(LED_AWAY, SIGNED_IN),
    "people:name_device": Page(
        LED_AWAY, OWNER, sends={"name": "phone"}, names=one("device")
    ),
    "people:end_device": Page(LED_AWAY, OWNER, names=one("device")),
    "people:paper_codes": Page(LED_AWAY, SIGNED_IN, sends=SURE),
    "people:passkeys": Page(
        SIGNED_IN, NOBODY, sends={"name": "phone", "answer": "[3]"}
    ),
    "people:offer_passkey": Page(SIGNED_IN),
    "people:name_passkey": Page(
        LED_AWAY, OWNER, sends={"name": "phone"}, names=one("passkey")
    ),
    "people:remove_passkey": Page(LED_AWAY, OWNER, names=one("passkey")),
    "people:leave": Page(SIGNED_IN, SIGNED_IN, sends=SURE),
    "reaching:calendar": Page(SIGNED_IN),
    "reaching:make_calendar": Page(LED_AWAY, SIGNED_IN),
    "reaching:end_calendar": Page(LED_AWAY, SIGNED_IN),
    # Whoever has the code; calendars have no other key.
    "reaching:feed": Page(ANYBODY, names={"code": "calendar"}),
    "reaching:search": Page(SIGNED_IN),
    "reaching:letters": Page(SIGNED_IN, SIGNED_IN),
    # A link is signed for one person; a made-up one stops nothing.
    "reaching:stop": Page(ANYBODY, ANYBODY, names={"code": "stops"}),
    "tokens:keys": Page(SIGNED_IN, SIGNED_IN, sends=TOKEN),
    "tokens:end": Page(LED_AWAY, OWNER),
}

OF_THE_HALL = {
    "institutions:face": Page(ANYBODY),
    "institutions:help": Page(ANYBODY),
    "institutions:charter": Page(ANYBODY),
    "institutions:charter_version": Page(ANYBODY),
    "institutions:change_charter": Page(
        ENTITLED, ENTITLED, sends={"title": "Shall we?", "bylaws": "Be kind."}
    ),
    "institutions:invite": Page(MEMBERS),
    "institutions:invite_link": Page(LED_AWAY, ENTITLED, sends={"most": 3}),
    "institutions:invite_codes": Page(SIGNED_IN, ENTITLED, sends={"count": 1}),
    "institutions:show_link": Page(ENTITLED),
    "institutions:code_for": Page(SIGNED_IN, ENTITLED, names=one("place")),
    "institutions:revoke": Page(LED_AWAY, ENTITLED, names=one("invitation")),
    "institutions:revoke_sheet": Page(LED_AWAY, ENTITLED),
    "institutions:restored": Page(ANYBODY),
    "institutions:acknowledge": Page(LED_AWAY, MEMBERS),
    "institutions:people": Page(MEMBERS),
    "institutions:rename": Page(LED_AWAY, MEMBERS, sends={"name": "Another"}),
    "institutions:known": Page(MEMBERS),
    "institutions:confirm": Page(LED_AWAY, ENTITLED, "samir", {"known": "unknown"}),
    "institutions:leave": Page(LED_AWAY, MEMBERS, sends=SURE),
    "institutions:recovery": Page(MEMBERS),
    "institutions:vouch": Page(LED_AWAY, LONGER, "ben", {"lost": "samir"}),
    "institutions:half": Page(LED_AWAY, HOLDER, names=one("recovery")),
    "institutions:pause_recovery": Page(
        LED_AWAY, MEMBERS, "newcomer", {"reason": "I doubt it."}, one("recovery")
    ),
    "institutions:stop_recovery": Page(LED_AWAY, HOLDER, "ben", names=one("recovery")),
    "institutions:bring": Page(MEMBERS),
    "institutions:bring_members": Page(LED_AWAY, NOBODY, sends=LIST),
    "institutions:bring_statement": Page(
        LED_AWAY, NOBODY, sends={"title": "A", "decided_on": "2025-01-01"}
    ),
    "institutions:journal": Page(MEMBERS),
    "institutions:journal_file": Page(MEMBERS),
    "safeguards:apart": Page(MEMBERS),
    "safeguards:avoid": Page(LED_AWAY, MEMBERS, sends={"other": "samir"}),
    "safeguards:stop": Page(LED_AWAY, OWNER, names=one("wish")),
    "threads:report": Page(
        ANYBODY, ANYBODY, "samir", {"wrong": "hurts"}, names=A_PROPOSAL
    ),
    "threads:last_resort": Page(ANYBODY),
    "threads:stewards": Page(MEMBERS),
    "threads:decide": Page(
        LED_AWAY,
        HOLDER,
        "samir",
        {"deed": "hide", "wrong": "hurts", **REASON},
        {"about": "reported"},
    ),
    "threads:sponsor": Page(LED_AWAY, HOLDER, "samir", {"deed": "through"}),
    "threads:hidden": Page(MEMBERS, names={"hidden": "hiding"}),
    "threads:appeal": Page(
        MEMBERS, MEMBERS, sends={"words": "It is true."}, names={"hidden": "hiding"}
    ),
    "threads:answer": Page(
        MEMBERS,
        HOLDER,
        "halima",
        {"outcome": "hidden", **REASON},
        {"hidden": "appealed"},
    ),
    "threads:show_again": Page(MEMBERS, HOLDER, "samir", REASON, {"hidden": "hiding"}),
}

OF_DECISIONS = {
    "decisions:list": Page(ANYBODY),
    "decisions:propose": Page(MEMBERS),
    "decisions:propose_aim": Page(ENTITLED, ENTITLED, sends={"title": "Shall we?"}),
    "decisions:decision": Page(ANYBODY, names=number("open")),
    "decisions:recount": Page(ANYBODY, names=number("over")),
    "decisions:check_out": Page(SIGNED_IN, MEMBERS, names=number("secret_coming")),
    "decisions:check_out_to_table": Page(
        SIGNED_IN, MEMBERS, names=number("secret_coming")
    ),
    "decisions:check_in": Page(SIGNED_IN, MEMBERS, names=number("secret_coming")),
    "decisions:paper": Page(HOLDER, HOLDER, "samir", BOX, names=number("secret_open")),
    "decisions:paper_ballot": Page(
        HOLDER, HOLDER, "samir", names=number("secret_open")
    ),
    "decisions:come_back": Page(SIGNED_IN, NOBODY, names=number("secret_open")),
    "decisions:vote_here": Page(SIGNED_IN, NOBODY, names=number("secret_open")),
    "decisions:let_back": Page(HOLDER, NOBODY, "samir", names=number("secret_open")),
    "decisions:ask_to_open": Page(
        SIGNED_IN, HOLDER, "samir", names=number("secret_over")
    ),
    # Two of them have to ask first.
    "decisions:open_count": Page(SIGNED_IN, NOBODY, names=number("secret_over")),
    "decisions:roll": Page(HOLDER, names=number("open")),
    "decisions:ballots": Page(MEMBERS, names=number("over")),
    "decisions:print": Page(ANYBODY, names=number("open")),
    "decisions:put": Page(HOLDER, HOLDER, names=number("draft")),
    "decisions:support": Page(SIGNED_IN, ENTITLED, "samir", names=number("weak")),
    "decisions:take_back": Page(SIGNED_IN, HOLDER, "ben", names=number("weak")),
    "decisions:cast_ballot": Page(
        SIGNED_IN, HOLDER, sends={"answer": "yes"}, names=number("open")
    ),
    "decisions:revise": Page(
        HOLDER, HOLDER, sends={"title": "Shall we, then?"}, names=number("draft")
    ),
    "decisions:contest": Page(SIGNED_IN, HOLDER, "ben", names=number("weak")),
    "decisions:pause": Page(
        SIGNED_IN,
        NOBODY,
        sends={"right": "land", "reason": "So."},
        names=number("open"),
    ),
    "decisions:withdraw": Page(HOLDER, HOLDER, names=number("draft")),
    "decisions:say": Page(
        SIGNED_IN, ENTITLED, sends={"text": "Hello."}, names=number("open")
    ),
    "decisions:take_back_post": Page(SIGNED_IN, HOLDER, names=number("open")),
}

OF_THE_SEALED = {
    "sealing:sealed": Page(MEMBERS),
    "sealing:seal": Page(
        LED_AWAY, MEMBERS, sends={"purpose": "court", "words": "So.", "days": "365"}
    ),
    "sealing:take_code": Page(LED_AWAY, HOLDER, "samir", SURE),
    "sealing:thing": Page(HOLDER, by="samir", names={"thing": "closed"}),
    "sealing:give_share": Page(
        LED_AWAY,
        HOLDER,
        "samir",
        {"code": "=trustees_code"},
        {"thing": "closed"},
    ),
    "sealing:read": Page(LED_AWAY, HOLDER, "samir", names={"thing": "opened"}),
    "sealing:hand_over": Page(LED_AWAY, HOLDER, "samir", names={"thing": "opened"}),
    "sealing:destroy": Page(LED_AWAY, HOLDER, "samir", SURE, {"thing": "closed"}),
}

PAGES = {
    **OF_ASSEMBLIES,
    **OF_CONFEDERATION,
    **OF_THE_SEALED,
    **OF_THE_NODE,
    **MINE,
    **OF_THE_HALL,
    **OF_DECISIONS,
}
