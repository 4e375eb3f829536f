"""A container engine that leaves the machine as it is: Debian's own, in namespaces of its own.

`debootstrap` lays a small Debian into a folder; Docker's engine, compose and nginx are installed
there and started in namespaces for mounts, network, processes and names. The way out is
slirp4netns, which needs nothing of the machine's network. The folder keeps what the next rehearsal
need not make anew, and can be deleted.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tarfile
import time
from contextlib import suppress
from pathlib import Path

IMAGES = Path(__file__).resolve().parent / "images"
TRUSTED = Path("/etc/ssl/certs/ca-certificates.crt")
PROGRAMS = ["docker.io", "docker-cli", "docker-compose", "docker-buildx", "iptables", "iproute2"]
# In the order in which they build on one another; the hub's files ask for them by these names.
STAND_INS = {
    "python": "python:3.13-slim-trixie",
    "postgres": "postgres:17-trixie",
    "valkey": "valkey/valkey:8-alpine",
    "mail": "mail",
}
CONTROLLERS = ("cpu", "cpuacct", "cpuset", "memory", "devices", "freezer", "blkio", "pids")
ENVIRONMENT = {
    "HOME": "/root",
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "LC_ALL": "C.UTF-8",
}
# Run in the new namespaces: make the folder the root of everything, and become the engine.
START = """
set -e
mount --make-rprivate /
mount --bind "$ROOT" "$ROOT"
cd "$ROOT"
mount -t proc proc proc
mount -t sysfs sysfs sys
if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
    mount -t cgroup2 cgroup2 sys/fs/cgroup
else
    mount -t tmpfs -o mode=755 tmpfs sys/fs/cgroup
    for controller in $CONTROLLERS; do
        mkdir sys/fs/cgroup/$controller
        mount -t cgroup -o $controller cgroup sys/fs/cgroup/$controller
    done
