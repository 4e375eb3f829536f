-- Who owns the tables, and who works with them. The postgres image runs this once, when its volume
-- is empty. It may be run again, after a first start that failed or for new passwords:
--     docker compose exec postgres psql --username=postgres --file=/docker-entrypoint-initdb.d/roles.sql
-- psql reads the passwords itself, so that they are on no command line. On a server of your own,
-- write where your two files with them lie into the next lines, then
--     psql --username=postgres --file=roles.sql
\set ON_ERROR_STOP on
\set owner_password `cat /run/secrets/owner_password`
\set web_password `cat /run/secrets/web_password`
SELECT :'owner_password' = '' OR :'web_password' = '' AS is_password_missing \gset
\if :is_password_missing
    DO $$ BEGIN RAISE EXCEPTION 'owner_password or web_password is empty or cannot be read.'; END $$;
\endif

SELECT format('CREATE ROLE %I', name) FROM unnest(ARRAY['nmiss', 'nmiss_web']) AS name
WHERE name NOT IN (SELECT rolname FROM pg_roles)
\gexec
ALTER ROLE nmiss LOGIN CREATEDB PASSWORD :'owner_password';
ALTER ROLE nmiss_web LOGIN PASSWORD :'web_password';
-- The text of a query has what was typed, sealed answers too, and each connection of a role may read
-- what its others ask. Only a superuser can have it kept again.
ALTER ROLE nmiss_web SET track_activities = off;
-- Nor does the server's log keep a query that was refused, or the values that it was refused for.
ALTER ROLE nmiss SET log_min_error_statement = panic;
ALTER ROLE nmiss SET log_error_verbosity = terse;
ALTER ROLE nmiss_web SET log_min_error_statement = panic;
ALTER ROLE nmiss_web SET log_error_verbosity = terse;

-- Of template0, whose collation version always is the server's: a newer image may refuse the other.
SELECT 'CREATE DATABASE nmiss OWNER nmiss ENCODING ''UTF8'' TEMPLATE template0'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'nmiss')
\gexec
REVOKE ALL ON DATABASE nmiss FROM PUBLIC;
GRANT CONNECT ON DATABASE nmiss TO nmiss_web;
\connect nmiss
-- PostgreSQL 14 lets everybody make tables here; later ones do not.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
