"""Returns of the demo that are on their way: each state, made by the moves that people make."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from django.utils import timezone

from kpis import certifying, child_saving, contesting, reviewing, saving
from kpis.filling import Part, filling_of
from kpis.models import KpiReturn, ReturnWorkbook
from kpis.offline.entries import WorkbookEntry, as_data
from kpis.offline.layout import lines_of
from kpis.offline.template import blank
from kpis.outcomes import Area, OutcomeProgress
from nmiss.base.accounts.models import User
from nmiss.base.core.documents import heading
from nmiss.base.core.printing import PDF_TYPE, pdf_of
from nmiss.base.files.models import XLSX_TYPE, StoredFile
from nmiss.demo.returns import figures_of

WEEK = datetime.timedelta(days=7)
CHECKED = "We checked this figure against our own records."
COMMENTS = {
    "K01": "Colds and flu kept two classes at home in the last weeks.",
    "K02": "Three pupils came back to school part-time after a long illness.",
    "K03": "Two pupils are out of school for health reasons; we teach them at home.",
    "K06": "Two pupils joined late in the year and are still settling.",
    "K13": "One speech and language therapist was on leave for a month.",
    "K15A": "Two teaching assistants left to train as teachers.",
    "K15B": "An agency teacher covered a maternity leave.",
    "K18": "The survey closed a week early; families of new pupils were not asked.",
}
CONTESTED = "Two pupils were counted who had left before the period began."
WORKBOOK, IN_WORDS = "Our return.xlsx", "about a dozen"
EVIDENCE = "Register and log of the period"
QUESTION = "This is far from the last period. How did you count?"


def _progress_of(number: int) -> dict[str, str]:
    """How far a child of the demo has come: three areas, one of which may be behind."""
    areas = Area.values[number % 3 :][:3]
    behind = OutcomeProgress.BEHIND if number % 4 == 0 else OutcomeProgress.MET
    return dict(
        zip(areas, (OutcomeProgress.ON_TRACK, behind, OutcomeProgress.ON_TRACK), strict=False)
    )


class Returning:
    """An officer of the council, and the people of one provider."""

    def __init__(self, *, officer: User, owner: User, editor: User) -> None:
        self.officer, self.owner, self.editor = officer, owner, editor

    def send(self) -> None:
        """Bring each open return of the provider’s schools into another state."""
        own = KpiReturn.objects.written_by(self.owner).with_school().select_related("school")
        today = timezone.localdate()
        for kpi_return, move in zip(own.order_by("-due_on", "pk"), self._moves(), strict=False):
            if kpi_return.first_until < today:
                why = "The school’s office moved house in September."
                reviewing.extend(kpi_return, by=self.officer, due_on=today + WEEK, reason=why)
            move(kpi_return)

    def _moves(self) -> Iterator[Callable[[KpiReturn], None]]:
        yield self._half
        yield self._query
        yield self._ready
        yield self._accept
        yield self._submit
        yield self._correct
        yield self._excuse

    def _fill(self, kpi_return: KpiReturn, *, sections: int | None = None) -> None:
        filling = filling_of(kpi_return)
        figures = figures_of(kpi_return, filling)
        for part in filling.parts[:sections]:
            if part.child:
                said = _progress_of(part.child.placement.pk)
                child_saving.save_child(kpi_return, part.place, said, by=self.editor, revision=0)
                continue
            known = filling.known.figures
            told = {
                name: saving.Told(Decimal(figures[name]))
                if known[name].ours is None
                else saving.Told(known[name].value)
                for name in part.inputs
            }
            saving.save_section(
                kpi_return, part.place, told, by=self.editor, revision=0, comment=_comment(part)
            )
        self._add_evidence(kpi_return)

    def _add_evidence(self, kpi_return: KpiReturn) -> None:
        """One file shows all that the sections so far ask evidence of."""
        filling = filling_of(kpi_return)
        lacking = [part for part in filling.parts if filling.lacks_evidence(part)]
        if not lacking:
            return
        blocks, today = [heading(str(kpi_return.school))], timezone.localdate()
        content = pdf_of(EVIDENCE, blocks, author=str(kpi_return.school), on=today)
        made = {"name": f"{EVIDENCE}.pdf", "content_type": PDF_TYPE, "by": self.editor}
        file = StoredFile.keep_made(content, **made)
        for part in lacking:
            saving.attach(kpi_return, part.place, file, by=self.editor)

    def _half(self, kpi_return: KpiReturn) -> None:
        self._fill(kpi_return, sections=4)
        self._send_back_offline(kpi_return)

    def _send_back_offline(self, kpi_return: KpiReturn) -> None:
        """The rest comes in a workbook, in which one figure is written in words."""
        filling = filling_of(kpi_return)
        figures, own = figures_of(kpi_return, filling), str(kpi_return.school.urn)
        empty = [line for line in lines_of(filling) if line.figure and line.figure.value is None]
        typed = [
            WorkbookEntry(number, line.code, own, value=str(figures[line.name]))
            for number, line in enumerate(empty, start=2)
        ]
        if not typed:
            return
        typed[0] = replace(typed[0], value=IN_WORDS)
        content = blank([filling])
        file = StoredFile.keep_made(content, name=WORKBOOK, content_type=XLSX_TYPE, by=self.editor)
        workbook = ReturnWorkbook.begin(file, by=self.editor)
        workbook.note_entries(by=None, entries=as_data(typed))

    def _ready(self, kpi_return: KpiReturn) -> None:
        self._fill(kpi_return)
        certifying.mark_ready(kpi_return, by=self.editor, seen=filling_of(kpi_return).digest)

    def _submit(self, kpi_return: KpiReturn) -> None:
        self._ready(kpi_return)
        certifying.certify(kpi_return, by=self.owner, seen=filling_of(kpi_return).digest)

    def _query(self, kpi_return: KpiReturn) -> None:
        self._submit(kpi_return)
        asked = next(part for part in filling_of(kpi_return).parts if part.indicator)
        reviewing.query(kpi_return, {asked.key: QUESTION}, by=self.officer)

    def _accept(self, kpi_return: KpiReturn) -> None:
        self._submit(kpi_return)
        reviewing.accept(kpi_return, by=self.officer, seen=filling_of(kpi_return).digest)
        for part, _ in contesting.to_contest(kpi_return)[:1]:
            contesting.contest(kpi_return, part, by=self.editor, reason=CONTESTED)

    def _correct(self, kpi_return: KpiReturn) -> None:
        self._accept(kpi_return)
        certifying.correct(kpi_return, by=self.editor)

    def _excuse(self, kpi_return: KpiReturn) -> None:
        why = "The school had none of our children in this period."
        reviewing.excuse(kpi_return, by=self.officer, reason=why)


def _comment(part: Part) -> str:
    return COMMENTS.get(part.indicator.code, CHECKED) if part.indicator else ""
