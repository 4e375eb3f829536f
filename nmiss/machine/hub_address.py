"""Where `make run` listens, and by which address people and their mail find it."""

import errno
import ipaddress
import os
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from nmiss.machine import process_locks

_ALWAYS_ANSWERED = "localhost,127.0.0.1,[::1]"


@dataclass(frozen=True)
class Address:
    """An address of this machine, or all of them, and a port."""

    host: str
    port: int

    @property
    def binding(self) -> str:
        """As gunicorn takes it."""
        return f"{_bracketed(self.host)}:{self.port}"

    @property
    def from_here(self) -> str:
        """The address at which this machine itself reaches it."""
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)

    @property
    def name(self) -> str:
        """What stands in a browser."""
        with suppress(ValueError):
            if ipaddress.ip_address(self.from_here) in _LOOPBACK:
                return "localhost"
        return _bracketed(self.from_here)

    @property
    def url(self) -> str:
        return f"http://{self.name}:{self.port}"


_LOOPBACK = (ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("::1"))


def is_of_this_machine(host: str) -> bool:
    """Whether nobody on another machine can reach what listens there."""
    return host in ("localhost", *map(str, _LOOPBACK))


def chosen() -> Address:
    """Read HOST and PORT; end with a sentence where nothing can listen there."""
    host, given = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    port = int(given) if given.isascii() and given.isdigit() else 0
    if not 0 < port < 65536:
        sys.exit(f"{given} is no port: give a number from 1 to 65535. Try: make run PORT=8001")
    try:
        family, *_, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
    except (OSError, UnicodeError) as refusal:
        sys.exit(_why(refusal, host, port))
    return Address(host, port)


def _why(refusal: Exception, host: str, port: int) -> str:
    reason = refusal.errno if isinstance(refusal, OSError) else None
    if reason == errno.EADDRINUSE:
        return f"Port {port} is taken: by this hub, if it runs already. Try: make run PORT=8001"
    if reason == errno.EACCES:
        return f"Port {port} is for root alone. Try: make run PORT=8001"
    return (
        f"HOST is {host}, which is no address of this machine. Leave it out, or give 0.0.0.0 to "
        "listen to other machines, too."
    )


def settle(address: Address) -> None:
    """Have links in mail lead here, and the hub answer to this name, unless told otherwise."""
    if not os.environ.get("SITE_URL"):
        os.environ["SITE_URL"] = address.url
    if not os.environ.get("ALLOWED_HOSTS"):
        os.environ["ALLOWED_HOSTS"] = f"{_ALWAYS_ANSWERED},{address.name}"


def keep(data: Path) -> None:
    """Let commands that are run beside the hub write the same links."""
    (process_locks.run_folder(data) / "site-url").write_text(os.environ["SITE_URL"])


def take_kept(data: Path) -> None:
    """Write links to where the hub of this folder listens, or listened last."""
    with suppress(FileNotFoundError):
        if not os.environ.get("SITE_URL"):
            os.environ["SITE_URL"] = (data / "run" / "site-url").read_text()


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
