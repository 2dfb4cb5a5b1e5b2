"""The methods of counting a charter may name, one line each."""

from commonweal.rules.voting.method import Method
from commonweal.rules.voting.methods import (
    approval,
    irv,
    motion,
    plurality,
    schulze,
    score,
    stv_ers97,
    stv_gregory,
    stv_meek,
    stv_scottish,
    stv_wigm,
)

METHODS: dict[str, Method] = {
    "motion": motion.METHOD,
    "approval": approval.METHOD,
    "score": score.METHOD,
    "plurality": plurality.METHOD,
    "irv": irv.METHOD,
    "stv-scottish": stv_scottish.METHOD,
    "stv-wigm": stv_wigm.METHOD,
    "stv-gregory": stv_gregory.METHOD,
    "stv-ers97": stv_ers97.METHOD,
    "stv-meek": stv_meek.METHOD,
    "schulze": schulze.METHOD,
}
