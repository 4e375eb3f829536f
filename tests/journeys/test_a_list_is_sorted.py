"""An officer sorts the list of schools: by its headings at a desk, by a choice on a phone."""

import pytest
from playwright.sync_api import expect

from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.providers import LocalAuthorityFactory, SchoolFactory
from tests.journeys import signing_in


@pytest.fixture
def officer(transactional_db):
    for name, code, authority, lowest in (
        ("Ash", "936", "Surrey", 11),
        ("Bay", "881", "Essex", 4),
        ("Elm", "886", "Kent", 7),
    ):
        authority = LocalAuthorityFactory(code=code, name=authority)
        SchoolFactory(name=name, authority=authority, lowest_age=lowest, highest_age=19)
    return UserFactory(role=Role.OFFICER)


def names_on(page):
    return page.locator("table:has(#schools) tbody th a").all_inner_texts()


def test_by_headings_without_a_script(officer, no_script):
    signing_in.sign_in(no_script, officer)
    no_script.goto("/schools/?name=")
    heading = no_script.get_by_role("columnheader")

    heading.get_by_role("link", name="Local authority").click()

    assert names_on(no_script) == ["Bay", "Elm", "Ash"]
    sorted_by = no_script.locator("th[aria-sort]")
    expect(sorted_by).to_have_attribute("aria-sort", "ascending")
    expect(sorted_by).to_contain_text("Local authority")

    heading.get_by_role("link", name="Local authority").click()

    assert names_on(no_script) == ["Ash", "Elm", "Bay"]
    expect(no_script.locator("th[aria-sort]")).to_have_attribute("aria-sort", "descending")
    expect(no_script.get_by_label("Sort by")).to_be_hidden()


def test_by_headings_has_no_barrier(officer, page, assert_accessible):
    signing_in.sign_in(page, officer)

    page.goto("/schools/?near=CT20&sort=-name")

    assert names_on(page) == ["Elm", "Bay", "Ash"]
    assert_accessible(page)


def test_by_a_choice_on_a_phone(officer, phone, assert_accessible):
    signing_in.sign_in(phone, officer)
    phone.goto("/schools/?status=any")
    assert phone.viewport_size["width"] <= 390

    phone.get_by_label("Sort by").select_option(label="Ages, youngest first")
    phone.get_by_role("button", name="Sort list").click()

    assert names_on(phone) == ["Bay", "Elm", "Ash"]
    assert "status=any" in phone.url
    expect(phone.get_by_label("Sort by")).to_have_value("ages")
    first = phone.locator("table:has(#schools) tbody tr").first
    expect(first).to_contain_text("Essex")
    cell, row = first.locator("td").first.bounding_box(), first.bounding_box()
    assert cell["width"] > row["width"] * 0.9, "cells stand beside one another: no card"
    assert not phone.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert_accessible(phone)
