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
}
