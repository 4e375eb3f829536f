"""How people come in: by password, and by the code that their phone shows."""

from playwright.sync_api import Page, expect

from nmiss.base.accounts import second_factor
from nmiss.base.accounts.codes import LAST_USED
from nmiss.base.accounts.models import User
from tests.factories.accounts import PASSWORD, SecondFactor


def sign_in(page: Page, person: User) -> None:
    """Sign in as somebody who has set up what they must."""
    page.goto("/")
    page.get_by_label("Email address").fill(person.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    factor = SecondFactor.of(person) if second_factor.must_have(person) else None
    page.get_by_role("button", name="Sign in").click()
    if factor:
        expect(page.get_by_role("heading", name="Enter your code")).to_be_visible()
        # Each code is good once: a second sign-in would have to wait for the next.
        factor.app.data.pop(LAST_USED, None)
        factor.app.save()
        page.get_by_label("Code").fill(factor.code)
        page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign in")).to_have_count(0)
