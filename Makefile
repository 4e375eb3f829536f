# The commands of the hub. All it needs is make and Python 3.11 or later.
PYTHON ?= python3
INSTALL = $(PYTHON) nmiss/machine/install.py

.DEFAULT_GOAL := run
.PHONY: run test check bench bench-http reliability reliability-reminders barriers rehearse-containers backup restore schema css lint lock clean

run:
	@exec $(INSTALL) -- -m nmiss.machine.hub_run

test:
	@exec $(INSTALL) --tests -- -m tests.stages

check:
	@exec $(INSTALL) --tests -- -m tests.stages --quick

# Times the pages in demo counties of 1, 10 and 100 times the size; writes docs/performance.md.
bench:
	@exec $(INSTALL) -- manage.py bench

# Times the hub over HTTP as `make run` serves it; writes docs/performance-http.md. SERVERS may name
# others to try beside it: make bench-http SERVERS="sync gthread"
bench-http:
	@exec $(INSTALL) -- -m nmiss.machine.http_bench $(SERVERS)

# Stops, freezes and restarts what the hub stands on; writes docs/reliability.md.
reliability:
	@exec $(INSTALL) -- -m nmiss.machine.reliability

# Reminds of 10,000 things (or COUNT) while workers are killed; adds to docs/reliability.md.
reliability-reminders:
	@exec $(INSTALL) -- -m nmiss.machine.reliability_reminders $(COUNT)

# Looks for barriers on a demo that runs at URL: axe, a walk by keyboard, two checkers of HTML
# (the W3C's needs Java), Lighthouse.
barriers:
	@exec $(INSTALL) --tests --barriers -- -m tests.barriers "$(or $(URL),http://localhost:8000)"

# Builds the image and starts the compose file on an engine of its own; writes docs/containers.md.
# As root on a Debian with debootstrap; needs five gigabytes under FOLDER, /var/tmp/nmiss-rehearsal.
rehearse-containers:
	@$(PYTHON) -m tests.containers.rehearsal

# Into the folder of INTO, or here.
backup:
	@exec $(INSTALL) -- manage.py backup $(if $(INTO),--into "$(INTO)")

# Makes a new database: make restore FILE=nmiss-….dump INTO=nmiss_restored
restore:
ifeq ($(and $(FILE),$(INTO)),)
	@echo "Name the dump and the new database: make restore FILE=nmiss-….dump INTO=nmiss_restored" >&2; exit 2
else
	@exec $(INSTALL) -- manage.py restore "$(FILE)" --into "$(INTO)"
endif

# Lays out an empty database and writes that down: after each new or changed migration.
schema:
	@exec $(INSTALL) -- manage.py write_schema

# Builds static/build of static/scss and of GOV.UK Frontend: commit it.
css:
	@exec $(INSTALL) --tests -- -m nmiss.machine.styles

lint:
	@$(INSTALL) --tests
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

# Names exact versions and their digests, and no place that they come from: needs uv.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links pyproject.toml --group dev --output-file requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links pyproject.toml --constraint requirements-dev.txt \
		--output-file requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links pyproject.toml --constraint requirements-dev.txt \
		--group run --output-file requirements-run.txt
	npm install --package-lock-only --ignore-scripts
	cd tests/browser && npm install --package-lock-only --ignore-scripts
	cd tests/barriers && npm install --package-lock-only --ignore-scripts

# Removes what can be made again, and the records of this machine only if you say so.
clean:
	@exec $(PYTHON) nmiss/machine/clean.py
