"""A return as a whole: its sections, what is in them, and what is still missing.

``Filling.missing`` is the one list: it draws the task list and guards the buttons and the verbs.
``fillings_of`` reads many returns at once, in a fixed number of queries.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from django.db.models import Q

from kpis import children, known, outcomes, rating
from kpis.children import PlacedChild
from kpis.filed import is_asked, is_filed, is_from_file
from kpis.intake.plausible import why_odd
from kpis.models import (
    AnsweredBy,
    Figure,
    Indicator,
    KpiReturn,
    ReturnEvidence,
    ReturnQuery,
    ReturnRules,
    ReturnSection,
    ReturnStatus,
    ReturnVersion,
)
from kpis.rating import NA, Given, Rating, Result, State
from kpis.reports.results import Framework
from kpis.status import NOTHING, READY
from nmiss.base.core.as_read import digest_of
from providers.models import School

_USUAL = ReturnRules()
RECORDS, FROM_RECORDS = "our-records", "Figures from the council’s records"
PART_OF_NOUGHT = "We cannot rate these figures, because one of them is divided by 0"
COMMENT_AGAIN = (
    "Read your comment again: the figures have changed since. Change it, or save it as it is"
)
PERCENT = 100


@dataclass(frozen=True)
class Part:
    """A section: the inputs that are asked in it, and the indicator or the child it is about."""

    place: int
    key: str
    title: str
    inputs: tuple[str, ...]
    indicator: Indicator | None = None
    child: PlacedChild | None = field(default=None, compare=False)


@dataclass(frozen=True)
class MissingFromReturn:
    """One thing to do before a return can be sent, and in which section."""

    place: int
    title: str
    words: str


@dataclass(frozen=True)
class Known:
    """What is in a version of a return, read once."""

    figures: Mapping[str, Figure]
    saved: Mapping[str, ReturnSection]
    evidence: Mapping[str, Sequence[ReturnEvidence]]
    queries: Mapping[str, ReturnQuery]
    last: Mapping[str, Decimal]  # what the last period's return says, by input
    children: Sequence[PlacedChild] = ()  # where an indicator is asked child by child


@dataclass(frozen=True)
class Filling:
    """A return with all that is in one of its versions."""

    kpi_return: KpiReturn
    version: ReturnVersion | None
    indicators: Sequence[Indicator]
    known: Known = field(repr=False)
    warn_percent: int = 20
    differ_percent: int = 0
    kind: str = ""  # the type of the school, where figures of some types come from a file

    # What is asked

    @cached_property
    def parts(self) -> list[Part]:
        """The sections: what we know already, then each indicator with what only it asks.

        The children have theirs behind the first indicator that is asked child by child.
        """
        asked = [each for each in self.indicators if is_asked(each, self.kind)]
        every = list(dict.fromkeys(name for each in asked for name in each.inputs))
        placed = [name for name in every if name in known.names()]
        parts = [Part(0, RECORDS, FROM_RECORDS, tuple(placed))] if placed else []
        for place, indicator in enumerate(asked, start=1):
            own = tuple(name for name in indicator.inputs if name not in (*placed, *self.counted))
            placed += own
            parts.append(Part(place, indicator.code, str(indicator), own, indicator))
            if self.counted and indicator.by_child and not any(part.child for part in parts):
                parts += [
                    Part(each.place, each.key, each.title, (), child=each)
                    for each in self.known.children
                ]
        return parts

    @cached_property
    def counted(self) -> frozenset[str]:
        """The inputs that nobody types: they are counted from the sections of the children.

        Of a return that came from a file they are the figures that the file had.
        """
        is_by_child = not self.kpi_return.imported and any(map(_is_by_child, self.indicators))
        return outcomes.NAMES if is_by_child else frozenset()

    def part(self, place: int) -> Part | None:
        return next((each for each in self.parts if each.place == place), None)

    def shown_in(self, part: Part) -> list[str]:
        """The inputs of a section with those of its indicator that are counted."""
        own = part.indicator.inputs if part.indicator else ()
        return [*part.inputs, *(name for name in own if name in self.counted)]

    # What is in it

    @cached_property
    def given(self) -> dict[str, object]:
        """The figures as ratings read them; “not applicable” counts once we have agreed.

        To what a file had we have.
        """
        is_agreed = self.version is not None and self.version.imported
        return {name: _given(each, is_agreed) for name, each in self.known.figures.items()}

    @property
    def from_file(self) -> list[Indicator]:
        """The indicators of which a file tells us, as for all schools of this type."""
        return [each for each in self.indicators if is_filed(each, self.kind)]

    def result(self, indicator: Indicator) -> Result:
        """How an indicator would be rated by what is in it now."""
        if not indicator.formula:
            return rating.NOT_SUBMITTED
        return rating.result_of(indicator, self.given)

    def last_result(self, indicator: Indicator) -> Result:
        last = {name: Fraction(value) for name, value in self.known.last.items()}
        return rating.result_of(indicator, last) if indicator.formula else rating.NOT_SUBMITTED

    def results(self) -> list[tuple[Part, Result]]:
        """Each indicator with its rating, as it is seen before certifying."""
        return [(part, self.result(part.indicator)) for part in self.parts if part.indicator]

    # What is missing

    def missing(self) -> list[MissingFromReturn]:
        """All that is to do before it can be sent, in the order of the sections."""
        return [
            MissingFromReturn(part.place, part.title, words)
            for part in self.parts
            for words in self._missing_in(part)
        ]

    def missing_in(self, part: Part) -> list[str]:
        return list(self._missing_in(part))

    def _missing_in(self, part: Part) -> Iterator[str]:
        section = self.known.saved.get(part.key)
        query = self.known.queries.get(part.key)
        if query is not None and not query.answer:
            yield "Answer our question"
        for each in self.known.evidence.get(part.key, ()):
            if each.file.is_refused:
                yield f"Replace the file {each.file.name}: {each.file.why_refused}"
        if section is None or not section.nothing_to_report:
            yield from self._missing_of_part(part, section)

    def _missing_of_part(self, part: Part, section: ReturnSection | None) -> Iterator[str]:
        """What is to be told in a section in which there is something to report."""
        if self.kpi_return.imported and section is None:
            return  # it stays as the file had it
        if part.child is not None and not part.child.now:
            yield "Enter how this child does in one area or more"
        for name in part.inputs:
            yield from self._missing_of(name)
        if self.lacks_evidence(part):
            yield f"Add evidence ({part.indicator.evidence})"
        if self.why_explain(part):
            if not (section and section.comment):
                yield "Comment on this indicator"
            elif section.commented_on != self.basis(part):
                yield COMMENT_AGAIN

    def lacks_evidence(self, part: Part) -> bool:
        """Whether an indicator needs a file that nobody has added.

        Where every figure of the section is nought or not applicable there is nothing to show.
        """
        indicator = part.indicator
        known = self.known.figures
        if indicator is None or not indicator.evidence or self.kpi_return.imported:
            return False
        if self.known.evidence.get(part.key):
            return False  # of one that is refused another sentence tells
        names = self.shown_in(part) or indicator.inputs
        return any(name in known and known[name].value for name in names)

    def _missing_of(self, name: str) -> Iterator[str]:
        figure, label = self.known.figures.get(name), label_of(name)
        if figure is None or (figure.value is None and not figure.is_na):
            yield f"Enter “{label}”"
        elif figure.is_na and not figure.reason:
            yield f"Explain why “{label}” is not applicable"
        elif differs(figure, self.differ_percent) and not figure.reason:
            yield f"Explain why “{label}” differs from our records"

    def basis(self, part: Part, told: Given | None = None) -> str:
        """What the figures of an indicator come to, with what is told now: a comment is on that."""
        indicator = part.indicator
        if indicator is None or not indicator.formula:
            return ""
        result = rating.result_of(indicator, self.given | dict(told or {}))
        return result.state if result.value is None else plain(rating.shown(result.value))

    def why_explain(self, part: Part) -> list[str]:
        """Why a comment is needed: a red rating, an odd value, a large change, a part of nought."""
        indicator = part.indicator
        if indicator is None:
            return []
        result = self.result(indicator)
        if result.value is None:
            return [PART_OF_NOUGHT] if self._is_part_of_nought(indicator, result) else []
        reasons = []
        if result.rating == Rating.RED:
            reasons.append("The rating would be red")
        if odd := why_odd(indicator, result.value):
            reasons.append(odd)
        if change := self._change(indicator, result):
            reasons.append(change)
        return reasons

    def _is_part_of_nought(self, indicator: Indicator, result: Result) -> bool:
        """Whether nothing can be rated because a figure is 0 of which others are a part."""
        numbers = [self.given.get(name) for name in indicator.inputs]
        are_all_numbers = all(isinstance(each, Fraction) for each in numbers)
        return result.state == State.NOT_APPLICABLE and are_all_numbers and any(numbers)

    def _change(self, indicator: Indicator, result: Result) -> str:
        last = self.last_result(indicator).value
        if last is None:
            return ""
        change = abs(result.value - last)
        least = Fraction(indicator.least_change or 0)
        is_large = change * PERCENT > abs(last) * self.warn_percent
        if not is_large or change == 0 or change < least:
            return ""
        shown = [f"{rating.shown(value).normalize():f}" for value in (last, result.value)]
        return f"It was {shown[0]} in the last period and is {shown[1]} now"

    # Where it stands

    def status_of(self, part: Part) -> str:
        """The word of a section on the task list."""
        section = self.known.saved.get(part.key)
        if self.missing_in(part):
            return "in progress" if section else "not started"
        return NOTHING if section and section.nothing_to_report else "completed"

    @cached_property
    def digest(self) -> str:
        """What tells one state of what is in it from another: who signs it off has read this."""
        known, version = self.known, self.version
        return digest_of(
            self.kpi_return.status,
            version and (version.pk, version.prepared_by_id),
            known.figures,
            {key: (each.comment, each.nothing_to_report) for key, each in known.saved.items()},
            {key: [each.file_id for each in files] for key, files in known.evidence.items()},
            {key: each.answer for key, each in known.queries.items()},
            {each.key: dict(each.now) for each in known.children},
            [(part.key, result.rating, result.value) for part, result in self.results()],
        )

    @property
    def is_ready(self) -> bool:
        """Whether somebody has marked it as ready, and nobody has sent it."""
        waits = self.kpi_return.status in ReturnStatus.with_school()
        return waits and self.version is not None and self.version.prepared_by_id is not None

    @property
    def status(self) -> str:
        """The status in words, in which what is ready cannot be mistaken for what is sent."""
        return READY if self.is_ready else self.kpi_return.get_status_display().lower()


LABELS = {
    "placements_at_end": "Placements on the last day",
    "step_downs": "Pupils who moved to a less specialist setting",
    "leavers_known": "Leavers whose destination is known",
    "responses_positive": "Positive responses",
}
SPELT_OUT = {"eet": "education, employment or training"}


def label_of(name: str) -> str:
    """The name of an input as people read it."""
    if name in LABELS:
        return LABELS[name]
    words = (SPELT_OUT.get(word, word) for word in name.split("_"))
    return " ".join(words).capitalize()


def differs(figure: Figure, percent: int = 0) -> bool:
    """Whether a school says otherwise than our records, by more than a share of ours."""
    if figure.ours is None or is_from_file(figure.value, figure.ours, figure.source):
        return False
    if figure.value is None:
        return True
    return abs(figure.value - figure.ours) * PERCENT > figure.ours * percent


def plain(value: Decimal | None) -> str:
    """A figure as people write it."""
    return "" if value is None else f"{value.normalize():f}"


def filling_of(kpi_return: KpiReturn, *, version: ReturnVersion | None = None) -> Filling:
    """One return, in the version that is open, in the one that counts, or in one that is given."""
    return fillings_of([kpi_return], versions={kpi_return.pk: version} if version else None)[0]


def fillings_of(
    returns: Sequence[KpiReturn], *, versions: Mapping[int, ReturnVersion] | None = None
) -> list[Filling]:
    """Many returns, each in the version in which it stands now."""
    if not returns:
        return []
    framework, rules = Framework(), list(ReturnRules.objects.newest_first())
    found = versions or _versions_of(returns)
    numbers = [version.pk for version in found.values()]
    figures, saved, evidence = _in(Figure, numbers), _in(ReturnSection, numbers), {}
    for each in ReturnEvidence.objects.filter(version__in=numbers).select_related("file"):
        evidence.setdefault(each.version_id, []).append(each)
    queries = _queries_of(found.values())
    before = _periods_before(returns, framework)
    last = _last_figures(before)
    asked = {
        each.pk: [
            one
            for one in framework.indicators(each.last_day).values()
            if one.frequency == each.frequency
        ]
        for each in returns
    }
    by_child = [
        each for each in returns if not each.imported and any(map(_is_by_child, asked[each.pk]))
    ]
    has_filed = any(one.filed_for for own in asked.values() for one in own)
    kinds = _kinds_of(returns) if has_filed else {}
    of_return = children.children_in(by_child, found, before)
    made = []
    for each in returns:
        version = found.get(each.pk)
        number = version.pk if version else None
        own = {row.input: row for row in figures.get(number, ())}
        if version is not None and not version.is_sealed:
            inputs = {name for one in asked[each.pk] for name in one.inputs}
            own |= _counted(version, own, of_return.get(each.pk), inputs)
        in_it = Known(
            own,
            {row.key: row for row in saved.get(number, ())},
            _by_key(evidence.get(number, ())),
            {row.key: row for row in queries.get(number, ())},
            last.get(each.pk, {}),
            of_return.get(each.pk, ()),
        )
        rule = next((one for one in rules if one.valid_from <= each.last_day), _USUAL)
        shares = rule.warn_percent, rule.differ_percent
        kind = kinds.get(each.school_id, "")
        made.append(Filling(each, version, asked[each.pk], in_it, *shares, kind))
    return made


def _given(figure: Figure, is_agreed: bool) -> object:
    if figure.is_na and (is_agreed or figure.na_agreed_at):
        return NA
    if is_from_file(figure.value, figure.ours, figure.source):
        return Fraction(figure.ours)
    return None if figure.value is None else Fraction(figure.value)


def _kinds_of(returns: Iterable[KpiReturn]) -> dict[int, str]:
    """The type of each school."""
    schools = School.objects.filter(pk__in={each.school_id for each in returns})
    return dict(schools.values_list("pk", "kind"))


def _is_by_child(indicator: Indicator) -> bool:
    return indicator.by_child and indicator.answered_by == AnsweredBy.SCHOOL


def _counted(
    version: ReturnVersion,
    figures: Mapping[str, Figure],
    own: Sequence[PlacedChild] | None,
    asked: Collection[str],
) -> dict[str, Figure]:
    """The figures that are counted from the children, as they are now; kept once it is sent."""
    if own is None:
        return {}
    found = {}
    for name, value in children.counts_of(own).items():
        if name not in asked:
            continue
        figure = figures.get(name) or Figure(version=version, input=name)
        figure.value, figure.source = Decimal(value), children.SOURCE
        found[name] = figure
    return found


def _versions_of(returns: Sequence[KpiReturn]) -> dict[int, ReturnVersion]:
    """Of each return the version that is open, or else the one that counts."""
    rows = ReturnVersion.objects.filter(kpi_return__in=returns).filter(
        Q(sealed_at=None) | Q(counts=True)
    )
    of_return = {each.pk: each for each in returns}
    found: dict[int, ReturnVersion] = {}
    for version in rows.select_related("prepared_by", "certified_by").order_by("number"):
        version.kpi_return = of_return[version.kpi_return_id]
        found[version.kpi_return_id] = version
    return found


def _in(model: type, numbers: Iterable[int]) -> dict[int, list]:
    found: dict[int, list] = {}
    rows = model.objects.filter(version__in=numbers)
    if model is ReturnSection:
        rows = rows.select_related("saved_by")
    for row in rows.order_by("pk"):
        found.setdefault(row.version_id, []).append(row)
    return found


def _by_key(rows: Iterable[ReturnEvidence]) -> dict[str, list[ReturnEvidence]]:
    found: dict[str, list[ReturnEvidence]] = {}
    for row in rows:
        found.setdefault(row.key, []).append(row)
    return found


def _queries_of(versions: Iterable[ReturnVersion]) -> dict[int, list[ReturnQuery]]:
    """For each version that is open the questions that it answers: those of the one before."""
    before = {
        (each.kpi_return_id, each.number - 1): each.pk
        for each in versions
        if each.sealed_at is None and each.kpi_return.status == ReturnStatus.QUERIED
    }
    if not before:
        return {}
    rows = ReturnQuery.objects.filter(version__kpi_return__in={pk for pk, _ in before})
    found: dict[int, list[ReturnQuery]] = {}
    for row in rows.select_related("version", "asked_by"):
        number = before.get((row.version.kpi_return_id, row.version.number))
        if number is not None:
            found.setdefault(number, []).append(row)
    return found


def _periods_before(
    returns: Sequence[KpiReturn], framework: Framework
) -> dict[tuple[int, str, str], int]:
    """Of which return a school's period is the one before."""
    wanted: dict[tuple[int, str, str], int] = {}
    for each in returns:
        period = framework.periods.before(framework.periods.named(each.period_name))
        if period is not None:
            wanted[each.school_id, period.frequency, period.name] = each.pk
    return wanted


def _last_figures(wanted: Mapping[tuple[int, str, str], int]) -> dict[int, dict[str, Decimal]]:
    """What each school returned for the period before, by input."""
    rows = Figure.objects.counting().filter(
        version__kpi_return__school__in={school for school, _, _ in wanted},
        version__kpi_return__period_name__in={name for _, _, name in wanted},
        value__isnull=False,
    )
    about = "version__kpi_return__"
    found: dict[int, dict[str, Decimal]] = {}
    for school, frequency, name, key, value in rows.values_list(
        f"{about}school", f"{about}frequency", f"{about}period_name", "input", "value"
    ):
        number = wanted.get((school, frequency, name))
        if number is not None:
            found.setdefault(number, {})[key] = value
    return found
