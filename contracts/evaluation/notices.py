"""Emails of evaluating: each function says one thing to one person, and nothing of a bid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

if TYPE_CHECKING:
    from contracts.applications.models import Application
    from nmiss.base.accounts.models import User


def scores_owed(person: User, *, count: int, by: User) -> None:
    """Remind an evaluator of what is to be scored."""
    context = {
        "name": person.name,
        "asker": by.name,
        "count": count,
        "link": settings.SITE_URL + reverse("contracts:score_list"),
    }
    body = render_to_string("contracts/evaluation/emails/scores_owed.txt", context)
    send_mail("Scores that are waiting for you", body, None, [person.email])


def assigned(person: User, *, count: int) -> None:
    """Tell an evaluator that there is something new to score."""
    context = {
        "name": person.name,
        "count": count,
        "link": settings.SITE_URL + reverse("contracts:score_list"),
    }
    body = render_to_string("contracts/evaluation/emails/assigned.txt", context)
    send_mail("You are asked to score", body, None, [person.email])


def recommended(application: Application, *, to: User) -> None:
    """Tell a manager that an outcome waits for a decision, and not which."""
    link = reverse("contracts:application_detail", args=[application.pk])
    context = {"name": to.name, "application": application, "link": settings.SITE_URL + link}
    body = render_to_string("contracts/evaluation/emails/recommended.txt", context)
    send_mail(f"A recommendation on {application.reference} waits", body, None, [to.email])


def sent_back(application: Application, *, to: User, by: User) -> None:
    """Tell who recommended an outcome that it came back; the reason stands on its page alone."""
    link = reverse("contracts:application_detail", args=[application.pk])
    context = {
        "name": to.name,
        "manager": by.name,
        "application": application,
        "link": settings.SITE_URL + link,
    }
    body = render_to_string("contracts/evaluation/emails/sent_back.txt", context)
    send_mail(f"Your recommendation for {application.reference} came back", body, None, [to.email])
