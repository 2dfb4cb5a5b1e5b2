"""Take the names of candidates out of what is kept of elections.

The journal sealed the words and the counts with those names in them. So each election
gets one more line that seals what is kept from now on, and says that it does.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import migrations

from commonweal.rules import journal_chain as chain
from commonweal.rules import plain, recount
from commonweal.rules.canonical import canonical


def take_names_out(apps: Any, schema_editor: Any) -> None:
    elections = apps.get_model("decisions", "Proposal").objects.filter(
        effect="fill_office"
    )
    for proposal in elections.order_by("institution_id", "number").iterator():
        versions = dict(_versions(apps, proposal))
        results = dict(_results(apps, proposal))
        if versions and proposal.put_at is not None:
            _note(apps, proposal, {"versions": versions, "results": results})


def _versions(apps: Any, proposal: Any) -> Iterator[tuple[str, str]]:
    rows = apps.get_model("decisions", "Version").objects.filter(proposal=proposal)
    for version in rows.order_by("number"):
        if _without_names(version):
            words = [version.title, version.text, version.options]
            yield str(version.number), sha256(canonical(words)).hexdigest()


def _results(apps: Any, proposal: Any) -> Iterator[tuple[str, str]]:
    """Count again what was counted: the same, but for what the options are called."""
    rows = apps.get_model("decisions", "Question").objects.filter(proposal=proposal)
    for question in rows.select_related("roll").order_by("call"):
        if _without_names(question) and question.outcome is not None:
            kept = _grouped(apps, question)
            result = recount.result(_asked(question), recount.ballots_of(kept))
            question.outcome = result["outcome"]
            question.save(update_fields=["outcome"])
            told = bytes(question.salt or b"") + canonical([kept, result])
            yield str(question.call), sha256(told).hexdigest()


def _without_names(row: Any) -> bool:
    bare = [{"id": one["id"]} if _is_member(one) else one for one in row.options]
    changed = bool(bare != row.options)
    if changed:
        row.options = bare
        row.save(update_fields=["options"])
    return changed


def _is_member(option: Any) -> bool:
    try:
        UUID(str(option["id"]))
    except ValueError:
        return False
    return True


def _grouped(apps: Any, question: Any) -> list[tuple[Any, int]]:
    secret = plain.rule_from_plain(question.rule).is_secret
    kind = "SecretBallot" if secret else "Ballot"
    rows = apps.get_model("decisions", kind).objects.filter(question=question)
    found: dict[bytes, tuple[Any, int]] = {}
    for marks in rows.values_list("marks", flat=True).iterator():
        key = canonical(marks)
        found[key] = (marks, found.get(key, (marks, 0))[1] + 1)
    return [found[key] for key in sorted(found)]


def _asked(question: Any) -> recount.Asked:
    return recount.Asked(
        rule=plain.rule_from_plain(question.rule),
        options=tuple(question.options),
        seats=question.seats,
        budget=question.budget,
        tie_seed=question.tie_seed,
        electorate=question.roll.size,
        active=question.roll.active,
        call=question.call,
    )


def _note(apps: Any, proposal: Any, seals: Any) -> None:
    lines = apps.get_model("journal", "Line").objects
    last = lines.filter(institution_id=proposal.institution_id).latest("number")
    line = chain.Line(
        institution=str(proposal.institution_id),
        number=last.number + 1,
        at=last.at,
        deed="seal_without_names",
        about_kind="proposal",
        about=str(proposal.pk),
        facts={"number": proposal.number, **seals},
        previous=last.hash,
    )
    lines.create(
        institution_id=proposal.institution_id,
        number=line.number,
        at=line.at,
        deed=line.deed,
        about_kind=line.about_kind,
        about_id=proposal.pk,
        facts=line.facts,
        previous=line.previous,
        hash=chain.line_hash(line),
    )


class Migration(migrations.Migration):
    dependencies = [
        ("decisions", "0004_paper_ballots"),
        ("institutions", "0005_draws"),
        ("journal", "0001_initial"),
    ]

    operations = [migrations.RunPython(take_names_out, migrations.RunPython.noop)]
