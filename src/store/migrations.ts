/** The single place for the store's own tables: councils, the log of facts, its keys, holds and checkpoints. */

import type { Migrations } from './migration.ts'

export const storeMigrations: Migrations = {
  '2026-11-01-store-councils': `
    grant usage on schema folkmoot to folkmoot_app;

    create function folkmoot.council() returns text language sql stable parallel safe
      as $$ select current_setting('folkmoot.council', true) $$;

    -- Forces row-level security by council on a table, and grants the app what it needs there.
    create function folkmoot.guard_by_council(guarded regclass, privileges text default 'select, insert, update, delete') returns void
      language plpgsql as $$
    begin
      execute format('alter table %s enable row level security', guarded);
      execute format('alter table %s force row level security', guarded);
      execute format('create policy council on %s using (council_id = current_setting(''folkmoot.council'', true))
        with check (council_id = current_setting(''folkmoot.council'', true))', guarded);
      execute format('grant %s on %s to folkmoot_app', privileges, guarded);
    end $$;

    -- Which councils there are; no row says anything about one, so it is not guarded.
    create table folkmoot.council (
      council_id text collate "C" primary key,
      registered_at timestamptz not null default now()
    );
    grant select, insert on folkmoot.council to folkmoot_app;
    grant select on folkmoot.migration to folkmoot_app;
  `,

  '2026-11-01-store-log': `
    create schema log;
    grant usage on schema log to folkmoot_app;

    -- Facts are only ever added. "data" and "personal" keep the exact text that was hashed.
    create table log.fact (
      council_id text collate "C" not null,
      stream text collate "C" not null,
      seq integer not null check (seq > 0),
      id uuid not null,
      kind text not null,
      at timestamptz not null,
      by text not null,
      channel text,
      helper text,
      data json not null,
      personal json not null,
      hash bytea not null check (octet_length(hash) = 32),
      written bigint not null default pg_current_xact_id()::text::bigint,
      primary key (council_id, stream, seq)
    );
    create index fact_written on log.fact using brin (written);
    select folkmoot.guard_by_council('log.fact', 'select');
    grant insert (council_id, stream, seq, id, kind, at, by, channel, helper, data, personal, hash) on log.fact to folkmoot_app;

    -- One key per person, stream and retention class, wrapped by the council's key. Deleting a row is the erasure.
    create table log.key (
      council_id text collate "C" not null,
      stream text collate "C" not null,
      person text collate "C" not null,
      retention text collate "C" not null,
      id uuid not null,
      wrapped bytea not null,
      master text not null,
      created_at timestamptz not null default now(),
      primary key (council_id, stream, person, retention)
    );
    create index key_person on log.key (council_id, person);
    create index key_class on log.key (council_id, retention, created_at);
    select folkmoot.guard_by_council('log.key', 'select, insert, delete');
    grant update (wrapped, master) on log.key to folkmoot_app;

    -- Nothing a hold covers can be erased. A hold without stream and person covers the whole council.
    create table log.hold (
      council_id text collate "C" not null,
      id uuid not null,
      stream text,
      person text,
      reason text not null,
      placed_by text not null,
      placed_at timestamptz not null,
      lifted_by text,
      lifted_at timestamptz,
      primary key (council_id, id)
    );
    select folkmoot.guard_by_council('log.hold', 'select, insert');
    grant update (lifted_by, lifted_at) on log.hold to folkmoot_app;

    create function log.refuse_held() returns trigger language plpgsql as $$
    begin
      if exists (select from log.hold h where h.council_id = old.council_id and h.lifted_at is null
          and (h.stream is null or h.stream = old.stream) and (h.person is null or h.person = old.person)) then
        raise exception 'a legal hold covers %', old.stream using errcode = 'FM001';
      end if;
      return old;
    end $$;
    create trigger held before delete on log.key for each row execute function log.refuse_held();

    -- What was erased, so that a restored backup can be disposed of again.
    create table log.erasure (
      council_id text collate "C" not null,
      key_id uuid not null,
      stream text not null,
      retention text not null,
      erased_at timestamptz not null,
      erased_by text not null,
      reason text not null,
      primary key (council_id, key_id)
    );
    select folkmoot.guard_by_council('log.erasure', 'select, insert');

    -- Signed statements of where every stream stood; each lists only the streams that moved since the one before.
    create table log.checkpoint (
      council_id text collate "C" not null,
      number integer not null,
      at timestamptz not null,
      upto bigint not null default 0,
      heads integer not null,
      digest bytea not null,
      signer text not null,
      signature bytea not null,
      primary key (council_id, number)
    );
    select folkmoot.guard_by_council('log.checkpoint', 'select, insert');

    create table log.checkpoint_head (
      council_id text collate "C" not null,
      number integer not null,
      stream text collate "C" not null,
      seq integer not null,
      hash bytea not null,
      primary key (council_id, stream, seq)
    );
    create index checkpoint_head_number on log.checkpoint_head (council_id, number, stream);
    select folkmoot.guard_by_council('log.checkpoint_head', 'select, insert');
  `,
  '2026-11-23-store-follow': `
    -- What is new since a snapshot is found by the transactions that wrote it: for checkpoints, and for rows that follow the log.
    drop index log.fact_written;
    create index fact_written on log.fact (council_id, written);

    -- How far rows that follow the log have read: everything seen in one snapshot, and where they are on the way to the next.
    create table log.follower (
      council_id text collate "C" not null,
      projection text not null,
      seen pg_snapshot not null default '1:1:',
      target pg_snapshot,
      stream text collate "C" not null default '',
      seq integer not null default 0,
      primary key (council_id, projection)
    );
    select folkmoot.guard_by_council('log.follower');
  `,
}
