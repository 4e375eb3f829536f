# One image for the web, the worker, beat and migrations: they differ by their command.
# Read-only at run time but for /tmp and the volume of files; runs as 10001, never as root.
ARG PYTHON=3.13-slim-trixie

FROM node:22-trixie-slim AS node

FROM python:${PYTHON} AS packages
COPY requirements.txt .
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --no-deps --require-hashes --requirement requirements.txt

FROM python:${PYTHON} AS styles
COPY --from=node /usr/local/ /usr/local/
WORKDIR /hub
COPY package.json package-lock.json .npmrc ./
COPY nmiss/__init__.py nmiss/install.py nmiss/
COPY static static
RUN python -c "from nmiss import install; install.install_npm_packages(install.ROOT); install.build_styles()"

FROM python:${PYTHON}
# pg_dump and pg_restore, for `manage.py backup` and `restore`; of the version of the database.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends postgresql-client \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin hub \
 && install --directory --owner=10001 --group=10001 --mode=0700 /var/lib/nmiss/files
WORKDIR /hub
COPY --from=packages /venv /venv
COPY . .
COPY --from=styles /hub/static/build static/build
# HOME, because a library asks for it as it is loaded, also where the user has no line in passwd.
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=nmiss.settings LOG_JSON=1 HOST=0.0.0.0 PORT=8000 \
    MEDIA_ROOT=/var/lib/nmiss/files HOME=/tmp
# Settings need these to be there; nothing is signed, encrypted or asked with them here.
RUN SECRET_KEY=build NMISS_IDENTITY_KEY=build DATABASE_URL=postgres://build REDIS_URL=redis://build \
    python manage.py collectstatic --no-input --verbosity=0 \
 && python -m compileall -q nmiss providers contracts placements kpis
USER 10001:10001
EXPOSE 8000
CMD ["gunicorn", "--config", "python:nmiss.web_server", "nmiss.wsgi:application"]
