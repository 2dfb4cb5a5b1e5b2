"""A charter as plain nested values, in the one order and form it is printed in."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from fractions import Fraction

from commonweal.rules.charters.charter import WORDS, Charter, MemberClass, OfficeTerms
from commonweal.rules.moderation.terms import Moderation
from commonweal.rules.sentence import LocalText
from commonweal.rules.voting.decision_rule import (
    DecisionRule,
    Quorum,
    SecondCall,
    Support,
    Threshold,
)
from commonweal.rules.voting.franchise import Franchise

type Value = str | int | bool | list[Value] | Inline | Tree


class Inline(dict[str, str]):
    """A text in several languages, printed on one line."""


class Tree(dict[str, Value]):
    """A table of the charter."""


def to_tree(charter: Charter) -> Tree:
    """Write a charter as plain values; `from_tree` reads them back to an equal one."""
    return Tree(
        kind=charter.kind,
        name=_local(charter, charter.name),
        purpose=_local(charter, charter.purpose),
        basis=_local(charter, charter.basis),
        language=charter.language,
        languages=list[Value](charter.languages),
        time_zone=charter.time_zone,
        place=charter.place,
        accent=charter.accent,
        public=_sorted(charter.public),
        ordinary_rule=charter.ordinary_rule,
        charter_rule=charter.charter_rule,
        bylaws=charter.bylaws,
        words=_words(charter),
        classes=Tree({one.id: _class(charter, one) for one in charter.classes}),
        joining=Tree(
            ways=_sorted(charter.joining.ways),
            invited_class=charter.joining.invited_class,
            invitation_days=charter.joining.invitation_days,
            max_uses=charter.joining.max_uses,
        ),
        activity=Tree(
            dormant_after_days=charter.activity.dormant_after_days or 0,
            notice_days=charter.activity.notice_days,
        ),
        moderation=_moderation(charter.moderation),
        franchises=Tree(
            {one.id: _franchise(charter, one) for one in charter.franchises}
        ),
        rules=Tree({rule.id: _rule(charter, rule) for rule in charter.rules}),
        effects=Tree(charter.effects),
        offices=Tree({one.id: _office(charter, one) for one in charter.offices}),
    )


def _words(charter: Charter) -> Tree:
    there = (word for word in WORDS if word in charter.words)
    return Tree({word: _local(charter, charter.words[word]) for word in there})


def whole_tree(charter: Charter) -> Tree:
    """Write a charter so that every text is a table by language, also a single one."""
    tree = to_tree(replace(charter, language=""))
    tree["language"] = charter.language
    return tree


def _local(charter: Charter, text: LocalText) -> Value:
    versions = dict(text.versions)
    if set(versions) <= {charter.language}:
        return versions.get(charter.language, "")
    return Inline(versions)


def _sorted(names: Iterable[str]) -> list[Value]:
    return list[Value](sorted(names))


def _class(charter: Charter, one: MemberClass) -> Tree:
    return Tree(name=_local(charter, one.name), rights=_sorted(one.rights))


def _office(charter: Charter, one: OfficeTerms) -> Tree:
    return Tree(
        name=_local(charter, one.name),
        seats=one.seats,
        term_days=one.term_days,
        filled_by=one.filled_by,
    )


def _moderation(terms: Moderation) -> Tree:
    return Tree({one.name: getattr(terms, one.name) for one in fields(terms)})


def _franchise(charter: Charter, one: Franchise) -> Tree:
    return Tree(
        name=_local(charter, one.name),
        classes=_sorted(one.classes),
        joined_days_before=one.joined_days_before,
        active_only=one.active_only,
        good_standing=one.good_standing,
        exclusions=[_local(charter, text) for text in one.exclusions],
    )


def _rule(charter: Charter, rule: DecisionRule) -> Tree:
    tree = Tree(
        title=_local(charter, rule.title),
        method=rule.method,
        franchise=rule.franchise,
        ballot=rule.ballot,
        support_days=rule.support_days,
        deliberation_days=rule.deliberation_days,
        notice_days=rule.notice_days,
        voting_days=rule.voting_days,
        in_force_after_days=rule.in_force_after_days,
        review_after_days=rule.review_after_days,
        tie_break=rule.tie_break,
        quorum=_quorum(rule.quorum),
        threshold=_threshold(rule.threshold),
        support=_support(rule.support),
    )
    if rule.second_call is not None:
        tree["second_call"] = _second_call(rule.second_call)
    if rule.settings:
        tree["settings"] = Tree(rule.settings)
    return tree


def _quorum(quorum: Quorum) -> Tree:
    return Tree(kind=quorum.kind, share=_share(quorum.share), at_least=quorum.at_least)


def _threshold(threshold: Threshold) -> Tree:
    return Tree(
        base=threshold.base,
        share=_share(threshold.share),
        strict=threshold.strict,
        at_least=threshold.at_least,
    )


def _support(support: Support) -> Tree:
    return Tree(share=_share(support.share), at_least=support.at_least)


def _second_call(call: SecondCall) -> Tree:
    return Tree(
        after_days=call.after_days,
        voting_days=call.voting_days,
        quorum=_quorum(call.quorum),
    )


def _share(share: Fraction) -> str:
    return str(share)


def leaves(tree: Mapping[str, Value], path: str = "") -> dict[str, Value]:
    """List every value that stands in a charter by its path, `rules.ordinary.method`.

    A text in several languages is one value a language: `name.es`.
    """
    found: dict[str, Value] = {}
    for key, value in tree.items():
        place = f"{path}.{key}" if path else key
        if isinstance(value, Tree | Inline):
            found |= leaves(value, place)
        else:
            found[place] = value
    return found
