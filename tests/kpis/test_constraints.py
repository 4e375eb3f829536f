"""What must never be true of indicators, terms and returns: PostgreSQL refuses it.

Each check, unique and exclusion constraint, and each trigger but those that keep histories, has a
row here that breaks it and nothing else; a new one without it fails the first tests.
"""

import datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from kpis.models import (
    ChildOutcome,
    Figure,
    Indicator,
    IndicatorSet,
    KpiReturn,
    ReturnRules,
    ReturnSection,
    ReturnStatus,
    ReturnVersion,
    Term,
)
from nmiss.base.accounts.models import Role
from nmiss.base.core.acting import acting_for
from nmiss.base.core.clock import database_now
from providers.models import NoStanding, ProviderRole, Standing, StandingBand
from tests.factories.accounts import UserFactory
from tests.factories.kpis import a_draft, a_return, a_term, an_indicator, imported, in_force
from tests.factories.placements import PlacementFactory
from tests.factories.providers import ProviderMemberFactory, SchoolFactory
from tests.kpis import following_rows

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
NOW = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
NEAR = {"polarity": "near", "floor": None}


def changed(make, **fields):
    """A row that is right, and these fields of it that are not."""

    def write():
        row = make()
        type(row)._base_manager.filter(pk=row.pk).update(**fields)

    return write


def copied(make, **fields):
    def write():
        row = make()
        row.pk, row._state.adding = None, True
        for name, value in fields.items():
            setattr(row, name, value)
        row.save(force_insert=True)

    return write


def indicator(**facts):
    return lambda: a_draft(facts).indicators.get()


def some_rules(**rules):
    return ReturnRules.objects.create(valid_from="2024-09-01", **rules)


def an_open_version():
    return ReturnVersion.objects.create(
        kpi_return=a_return(status=ReturnStatus.BEING_FILLED), number=1
    )


def a_figure(**facts):
    def make():
        made = {"version": an_open_version(), "input": "attended", "value": Decimal(5)}
        return Figure.objects.create(**made | facts)

    return make


def a_section():
    return ReturnSection.objects.create(
        version=an_open_version(), key="K01", saved_by=UserFactory()
    )


def an_outcome(**facts):
    """What a school says of a child who is placed there."""
    version = facts.pop("version", None) or an_open_version()
    placement = PlacementFactory(school=version.kpi_return.school)
    made = {"placement": placement, "area": "social", "status": "behind"} | facts
    return ChildOutcome.objects.create(version=version, **made)


def an_imported_version():
    return imported({"attended": 90}).versions.get()


def a_return_of(provider):
    return a_return(school=SchoolFactory(provider=provider))


def a_certified_version(*, role=ProviderRole.OWNER, prepared_by=None, **facts):
    """A version that somebody of the provider certifies."""
    member = ProviderMemberFactory(role=role)
    prepared_by = prepared_by or UserFactory(role=Role.PROVIDER)
    with acting_for(prepared_by):
        version = ReturnVersion.objects.create(
            kpi_return=a_return_of(member.provider), number=1, prepared_by=prepared_by
        )
    with acting_for(member.user):
        now = database_now()
        for name, value in (
            {
                "certified_at": now,
                "certified_by": member.user,
                "on_behalf_of": member.provider,
                "sealed_at": now,
                "counts": True,
            }
            | facts
        ).items():
            setattr(version, name, value)
        version.save()
    return version


def two_count():
    version = an_imported_version()
    ReturnVersion.objects.create(kpi_return=version.kpi_return, number=2, imported=True)
    ReturnVersion.objects.filter(number=2).update(sealed_at=NOW, counts=True)


def two_are_open():
    version = an_open_version()
    ReturnVersion.objects.create(kpi_return=version.kpi_return, number=2)


def published_by_its_drafter():
    draft = a_draft()
    with acting_for(draft.drafted_by):
        IndicatorSet.objects.update(published_at=NOW, published_by=draft.drafted_by)


