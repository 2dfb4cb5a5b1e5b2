"""Tasks: what somebody takes on in an assembly, and what became of it at the next.

Nobody has a task whom nobody asked and who did not say yes; whoever said yes can lay it
down again. The next assembly asks after each: done, not done, put off to another day,
or dropped.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal, get_args

from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

type TaskAct = Literal[
    "accept", "refuse", "lay_down", "finish", "done", "not_done", "put_off", "drop"
]
type TaskStage = Literal["asked", "open", "refused", "laid_down", "done", "dropped"]
TASK_ACTS: tuple[TaskAct, ...] = get_args(TaskAct.__value__)
# What the assembly says of a task, and what only whoever was asked says.
CHECKS = frozenset({"done", "not_done", "put_off", "drop"})
OF_WHOM = frozenset({"accept", "refuse", "lay_down", "finish"})
ENDED = frozenset({"done", "dropped"})
# Who is to have done it is asked before the day comes.
REMINDED = timedelta(days=7)
FARTHEST = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of whom, by whom, until which day."""

    of: str
    by: str
    at: datetime
    due_on: date


@dataclass(frozen=True, slots=True)
class TaskDid:
    """Something that was said of a task, by whom; with another day where it has one."""

    number: int
    act: TaskAct
    by: str
    at: datetime
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """Where a task stands: with whom, until when, how often it was found not done."""

    stage: TaskStage
    of: str
    due_on: date
    not_done: int = 0
    ended_at: datetime | None = None

    @property
    def is_over(self) -> bool:
        """Say whether nobody has to do anything about it any more."""
        return self.stage in ENDED


def task(asked: Asked, said: Iterable[TaskDid]) -> Task:
    """Say where a task stands after what was said of it, in the order of numbers.

    What one asks of oneself one has taken on. What could not be said when it was is
    left out of account.
    """
    stage: TaskStage = "open" if asked.of == asked.by else "asked"
    now = Task(stage, asked.of, asked.due_on)
    for one in sorted(said, key=lambda one: one.number):
        if may_say(now, one):
            now = after(now, one)
    return now


def may_ask(words: str, *, due_on: date, today: date) -> Verdict:
    """Ask of a task for words and a day that is to come, and not years away."""
    return first_refusal(
        ALLOWED if words.strip() else refused("task_needs_words"),
        ALLOWED if due_on >= today else refused("task_day_is_over"),
        ALLOWED if due_on <= today + FARTHEST else refused("task_day_too_far"),
    )


def may_say(now: Task, said: TaskDid) -> Verdict:
    """Say whether this can be said of the task now, by whoever says it."""
    if now.is_over:
        return refused("task_is_over")
    if said.act in OF_WHOM and said.by != now.of:
        return refused("task_is_anothers")
    match said.act:
        case "accept" | "refuse" if now.stage != "asked":
            return refused("task_is_answered")
        case "lay_down" | "finish" if now.stage != "open":
            return refused("task_not_taken_on")
        case "put_off" if said.due_on is None:
            return refused("task_needs_day")
    return ALLOWED


def after(now: Task, said: TaskDid) -> Task:
    """Give the task after something that may be said of it."""
    match said.act:
        case "accept":
            return replace(now, stage="open")
        case "refuse":
            return replace(now, stage="refused")
        case "lay_down":
            return replace(now, stage="laid_down")
        case "finish" | "done":
            return replace(now, stage="done", ended_at=said.at)
        case "drop":
            return replace(now, stage="dropped", ended_at=said.at)
        case "not_done":
            return replace(now, not_done=now.not_done + 1)
        case "put_off":
            assert said.due_on, "what is put off has another day"
            return replace(now, due_on=said.due_on)


def is_near(now: Task, *, today: date) -> bool:
    """Say whether the day of a task that somebody took on is near, or over."""
    return now.stage == "open" and now.due_on <= today + REMINDED
