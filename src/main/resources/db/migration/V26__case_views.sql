-- Views of the review queue that people kept in the console.

create table case_view (
  view_no bigint primary key,
  owner varchar(60)${c} not null,
  view_name varchar(60)${c} not null,
  query varchar(500)${c} not null,              -- filters as they stand in the address of the page
  shared boolean not null,                      -- everybody sees it, its owner alone forgets it
  saved_at timestamp(6) with time zone not null
);
create unique index case_view_name on case_view (owner, view_name);