def two_from_a_day():
    for version in ("a", "b"):
        a_draft(version=version, imported=True, drafted_by=None)
    IndicatorSet.objects.update(published_at=NOW)


def a_standing(**facts):
    def make():
        made = {
            "school": SchoolFactory(),
            "period_name": "2024-Q4",
            "as_at": datetime.date(2024, 12, 31),
            "score": Decimal("0.8"),
            "coverage": Decimal("0.9"),
            "band": StandingBand.GOOD,
        }
        return Standing.objects.create(**made | facts)

    return make


CASES = [
    ("kpis_term_first_day_before_last_day", changed(a_term, last_day="2024-01-01")),
    (
        "kpis_term_name_once",
        copied(a_term, name="2024-25 AUTUMN", first_day="2025-01-01", last_day="2025-01-02"),
    ),
    ("kpis_term_name_is_of_no_other_period", changed(a_term, name="2024-25")),
    ("kpis_term_name_is_of_no_other_period", changed(a_term, name="2024-q3")),
    ("kpis_term_no_overlap", copied(a_term, name="another")),
    ("kpis_indicatorset_version_key", copied(a_draft)),
    ("kpis_indicatorset_published_by_another", published_by_its_drafter),
    ("kpis_indicatorset_published_by_another", copied(a_draft, version="another", drafted_by=None)),
    (
        "kpis_indicatorset_published_by_another",
        changed(lambda: a_draft(imported=True), published_at=NOW),
    ),
    ("kpis_indicatorset_has_a_version", changed(a_draft, version="")),
    ("kpis_band_name_is_known", changed(lambda: a_draft().bands.first(), name="best")),
    ("kpis_band_once", copied(lambda: a_draft().bands.first(), from_score=Decimal("0.1"))),
    (
        "kpis_band_one_edge",
        changed(lambda: a_draft().bands.get(name="good"), from_score=Decimal("0.5")),
    ),
    (
        "kpis_band_edge_is_a_share",
        changed(lambda: a_draft().bands.get(name="good"), from_score=Decimal("1.1")),
    ),
    ("kpis_indicator_polarity_is_known", changed(indicator(floor=None), polarity="up")),
    ("kpis_indicator_frequency_is_known", changed(indicator(), frequency="day")),
    ("kpis_indicator_answered_by_is_known", changed(indicator(), answered_by="nobody")),
    ("kpis_indicator_code_once", copied(indicator())),
    ("kpis_indicator_weight_is_not_negative", changed(indicator(), weight=-1)),
    ("kpis_indicator_rated_has_a_target", changed(indicator(), target=None)),
    (
        "kpis_indicator_near_has_tolerances_others_a_floor",
        changed(indicator(**NEAR), floor=Decimal(90)),
    ),
    ("kpis_indicator_near_has_tolerances_others_a_floor", changed(indicator(), tolerance=1)),
    ("kpis_indicator_floor_on_the_worse_side", changed(indicator(), floor=Decimal(93))),
    ("kpis_indicator_tolerances_are_distances", changed(indicator(**NEAR), tolerance=-1)),
    (
        "kpis_indicator_tolerance_up_to_outer_tolerance",
        changed(indicator(**NEAR), tolerance=2, outer_tolerance=1),
    ),
    (
        "kpis_indicator_hard_min_up_to_hard_max",
        changed(indicator(), hard_min=Decimal(2), hard_max=Decimal(1)),
    ),
    (
        "kpis_indicator_soft_min_up_to_soft_max",
        changed(indicator(), soft_min=Decimal(2), soft_max=Decimal(1)),
    ),
    ("kpis_indicator_cohort_is_an_input", changed(indicator(), cohort="Pupils on roll")),
    ("kpis_indicator_least_change_is_not_negative", changed(indicator(), least_change=-1)),
    (
        "kpis_indicator_by_child_is_answered_by_schools",
        changed(indicator(), by_child=True, answered_by="council"),
    ),
    ("kpis_childoutcome_area_is_known", changed(lambda: an_outcome(), area="music")),
    ("kpis_childoutcome_status_is_known", changed(lambda: an_outcome(), status="so")),
    ("kpis_childoutcome_once", copied(lambda: an_outcome(), status="met")),
    ("kpis_kpireturn_status_is_known", changed(a_return, status="lost")),
    ("kpis_kpireturn_frequency_is_known", changed(a_return, frequency="day")),
    ("kpis_kpireturn_once_a_period", copied(a_return)),
    (
        "kpis_kpireturn_first_day_before_last_day",
        changed(a_return, first_day="2025-01-01", covers_to=None),
    ),
    (
        "kpis_kpireturn_covers_days_of_its_period",
        changed(a_return, covers_to=datetime.date(2025, 1, 1)),
    ),
    ("kpis_kpireturn_term_of_terms_only", changed(a_return, frequency="term")),
    ("kpis_kpireturn_has_its_dates", changed(a_return, due_on=None)),
    ("kpis_kpireturn_has_its_dates", changed(a_return, due_on=datetime.date(2024, 12, 31))),
    ("kpis_kpireturn_imported_came_whole", changed(a_return, imported=True)),
    ("kpis_kpireturn_says_why_it_is_not_asked", changed(a_return, status="excused")),
    ("kpis_returnversion_number_once", copied(an_imported_version, counts=False)),
    ("kpis_returnversion_one_counts", two_count),
    ("kpis_returnversion_one_is_open", two_are_open),
    (
        "kpis_returnversion_sealed_by_its_certificate",
        changed(an_open_version, sealed_at=NOW),
    ),
    ("kpis_returnversion_counts_once_sealed", changed(an_open_version, counts=True)),
    (
        "kpis_returnversion_certified_by_and_on_behalf_of",
        lambda: a_certified_version(on_behalf_of=None),
    ),
    (
        "kpis_returnversion_certified_at_and_certified_by",
        changed(an_open_version, certified_at=NOW),
    ),
    (
        "kpis_returnversion_accepted_at_and_accepted_by",
        changed(an_imported_version, accepted_at=NOW),
    ),
    ("kpis_returnversion_certified_by_another", lambda: a_certified_version(prepared_by_id=None)),
    ("kpis_figure_once", copied(a_figure())),
    ("kpis_figure_input_is_a_name", changed(a_figure(), input="Pupils")),
    ("kpis_figure_not_applicable_has_no_value", changed(a_figure(), is_na=True)),
    ("kpis_figure_is_not_negative", changed(a_figure(), value=-1)),
    ("kpis_figure_is_not_negative", changed(a_figure(), ours=-1)),
    (
        "kpis_figure_na_agreed_at_and_na_agreed_by",
        changed(a_figure(value=None, is_na=True), na_agreed_at=NOW),
    ),
    ("kpis_figure_agreed_where_not_applicable", lambda: agreed_to_a_value()),
    ("kpis_returnsection_once", copied(a_section)),
    ("kpis_returnrules_valid_from_key", copied(some_rules)),
    ("kpis_returnrules_days_follow_one_another", lambda: some_rules(due_days=31)),
    ("kpis_returnrules_days_follow_one_another", lambda: some_rules(correct_days=9)),
    ("kpis_returnrules_reminds_within_reason", lambda: some_rules(remind_before=[61])),
    ("kpis_returnrules_reminds_within_reason", lambda: some_rules(remind_after=[0])),
    ("kpis_returnrules_reminds_within_reason", lambda: some_rules(remind_after=[*range(1, 8)])),
    ("kpis_returnrules_reminds_within_reason", lambda: some_rules(owner_after=0)),
    ("providers_standing_band_is_known", a_standing(band="best")),
    (
        "providers_standing_reason_is_known",
        a_standing(score=None, band="", reason="no reason"),
    ),
    ("providers_standing_band_or_reason", a_standing(band="")),
    ("providers_standing_band_or_reason", a_standing(score=None)),
    (
        "providers_standing_band_or_reason",
        a_standing(score=None, band="", reason=NoStanding.NOTHING_APPLICABLE),
    ),
    ("providers_standing_shares", a_standing(score=Decimal("1.1"))),
    *following_rows.CASES,
]
# A row breaks another constraint as well, whichever of the two is named first.
WITH_ANOTHER = {
    "kpis_consequence_status_is_known",
    "kpis_kpireturn_first_day_before_last_day",
    "kpis_kpireturn_frequency_is_known",
    "providers_standing_reason_is_known",
    "providers_standing_band_is_known",
    "kpis_indicator_polarity_is_known",
    "kpis_returnversion_certified_at_and_certified_by",
}


