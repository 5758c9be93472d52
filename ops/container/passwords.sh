#!/bin/sh
# Run once by the image of PostgreSQL, after roles.sql: gives both roles their passwords from the secrets.
set -eu
psql -X -q -v ON_ERROR_STOP=1 -U postgres -d qingfen \
    -v owner="$(cat /run/secrets/owner)" -v app="$(cat /run/secrets/app)" <<'SQL'
alter role qingfen_owner password :'owner';
alter role qingfen_app password :'app';
SQL
