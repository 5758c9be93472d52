-- Two roles for the books of Qingfen: qingfen_owner owns the tables and is used by "qingfen migrate" only; qingfen_app is
-- the program. Run it once, as a superuser, in Qingfen's own database; again is harmless:
--   createdb qingfen
--   psql -v ON_ERROR_STOP=1 -d qingfen -f roles.sql
--   psql -d qingfen -c '\password qingfen_owner' -c '\password qingfen_app'
-- What qingfen_app may do with each table is granted by "qingfen migrate", since it knows them; see docs/DEPLOYMENT.md.

do $$
begin
  if not exists (select from pg_roles where rolname = 'qingfen_owner') then
    create role qingfen_owner login;
  end if;
  if not exists (select from pg_roles where rolname = 'qingfen_app') then
    create role qingfen_app login;
  end if;
end
$$;

alter role qingfen_owner nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role qingfen_app nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

-- The program never is the owner, and never becomes it.
revoke qingfen_owner from qingfen_app;

-- Before PostgreSQL 15 everybody may make tables in "public".
revoke create on schema public from public;
revoke create on schema public from qingfen_app;
grant usage, create on schema public to qingfen_owner;
grant usage on schema public to qingfen_app;

-- Books that one role has made before: everything in them becomes the owner's. Sequences of identity columns follow
-- their table.
do $$
declare
  one record;
begin
  for one in
    select case c.relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end as kind, c.oid::regclass as name
      from pg_class c
     where c.relnamespace = 'public'::regnamespace
       and c.relkind in ('r', 'p', 'v', 'S')
       and not exists (select from pg_depend d
                        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i', 'e')
                          and c.relkind = 'S')
  loop
    execute format('alter %s %s owner to qingfen_owner', one.kind, one.name);
  end loop;
  for one in
    select p.oid::regprocedure as name from pg_proc p
     where p.pronamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  loop
    execute format('alter routine %s owner to qingfen_owner', one.name);
  end loop;
  for one in
    select s.stxname as name from pg_statistic_ext s where s.stxnamespace = 'public'::regnamespace
  loop
    execute format('alter statistics public.%I owner to qingfen_owner', one.name);
  end loop;
end
$$;
