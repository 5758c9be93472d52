-- Users whom an identity provider knows: they have no password here.

alter table app_user add column external boolean default false not null;
