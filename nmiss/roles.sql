-- Run once, by the postgres image, when its volume is empty: who owns the tables, and who works
-- with them. psql reads the passwords itself, so that they are on no command line; on a server of
-- your own, write where your two files with them lie into the next two lines, then
-- `psql --username=postgres --file=roles.sql`.
\set owner_password `cat /run/secrets/owner_password`
\set web_password `cat /run/secrets/web_password`
CREATE ROLE nmiss LOGIN CREATEDB PASSWORD :'owner_password';
CREATE ROLE nmiss_web LOGIN PASSWORD :'web_password';
CREATE DATABASE nmiss OWNER nmiss ENCODING 'UTF8';
REVOKE ALL ON DATABASE nmiss FROM PUBLIC;
GRANT CONNECT ON DATABASE nmiss TO nmiss_web;
\connect nmiss
-- PostgreSQL 14 lets everybody make tables here; later ones do not.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