fi
mount --rbind /dev dev
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=1777 tmpfs tmp
mkdir -p srv before
mount --bind "$SHARE" srv
pivot_root . before
umount -l before
ip link set lo up
echo 1 > /proc/sys/net/ipv4/ip_forward
echo nameserver 10.0.2.3 > /etc/resolv.conf
exec dockerd --group root > /var/log/dockerd.log 2>&1
"""


class Failed(Exception):
    """A command of the rehearsal ended with an error."""


class Engine:
    """The engine in its folder; `with Engine(folder) as engine` starts it and puts it away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.base = folder / "base"
        self.root = folder / "engine"
        self.share = folder / "share"  # what both sides see: /srv inside
        self.pid = 0
        self._children: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Engine:
        self.share.mkdir(parents=True, exist_ok=True)
        self._lay_out(self.base, self._make_base)
        self._lay_out(self.root, self._make_root)
        self._lay_out(self.folder / "slirp", self._fetch_way_out)
        try:
            self._start()
            self._build_stand_ins()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            if self.pid:
                os.kill(self.pid, signal.SIGTERM)  # it ends its containers, and all ends with it
        for child in self._children:
            with suppress(subprocess.TimeoutExpired):
                child.wait(30)
            child.kill()
            child.wait()

    def run(self, *command: str, check: bool = True) -> str:
        """Run a command beside the engine, and answer what it printed."""
        return _run([*self._entering("--mount", "--pid", "--root"), *_bare(), *command], check)

    def shell(self, script: str, *, folder: str = "/srv/hub", check: bool = True) -> str:
        return self.run("sh", "-ec", f"cd {shlex.quote(folder)}\n{script}", check=check)

    def beside(self, *command: str) -> subprocess.Popen[str]:
        """Start a program of this machine in the engine's network, for what must be measured."""
        words = [*self._entering(), *command]
        return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)

    def _entering(self, *namespaces: str) -> list[str]:
        return ["nsenter", "--net", *namespaces, "--target", str(self.pid), "--"]

    def _lay_out(self, place: Path, make: object) -> None:
        if not place.exists():
            draft = place.with_name(f"{place.name}.draft")
            shutil.rmtree(draft, ignore_errors=True)
            make(draft)
            draft.rename(place)

    def _make_base(self, place: Path) -> None:
        _run(["debootstrap", "--variant=minbase", "--include=ca-certificates", "trixie", place])
        # Whom this machine trusts, containers trust: it may stand behind a proxy of its own.
        shutil.copyfile(TRUSTED, place / "etc/ssl/certs/ca-certificates.crt")
        (place / "etc/pip.conf").write_text(f"[global]\ncert = {TRUSTED}\n")
        (place / "etc/dpkg/dpkg.cfg.d/quick").write_text("force-unsafe-io\n")
        (place / "etc/apt/apt.conf.d/99quick").write_text(
            'APT::Install-Recommends "0";\n'
            'Acquire::Check-Valid-Until "0";\nAcquire::Check-Date "0";\n'
        )

    def _make_root(self, place: Path) -> None:
        _run(["cp", "--archive", self.base, place])
        shutil.copyfile("/etc/resolv.conf", place / "etc/resolv.conf")
        policy = place / "usr/sbin/policy-rc.d"
        policy.write_text("#!/bin/sh\nexit 101\n")  # nothing starts by being installed
        policy.chmod(0o755)
        inside = ["chroot", place, *_bare("DEBIAN_FRONTEND=noninteractive")]
        _run([*inside, "apt-get", "update", "-qq"])
        _run([*inside, "apt-get", "install", "-qq", "--yes", *PROGRAMS, "nginx-light"])

    def _fetch_way_out(self, place: Path) -> None:
        place.mkdir()
        place.chmod(0o777)  # apt fetches as a user of its own
        _run(["apt-get", "download", "-qq", "slirp4netns", "libslirp0"], folder=place)
        for package in place.glob("*.deb"):
            _run(["dpkg-deb", "--extract", package, place])

    def _start(self) -> None:
        namespaces = ["--mount", "--net", "--pid", "--uts", "--ipc", "--fork", "--kill-child"]
        given = {"ROOT": str(self.root), "SHARE": str(self.share)}
        given |= {"CONTROLLERS": " ".join(CONTROLLERS), **ENVIRONMENT}
        outside = subprocess.Popen(["unshare", *namespaces, "sh", "-c", START], env=given)
        self._children.append(outside)
        self._wait(lambda: self._find_inside(outside.pid), "the engine's process")
        self._wait(lambda: Path(f"/proc/{self.pid}/root/run/docker.sock").exists(), "the engine")
        (library,) = (self.folder / "slirp/usr/lib").glob("*/libslirp.so.0")
        way_out = [self.folder / "slirp/usr/bin/slirp4netns", "--configure", "--mtu=1400"]
        with (self.folder / "slirp.log").open("wb") as log:
            child = subprocess.Popen(
                [*way_out, "--disable-host-loopback", str(self.pid), "tap0"],
                env={"LD_LIBRARY_PATH": str(library.parent), **ENVIRONMENT},
                stdout=log,
                stderr=log,
            )
        self._children.append(child)
        self._wait(lambda: "tap0" in self.run("ip", "route"), "a way out")
        self.shell(
            "docker ps --all --quiet | xargs --no-run-if-empty docker rm --force --volumes\n"
            "docker volume prune --all --force\n"
            "docker images --quiet nmiss-hub | xargs --no-run-if-empty docker rmi --force",
            folder="/",
        )

    def _find_inside(self, parent: int) -> bool:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        self.pid = int(children[0]) if children else 0
        return bool(self.pid)

    def _wait(self, is_there: object, what: str) -> None:
        deadline = time.monotonic() + 60
        while not is_there():
            if time.monotonic() > deadline or self._children[0].poll() is not None:
                raise Failed(f"No sign of {what}: see {self.root}/var/log/dockerd.log")
            time.sleep(0.2)

    def _build_stand_ins(self) -> None:
        if not self.run("docker", "images", "--quiet", "debian:trixie-slim"):
            small = self.share / "base.tar"
            with tarfile.open(small, "w") as archive:
                archive.add(self.base, arcname=".")
            self.run("docker", "import", "/srv/base.tar", "debian:trixie-slim")
            small.unlink()
        shutil.copytree(IMAGES, self.share / "images", dirs_exist_ok=True)
        for folder, name in STAND_INS.items():
            self.run("docker", "build", "--quiet", f"--tag={name}", f"/srv/images/{folder}")
        self.run("docker", "image", "prune", "--force")  # what an earlier rehearsal left


def _bare(*more: str) -> list[str]:
    """Begin a command that inherits nothing of this machine."""
    return ["env", "-i", *(f"{name}={value}" for name, value in ENVIRONMENT.items()), *more]


def _run(command: list[str | Path], check: bool = True, folder: Path | None = None) -> str:
    words = [str(word) for word in command]
    done = subprocess.run(
        words, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if check and done.returncode:
        raise Failed(f"{shlex.join(words)}\n{done.stdout}{done.stderr}")
    return done.stdout
