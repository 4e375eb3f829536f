"""Applications of the demo on their way to a decision, each brought there by the verbs.

Every stage has one: waiting in the queue, to be opened, half scored, ready to agree, recommended,
approved. Their clocks are green, amber and red, and one was given longer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from contracts.evaluation import assigning, deciding, reporting
from contracts.models import (
    Application,
    ConflictDeclaration,
    EarlyEvaluation,
    Finding,
    FindingKind,
    ModeratedScore,
    Opening,
    Prolongation,
    Score,
    Vehicle,
)
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.working_days import working_days_before
from nmiss.demo import dated
from nmiss.demo.answers import AGREED, answer, band, rationale
from nmiss.demo.applicants import DOMAIN, newcomers
from nmiss.demo.applying import apply_on
from nmiss.demo.dated import CourseOfApplication

NOW = CourseOfApplication()
WAITED = "The legal deadline is before the round closes."
PROLONGED = "The accounts of the last year came late and are being checked with the auditors."
CHECKED = {
    FindingKind.COMPLETENESS: "Every section is answered, and every document can be opened.",
    FindingKind.EXCLUSION: "No ground is declared, and none was found at Companies House.",
    FindingKind.SELECTION: "Insurance, registration and policies are as asked for.",
    FindingKind.DEBARMENT: "Not on the list of this month; nor is any director.",
    FindingKind.REGISTER: "Open in GIAS, registered for the ages and needs that are named.",
    FindingKind.INSPECTION: "The last report says that the independent school standards are met.",
    FindingKind.ACCOUNTS: "Audited, with reserves of three months; going concern is confirmed.",
    FindingKind.INSURANCE: "The certificates show the cover that is asked for, and are in date.",
}
GOOD, BETTER = (7, 6, 7, 6, 7, 6), (8, 8, 7, 7, 8, 7)


def people(*, password: str) -> dict[str, User]:
    """A second officer and a second manager: it takes two to open, and another to approve."""
    wanted = {
        "officer2": (Role.OFFICER, "Demo second commissioning officer"),
        "manager2": (Role.MANAGER, "Demo second commissioning manager"),
    }
    return {
        name: User.objects.create_user(f"{name}@{DOMAIN}", password, name=called, role=role)
        for name, (role, called) in wanted.items()
    }


@dataclass(frozen=True)
class Panel:
    """Two officers who open, check and score, and the manager who took no part and decides."""

    officers: tuple[User, User]
    manager: User

    def open(self, application: Application, *, course: CourseOfApplication = NOW) -> None:
        with course.declaring():
            for officer in self.officers:
                ConflictDeclaration.declare(application, by=officer, has_conflict=False)
        with course.opening():
            for officer in self.officers:
                Opening.add(application, by=officer)

    def check(self, application: Application, *, course: CourseOfApplication = NOW) -> None:
        """Opened, and found to be in order in all that comes before scoring."""
        self.open(application, course=course)
        with course.checking():
            self._find(application, FindingKind.before_scoring())
        first = self.officers[0]
        assigning.assign(assigning.plan([application], self.officers, each=2), by=first)
        course.date_assignments(application)

    def score(
        self,
        application: Application,
        scores: Mapping[int, int],
        *,
        turn: int = 0,
        by: tuple[User, ...] | None = None,
    ) -> None:
        """Scored by each apart: the second lies one off in every other question."""
        for place, person in enumerate(by or self.officers):
            own = application.assignments.of(person).select_related("question")
            for assignment in own.in_order():
                assignment.application = application
                number = assignment.question.number
                off = place * (number % 2) * (1 if turn % 2 else -1)
                given = min(10, max(0, scores[number] + off))
                words = rationale(given, turn=turn + place + number)
                Score.give(assignment, by=person, score=Decimal(given), rationale=words)

    def agree(self, application: Application, scores: Mapping[int, int]) -> None:
        for question in application.scheme.questions.in_order():
            score = scores[question.number]
            ModeratedScore.agree(
                application,
                question,
                by=self.officers[0],
                score=Decimal(score),
                reason=AGREED[band(score)],
                present=[officer.name for officer in self.officers],
            )

    def recommend(
        self,
        application: Application,
        *,
        scores: Mapping[int, int],
        words: str,
        turn: int = 0,
        course: CourseOfApplication = NOW,
    ) -> None:
        """From opening to a recommendation that follows from these scores."""
        self.check(application, course=course)
        with course.scoring():
            self.score(application, scores, turn=turn)
        with course.agreeing():
            self.agree(application, scores)
        with course.checking():
            self._find(application, FindingKind.due_diligence())
        with course.recommending():
            seen = reporting.digest_of_report(application)
            deciding.recommend(application, by=self.officers[0], seen=seen, recommendation=words)

    def decide(self, application: Application, *, course: CourseOfApplication = NOW) -> None:
        with course.declaring():
            ConflictDeclaration.declare(application, by=self.manager, has_conflict=False)
        with course.deciding():
            seen = reporting.digest_of_report(application)
            deciding.approve(application, by=self.manager, seen=seen)

    def _find(self, application: Application, kinds: tuple[FindingKind, ...]) -> None:
        for kind in kinds:
            by = self.officers[0]
            Finding.make(application, kind, by=by, passed=True, reason=CHECKED[kind])


Stage = Callable[[Application, Panel, Mapping[int, int]], None]


def queued(application: Application, panel: Panel, scores: Mapping[int, int]) -> None:
    """Received between rounds, and sealed."""


def open_it(application: Application, panel: Panel, scores: Mapping[int, int]) -> None:
    """Opened by the first of two."""
    EarlyEvaluation.decide(application, by=panel.officers[0], reason=WAITED)
    ConflictDeclaration.declare(application, by=panel.officers[0], has_conflict=False)
    Opening.add(application, by=panel.officers[0])


def half_score(application: Application, panel: Panel, scores: Mapping[int, int]) -> None:
    """Scored by one of two."""
    EarlyEvaluation.decide(application, by=panel.officers[0], reason=WAITED)
    panel.check(application)
    panel.score(application, scores, by=panel.officers[:1])


def score_it(application: Application, panel: Panel, scores: Mapping[int, int]) -> None:
    """Scored by both, and ready to agree; given longer than the ten working days."""
    EarlyEvaluation.decide(application, by=panel.officers[0], reason=WAITED)
    Prolongation.grant(application, by=panel.officers[0], reason=PROLONGED)
    panel.check(application)
    panel.score(application, scores)


def recommend(application: Application, panel: Panel, scores: Mapping[int, int]) -> None:
    """Agreed, found in order, and before the managers."""
    EarlyEvaluation.decide(application, by=panel.officers[0], reason=WAITED)
    words = "It meets the thresholds of both lots, and nothing was found against it."
    panel.recommend(application, scores=scores, words=words)


def approve(application: Application, panel: Panel, scores: Mapping[int, int]) -> None:
    """Approved, and held until it is released."""
    recommend(application, panel, scores)
    panel.decide(application)


# What becomes of each, how many working days ago it was received, and what it is worth.
STAGES: tuple[tuple[Stage, int, tuple[int, ...]], ...] = (
    (queued, 4, GOOD),  # green
    (queued, 8, BETTER),  # amber
    (open_it, 10, GOOD),  # red: the last day
    (half_score, 9, BETTER),
    (score_it, 13, GOOD),  # prolonged to fifteen
    (recommend, 11, BETTER),  # overdue
    (approve, 9, GOOD),
    (approve, 8, BETTER),
    (approve, 7, GOOD),
)


def evaluate(panel: Panel) -> None:
    """Bring an application to each stage. Does nothing where the vehicle has no scheme yet."""
    vehicle = Vehicle.objects.filter(name=Vehicle.DPS).first()
    if vehicle is None or vehicle.scheme() is None:
        return
    numbers = [question.number for question in vehicle.scheme().questions.in_order()]
    for turn, ((stage, days, worth), (provider, owner, schools)) in enumerate(_cast()):
        scores = dict(zip(numbers, worth, strict=True))
        received_on = working_days_before(timezone.localdate(), days)
        application = apply_on(
            provider,
            owner,
            (1, 2),
            schools,
            received_at=dated.at(received_on, 9 + turn, 11 * turn % 60),
            quality={number: answer(number, score, turn=turn) for number, score in scores.items()},
        )
        stage(application, panel, scores)


def _cast() -> Iterator[tuple[tuple[Stage, int, tuple[int, ...]], tuple]]:
    yield from zip(STAGES, newcomers(), strict=False)
