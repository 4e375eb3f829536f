"""While `make run` loads the demo, the sign-in page says how far it is and takes nobody in."""

import pytest
from django.conf import settings as project
from django.test import Client
from django.urls import reverse

from nmiss.demo import loading


@pytest.fixture
def progress(settings, tmp_path):
    path = tmp_path / "demo-progress"
    path.write_text("Importing schools (step 1 of 8)")
    settings.DEMO_PROGRESS = str(path)
    settings.MIDDLEWARE = [f"{loading.__name__}.NobodySignsInYet", *settings.MIDDLEWARE]
    return path


class TestTheSignInPage:
    def test_says_how_far_the_demo_is(self, db, progress, client):
        page = client.get(reverse("account_login")).content.decode()

        assert "The demo county is loading: Importing schools (step 1 of 8)" in page

    def test_says_nothing_of_it_afterwards(self, db, progress, client):
        progress.unlink()

        assert "is loading" not in client.get(reverse("account_login")).content.decode()

    def test_takes_nothing_that_is_sent(self, db, progress):
        answer = Client().post(reverse("account_login"), {"login": "officer@demo.example"})

        assert (answer.status_code, answer.url) == (302, reverse("account_login"))

    def test_takes_it_afterwards(self, db, progress):
        progress.unlink()

        answer = Client().post(reverse("account_login"), {"login": "officer@demo.example"})

        assert answer.status_code == 200  # with what is wrong about it


class TestElsewhere:
    def test_asks_for_no_file_where_no_demo_is_loaded(self):
        """Without the variable that `make run` sets, there is not even the middleware."""
        assert not project.DEMO_PROGRESS
        assert not [name for name in project.MIDDLEWARE if "demo" in name]
