import pytest

from nmiss.machine import environment


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "secret"
    path.write_text("what only we know\n")
    return path


class TestTakeSecretFiles:
    def test_reads_a_secret_from_the_file_that_is_named(self, secret):
        given = {"SECRET_KEY_FILE": str(secret), "PORT": "8000"}

        environment.take_secret_files(given)

        assert given == {"SECRET_KEY": "what only we know", "PORT": "8000"}

    def test_refuses_a_secret_that_is_given_twice(self, secret):
        given = {"SECRET_KEY_FILE": str(secret), "SECRET_KEY": "another"}

        with pytest.raises(environment.UnusableSecret, match="SECRET_KEY_FILE"):
            environment.take_secret_files(given)

    def test_says_which_file_is_not_there(self, tmp_path):
        with pytest.raises(environment.UnusableSecret, match=r"SECRET_KEY_FILE names .*/none"):
            environment.take_secret_files({"SECRET_KEY_FILE": str(tmp_path / "none")})

    def test_says_that_a_file_is_not_text(self, secret):
        secret.write_bytes(b"\xff\xfe")

        with pytest.raises(environment.UnusableSecret, match="not text"):
            environment.take_secret_files({"SECRET_KEY_FILE": str(secret)})

    def test_leaves_alone_what_is_no_secret_of_ours(self, secret):
        given = {"SSL_CERT_FILE": str(secret)}

        environment.take_secret_files(given)

        assert given == {"SSL_CERT_FILE": str(secret)}


class TestJoinPasswords:
    def test_puts_a_password_into_its_address(self):
        given = {
            "DATABASE_URL": "postgres://nmiss_web@postgres:5432/nmiss",
            "DATABASE_PASSWORD": "a/b@c",
            "REDIS_URL": "redis://redis:6379/0",
            "REDIS_PASSWORD": "d",
        }

        environment.join_passwords(given)

        assert given == {
            "DATABASE_URL": "postgres://nmiss_web:a%2Fb%40c@postgres:5432/nmiss",
            "REDIS_URL": "redis://:d@redis:6379/0",
        }


class TestRefuseToStart:
    def test_names_all_that_is_missing_in_one_sentence(self, monkeypatch):
        for name in environment.REQUIRED:
            monkeypatch.setenv(name, "given" if name == "REDIS_URL" else "")

        with pytest.raises(SystemExit) as refusal:
            environment.refuse_to_start_without_settings()

        assert str(refusal.value).startswith(
            "DATABASE_URL, SECRET_KEY and NMISS_IDENTITY_KEY are not set: write them into"
        )

    def test_names_the_one_that_is_missing(self, monkeypatch):
        for name in environment.REQUIRED:
            monkeypatch.setenv(name, "" if name == "REDIS_URL" else "given")

        with pytest.raises(SystemExit, match=r"^REDIS_URL is not set: write it into"):
            environment.refuse_to_start_without_settings()
