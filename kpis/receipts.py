"""A version of a return as a document: who certified it, on whose behalf, and every figure."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from kpis.filed import is_from_file
from kpis.filling import Filling, label_of, plain
from kpis.models import Figure, ReturnQuery
from kpis.rating import Result, shown
from kpis.units import in_unit
from nmiss.base.core.documents import facts, heading, table
from nmiss.base.core.printing import pdf_of
from nmiss.base.core.templatetags.components import instant


def said_of(figure: Figure | None) -> str:
    """A figure in words."""
    if figure is not None and is_from_file(figure.value, figure.ours, figure.source):
        return f"{plain(figure.ours)}, from a file"
    if figure is None or (figure.value is None and not figure.is_na):
        return "Not given"
    return "Not applicable" if figure.is_na else plain(figure.value)


def said_of_result(result: Result, unit: str) -> str:
    """What an indicator comes to, in words."""
    if result.value is None:
        return result.state.label
    rated = result.rating.label if result.rating else result.state.label
    return f"{in_unit(f'{shown(result.value).normalize():f}', unit)}: {rated}"


def answers_in(filling: Filling) -> dict[str, list[ReturnQuery]]:
    """By section, the questions about the version before, with their answers: of this version."""
    version = filling.version
    if version is None or version.number == 1:
        return {}
    rows = ReturnQuery.objects.filter(
        version__kpi_return=filling.kpi_return, version__number=version.number - 1
    )
    found: dict[str, list[ReturnQuery]] = {}
    for each in rows.select_related("asked_by").oldest_first():
        found.setdefault(each.key, []).append(each)
    return found


def certificate_of(filling: Filling) -> list[tuple[str, object]]:
    """Who certified it, on whose behalf, and when."""
    version = filling.version
    rows: list[tuple[str, object]] = [
        ("School", filling.kpi_return.school),
        ("Period", filling.kpi_return.period),
        ("Version", version.number),
        ("Certified by", version.certified_by),
        ("On behalf of", version.on_behalf_of),
        ("Prepared by", version.prepared_by),
        ("Received", instant(version.certified_at)),
    ]
    if version.is_sole_user:
        rows.append(("Note", "The same person prepared and certified this return"))
    if version.days_late:
        rows.append(("Late", f"{version.days_late} days after the deadline"))
    return rows


def pdf_of_version(filling: Filling) -> bytes:
    """The copy that prints."""
    blocks = [facts("Certificate", certificate_of(filling)), heading("Indicators")]
    answers = answers_in(filling)
    for part in filling.parts:
        headings = ["Area", "Progress"] if part.child else ["Figure", "Value"]
        known = filling.known.figures
        rows = [[label_of(name), said_of(known.get(name))] for name in filling.shown_in(part)]
        if part.child:
            rows = [[each["area"], each["progress"]] for each in part.child.said]
        title = part.title
        if part.indicator:
            title += f": {said_of_result(filling.result(part.indicator), part.indicator.unit)}"
        section = filling.known.saved.get(part.key)
        if section and section.comment:
            rows.append(["Comment", section.comment])
        for each in answers.get(part.key, ()):
            rows += [["Question", each.question], ["Answer", each.answer or "Not answered"]]
        blocks.append(table(title, headings, rows))
    return pdf_of(
        f"Return of {filling.kpi_return.school} for {filling.kpi_return.period_name}",
        blocks,
        author=settings.COUNCIL_NAME,
        on=timezone.localdate(filling.version.certified_at),
    )
