"""What its room brings."""

import datetime

from django.db.models import Q

from nmiss.base.accounts import landing
from nmiss.base.accounts.models import Role
from nmiss.base.accounts.navigation import menu
from nmiss.base.core.statuses import colours

menu("home:privacy", "Swings", Role.ADMINISTRATOR, weight=55)
landing.activity(Role.ADMINISTRATOR, of=Q(verb="hang"))
colours({"swinging": "green"})


@landing.tasks(Role.ADMINISTRATOR, weight=5)
def swings_to_oil(user, today):
    return [landing.Task("Oil 2 swings", "/swings/", today - datetime.timedelta(days=1))]


@landing.figures(Role.ADMINISTRATOR, weight=5)
def swings(user, today):
    return [landing.HomeFigure("swings", "2")]


@landing.shortcuts(Role.ADMINISTRATOR, weight=5)
def all_swings(user, today):
    return [landing.Shortcut("All swings", "/swings/")]
