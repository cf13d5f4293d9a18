/** The tables of making services simpler, in the schema `simplify`: what was measured of pages, made from the log, and the looks taken at services. */
import type { Migrations } from '#store/migration.ts'

export const migrations: Migrations = {
  '2026-11-23-simplify-pages': `
    create schema simplify;
    grant usage on schema simplify to folkmoot_app;

    -- Of a page, or of a question on it, for journeys begun in a month. Made from the log; nothing of anybody.
    create table simplify.page (
      council_id text collate "C" not null,
      service text collate "C" not null,
      month text collate "C" not null,
      version text collate "C" not null,
      page text collate "C" not null,
      question text collate "C" not null,
      made_up boolean not null,
      answered bigint not null,
      seconds bigint not null,
      squares bigint not null,
      stopped bigint not null,
      errors bigint not null,
      exited bigint not null,
      primary key (council_id, service, month, version, page, question, made_up)
    );
    select folkmoot.guard_by_council('simplify.page');

    -- The latest look at each version of a service, worked out anew when it is a day old.
    create table simplify.study (
      council_id text collate "C" not null,
      service text collate "C" not null,
      version text collate "C" not null,
      made_at timestamptz not null,
      cases integer not null,
      removed integer not null,
      ms integer not null,
      digest text not null,
      assessment jsonb not null,
      primary key (council_id, service, version)
    );
    select folkmoot.guard_by_council('simplify.study');
  `,
}
