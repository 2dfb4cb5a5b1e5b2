"""What of earlier assemblies is at hand on the page of one: minutes, tasks."""

from typing import Any

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.queries import Held
from commonweal.foundation.institutions.models import Member
from commonweal.rules.verdict import first_refusal


def at_hand(held: Held, member: Member) -> dict[str, Any]:
    """Give the minutes that are talked about, or tasks, with what the reader may do."""
    item = held.now.agenda.current
    writes = held.now.is_one_of(str(member.pk), "facilitator", "minute_taker")
    if held.now.stage != "open" or not item:
        return {"writes": writes}
    minutes = queries.minutes_before(held, item)
    if minutes is None:
        return {"writes": writes, **_tasks(held, item)}
    agree = first_refusal(
        queries.may_now(held, "agree", by=member, item=item),
        queries.may_settle(held, "agree", by=member, item=item, what=""),
    )
    return {
        "writes": writes,
        "minutes_at_hand": minutes,
        "corrections": [
            one for line in minutes.lines for one in line.beside if one.waits
        ],
        "may_agree": agree,
        "may_object": queries.may_now(held, "object", by=member, item=item),
        "has_agreed": item in held.now.back.agreed,
        "objections": len(held.now.back.objected.get(item, ())),
    }


def _tasks(held: Held, item: str) -> dict[str, Any]:
    """Give the tasks to ask after, where the assembly is at that."""
    if item != queries.TASKS_ITEM:
        return {}
    checked = held.now.back.checked
    found = queries.tasks_before(held.row.institution, checked, at=held.at)
    there = [(one, str(one.row.number) in checked) for one in found]
    return {"is_about_tasks": True, "tasks_at_hand": there}
