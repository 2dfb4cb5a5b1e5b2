"""Whether a union says yes, added up the slow and obvious way."""

from fractions import Fraction

from commonweal.rules.confederation.bodies import Union


def slowly_ratified(union, answers):
    """Say by hand whether a union says yes, where no body has changed."""
    stands = {}
    for body in union.bodies:
        if isinstance(body, Union):
            stands[body.id] = slowly_stands(body, answers)
        else:
            stands[body.id] = answers[body.id].says if body.id in answers else "silent"
    terms = union.terms
    silent = [one for one in stands.values() if one == "silent"]
    counted_in = len(stands) if terms.silence != "apart" else len(stands) - len(silent)
    yes = list(stands.values()).count("yes")
    if terms.silence == "yes":
        yes += len(silent)
    spoke = len(stands) - (0 if terms.silence == "yes" else len(silent))
    here = bases_below(union)
    given = [answers[one].counts for one in here if one in answers]
    for_it = sum(one.yes for one in given)
    against = sum(one.no for one in given)
    cast = for_it + against + sum(one.abstain for one in given)
    all_members = sum(here.values())
    enough = spoke >= terms.answering * len(stands) and cast >= (
        terms.turnout * all_members
    )
    agree = enough_of(terms.bodies, yes, counted_in) and enough_of(
        terms.members, for_it, for_it + against
    )
    return enough and agree, enough, list(stands.values())


def slowly_stands(union, answers):
    is_yes, is_enough, stands = slowly_ratified(union, answers)
    if is_yes:
        return "yes"
    if not is_enough:
        return "silent"
    return "return" if "return" in stands else "no"


def enough_of(majority, yes, of):
    if yes == 0:
        return False
    share = Fraction(yes, of)
    return share > majority.share if majority.strict else share >= majority.share


def bases_below(union):
    found = {}
    for body in union.bodies:
        found |= (
            bases_below(body) if isinstance(body, Union) else {body.id: body.members}
        )
    return found
