"""What a table leaves open, and only a person can say: whether two references are one child."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nmiss.base.importing.headings import Rejected
from nmiss.base.importing.rows import Fault

SAME, DIFFERENT = "same", "different"
ANSWERS = (SAME, DIFFERENT)
ALL = "*"  # an answer to all that is not answered by itself


@dataclass(frozen=True, order=True)
class ReferenceQuestion:
    """Whether a reference is the same as another that differs only in its zeros.

    ``where`` says where the other one is: on line 2, or in our records.
    """

    line: int
    column: str
    reference: str
    other: str
    where: str
    answer: str = ""

    @property
    def fault(self) -> Fault:
        remedy = (
            f"this differs from {self.other} ({self.where}) only in zeros, with the same birth "
            "date and postcode: say whether they are the same child or different children"
        )
        return Fault(self.line, self.column, self.reference, remedy)


class Unanswered(Rejected):
    """A person must answer first. Nothing was written."""

    def __init__(self, questions: Iterable[ReferenceQuestion]) -> None:
        self.questions = sorted(questions)
        super().__init__(question.fault for question in self.questions)


def unanswered(questions: Iterable[ReferenceQuestion]) -> list[ReferenceQuestion]:
    return [question for question in questions if not question.answer]


def answer_to(reference: str, answers: Mapping[str, str]) -> str:
    """What was answered about a reference; nothing where it was not."""
    return answers.get(reference) or answers.get(ALL, "")
