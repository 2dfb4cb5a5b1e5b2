"""What a decision can set in motion, and where all there is to say of it stands."""

_INSTITUTIONS = "commonweal.foundation.institutions.effects"
_SEALING = "commonweal.foundation.sealing.effects"
_CONFEDERATION = "commonweal.capabilities.confederation.effects"
_THREADS = "commonweal.foundation.threads.effects"

# In the order in which members are offered them.
EFFECTS = {
    "amend_charter": f"{_INSTITUTIONS}.amend_charter.EFFECT",
    "adopt_statement": f"{_INSTITUTIONS}.adopt_statement.EFFECT",
    "admit_member": f"{_INSTITUTIONS}.admit_member.EFFECT",
    "fill_office": f"{_INSTITUTIONS}.fill_office.EFFECT",
    "name_trustees": f"{_SEALING}.name_trustees.EFFECT",
    "admit_institution": f"{_INSTITUTIONS}.admit_institution.EFFECT",
    "set_founding": f"{_INSTITUTIONS}.set_founding.EFFECT",
    "let_last_resort_stand": f"{_THREADS}.let_last_resort_stand.EFFECT",
    **{
        one: f"{_CONFEDERATION}.{one}.EFFECT"
        for one in (
            *("join_confederation", "send_delegates", "recall_delegate"),
            *("raise_matter", "join_raising", "withdraw_matter"),
            *("give_mandate", "answer_matter", "discharge_delegates"),
            *("change_pact", "join_above", "leave_above", "return_words"),
            "stay_out",
            *("say_kept", "find_kept", "plan_to_keep", "do_listed_act"),
            *("admit_body", "accuse_body", "put_body_out"),
            *("leave_confederation", "stay_in_confederation"),
        )
    },
    "wind_up": f"{_INSTITUTIONS}.wind_up.EFFECT",
    "go_on": f"{_INSTITUTIONS}.go_on.EFFECT",
}
