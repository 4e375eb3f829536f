"""How reminders are set: their texts, their days, and what each person chooses."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from nmiss.across.home import reminding, rewording
from nmiss.across.home.reminder_forms import ChooseReminders, ScheduleReminder, WordReminder
from nmiss.across.home.views.reminders import COMMISSIONING, READERS
from nmiss.base.accounts.models import Role
from nmiss.base.core.access import must, only
from nmiss.base.core.letterbox import standard_wording
from nmiss.base.core.models import ReminderSchedule, ReminderText
from nmiss.base.core.reminders import AT_ONCE, KINDS, KindOfReminder


def _kind(slug: str) -> KindOfReminder:
    kind = reminding.kind_of(slug, today=timezone.localdate())
    if kind is None:
        raise Http404
    return kind


@only(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def reminder_wording(request: HttpRequest, kind: str) -> HttpResponse:
    """The text of a reminder; an administrator words it anew, and sees it first."""
    may_word = request.user.role == Role.ADMINISTRATOR
    must(may_word or request.method != "POST")
    found, post = _kind(kind), request.POST if request.method == "POST" else None
    standard, current = standard_wording(found.notice), rewording.wording_of(found)
    number = rewording.number_of(found)
    form = WordReminder(post, standard=standard, current=current, number=number)
    shown = current
    if form.is_valid():
        shown = standard.worded(form.cleaned_data["subject"], form.cleaned_data["body"])
        if "test" in post:
            letter = rewording.example(shown, found, to=request.user, is_late=False)
            reminding.send_test(letter, found, by=request.user)
            messages.success(request, f"A test is on its way to {request.user.email}.")
        elif "preview" not in post:
            is_standard = (shown.subject, shown.body) == (standard.subject, standard.body)
            words = {"subject": "", "body": ""} if is_standard else shown.words
            rewording.save_text(found, number, by=request.user, **words)
            messages.success(request, "The text is saved. Reminders read so from now on.")
            return redirect("home:reminder_wording", kind)
    context = {
        "kind": found,
        "slug": kind,
        "form": form if may_word else None,
        "standard": standard,
        "current": current,
        "letters": [
            (heading, rewording.example(shown, found, to=request.user, is_late=is_late))
            for heading, is_late in (("Before the deadline", False), ("After the deadline", True))
        ],
        "same": sorted(
            each.title
            for each in KINDS.values()
            if each.notice == found.notice and each.name != found.name
        ),
        "every": ReminderText.objects.filter(notice=found.notice).newest_first(),
    }
    return TemplateResponse(request, "home/reminder_wording.html", context)


@only(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def reminder_schedule(request: HttpRequest, kind: str) -> HttpResponse:
    """The days of a kind of reminder, so far; an officer sets others."""
    found = _kind(kind)
    may_set = request.user.role in COMMISSIONING and not found.set_by
    must(may_set or request.method != "POST")
    every = list(ReminderSchedule.objects.filter(kind=found.name).newest_first())
    number = every[0].number if every else 0
    form = ScheduleReminder(
        request.POST if request.method == "POST" else None,
        kind=found,
        number=number,
        initial={
            "at_once": AT_ONCE in found.before,
            "before": [int(days) for days in found.before if days != AT_ONCE],
            "after": list(found.after),
        },
    )
    if form.is_valid():
        steps = {name: form.cleaned_data[name] for name in ("at_once", "before", "after")}
        rewording.save_schedule(found, number, by=request.user, **steps)
        messages.success(request, "The days are saved. They apply from now on.")
        return redirect("home:reminder_schedule", kind)
    today, declared = timezone.localdate(), KINDS[found.name]
    context = {
        "kind": found,
        "slug": kind,
        "form": form if may_set else None,
        "standard": declared,
        "every": [(each, declared.on(today, {found.name: each})) for each in every],
    }
    return TemplateResponse(request, "home/reminder_schedule.html", context)


@only(*Role)
@require_http_methods(["GET", "HEAD", "POST"])
def reminder_choices(request: HttpRequest) -> HttpResponse:
    """How this person gets their reminders."""
    open_to, always = rewording.kinds_for(request.user)
    post = request.POST if request.method == "POST" else None
    form = ChooseReminders(post, kinds=open_to, chosen=rewording.chosen_by(request.user))
    if form.is_valid():
        rewording.choose(request.user, form.choices)
        messages.success(request, "Your choices are saved.")
        return redirect("home:reminder_choices")
    context = {"form": form if open_to else None, "always": always}
    return TemplateResponse(request, "home/reminder_choices.html", context)
