"""The evidence bundle of a child: what is on record, with an index, for a tribunal.

The PDF names the child by the reference alone, and lists files with their fingerprints. A ZIP has
the PDF and the files themselves.
"""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.core.days import year_in_words
from nmiss.base.core.documents import Block, contents, day, facts, heading, number, table, text
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.printing import pdf_of
from nmiss.base.core.templatetags.components import instant, money
from nmiss.base.files.models import NotToBeOpened, StoredFile
from nmiss.base.files.vault import Damaged
from placements import timeline
from placements.endings.models import PlacementEnding
from placements.models import (
    Case,
    Charge,
    Child,
    Consultation,
    ConsultationReply,
    PackDocument,
    Placement,
    PriceLine,
    ReplyDocument,
)
from placements.models.price_line import PriceParts, PriceUnit
from placements.reviews.models import AnnualReview

IN_MEMORY = 8 * 2**20  # bytes: larger files wait on disk
INDEX = "000 evidence-bundle.pdf"
PRICES = ("Price for", "Amount", "Unit", "Quantity", "Paid by", "Cost a year")
FIGURES_OF_PRICES = (1, 3, 5)


@dataclass(frozen=True)
class BundleFile:
    """A file of the bundle, under its number in the index."""

    number: int
    label: str
    file: StoredFile

    @property
    def name(self) -> str:
        """As it is called in the bundle: in the order of the index."""
        return f"{self.number:03} {self.file.name}"


def files_of(child: Child, by: User) -> list[BundleFile]:
    """The files about a child that this person may open, in the order of the index."""
    consultations = timeline.consultations_of(child, by)
    packs = PackDocument.objects.filter(pack__case__in=Case.objects.visible_to(by))
    packs = packs.filter(pack__case__child=child).select_related("file").order_by("pk")
    replies = ReplyDocument.objects.filter(
        reply__consultation__in=consultations, reply__sent_at__isnull=False
    ).select_related("file", "reply__consultation__school")
    agreements = timeline.agreements_of(child, by).select_related("document")
    reviews = timeline.reviews_of(child, by).filter(report__isnull=False).select_related("report")
    found: list[tuple[str, StoredFile]] = [
        *((f"{each.get_kind_display()}, pack {each.pack_id}", each.file) for each in packs),
        *(
            (f"Evidence of {each.reply.consultation.school}", each.file)
            for each in replies.order_by("pk")
        ),
        *((f"Agreement {each.reference}", each.document) for each in agreements.order_by("pk")),
        *((f"Report, annual review {each.pk}", each.report) for each in reviews.order_by("pk")),
    ]
    return [BundleFile(n, label, file) for n, (label, file) in enumerate(found, start=1)]


@transaction.atomic
def print_bundle(child: Child, *, by: User) -> bytes:
    """The PDF; that somebody took it is on record."""
    child.note_look(by=by, with_identity=False)
    AuditEvent.record("print_bundle", child, by=by)
    return _print(child, by)


@transaction.atomic
def pack_bundle(child: Child, *, by: User) -> Iterator[bytes]:
    """The PDF with the files themselves, as a ZIP; a file may say who the child is."""
    child.note_look(by=by, with_identity=True)
    files = files_of(child, by)
    AuditEvent.record("pack_bundle", child, by=by, files=len(files))
    return _packed(child, by, files)


def _packed(child: Child, by: User, files: Sequence[BundleFile]) -> Iterator[bytes]:
    """The ZIP, file by file; the index comes last, and says which of them were lost."""
    passed, lost = _Passed(), set()
    with zipfile.ZipFile(passed, "w") as archive:
        for each in files:
            if not _add(archive, each):
                lost.add(each.number)
            yield passed.taken()
        archive.writestr(INDEX, _print(child, by, lost))
        kept = [each for each in files if each.number not in lost]
        digests = "".join(f"{each.file.sha256}  {each.name}\n" for each in kept)
        archive.writestr("fingerprints.sha256", digests)
    yield passed.taken()


class _Passed(io.RawIOBase):
    """What was written since it was taken last."""

    def __init__(self) -> None:
        super().__init__()
        self._written: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, part: bytes) -> int:
        self._written.append(bytes(part))
        return len(part)

    def taken(self) -> bytes:
        written, self._written = b"".join(self._written), []
        return written


def _add(archive: zipfile.ZipFile, each: BundleFile) -> bool:
    """Put a file into the bundle, if it can be opened and is as it came in."""
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as copy:
        try:
            for chunk in each.file.chunks():
                copy.write(chunk)
        except (Damaged, NotToBeOpened, OSError):
            return False
        copy.seek(0)
        with archive.open(each.name, "w", force_zip64=True) as entry:
            shutil.copyfileobj(copy, entry)
    return True


