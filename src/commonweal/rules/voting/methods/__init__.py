"""The methods of counting a charter may name, one line each."""

from commonweal.rules.voting.method import Method
from commonweal.rules.voting.methods import (
    approval,
    irv,
    motion,
    plurality,
    schulze,
    score,
    stv_meek,
    stv_scottish,
)

METHODS: dict[str, Method] = {
    "motion": motion.METHOD,
    "approval": approval.METHOD,
    "score": score.METHOD,
    "plurality": plurality.METHOD,
    "irv": irv.METHOD,
    "stv-scottish": stv_scottish.METHOD,
    "stv-meek": stv_meek.METHOD,
    "schulze": schulze.METHOD,
}