def agreed_to_a_value():
    figure, officer = a_figure()(), UserFactory(role=Role.OFFICER)
    with acting_for(officer):
        Figure.objects.filter(pk=figure.pk).update(na_agreed_at=NOW, na_agreed_by=officer)


# A trigger says the same before it; the constraint stands for two that come at once.
SHADOWED = {"kpis_indicatorset_one_from_a_day"}
OURS = """
    SELECT conname FROM pg_constraint
    WHERE conrelid::regclass::text ~ '^(kpis_|providers_standing$)' AND contype IN ('c', 'x', 'u')
      AND conname NOT LIKE '%\\_check'
    UNION
    SELECT indexrelid::regclass::text FROM pg_index
    WHERE indrelid::regclass::text ~ '^(kpis_|providers_standing$)'
      AND indisunique AND NOT indisprimary
"""


def test_every_constraint_has_a_row_that_breaks_it():
    with connection.cursor() as cursor:
        cursor.execute(OURS)
        there = {name for (name,) in cursor.fetchall()}

    assert there == {name for name, _ in CASES} | SHADOWED


@pytest.mark.parametrize(("name", "write"), CASES, ids=[name for name, _ in CASES])
def test_the_database_refuses(name, write):
    with pytest.raises(IntegrityError) as refused:
        write()

    broken = refused.value.__cause__.diag.constraint_name
    assert broken == name or name in WITH_ANOTHER


