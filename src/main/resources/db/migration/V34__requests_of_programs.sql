-- Requests of programs that named themselves (Idempotency-Key), with what was answered: a second time is told the same.

create table api_request (
  user_name varchar(60)${c} not null,
  request_key varchar(100)${c} not null,
  sha256 varchar(64)${c} not null,              -- of method, path and body, without the password in it
  asked_at timestamp(6) with time zone not null,
  status int,                                   -- null until it is answered
  content_type varchar(100)${c},
  body bytea,
  primary key (user_name, request_key)
);
create index api_request_asked on api_request (asked_at);
