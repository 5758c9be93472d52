-- Which description a file of a described format was read by.

alter table scheme_file add column format_sha256 varchar(64)${c} default '' not null; -- empty: a format of the program