# Triggers


def published_indicator():
    return in_force().indicators.get()


def deleted(make):
    def write():
        row = make()
        with transaction.atomic(), connection.cursor() as cursor:
            type(row).objects.filter(pk=row.pk)._raw_delete(using="default")
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    return write


def a_figure_that_was_submitted():
    return imported({"attended": 90}).versions.get().figures.get()


def a_version_between_two():
    in_force(version="first", valid_from=datetime.date(2022, 9, 1))
    in_force(version="last", valid_from=datetime.date(2024, 9, 1))
    in_force(version="between", valid_from=datetime.date(2023, 9, 1))


def a_version_for_days_that_have_been():
    draft, manager = a_draft(valid_from=timezone.localdate()), UserFactory(role=Role.MANAGER)
    with acting_for(manager):
        IndicatorSet.objects.update(published_at=NOW, published_by=manager)
    return draft


def a_published_version():
    draft = a_draft(valid_from=timezone.localdate() + DAY)
    draft.publish(by=UserFactory(role=Role.MANAGER), seen=draft.digest())
    return draft


def a_section_that_was_submitted():
    version = a_certified_version()
    return ReturnSection(version=version, key="K01", saved_by=UserFactory())


TRIGGERS = [
    ("indicatorset_published_once", changed(in_force, note="Other words"), "not edited"),
    ("indicatorset_published_once", a_version_between_two, "follows the last one"),
    ("indicatorset_published_once", two_from_a_day, "follows the last one"),
    ("indicatorset_published_once", a_version_for_days_that_have_been, "before it is in force"),
    (
        "indicatorset_published_once",
        changed(a_draft, drafted_by=None, imported=True),
        "Who drafted",
    ),
    ("indicatorset_kept_once_published", deleted(a_published_version), "Cannot delete"),
    ("indicator_frozen_once_published", changed(published_indicator, target=1), "not edited"),
    ("indicator_frozen_once_published", lambda: an_indicator(in_force(), code="K02"), "not edited"),
    ("indicator_goes_with_its_version", deleted(published_indicator), "not edited"),
    (
        "band_frozen_once_published",
        changed(lambda: in_force().bands.first(), from_score=Decimal("0.1")),
        "not edited",
    ),
    (
        "band_goes_with_its_version",
        deleted(lambda: in_force().bands.first()),
        "not edited",
    ),
    ("returnversion_kept_as_submitted", changed(an_imported_version, number=2), "does not change"),
    (
        "returnversion_kept_as_submitted",
        changed(an_imported_version, sealed_at=None, counts=False),
        "does not change",
    ),
    (
        "returnversion_certified_by_an_owner",
        lambda: a_certified_version(role=ProviderRole.EDITOR),
        "An owner of the school",
    ),
    ("returnversion_kept_for_good", deleted(a_certified_version), "Cannot delete"),
    ("figure_frozen_once_sealed", changed(a_figure_that_was_submitted, value=1), "not change"),
    (
        "figure_frozen_once_sealed",
        lambda: Figure.objects.create(version=an_imported_version(), input="another"),
        "not change",
    ),
    ("figure_goes_with_its_version", deleted(a_figure_that_was_submitted), "not change"),
    (
        "returnsection_frozen_once_sealed",
        lambda: a_section_that_was_submitted().save(),
        "not change",
    ),
    (
        "childoutcome_frozen_once_sealed",
        lambda: an_outcome(version=an_imported_version()),
        "not change",
    ),
    (
        "childoutcome_of_a_child_at_the_school",
        lambda: an_outcome(placement=PlacementFactory()),
        "who are placed there",
    ),
    ("returnrules_append_only", changed(some_rules, due_days=5), "Cannot update"),
    ("returnrules_append_only", deleted(some_rules), "Cannot update or delete"),
    ("standing_append_only", changed(a_standing(), score=Decimal("0.9")), "Cannot update"),
    ("standing_append_only", deleted(a_standing()), "Cannot update or delete"),
    *following_rows.TRIGGERS,
]
OUR_TRIGGERS = """
    SELECT tgrelid::regclass::text, tgname FROM pg_trigger
    WHERE NOT tgisinternal AND tgrelid::regclass::text ~ '^(kpis_|providers_standing$)'
      AND tgrelid::regclass::text NOT LIKE '%event'
      AND tgname !~ '_(insert_insert|update_update|delete_delete)_'
"""
# The same walls as of figures.
ALIKE = {
    "returnevidence_frozen_once_sealed",
    "returnevidence_goes_with_its_version",
    "returnsection_goes_with_its_version",
    "childoutcome_goes_with_its_version",
}


