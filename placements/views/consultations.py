"""Consultations: sent from a shortlist, read by both sides, handed on, closed."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.core.access import must, only
from nmiss.base.core.lifecycle import NotAllowedNow, stop_if
from nmiss.base.files.views.attachments import attachment
from placements import (
    choosing,
    consultation_forms,
    consultation_listings,
    consulting,
    permissions,
)
from placements.agreements.models import PlacementAgreement
from placements.agreements.permissions import can_make_agreements, why_not_begin_agreement
from placements.agreements.pre_placement import PrePlacementCheck
from placements.matching.shortlists import in_short
from placements.models import Consultation, ConsultationLink, PackDocument, SchoolChoice, Shortlist
from placements.models.school_choice import OFF_DPS
from placements.reports.demand_profile import PHASES, phase_of
from placements.views.cases import METHODS

WHO = consultation_listings.CONSULTATIONS.roles


@only(*WHO)
@require_safe
def consultation_list(request: HttpRequest) -> HttpResponse:
    """Consultations by age: the council's, or those of a provider's schools."""
    context = consultation_listings.CONSULTATIONS.on(request).context()
    return TemplateResponse(request, "placements/consultation_list.html", context)


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def consult(request: HttpRequest, shortlist: int) -> HttpResponse:
    """Ask one or several schools of a shortlist at once."""
    lists = Shortlist.objects.visible_to(request.user).select_related(
        "case__child", "case__preferred_school__provider"
    )
    found = get_object_or_404(lists, pk=shortlist)
    stop_if(permissions.why_not_work_on_case(found.case))
    packs = list(found.case.packs.with_documents().newest_first())
    ticked = [each for each in request.GET.getlist("school") if each.isdecimal()]
    form = consultation_forms.Consult(
        request.POST if request.method == "POST" else None,
        schools=_schools_of(found),
        packs=packs,
        seen=consulting.digest_of_packs(found.case),
        initial={"schools": ticked, "pack": packs[0].pk if packs else None},
    )
    if form.is_valid():
        try:
            consulting.send_as_read(
                form.chosen_schools,
                form.chosen_pack,
                found,
                by=request.user,
                seen=form.cleaned_data["seen"],
                emails=form.emails,
            )
        except NotAllowedNow as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _said(len(form.chosen_schools)))
            return redirect("placements:case_detail", found.case_id)
    context = {"form": form, "shortlist": found, "case": found.case, "packs": packs}
    context["due_on"] = Consultation.due_when_sent(timezone.localdate())
    return TemplateResponse(request, "placements/consult.html", context)


def _schools_of(shortlist: Shortlist) -> list[consultation_forms.ToAsk]:
    """The schools of the list in its order, and the one that parents prefer."""
    rows = list(shortlist.schools.select_related("school__provider").order_by("rank"))
    found = [consultation_forms.ToAsk(row.school, in_short(row)) for row in rows]
    preferred = shortlist.case.preferred_school
    if preferred is None or preferred in [row.school for row in rows]:
        return found
    return [*found, consultation_forms.ToAsk(preferred, "Parents’ preference, not in this list")]


def _said(count: int) -> str:
    schools = "1 school" if count == 1 else f"{count} schools"
    return f"The pack is sent to {schools}. We have emailed their people."


@only(*WHO)
@require_safe
def consultation_detail(request: HttpRequest, consultation: int) -> HttpResponse:
    """One consultation: what the school needs to know of the child, and its reply."""
    found = find(request, consultation)
    user, today = request.user, timezone.localdate()
    found.note_opening(by=user)
    may_reply = permissions.can_reply(user, found.school)
    choices = _choices(found)
    choice = next((each for each in choices if not each.is_voided), None)
    context = {
        "consultation": found,
        "case": found.case,
        "standing": found.standing(today),
        "phase": PHASES[phase_of(found.case.year)],
        "days_left": found.days_left(today),
        "must_decide": found.must_be_decided(today),
        "replies": list(found.replies.sent().with_parts().newest_first()),
        "draft": found.draft if user.is_provider else None,
        "holder": found.held_by(),
        "may_reply": may_reply and found.is_open,
        "may_keep": permissions.can_keep_cases(user) and found.is_open,
        # Initials are a part of the identity. Once it is closed the school needs them no more.
        "initials": found.case.child.identity.initials
        if user.is_provider and found.shows_child
        else None,
        "documents": list(found.pack.documents.select_related("file").order_by("pk")),
        "asked": [] if user.is_provider else asked_on_the_dps(found),
        "choices": [] if user.is_provider else choices,
        "check": None if user.is_provider else PrePlacementCheck.newest_of(found.school),
        "may_void": bool(choice) and not permissions.why_not_void_choice(user, choice),
        "agreements": _agreements(request, found),
        "may_agree": may_agree(user, choice),
        "proposals": [] if user.is_provider else _proposals(request, found),
        "link": None
        if user.is_provider
        else found.links.filter(ended_at=None).order_by("-pk").first(),
        "openings": [] if user.is_provider else _openings(found),
    }
    page = "consultation_for_school" if user.is_provider else "consultation_detail"
    return TemplateResponse(request, f"placements/{page}.html", context)


def asked_on_the_dps(consultation: Consultation) -> list[dict[str, object]]:
    """The schools on the DPS that were consulted about the child, and what they said."""
    today = timezone.localdate()
    asked = Consultation.objects.filter(case=consultation.case_id).with_answer().with_dps()
    found = asked.filter(was_on_dps=True).select_related("school").by_due()
    return [{"consultation": each, "standing": each.standing(today)} for each in found]


def _choices(consultation: Consultation) -> list[SchoolChoice]:
    """How the school was chosen, the newest choice first: all but one are voided."""
    people = ("chosen_by", "voided_by", "proposal", "case__child")
    found = SchoolChoice.objects.filter(consultation=consultation).select_related(*people)
    return list(found.newest_first())


def _agreements(request: HttpRequest, consultation: Consultation) -> list[PlacementAgreement]:
    """The agreements that came of its choices."""
    seen = PlacementAgreement.objects.visible_to(request.user)
    return list(seen.filter(choice__consultation=consultation).newest_first())


def may_agree(user: User, choice: SchoolChoice | None) -> bool:
    """Whether this person makes the first agreement of a choice."""
    return bool(choice and can_make_agreements(user) and not why_not_begin_agreement(choice))


def _proposals(request: HttpRequest, consultation: Consultation) -> list[Proposal]:
    proposals = Proposal.objects.visible_to(request.user).of(OFF_DPS, consultation)
    return list(proposals.with_people().oldest_first())


def _openings(consultation: Consultation) -> list:
    people = ("opened_by", "link", "document")
    return list(consultation.openings.select_related(*people).order_by("-opened_at", "-pk")[:50])


@only(*WHO)
@require_safe
def consultation_document(
    request: HttpRequest, consultation: int, document: int
) -> HttpResponseBase:
    """A document of the pack. A school opens it as long as it is consulted."""
    found = find(request, consultation)
    if request.user.is_provider and not found.shows_child:
        raise Http404
    documents = PackDocument.objects.filter(pack=found.pack_id).select_related("file")
    paper = get_object_or_404(documents, pk=document)
    answer = attachment(paper.file)
    found.note_opening(by=request.user, document=paper)
    return answer


@only(Role.PROVIDER)
@require_http_methods(METHODS)
def consultation_hand_on(request: HttpRequest, consultation: int) -> HttpResponse:
    """Say who at the school works on it."""
    found = find(request, consultation)
    must(permissions.can_reply(request.user, found.school))
    stop_if(permissions.why_not_work_on_consultation(found))
    holder = found.held_by()
    form = consultation_forms.HandOn(
        request.POST if request.method == "POST" else None,
        people=list(found.colleagues()),
        initial={"to": str(holder.pk) if holder else consultation_forms.EVERYONE},
    )
    if form.is_valid():
        found.hand_on(by=request.user, to=form.person)
        who = form.person.name if form.person else "Everyone who writes for the school"
        messages.success(request, f"{who} now works on consultation {found.pk}.")
        return redirect("placements:consultation_detail", found.pk)
    context = {"form": form, "consultation": found}
    return TemplateResponse(request, "placements/consultation_hand_on.html", context)


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def consultation_close(request: HttpRequest, consultation: int) -> HttpResponse:
    """Ask a school no longer."""
    found = find(request, consultation)
    stop_if(permissions.why_not_work_on_consultation(found))
    form = consultation_forms.CloseConsultation(
        request.POST if request.method == "POST" else None, seen=choosing.digest_of_offer(found)
    )
    if form.is_valid():
        consulting.close_as_read(found, by=request.user, **form.cleaned_data)
        messages.success(request, f"Consultation {found.pk} is closed. We have told the school.")
        return redirect("placements:case_detail", found.case_id)
    reply = found.replies.sent().with_parts().newest_first().first()
    context = {"form": form, "consultation": found, "reply": reply}
    return TemplateResponse(request, "placements/consultation_close.html", context)


@only(Role.PLACEMENTS)
@require_http_methods(METHODS)
def consultation_link(request: HttpRequest, consultation: int) -> HttpResponse:
    """Send another link to a school at which nobody can sign in."""
    found = find(request, consultation)
    stop_if(permissions.why_not_work_on_consultation(found))
    stop_if(permissions.why_not_send_link(found))
    form = consultation_forms.SendLink(request.POST if request.method == "POST" else None)
    if form.is_valid():
        ConsultationLink.send(found, by=request.user, email=form.cleaned_data["email"])
        messages.success(request, "The link is sent. Any earlier link has ended.")
        return redirect("placements:consultation_detail", found.pk)
    context = {"form": form, "consultation": found}
    return TemplateResponse(request, "placements/consultation_link.html", context)


def find(request: HttpRequest, consultation: int) -> Consultation:
    """The consultation with its facts, if this person sees it."""
    seen = Consultation.objects.visible_to(request.user).with_facts()
    seen = seen.select_related("case__child__identity", "school__provider")
    return get_object_or_404(seen.prefetch_related("case__needs"), pk=consultation)
