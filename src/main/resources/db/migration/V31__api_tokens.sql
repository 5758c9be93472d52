-- Tokens with which programs of users ask the API.

create table api_token (
  token_id varchar(16)${c} primary key,         -- the part that is no secret
  user_name varchar(60)${c} not null,
  label varchar(60)${c} not null,
  digest varchar(64)${c} not null,              -- SHA-256 of the secret part, 256 random bits
  stamp bigint not null,                        -- of the user then; it ends when that changes
  created_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone
);
create index api_token_user on api_token (user_name);
