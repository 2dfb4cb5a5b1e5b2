"""Bodies for tests: a few by hand, and all kinds of them by chance."""

from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as st

from commonweal.rules.apportionment.bodies import Bodies
from commonweal.rules.voting.ties import TieBreaker

LOT = TieBreaker("lot", "seed of the tests")
unhurried = settings(deadline=None, max_examples=60)


def weighing(settings: dict[str, str] | None = None, **weights: int) -> Bodies:
    """Give bodies of these weights."""
    exact = {name: Fraction(weight) for name, weight in weights.items()}
    return Bodies(exact, settings or {})


@st.composite
def any_bodies(draw: st.DrawFn) -> Bodies:
    """Give up to six bodies, some alike, some without weight, some enormous."""
    names = "ABCDEF"[: draw(st.integers(1, 6))]
    scale = draw(st.sampled_from([1, 1, 10**12]))
    sizes = st.integers(0, 30) | st.fractions(0, 30, max_denominator=7)
    weights = {name: Fraction(draw(sizes)) * scale for name in names}
    if not any(weights.values()):
        weights["A"] = Fraction(1)
    return Bodies(weights)
