"""The pages of a placement agreement: each side's, from the offer that was accepted."""

import pytest
from django.urls import reverse

from nmiss.base.accounts.models import Role
from placements.agreements.models import PlacementAgreement
from placements.models import Placement
from tests.factories.accounts import UserFactory
from tests.factories.consultations import BASE
from tests.factories.placement_agreements import a_choice, an_agreement, in_force
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db
SIGNATURE = {"name": "Ada Lovelace", "capacity": "Head", "confirm": "on"}


@pytest.fixture
def officer():
    return UserFactory(role=Role.PLACEMENTS)


def page(name, *args):
    return reverse(f"placements:placement_agreement_{name}", args=args)


def sent(form, **given):
    """What a browser sends of a form as it opens, with what somebody typed."""
    values = {field.html_name: field.value() for field in form}
    return {name: value for name, value in values.items() if value is not None} | given


def test_from_the_offer_to_the_place(client, officer):
    choice, owner = a_choice(by=officer)
    case, school = choice.case, choice.consultation.school
    client.force_login(officer)
    assert "Make the placement agreement" in client.get(reverse("home:home")).text
    form = client.get(page("make", choice.consultation_id)).context_data["form"]
    assert form["amount_in_0"].value() == BASE["amount"]
    wrong = sent(form, starts_on="2027-01-04", ends_on="2027-01-03", amount_in_0="")
    answer = client.post(page("make", choice.consultation_id), wrong)
    assert set(answer.context_data["form"].errors) == {"ends_on", "amount_in_0"}

    made = client.post(
        page("make", choice.consultation_id),
        sent(form, starts_on="2027-01-04", weeks_in_0="38", quantity_in_0="1"),
    )

    agreement = PlacementAgreement.objects.get()
    assert made.headers["Location"] == page("detail", agreement.pk)
    assert case.child.reference in client.get(made.headers["Location"]).text

    client.force_login(owner)
    assert f"Sign placement agreement {agreement.reference}" in client.get("/").text
    text = client.get(page("detail", agreement.pk)).text
    assert "£61,184" in text
    assert "13 weeks’ notice" in text
    client.post(page("sign", agreement.pk), SIGNATURE)

    manager = UserFactory(role=Role.MANAGER)
    client.force_login(manager)
    assert f"Countersign placement agreement {agreement.reference}" in client.get("/").text
    client.post(page("countersign", agreement.pk), SIGNATURE)
    assert Placement.objects.get().school == school

    client.force_login(owner)
    assert "Ada Lovelace" in client.get(page("detail", agreement.pk)).text
    document = client.get(page("document", agreement.pk))
    assert b"".join(document).startswith(b"%PDF")
    consulted = client.get(
        reverse("placements:consultation_detail", args=[agreement.choice.consultation_id])
    )
    assert agreement.reference in consulted.text


def test_a_change_and_a_refusal_beside_the_form(client, officer):
    choice, owner = a_choice(by=officer)
    agreement = in_force(an_agreement(choice, by=officer), owner=owner)
    client.force_login(officer)
    form = client.get(page("change", agreement.pk)).context_data["form"]
    same_day = client.post(page("change", agreement.pk), sent(form, starts_on="2027-01-04"))
    assert "after the first day" in str(same_day.context_data["form"].errors["starts_on"])

    given = sent(form, starts_on="2027-04-05", amount_in_0="63000", quantity_in_0="1")
    client.post(page("change", agreement.pk), given)

    second = PlacementAgreement.objects.get(version=2)
    assert second.reference in client.get(page("detail", agreement.pk)).text
    assert client.get(page("change", agreement.pk)).status_code == 409  # one waits
    client.post(page("withdraw", second.pk), {"reason": "Wrong price"})
    second.refresh_from_db()
    assert (second.status, second.reason) == ("withdrawn", "Wrong price")
    client.force_login(owner)
    assert "Wrong price" in client.get(page("detail", second.pk)).text


def test_another_provider_sees_nothing(client, officer):
    choice, _ = a_choice(by=officer)
    agreement = an_agreement(choice, by=officer)
    client.force_login(ProviderMemberFactory(role="owner").user)

    assert agreement.reference not in client.get(page("list")).text
    for name in ("detail", "document", "sign", "decline"):
        assert client.get(page(name, agreement.pk)).status_code == 404


def test_the_provider_may_decline(client, officer):
    choice, owner = a_choice(by=officer)
    agreement = an_agreement(choice, by=officer)
    client.force_login(owner)

    client.post(page("decline", agreement.pk), {"reason": "The price is wrong"})

    agreement.refresh_from_db()
    assert agreement.status == "declined"
    client.force_login(officer)
    assert "The price is wrong" in client.get(page("detail", agreement.pk)).text
    assert client.get(page("make", choice.consultation_id)).status_code == 200
