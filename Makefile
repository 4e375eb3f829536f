# The commands of the hub. All it needs is make and Python 3.11 or later.
PYTHON ?= python3

.DEFAULT_GOAL := run
.PHONY: run test check bench reliability rehearse-containers backup restore lint css lock clean ready

run: ready
	@exec .venv/bin/python -m nmiss.machine.hub_run

test: ready
	@exec .venv/bin/python -m tests.stages

check: ready
	@exec .venv/bin/python -m tests.stages --quick

# Times the pages in demo counties of 1, 10 and 100 times the size; writes docs/performance.md.
bench: ready
	@exec .venv/bin/python manage.py bench

# Stops, freezes and restarts what the hub stands on; writes docs/reliability.md.
reliability: ready
	@exec .venv/bin/python -m nmiss.machine.reliability

# Builds the image and starts the compose file on an engine of its own; writes docs/containers.md.
# As root on a Debian with debootstrap; needs five gigabytes under FOLDER, /var/tmp/nmiss-rehearsal.
rehearse-containers:
	@$(PYTHON) -m tests.containers.rehearsal

# Into the folder of INTO, or here.
backup: ready
	@.venv/bin/python manage.py backup $(if $(INTO),--into $(INTO))

# Makes a new database: make restore FILE=nmiss-….dump INTO=nmiss_restored
restore: ready
	@.venv/bin/python manage.py restore $(FILE) --into $(INTO)

lint: ready
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

css: ready

ready:
	@$(PYTHON) nmiss/machine/install.py

# Names exact versions and their digests, and no place that they come from: needs uv.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links pyproject.toml --group dev --output-file requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links pyproject.toml --constraint requirements-dev.txt \
		--output-file requirements.txt
	npm install --package-lock-only --ignore-scripts
	cd tests/browser && npm install --package-lock-only --ignore-scripts

# Removes what can be made again; the demo's data too.
clean:
	rm -rf .venv .data node_modules tests/browser/node_modules static/build staticfiles
