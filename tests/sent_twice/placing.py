"""The forms about cases, matching, vacancies, the calendar and reminders, each sent twice."""

from nmiss.base.accounts.models import CalendarFeed
from placements.models import Child, MatchWeights
from providers import vacancy_links
from providers.models import School, VacancyReport
from tests.factories.placements import ChildFactory, a_case
from tests.sent_twice.sendings import Sending, also


def _with_case(world):
    also(world, case=a_case(ChildFactory(reference="ANOTHER-1"), by=world.placements))


def _with_child(world):
    world.named["child"] = Child.objects.get().reference


def _with_school(world):
    world.named["urn"] = School.objects.get().urn


def _with_report(world):
    _with_school(world)
    report = VacancyReport.give(School.objects.get(), [], by=world.owner)
    also(world, report=report)
    world.named["token"] = vacancy_links.token_for(report, world.owner)


def _with_feed(world):
    CalendarFeed.make(by=world.officer)


def _with_kind(world):
    world.named["kind"] = "evidence"


FACTS = {
    **{"need_1": "ASD", "need_2": "", "need_3": "", "kind": "in_year", "urgency": "routine"},
    **{"stay": "day", "wanted_on": "2027-09-01", "needed_since": "2026-11-02"},
    **{"plan_final_on": "", "most_miles": "", "must_haves": "", "preferred_urn": ""},
    "preference": "",
}
NEW = {
    **{"reference": "c900", "sex": "F", "birth_date": "2015-09-30"},
    **{"home_postcode": "ct203qa", "initials": "a.b."},
}
WEIGHTS = {
    **dict.fromkeys(MatchWeights.TERMS, "10"),
    **{"valid_from": "2099-01-01", "reach_miles": "30", "mile_cost": "", "good_days": "3"},
}
VACANCIES = {
    **{"first_year_0": "7", "last_year_0": "11", "need_0": "ASD", "provision_0": "day"},
    **{"planned_0": "10", "occupied_0": "7", "reserved_0": "1", "free_0": "2"},
}
RULES = {
    **{"valid_from": "2099-01-01", "opens_on": "1", "closes_on": "5"},
    **{"grace_days": "3", "fresh_days": "10"},
}
RETURN_RULES = {
    **{"valid_from": "2099-01-01", "due_days": "10", "first_days": "30", "correct_days": "60"},
    **{"least_days_in": "28", "warn_percent": "20"},
}
PLACING = {
    "placements:case_open": Sending("plain", "placements", given=FACTS | NEW),
    "placements:child_case_open": Sending(
        "plain", "placements", ("child",), FACTS | {"initials": "AB"}, first=_with_child
    ),
    "placements:case_change": Sending("plain", "placements", ("case",), FACTS, first=_with_case),
    "placements:case_close": Sending(
        "plain", "placements", ("case",), {"reason": "not_needed"}, first=_with_case
    ),
    "placements:shortlist_save": Sending("plain", "placements", ("case",), first=_with_case),
    "placements:match_weights": Sending("plain", "manager", given=WEIGHTS),
    "providers:vacancy_change": Sending("plain", "owner", ("urn",), VACANCIES, first=_with_school),
    "providers:vacancy_repeat": Sending("plain", "owner", ("urn", "report"), first=_with_report),
    "providers:vacancy_unchanged": Sending("plain", "visitor", ("token",), first=_with_report),
    "providers:vacancy_rules": Sending("plain", "manager", given=RULES),
    "kpis:return_rules": Sending("plain", "manager", given=RETURN_RULES),
    "home:calendar_feed": Sending("plain", "officer"),
    "home:calendar_feed_end": Sending("plain", "officer", first=_with_feed),
    "home:reminder_text": Sending("applications", "officer", ("kind",), first=_with_kind),
}
