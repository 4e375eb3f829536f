# One image for the web, the worker, beat and migrations: they differ by their command.
# Read-only at run time but for /tmp and the volume of files; runs as 10001, never as root.
ARG PYTHON=3.13-slim-trixie

# The packages without what only makes them or tests them, and without translations: the hub
# speaks English alone.
FROM python:${PYTHON} AS packages
COPY requirements.txt .
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --no-deps --require-hashes --requirement requirements.txt \
 && /venv/bin/pip uninstall --quiet --yes pip \
 && find /venv -type d -name tests -prune -exec rm -rf {} + \
 && find /venv \( -name '*.po' -o -name '*.mo' \) -not -path '*/en*/*' -delete

# pg_dump and pg_restore, for `manage.py backup` and `restore`, of the version of the database. Of
# their package the two programs alone, and the libraries that the image lacks: the rest is Perl.
FROM python:${PYTHON} AS programs
RUN find /usr/lib -name '*.so*' -printf '%f\n' > /there \
 && apt-get update \
 && apt-get install --yes --no-install-recommends postgresql-client \
 && mkdir -p /programs/bin /programs/lib \
 && cp /usr/lib/postgresql/*/bin/pg_dump /usr/lib/postgresql/*/bin/pg_restore /programs/bin/ \
 && ldd /programs/bin/* | awk '$2 == "=>" {print $3}' | sort --unique | while read -r library; do \
        grep --quiet --line-regexp --fixed-strings "$(basename "$library")" /there \
        || cp --dereference "$library" /programs/lib/; done

# The hub itself, readable by all, however its files were checked out.
FROM python:${PYTHON} AS hub
WORKDIR /hub
COPY --from=packages /venv /venv
COPY . .
# Settings need these to be there; nothing is signed, encrypted or asked with them here.
RUN SECRET_KEY=build NMISS_IDENTITY_KEY=$(head -c 32 /dev/zero | base64 | tr '+/' '-_') \
    DATABASE_URL=postgres://build REDIS_URL=redis://build DJANGO_SETTINGS_MODULE=nmiss.settings \
    /venv/bin/python manage.py collectstatic --no-input --verbosity=0 \
 && /venv/bin/python -m compileall -q nmiss providers contracts placements kpis \
 && chmod -R u=rwX,go=rX .

FROM python:${PYTHON}
COPY --from=programs /programs /usr/local
RUN ldconfig \
 && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin hub \
 && install --directory --owner=10001 --group=10001 --mode=0700 /var/lib/nmiss/files
WORKDIR /hub
COPY --from=packages /venv /venv
COPY --from=hub /hub /hub
# HOME, because a library asks for it as it is loaded, also where the user has no line in passwd.
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=nmiss.settings LOG_JSON=1 HOST=0.0.0.0 PORT=8000 \
    MEDIA_ROOT=/var/lib/nmiss/files HOME=/tmp
USER 10001:10001
EXPOSE 8000
CMD ["gunicorn", "--config", "python:nmiss.machine.web_server", "nmiss.wsgi:application"]