def test_every_trigger_has_a_case():
    with connection.cursor() as cursor:
        cursor.execute(OUR_TRIGGERS)
        there = {_name(*row) for row in cursor.fetchall()}

    dated = {name for name in there if name.endswith("_dated_by_the_database")}
    asked = {name for name in there if name.endswith("_done_in_person")}
    moving = {name for name in there if name.endswith("_by_its_moves")}  # see test_lifecycles
    written = {name for name in there if name.endswith("_written_by_somebody")}  # see test_written
    assert there - dated - asked - moving - written == {name for name, _, _ in TRIGGERS} | ALIKE
    assert dated == {f"{name}_dated_by_the_database" for name in DATED}
    assert asked == {f"{name}_done_in_person" for name in IN_PERSON}


def _name(table, trigger):
    table = table.removeprefix("kpis_").removeprefix("providers_")
    return f"{table}_{trigger.removeprefix('pgtrigger_').rpartition('_')[0]}"


@pytest.mark.parametrize(("name", "write", "says"), TRIGGERS, ids=[each[0] for each in TRIGGERS])
def test_a_trigger_refuses(name, write, says):
    with pytest.raises(DatabaseError, match=says):
        write()


def test_only_the_operator_brings_indicators_into_force_alone(as_web):
    """The web's role cannot pass for the operator by the mark of what the operator imports."""
    with pytest.raises(DatabaseError, match="Only the operator brings indicators into force"):
        IndicatorSet.objects.create(
            version="ours", valid_from="2031-09-01", imported=True, published_at=NOW
        )


