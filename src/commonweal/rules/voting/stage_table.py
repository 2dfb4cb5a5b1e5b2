"""The stages of a proposal by name, and every step from one to another with its cause.

The table is what the diagram in the reference is drawn from, and what the tests hold
every proposal to that can be imagined.
"""

from typing import Literal, NamedTuple, get_args

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.rule_sentences import SENTENCES
from commonweal.rules.wording import render

type Stage = Literal[
    "draft",
    "seeking_support",
    "deliberating",
    "amending",
    "frozen",
    "deciding",
    "closed",
    "adopted",
    "not_adopted",
    "no_quorum",
    "withdrawn",
    "lapsed",
    "in_force",
    "review_due",
]
STAGES: tuple[Stage, ...] = get_args(Stage.__value__)


class Transition(NamedTuple):
    """A step a proposal may take, and the id of the sentence that says why."""

    origin: Stage
    to: Stage
    cause: str


TRANSITIONS = (
    Transition("draft", "seeking_support", "step_put"),
    Transition("seeking_support", "deliberating", "step_admitted"),
    Transition("seeking_support", "lapsed", "step_support_ran_out"),
    Transition("deliberating", "amending", "step_words_changed"),
    Transition("amending", "deliberating", "step_confirmed"),
    Transition("deliberating", "frozen", "step_frozen"),
    Transition("deliberating", "seeking_support", "step_support_fell"),
    Transition("amending", "seeking_support", "step_not_confirmed"),
    Transition("deliberating", "lapsed", "step_lapsed_at_freeze"),
    Transition("amending", "lapsed", "step_lapsed_at_freeze"),
    Transition("frozen", "deciding", "step_opened"),
    Transition("deciding", "closed", "step_closed"),
    Transition("closed", "adopted", "step_carried"),
    Transition("closed", "not_adopted", "step_not_carried"),
    Transition("closed", "no_quorum", "step_too_few"),
    Transition("no_quorum", "deciding", "step_second_call"),
    Transition("adopted", "in_force", "step_in_force"),
    Transition("in_force", "review_due", "step_review_due"),
    Transition("seeking_support", "withdrawn", "step_withdrawn"),
    Transition("deliberating", "withdrawn", "step_withdrawn"),
    Transition("amending", "withdrawn", "step_withdrawn"),
    Transition("frozen", "withdrawn", "step_withdrawn"),
)


def stage_name(stage: Stage) -> Sentence:
    """Name a stage as people read it."""
    return Sentence(f"stage_{stage}")


def diagram() -> str:
    """Draw the table as a Mermaid state diagram: the text of the reference page."""
    lines = [f"    {step.origin} --> {step.to}: {_label(step)}" for step in TRANSITIONS]
    ends = (
        stage for stage in STAGES if not any(s.origin == stage for s in TRANSITIONS)
    )
    return "\n".join(
        [
            "# The stages of a proposal",
            "",
            "Drawn from the table in `rules/voting/stage_table.py`. A stage is a",
            "function of what happened and of the time; nothing has to run for a",
            "proposal to move on.",
            "",
            "```mermaid",
            "stateDiagram-v2",
            "    [*] --> draft",
            *lines,
            *(f"    {stage} --> [*]" for stage in ends),
            "```",
            "",
        ]
    )


def _label(step: Transition) -> str:
    return render(Sentence(step.cause), SENTENCES)
