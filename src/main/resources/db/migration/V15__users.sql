-- People who sign in to the console.

create table app_user (
  user_name varchar(60)${c} primary key,        -- small letters; the actor of the audit trail
  display_name varchar(100)${c} not null,
  password_hash varchar(100)${c} not null,      -- with its scheme: {bcrypt}…
  roles varchar(100)${c} not null,              -- by comma, in order of the roles
  enabled boolean not null,
  must_change_password boolean not null,        -- given by somebody else
  stamp bigint not null,                        -- other sessions end when it changes
  failures int not null,                        -- in a row
  locked_until timestamp(6) with time zone,
  created_at timestamp(6) with time zone not null
);