def published_without_the_manager():
    a_draft(valid_from=timezone.localdate() + DAY)
    IndicatorSet.objects.update(published_at=NOW, published_by=UserFactory(role=Role.MANAGER))


def certified_for_another():
    member = ProviderMemberFactory()
    version = ReturnVersion.objects.create(
        kpi_return=a_return_of(member.provider), number=1, prepared_by=UserFactory()
    )
    ReturnVersion.objects.filter(pk=version.pk).update(
        certified_at=NOW, certified_by=member.user, on_behalf_of=member.provider, sealed_at=NOW
    )


def agreed_for_another():
    figure = a_figure(value=None, is_na=True)()
    Figure.objects.filter(pk=figure.pk).update(na_agreed_at=NOW, na_agreed_by=UserFactory())


IN_PERSON = {
    "indicatorset": published_without_the_manager,
    "returnversion": certified_for_another,
    "figure": agreed_for_another,
    **following_rows.IN_PERSON,
}
DATED = {
    "indicatorset": lambda: in_force().published_at,
    "returnversion": lambda: an_imported_version().sealed_at,
    "figure": lambda: agreed_at(),
    "standing": lambda: Standing.objects.get(pk=a_standing(written_at=NOW)().pk).written_at,
    **following_rows.DATED,
}


def agreed_at():
    figure, officer = a_figure(value=None, is_na=True)(), UserFactory(role=Role.OFFICER)
    with acting_for(officer):
        Figure.objects.filter(pk=figure.pk).update(na_agreed_at=NOW, na_agreed_by=officer)
    figure.refresh_from_db()
    return figure.na_agreed_at


@pytest.mark.parametrize("write", IN_PERSON.values(), ids=IN_PERSON)
def test_nobody_does_it_for_another(write):
    with pytest.raises(DatabaseError, match="in person"):
        write()


@pytest.mark.parametrize("ask", DATED.values(), ids=DATED)
def test_the_database_dates(ask):
    before = database_now()

    assert ask() >= before


# What is allowed


def test_an_imported_version_goes_as_a_whole():
    version = in_force()
    with transaction.atomic(), connection.cursor() as cursor:
        Indicator.objects.all()._raw_delete(using="default")
        version.bands.all()._raw_delete(using="default")
        IndicatorSet.objects.all()._raw_delete(using="default")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    assert not IndicatorSet.objects.exists()


def test_an_imported_return_goes_as_a_whole():
    imported({"attended": 90})
    with transaction.atomic(), connection.cursor() as cursor:
        Figure.objects.all()._raw_delete(using="default")
        ReturnVersion.objects.all()._raw_delete(using="default")
        KpiReturn.objects.all()._raw_delete(using="default")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    assert not Figure.objects.exists()


def test_of_what_was_submitted_not_applicable_can_be_agreed_to():
    figure = imported({"attended": "NA"}).versions.get().figures.get()
    officer = UserFactory(role=Role.OFFICER)
    with acting_for(officer):
        Figure.objects.filter(pk=figure.pk).update(na_agreed_at=NOW, na_agreed_by=officer)

    figure.refresh_from_db()
    assert figure.na_agreed_by == officer


def test_an_owner_certifies_what_another_prepared():
    version = a_certified_version()

    assert ReturnVersion.objects.counting().get() == version


def test_the_sole_user_certifies_what_they_prepared():
    member = ProviderMemberFactory()
    with acting_for(member.user):
        version = ReturnVersion.objects.create(
            kpi_return=a_return_of(member.provider), number=1, prepared_by=member.user
        )
        ReturnVersion.objects.filter(pk=version.pk).update(
            certified_at=NOW,
            certified_by=member.user,
            on_behalf_of=member.provider,
            sealed_at=NOW,
            is_sole_user=True,
        )

    assert ReturnVersion.objects.get().is_sole_user


def test_a_term_can_follow_another():
    a_term()

    Term.objects.create(name="2024-25 spring", first_day="2025-01-06", last_day="2025-04-04")
