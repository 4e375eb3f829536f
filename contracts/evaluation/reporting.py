"""The evaluation report: everything on record, and the file of it that an approval stands on."""

from __future__ import annotations

from django.template.loader import render_to_string

from contracts.applications.models import Application
from contracts.evaluation.models import Approval, ModeratedScore, Score, SealedReport
from nmiss.base.accounts.models import User
from nmiss.base.core.as_read import digest_of
from nmiss.base.core.models import AuditEvent
from nmiss.base.files.models import StoredFile

REPORT_TYPE = "text/html"


def seal_report(application: Application, *, by: User) -> None:
    """Keep the report as a file: what is declared or renamed later does not change it."""
    file = StoredFile.keep_made(
        report_of(application), name=report_name(application), content_type=REPORT_TYPE, by=by
    )
    SealedReport.objects.create(application=application, file=file)
    AuditEvent.record("seal_report", application, by=by, sha256=file.sha256)


def sealed_report(application: Application) -> SealedReport | None:
    """The report that was approved; None before that."""
    return SealedReport.objects.select_related("file").filter(application=application).first()


def report_name(application: Application) -> str:
    return f"evaluation-report-{application.reference}.html"


def report_of(application: Application) -> bytes:
    """The evaluation report as a file, as things stand."""
    context = report_context(application)
    return render_to_string("contracts/evaluation/application_report_file.html", context).encode()


def digest_of_report(application: Application) -> str:
    """What tells one state of an evaluation from another: all that a manager reads of it."""
    return digest_of(report_of(application))


def report_context(application: Application) -> dict[str, object]:
    """Everything that was found, scored, agreed and decided, and by whom."""
    scores = (
        Score.objects.known()
        .filter(assignment__application=application)
        .select_related("assignment__evaluator", "assignment__question")
    )
    agreed = ModeratedScore.kept.filter(application=application)
    recommendations = application.recommendations.with_people()
    return {
        "application": application,
        "version": application.version(),
        "submissions": application.submissions.order_by("number"),
        "conflicts": application.conflicts.in_order(),
        "openings": application.openings.select_related("officer").order_by("at"),
        "findings": application.findings(manager="kept").in_order(),
        "scores": scores.order_by("assignment__question__number", "pk"),
        "agreed": agreed.select_related("question", "chair").order_by("question__number", "pk"),
        "recommendation": recommendations.standing().first(),
        "approval": Approval.objects.filter(application=application).first(),
        "earlier": recommendations.sent_back(),
        "outcomes": application.lot_outcomes.select_related("lot").order_by("lot__number"),
    }