def _print(child: Child, by: User, lost: Collection[int] | None = None) -> bytes:
    """The PDF. Beside it lie the files but for those that were ``lost``."""
    today = timezone.localdate()
    blocks = [
        text(
            f"{settings.COUNCIL_NAME}. As at {day(today)}, for {by.name}. The child is "
            f"{child.reference}, in {year_in_words(child.nc_year(on=today)).lower()}."
        ),
        contents("Index"),
        *_chronology(child, by),
        *_places(child, by),
        *_consultations(child, by),
        *_agreements(child, by),
        *_reviews(child, by),
        *_documents(child, by, lost or ()),
    ]
    return pdf_of(
        f"Evidence bundle: {child.reference}", blocks, author=settings.COUNCIL_NAME, on=today
    )


def _chronology(child: Child, by: User) -> list[Block]:
    entries = timeline.timeline_of(child, by)
    rows = [(n, day(each.on), each.kind, each.words) for n, each in enumerate(entries, start=1)]
    return _section("Chronology", [table("All entries", ("No.", "Day", "Kind", "Entry"), rows)])


def _section(title: str, blocks: Iterable[Block]) -> list[Block]:
    return [heading(title), *(list(blocks) or [text("There is nothing on record.")])]


def _places(child: Child, by: User) -> list[Block]:
    places = timeline.placements_of(child, by).select_related("school", "lot")
    blocks: list[Block] = []
    ended = defaultdict(list)
    for ending in PlacementEnding.objects.visible_to(by).filter(placement__child=child):
        ended[ending.placement_id].append(ending)
    fees = {fee.placement_id: fee for fee in Charge.objects.filter(placement__in=places, pk__lt=0)}
    for each in places.prefetch_related("price_lines").order_by("starts_on", "pk"):
        rows = [
            ("School", f"{each.school} (URN {each.school.urn})"),
            ("Route", f"{each.get_route_display()}{f', {each.lot}' if each.lot else ''}"),
            ("Provision", each.get_provision_display()),
            ("First day", day(each.starts_on)),
            ("Last day", _last_day(each)),
            *_said(
                "Annual fee that was imported",
                each.imported and each.pk not in fees and money(each.annual_fee),
            ),
            *_said("Why it ended", each.get_end_reason_display() if each.end_reason else ""),
            *(
                (f"Ending recorded {instant(end.recorded_at)}", _ending(end))
                for end in ended[each.pk]
            ),
        ]
        blocks.append(facts(f"Placement {each.reference}", rows))
        if rows := [*_fee(fees.get(each.pk)), *_dated(each.price_lines.all())]:
            columns = (*PRICES, "From", "To", "Note")
            caption = f"Prices of {each.reference}"
            blocks.append(table(caption, columns, rows, figures=FIGURES_OF_PRICES))
    return _section("Placements and prices", blocks)


def _last_day(place: Placement) -> str:
    if place.is_voided:
        return f"None: voided {instant(place.voided_at)}"
    return day(place.ended_on) if place.ended_on else "Not set"


def _ending(ending: PlacementEnding) -> str:
    given = f", given on {day(ending.given_on)}" if ending.given_on else ""
    voided = f" Voided: {ending.void_reason}" if ending.is_voided else ""
    reason = ending.get_reason_display()
    return f"{reason}{given}, last day {day(ending.last_on)}. {ending.words}{voided}"


def _fee(fee: Charge | None) -> Iterator[list[str]]:
    """The annual fee that was imported, on the days on which it was the price."""
    if fee is None or (fee.last_on and fee.last_on < fee.first_on):
        return
    cost = money(fee.cost_a_year)
    last = day(fee.last_on) if fee.last_on else ""
    row = [fee.get_kind_display(), cost, PriceUnit.YEAR.label, "1", fee.get_funder_display(), cost]
    yield [*row, day(fee.first_on), last, "Imported annual fee"]


def _dated(lines: Iterable[PriceLine]) -> Iterator[list[str]]:
    """Every line with its days: those in force, those that are over, and those voided."""
    for each in sorted(lines, key=lambda line: (line.starts_on, line.pk)):
        note = f"Voided {instant(each.voided_at)}" if each.is_voided else ""
        yield [*_parts(each), day(each.starts_on), day(each.ends_on) if each.ends_on else "", note]


def _prices(caption: str, lines: Iterable[PriceParts]) -> Block:
    rows = [_parts(each) for each in sorted(lines, key=lambda line: line.pk)]
    return table(caption, PRICES, rows, figures=FIGURES_OF_PRICES)


def _parts(price: PriceParts) -> list[str]:
    return [
        price.get_kind_display(),
        money(price.amount),
        price.get_unit_display(),
        number(price.quantity),
        price.get_funder_display(),
        money(price.cost_a_year),
    ]


