#!/bin/bash
# As much of the official image's start as docker-compose.yml relies on. Like that one, it lays a
# cluster out once: when a script of the first start fails, the next start finds the cluster there.
set -euo pipefail
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    chmod 700 "$PGDATA"
    # The image takes its options as words of one variable.
    # shellcheck disable=SC2086
    initdb --username=postgres --pwfile="$POSTGRES_PASSWORD_FILE" $POSTGRES_INITDB_ARGS
    echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
    pg_ctl --wait --options="-c listen_addresses=''" start
    for script in /docker-entrypoint-initdb.d/*.sql; do
        psql --no-psqlrc --set=ON_ERROR_STOP=1 --username=postgres --file="$script"
    done
    pg_ctl --wait --mode=fast stop
fi
exec "$@"
