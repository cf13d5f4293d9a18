/** The single place for the tables of trying versions on past cases. */
import type { Migrations } from '#store/migration.ts'

export const migrations: Migrations = {
  '2026-11-23-replay-trials': `
    create schema replay;
    grant usage on schema replay to folkmoot_app;

    -- Follows cases: of each, the answers a rule can read; "answers" is null once the keys are gone.
    create table replay.past_case (
      council_id text collate "C" not null,
      case_id uuid not null,
      service text collate "C" not null,
      version text collate "C" not null,
      opened date not null,
      channel text collate "C" not null,
      lang text collate "C" not null,
      area text,
      made_up boolean not null,
      answers jsonb,
      given text[] not null,
      left_empty text[] not null,
      primary key (council_id, case_id)
    );
    create index past_case_service on replay.past_case (council_id, service, opened, case_id);
    select folkmoot.guard_by_council('replay.past_case');

    -- Definitions that were tried: most of them are never published.
    create table replay.version (
      council_id text collate "C" not null,
      version text collate "C" not null,
      definition json not null,
      primary key (council_id, version)
    );
    select folkmoot.guard_by_council('replay.version', 'select, insert');

    -- Every run, with the digests of what it was run on and what it gave.
    create table replay.trial (
      council_id text collate "C" not null,
      trial_id uuid not null,
      service text collate "C" not null,
      from_version text collate "C" not null,
      to_version text collate "C" not null,
      since date not null,
      until date not null,
      asked_by text not null,
      asked_at timestamptz not null,
      cases integer not null,
      done integer not null default 0,
      removed integer not null,
      names json not null,
      ms integer,
      population text,
      digest text,
      result json,
      released json,
      released_at timestamptz,
      primary key (council_id, trial_id)
    );
    create index trial_versions on replay.trial (council_id, service, from_version, to_version, asked_at);
    select folkmoot.guard_by_council('replay.trial');

    -- Which past cases nothing made public so far has told apart.
    create table replay.case_group (
      council_id text collate "C" not null,
      service text collate "C" not null,
      group_id uuid not null,
      weight integer not null,
      weighed integer not null,
      extra smallint not null,
      lean smallint not null,
      primary key (council_id, service, group_id)
    );
    select folkmoot.guard_by_council('replay.case_group');

    create table replay.grouped_case (
      council_id text collate "C" not null,
      service text collate "C" not null,
      case_id uuid not null,
      group_id uuid not null,
      primary key (council_id, service, case_id)
    );
    select folkmoot.guard_by_council('replay.grouped_case');
  `,

  '2026-11-23-replay-typed-cases': `
    -- What past cases say once more, in columns of their own types, so that PostgreSQL can try rules on them: docs/decisions/rules-in-sql.md. Which answer lies
    -- where is said by "columns" of the service, which also knows the bounds of everything in them.
    create table replay.typed_service (
      council_id text collate "C" not null,
      service text collate "C" not null,
      columns json not null,
      primary key (council_id, service)
    );
    select folkmoot.guard_by_council('replay.typed_service');

    create table replay.typed_case (
      council_id text collate "C" not null,
      service text collate "C" not null,
      case_id uuid not null,
      mark1 bigint not null,
      mark2 bigint not null,
      opened date not null,
      opened_digits integer not null,
      channel integer not null,
      area integer,
      made_up boolean not null,
      fits boolean not null,
      g1 bigint not null, g2 bigint not null, g3 bigint not null,
      l1 bigint not null, l2 bigint not null, l3 bigint not null,
      primary key (council_id, case_id)
    );
    -- A service with few questions uses the first columns only, so columns of all sorts take turns.
    do $$ declare place integer; part record; begin
      for place in 1..48 loop
        for part in select * from (values ('n', 40, 'bigint'), ('d', 12, 'date'), ('e', 12, 'integer'), ('m', 8, 'bigint'), ('c', 48, 'smallint'),
          ('k', 8, 'smallint'), ('b', 40, 'boolean')) as sorts(sort, most, type) where place <= most loop
          execute format('alter table replay.typed_case add column %s%s %s', part.sort, place, part.type);
        end loop;
      end loop;
      -- Plain storage keeps members of arrays where they can be read without unpacking.
      for place in 1..16 loop
        for part in select * from (values ('an', 16, 'bigint'), ('ac', 16, 'smallint'), ('ab', 12, 'boolean'), ('ad', 6, 'date'), ('ae', 6, 'integer'),
          ('am', 4, 'bigint')) as sorts(sort, most, type) where place <= most loop
          execute format('alter table replay.typed_case add column %s%s %s[]', part.sort, place, part.type);
          execute format('alter table replay.typed_case alter column %s%s set storage plain', part.sort, place);
        end loop;
      end loop;
    end $$;
    create index typed_case_service on replay.typed_case (council_id, service, opened, case_id);
    create index typed_case_odd on replay.typed_case (council_id, service, opened) where not fits;
    select folkmoot.guard_by_council('replay.typed_case');

    create index past_case_removed on replay.past_case (council_id, service, opened) where answers is null;

    -- How a run was tried, what it was split by, and who called it off.
    alter table replay.trial add column ways json, add column splits json, add column split json, add column called_off_by text;
  `,
  '2026-11-23-replay-where-splits-count': `
    -- Each split has groups of its own, '' being the tables of all. What is at a line follows from one secret number of a group.
    alter table replay.case_group add column split text collate "C" not null default '', drop column lean,
      drop constraint case_group_pkey, add primary key (council_id, service, split, group_id);
    alter table replay.grouped_case add column split text collate "C" not null default '',
      drop constraint grouped_case_pkey, add primary key (council_id, service, split, case_id);
    create index grouped_case_id on replay.grouped_case (council_id, case_id);

    -- What was made public before says its days too, and that it was not split.
    alter table replay.trial no force row level security;
    update replay.trial set released = (released::jsonb || jsonb_build_object('since', since::text, 'until', until::text, 'splits', '[]'::jsonb,
      'equality', '[]'::jsonb, 'otherwise', '{"changed": 0, "same": 0}'::jsonb))::json where released is not null;
    alter table replay.trial force row level security;
  `,
}
