"""For the access table: indicators, a draft of the indicators, and returns in each state."""

import datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from kpis import certifying, contesting, reviewing, saving
from kpis.filling import filling_of
from kpis.models import Figure, ReturnWorkbook
from kpis.offline.entries import WorkbookEntry, as_data
from nmiss.base.files.door import inspect
from nmiss.base.files.kinds import PDF
from nmiss.base.files.models import XLSX_TYPE, StoredFile
from providers.models import School
from tests.factories import kpis as made
from tests.factories.consequences import a_plan, answered, proposed
from tests.files.uploads import pdf

FIGURES = {"attended": 90, "possible": 100}


def a_pdf():
    """A file that has come through the door."""
    file = SimpleUploadedFile("register.pdf", pdf(), content_type="application/pdf")
    file.kind = inspect(file, kinds=[PDF], largest=1 << 20)
    return file


def a_workbook(kpi_return, editor):
    """One that was read, with an entry that is wrong."""
    file = StoredFile.keep_made(b"x", name="return.xlsx", content_type=XLSX_TYPE, by=editor)
    workbook = ReturnWorkbook.begin(file, by=editor)
    code = f"R{kpi_return.pk}.1.attended"
    wrong = WorkbookEntry(2, code, str(kpi_return.school.urn), value="many")
    workbook.note_entries(by=None, entries=as_data([wrong]))
    return workbook


def fill(people, provider):
    """Make what the addresses name; return the arguments of the addresses by name."""
    made.in_force(valid_from=datetime.date(2022, 9, 1))
    school = School.objects.get(urn=900001)
    editor, owner, officer = (people[name] for name in ("editor", "owner", "officer"))
    names = iter(f"{year}-Q{quarter}" for year in (2023, 2024, 2025) for quarter in (1, 2, 3, 4))

    def asked():
        return made.asked_for(next(names), school)

    untouched = asked()
    begun = made.filled_in(asked(), editor, **FIGURES)
    evidence = saving.add_evidence(begun, 1, a_pdf(), by=editor)
    evidence.file.pass_as_made()
    nothing = asked()
    saving.report_nothing(nothing, 1, by=editor, seen="0")
    ready = made.ready(asked(), editor, **FIGURES)
    sent = made.sent(asked(), editor, owner, **FIGURES)
    repeated = asked()  # the quarter after one that was sent
    accepted = made.accepted(asked(), editor, owner, officer, **FIGURES)
    corrected_later = made.accepted(asked(), editor, owner, officer, **FIGURES)
    corrected = made.accepted(asked(), editor, owner, officer, **FIGURES)
    certifying.correct(corrected, by=editor)
    excused = asked()
    reviewing.excuse(excused, by=officer, reason="The school was flooded.")
    not_applicable = asked()
    saving.report_nothing(not_applicable, 1, by=editor, seen="0")
    certifying.mark_ready(not_applicable, by=editor, seen=filling_of(not_applicable).digest)
    certifying.certify(not_applicable, by=owner, seen=filling_of(not_applicable).digest)
    figure = Figure.objects.filter(version__kpi_return=not_applicable).first()
    draft = made.a_draft(by=officer)
    workbook = a_workbook(untouched, editor)
    sections = ("return_section", "return_section_nothing")
    plan = a_plan(school, by=owner, manager=people["manager"])
    action = plan.add_action(
        by=officer, words="Hire", owner="Head", due_on=datetime.date(2030, 1, 1)
    )
    file = plan.add_evidence(action, a_pdf(), by=editor)
    file.file.pass_as_made()
    contest = contesting.contest(
        corrected_later, filling_of(corrected_later).part(1), by=editor, reason="No."
    )
    return {
        "contest": contest.pk,
        "kpis:plan_evidence_file": {"evidence": file.pk},
        "kpis:rating_contest": {"kpi_return": accepted.pk},
        "version": draft.pk,
        "indicator": draft.indicators.get().pk,
        "code": "K01",
        "provider": school.provider_id,
        "consequence": proposed(school).pk,
        "kpis:consequence_decide": {"consequence": answered(school, by=people["owner"]).pk},
        "plan": plan.pk,
        "action": action.pk,
        "kpi_return": begun.pk,
        "place": 1,
        "number": 1,
        "evidence": evidence.pk,
        "workbook": workbook.pk,
        "figure": figure.pk,
        **{f"kpis:{name}": {"kpi_return": untouched.pk} for name in sections},
        "kpis:return_section_after_all": {"kpi_return": nothing.pk},
        "kpis:return_section_repeat": {"kpi_return": repeated.pk},
        "kpis:return_certify": {"kpi_return": ready.pk},
        "kpis:return_receipt": {"kpi_return": sent.pk},
        "kpis:return_copy": {"kpi_return": sent.pk},
        "kpis:return_correct": {"kpi_return": accepted.pk},
        "kpis:return_correct_drop": {"kpi_return": corrected.pk},
        "kpis:review_detail": {"kpi_return": sent.pk},
        "kpis:review_query": {"kpi_return": sent.pk},
        "kpis:review_accept": {"kpi_return": sent.pk},
        "kpis:review_agree": {"kpi_return": not_applicable.pk},
        "kpis:review_ask_again": {"kpi_return": excused.pk},
    }
