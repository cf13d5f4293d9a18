/** The tables of value, all in the schema `value`: counts, and what waits to be counted. Nothing in them belongs to a person. */
import type { Migrations } from '#store/migration.ts'

export const migrations: Migrations = {
  '2026-11-23-value-counts': `
    create schema value;
    grant usage on schema value to folkmoot_app;

    -- How many of each sort, made from the log. "month" is YYYY-MM; "bucket" is the number itself where one is counted, such as days.
    create table value.cell (
      council_id text collate "C" not null,
      service text collate "C" not null,
      measure text collate "C" not null,
      month text collate "C" not null,
      version text collate "C" not null,
      channel text collate "C" not null,
      made_up boolean not null,
      bucket integer not null,
      count bigint not null,
      primary key (council_id, service, measure, month, version, channel, made_up, bucket)
    );
    select folkmoot.guard_by_council('value.cell');

    -- Where each case stands, so that a further entry in its history changes the counts by what it changes and no more.
    create table value.case (
      council_id text collate "C" not null,
      case_id text collate "C" not null,
      service text collate "C" not null,
      version text collate "C" not null,
      channel text collate "C" not null,
      made_up boolean not null,
      submitted date not null,
      finished date,
      decided date,
      closed date,
      withdrawn date,
      touches integer not null,
      asked boolean not null,
      reopened boolean not null,
      primary key (council_id, case_id)
    );
    select folkmoot.guard_by_council('value.case');
  `,

  '2026-11-23-value-ratings': `
    -- Who has rated, once per case and moment, as a digest; what they gave is kept apart and leads back to nobody.
    create table value.rated (
      council_id text collate "C" not null,
      mark bytea not null,
      primary key (council_id, mark)
    );
    select folkmoot.guard_by_council('value.rated', 'select, insert');

    -- Ratings not yet in the log: they go there ten at a time, so that none can be told from the change it makes.
    create table value.rating (
      council_id text collate "C" not null,
      service text collate "C" not null,
      month text collate "C" not null,
      version text collate "C" not null,
      channel text collate "C" not null,
      moment text collate "C" not null,
      points smallint not null,
      count bigint not null,
      primary key (council_id, service, month, version, channel, moment, points)
    );
    select folkmoot.guard_by_council('value.rating');
  `,

  '2026-11-23-value-survey': `
    -- Whom we have written to and asked how it was, once each.
    create table value.surveyed (
      council_id text collate "C" not null,
      case_id text collate "C" not null,
      primary key (council_id, case_id)
    );
    select folkmoot.guard_by_council('value.surveyed', 'select, insert');
    create index case_decided on value.case (council_id, decided) where decided is not null and not made_up;
  `,
}
