"""Where the hub listens, and how links name it; where it cannot listen, a sentence says why."""

import socket

import pytest

from nmiss.machine import hub_address
from nmiss.machine.hub_address import Address


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch):
    for name in ("HOST", "PORT", "SITE_URL", "ALLOWED_HOSTS"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("PORT", str(free_port()))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class TestChosen:
    @pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "8.5", "²"])
    def test_says_that_a_port_is_none(self, monkeypatch, port):
        monkeypatch.setenv("PORT", port)

        with pytest.raises(SystemExit, match="is no port: give a number from 1 to 65535"):
            hub_address.chosen()

    def test_says_that_a_port_is_taken(self, monkeypatch):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            monkeypatch.setenv("PORT", str(taken.getsockname()[1]))

            with pytest.raises(SystemExit, match=r"^Port \d+ is taken.* make run PORT=8001$"):
                hub_address.chosen()

    @pytest.mark.parametrize(
        "host", ["192.0.2.1", "2001:db8::1", "nowhere.invalid", "a b", "x" * 70, "http://x", "é..é"]
    )
    def test_says_that_a_host_is_not_of_this_machine(self, monkeypatch, host):
        monkeypatch.setenv("HOST", host)

        with pytest.raises(SystemExit, match=r"^HOST is .*no address of this machine"):
            hub_address.chosen()

    @pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0", "127.0.0.5"])
    def test_takes_what_is(self, monkeypatch, host):
        monkeypatch.setenv("HOST", host)

        assert hub_address.chosen().host == host


class TestAddress:
    @pytest.mark.parametrize(
        ("host", "binding", "url"),
        [
            ("127.0.0.1", "127.0.0.1:8001", "http://localhost:8001"),
            ("0.0.0.0", "0.0.0.0:8001", "http://localhost:8001"),
            ("::1", "[::1]:8001", "http://localhost:8001"),
            ("::", "[::]:8001", "http://localhost:8001"),
            ("10.1.2.3", "10.1.2.3:8001", "http://10.1.2.3:8001"),
            ("2001:db8::1", "[2001:db8::1]:8001", "http://[2001:db8::1]:8001"),
            ("hub.council.example", "hub.council.example:8001", "http://hub.council.example:8001"),
        ],
    )
    def test_is_written_as_servers_and_browsers_take_it(self, host, binding, url):
        assert (Address(host, 8001).binding, Address(host, 8001).url) == (binding, url)


class TestSettle:
    def test_has_mail_lead_to_the_port_in_use(self, monkeypatch):
        hub_address.settle(Address("10.1.2.3", 8001))

        assert hub_address.os.environ["SITE_URL"] == "http://10.1.2.3:8001"
        assert "10.1.2.3" in hub_address.os.environ["ALLOWED_HOSTS"].split(",")

    def test_leaves_what_somebody_set(self, monkeypatch):
        monkeypatch.setenv("SITE_URL", "https://hub.council.example")
        monkeypatch.setenv("ALLOWED_HOSTS", "hub.council.example")

        hub_address.settle(Address("10.1.2.3", 8001))

        assert hub_address.os.environ["SITE_URL"] == "https://hub.council.example"
        assert hub_address.os.environ["ALLOWED_HOSTS"] == "hub.council.example"

    def test_is_known_to_commands_beside_the_hub(self, monkeypatch, tmp_path):
        hub_address.settle(Address("127.0.0.1", 8001))
        hub_address.keep(tmp_path)
        monkeypatch.setenv("SITE_URL", "")

        hub_address.take_kept(tmp_path)

        assert hub_address.os.environ["SITE_URL"] == "http://localhost:8001"
