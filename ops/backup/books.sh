# Shared by backup and restore-rehearsal: how to speak with the books. Not run by itself.

fail() { printf '%s: %s\n' "$(basename "$0")" "$1" >&2; exit 2; }

# Sets $kind, and for PostgreSQL the variables that its tools read. The password is passed by the environment only.
open_books() {
    local home=$1 jar=$2 url=${QINGFEN_DB_URL:-}
    if [[ -z $url ]]; then
        kind=h2
        [[ -f $home/data/qingfen.mv.db ]] || fail "no embedded database at $home/data; set QINGFEN_DB_URL for PostgreSQL"
        [[ -f $jar ]] || fail '--jar: name qingfen.jar, its H2 copies the database'
        books="$home/data/qingfen"
        h2jar=$(mktemp --suffix=.jar)
        unzip -p "$jar" 'BOOT-INF/lib/h2-*.jar' > "$h2jar"
        return
    fi
    kind=postgresql
    [[ $url =~ ^jdbc:postgresql://([^:/?]+)(:([0-9]+))?/([^?]+) ]] || fail 'QINGFEN_DB_URL: expected jdbc:postgresql://HOST[:PORT]/DATABASE'
    export PGHOST=${BASH_REMATCH[1]} PGPORT=${BASH_REMATCH[3]:-5432} PGDATABASE=${BASH_REMATCH[4]} PGUSER=${QINGFEN_DB_USER:-}
    if [[ -n ${QINGFEN_DB_PASSWORD_FILE:-} ]]; then PGPASSWORD=$(<"$QINGFEN_DB_PASSWORD_FILE"); export PGPASSWORD; fi
}

# Rows of a query, cells separated by "|".
query() {
    if [[ $kind == postgresql ]]; then
        psql -X -q -A -t -v ON_ERROR_STOP=1 -c "$1"
    else
        java -cp "$h2jar" org.h2.tools.Shell -url "jdbc:h2:file:$books;IFEXISTS=TRUE;ACCESS_MODE_DATA=r" -user sa -password '' \
            -sql "$1" | sed '/^Error: /{s/^/H2: /;w /dev/stderr
                q 1}; 1d; /^(.*rows\?, .*)$/d; s/ *| */|/g; s/ *$//'
    fi
}

holder() { query "select count(*) from run_lease where holder is not null"; }

# Into a folder, so that it can be restored into an empty database.
dump() {
    if [[ $kind == postgresql ]]; then
        pg_dump --format=custom --no-owner --no-privileges --file="$1/books.pgdump"
    else
        java -cp "$h2jar" org.h2.tools.Shell -url "jdbc:h2:file:$books;IFEXISTS=TRUE" -user sa -password '' \
            -sql "backup to '$1/books.zip'" > /dev/null
    fi
}

# How far the books have got, and a digest over what must never be lost: the same before and after a restore.
position() {
    printf 'closed=%s\n' "$(query "select max(business_date) from business_day where state = 'CLOSED'")"
    printf 'audit=%s\n' "$(query "select cast(record_no as varchar) || ' ' || sha256 from audit_head")"
    local table columns
    columns=$(query "select lower(table_name), column_name from information_schema.columns where lower(table_schema) = 'public' and lower(data_type) not in ('bytea', 'binary varying') order by table_name, ordinal_position")
    for table in journal_entry posting audit_record payout payout_event review_case position deposit open_item; do
        printf '%s=%s\n' "$table" "$(digest "$table" "$columns")"
    done
}

# A digest over the rows in a fixed order. Bytes are shown in different ways, so they are left to the dump.
digest() {
    query "select $(awk -F'|' -v t="$1" '$1 == t {print $2}' <<<"$2" | paste -sd, -) from $1" \
        | LC_ALL=C sort | sha256sum | cut -d' ' -f1
}
