"""Addresses of providers' people and of schools' vacancies."""

from django.urls import path

from providers.views import inspections, invitations, people, vacancies

app_name = "providers"

urlpatterns = [
    path("our-people/", people.our_people, name="our_people"),
    path("our-invitations/<int:invitation>/", invitations.our_invitation, name="our_invitation"),
    path("providers/<int:pk>/people/", people.provider_people, name="provider_people"),
    path(
        "providers/<int:pk>/people/invite/",
        invitations.provider_person_invite,
        name="provider_person_invite",
    ),
    path(
        "providers/<int:pk>/people/propose-owner/",
        invitations.provider_owner_propose,
        name="provider_owner_propose",
    ),
    path(
        "providers/<int:pk>/people/invitations/<int:invitation>/again/",
        invitations.provider_invitation_again,
        name="provider_invitation_again",
    ),
    path(
        "providers/<int:pk>/people/invitations/<int:invitation>/remove/",
        invitations.provider_invitation_remove,
        name="provider_invitation_remove",
    ),
    path(
        "providers/<int:pk>/people/<int:member>/vouch/",
        people.provider_person_vouch,
        name="provider_person_vouch",
    ),
    path(
        "providers/<int:pk>/people/<int:member>/remove/",
        people.provider_person_remove,
        name="provider_person_remove",
    ),
    path("inspections/", inspections.inspection_list, name="inspection_list"),
    path("inspections/<int:inspection>/", inspections.inspection_detail, name="inspection_detail"),
    path("inspections/<int:inspection>/read/", inspections.inspection_read, name="inspection_read"),
    path("inspections/<int:inspection>/void/", inspections.inspection_void, name="inspection_void"),
    path(
        "schools/<int:urn>/inspections/add/",
        inspections.inspection_choose,
        name="inspection_choose",
    ),
    path(
        "schools/<int:urn>/inspections/add/<slug:framework>/",
        inspections.inspection_add,
        name="inspection_add",
    ),
    path("vacancies/", vacancies.vacancy_list, name="vacancy_list"),
    path("vacancies/rules/", vacancies.vacancy_rules, name="vacancy_rules"),
    path("vacancies/unchanged/<str:token>/", vacancies.vacancy_unchanged, name="vacancy_unchanged"),
    path("schools/<int:urn>/vacancies/", vacancies.vacancy_detail, name="vacancy_detail"),
    path("schools/<int:urn>/vacancies/change/", vacancies.vacancy_change, name="vacancy_change"),
    path(
        "schools/<int:urn>/vacancies/<int:report>/repeat/",
        vacancies.vacancy_repeat,
        name="vacancy_repeat",
    ),
]
