"""The words of what is done in evaluation: opening, checks, scores, decisions."""

from __future__ import annotations

from contracts.evaluation.models import FindingKind
from nmiss.base.core.deeds import Fact, register, register_facts

register(
    "Conflicts of interest and opening",
    {
        "declare_interest": ("declared their interest in the", "Interest declared"),
        "take_part_in_opening": ("took part in opening the", "Took part in opening"),
        "contracts.Application.open": ("opened the", "Application opened"),
        "try_to_read_sealed": ("was refused the sealed content of the", "Refused: sealed content"),
        "try_to_open": ("was refused to open the", "Refused: opening"),
    },
)
register(
    "Evaluation",
    {
        "evaluate_now": ("started early evaluation of the", "Evaluated early"),
        "prolong": ("extended the evaluation of the", "Evaluation extended"),
        "check": ("completed a check of the", "Check completed"),
        "assign": ("assigned evaluators to the", "Evaluators assigned"),
        "replace": ("replaced an evaluator of the", "Evaluator replaced"),
        "nudge": ("reminded {} of outstanding scores", "Reminder of scores sent"),
        "score": ("scored a question of the", "Question scored"),
        "moderate": ("recorded the agreed score of a question of the", "Score agreed"),
        "recommend": ("recommended an outcome of the", "Outcome recommended"),
        "send_back": ("sent back the recommendation on the", "Recommendation sent back"),
        "approve": ("approved the outcome of the", "Outcome approved"),
        "seal_report": ("saved the evaluation report of the", "Evaluation report saved"),
    },
)
register_facts(
    has_conflict=Fact(
        "", {True: "Declared a conflict of interest", False: "Declared no conflict of interest"}
    ),
    check__kind=Fact("Check", dict(FindingKind.choices)),
    question="Question",
    questions="Questions",
    evaluators="Evaluators",
    released="Evaluator replaced",
    assigned="New evaluator",
    scores="Scores outstanding",
)
