/** The tables of suggested changes: lists made from facts, who backs what, and counters that live for a day. */
import type { Migrations } from '#store/migration.ts'

export const migrations: Migrations = {
  '2026-11-23-proposals-suggested': `
    create schema proposals;
    grant usage on schema proposals to folkmoot_app;

    -- Made from the facts of the streams proposal/<id>; nothing anybody wrote is in it. "stamp" counts what makes its page read differently.
    create table proposals.proposal (
      council_id text collate "C" not null,
      proposal_id uuid not null,
      service text collate "C" not null,
      state text collate "C" not null,
      source text collate "C" not null,
      author text collate "C" not null,
      suggested_at timestamptz not null,
      due_on date,
      ended_at timestamptz,
      digest text collate "C",
      hidden_at timestamptz,
      seq int not null,
      stamp int not null default 0,
      primary key (council_id, proposal_id)
    );
    create index proposal_by_time on proposals.proposal (council_id, suggested_at desc, proposal_id);
    create index proposal_by_author on proposals.proposal (council_id, author);
    select folkmoot.guard_by_council('proposals.proposal');

    -- Made from the facts of the streams backing/<proposal>/<person>. Without a digest it was taken back.
    create table proposals.backing (
      council_id text collate "C" not null,
      proposal_id uuid not null,
      person text collate "C" not null,
      digest text collate "C",
      seq int not null,
      primary key (council_id, proposal_id, person)
    );
    create index backing_by_person on proposals.backing (council_id, person);
    select folkmoot.guard_by_council('proposals.backing');

    -- How many back each wording; made with the rows of proposals.backing.
    create table proposals.tally (
      council_id text collate "C" not null,
      proposal_id uuid not null,
      digest text collate "C" not null,
      backings int not null,
      primary key (council_id, proposal_id, digest)
    );
    select folkmoot.guard_by_council('proposals.tally');

    -- How often somebody or some service has been named today. Keys are digests with a salt that is thrown away with the day.
    create table proposals.salt (
      council_id text collate "C" not null,
      day date not null,
      salt bytea not null,
      primary key (council_id, day)
    );
    select folkmoot.guard_by_council('proposals.salt');
    create table proposals.counter (
      council_id text collate "C" not null,
      day date not null,
      key bytea not null,
      times int not null,
      primary key (council_id, day, key)
    );
    select folkmoot.guard_by_council('proposals.counter');

    -- News still to be told to everybody who backs something, in the order of their ids.
    create table proposals.telling (
      council_id text collate "C" not null,
      proposal_id uuid not null,
      news text collate "C" not null,
      seq int not null,
      after text collate "C" not null default '',
      primary key (council_id, proposal_id, seq)
    );
    select folkmoot.guard_by_council('proposals.telling');
  `,
}