def _consultations(child: Child, by: User) -> list[Block]:
    found = timeline.consultations_of(child, by).select_related("school", "sent_by", "pack")
    blocks: list[Block] = []
    replies: dict[int, list[ConsultationReply]] = {}
    for reply in (
        ConsultationReply.objects.sent().filter(consultation__in=found).with_parts().order_by("pk")
    ):
        replies.setdefault(reply.consultation_id, []).append(reply)
    for each in found.order_by("sent_at", "pk"):
        blocks.append(_consultation(each))
        for reply in replies.get(each.pk, []):
            blocks += _reply(each, reply)
    return _section("Consultations and replies", blocks)


def _consultation(each: Consultation) -> Block:
    closed = each.closed_at and f"{instant(each.closed_at)}: {each.get_close_reason_display()}"
    rows = [
        ("School", f"{each.school} (URN {each.school.urn})"),
        ("Sent", f"{instant(each.sent_at)} by {each.sent_by.name}"),
        ("Reply due", day(each.due_on)),
        *_said("Closed", closed),
        *_said("Information for the school", each.pack.words),
    ]
    return facts(f"Consultation {each.pk}: {each.school}", rows)


def _reply(consultation: Consultation, reply: ConsultationReply) -> Iterable[Block]:
    rows = [
        ("Answer", reply.get_kind_display()),
        ("Sent", f"{instant(reply.sent_at)} by {reply.writer.name}"),
        *_said("Earliest start", reply.starts_on and day(reply.starts_on)),
        *_said("Conditions", reply.conditions),
        *_said("Evidence", reply.evidence),
    ]
    yield facts(f"Reply {reply.pk} of {consultation.school}", rows)
    if lines := list(reply.prices.all()):
        yield _prices(f"Prices offered in reply {reply.pk}", lines)


def _said(name: str, words: object) -> list[tuple[str, object]]:
    return [(name, words)] if words else []


def _agreements(child: Child, by: User) -> list[Block]:
    blocks: list[Block] = []
    found = timeline.agreements_of(child, by).select_related("school", "choice")
    for each in found.prefetch_related("prices", "signatures").order_by("pk"):
        signed = "; ".join(
            f"{sign.name}, {sign.capacity} ({sign.get_side_display().lower()}), "
            f"{instant(sign.signed_at)}"
            for sign in each.signatures.all()
        )
        rows = [
            ("School", str(each.school)),
            ("Status", each.get_status_display()),
            ("First day", day(each.starts_on)),
            ("Expected last day", day(each.ends_on)),
            ("Notice", f"{each.notice_weeks} weeks; {each.first_notice_weeks} in the first term"),
            *_said("Why this school was chosen", each.choice.reason),
            ("Signed by", signed or "No one yet"),
            ("Fingerprint (SHA-256)", each.digest),
        ]
        blocks.append(facts(f"Agreement {each.reference}", rows))
        blocks.append(_prices(f"Prices of {each.reference}", list(each.prices.all())))
    return _section("Placement agreements", blocks)


def _reviews(child: Child, by: User) -> list[Block]:
    found = timeline.reviews_of(child, by).select_related("reported_by", "decided_by")
    return _section("Annual reviews", [_review(each) for each in found.order_by("due_on", "pk")])


def _review(each: AnnualReview) -> Block:
    reported = each.reported_at and f"{instant(each.reported_at)} by {each.reported_by.name}"
    decided = each.decided_on and f"{day(each.decided_on)} by {each.decided_by.name}"
    rows = [
        ("Status", each.get_status_display()),
        ("Due", day(each.due_on)),
        *_said("Invitations sent", each.invited_on and day(each.invited_on)),
        *_said("Meeting", each.meeting_on and day(each.meeting_on)),
        *_said("School’s report", reported),
        *_said("Recommendation", each.get_recommendation_display()),
        *_said("Summary", each.words),
        *_said("Decision", decided and f"{each.get_outcome_display()}, {decided}"),
        *_said("Final plan issued", each.final_on and day(each.final_on)),
    ]
    return facts(f"Annual review {each.pk}", rows)


def _documents(child: Child, by: User, lost: Collection[int]) -> list[Block]:
    """The files by name, with what proves that they are the same."""
    rows = [
        (
            each.number,
            each.label,
            "Not in the bundle: cannot be opened" if each.number in lost else each.name,
            each.file.sha256,
        )
        for each in files_of(child, by)
    ]
    if not rows:
        return _section("Documents", [])
    columns = ("No.", "Document", "File", "Fingerprint (SHA-256)")
    note = text(
        "The files lie beside this index, in this order. Whoever has a file can work out its "
        "fingerprint and see that it is the one in the hub."
    )
    return _section("Documents", [note, table("Files", columns, rows)])
