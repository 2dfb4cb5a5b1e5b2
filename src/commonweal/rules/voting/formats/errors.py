"""A file that cannot be read: where, what is wrong there, what was expected."""

from collections.abc import Mapping

from commonweal.rules.sentence import Fact, Sentence


class FormatError(Exception):
    """Raised by every reader at the first thing it cannot make sense of.

    `line` counts from one; it is None where the fault is in the file as a whole.
    """

    def __init__(self, line: int | None, problem: Sentence, expected: Sentence) -> None:
        super().__init__(line, problem.id)
        self.line = line
        self.problem = problem
        self.expected = expected

    @property
    def sentence(self) -> Sentence:
        """The whole complaint, to be shown to whoever brought the file."""
        if self.line is None:
            return Sentence(
                "file_unreadable", {"problem": self.problem, "expected": self.expected}
            )
        return Sentence(
            "file_unreadable_at",
            {"line": self.line, "problem": self.problem, "expected": self.expected},
        )


def fault(
    line: int | None,
    problem: str,
    expected: str,
    facts: Mapping[str, Fact] | None = None,
) -> FormatError:
    """Name a fault by the ids of its two sentences, which share their facts."""
    told = facts or {}
    return FormatError(line, Sentence(problem, told), Sentence(expected, told))
