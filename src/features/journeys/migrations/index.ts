/** The tables of journeys: drafts, links back to them, and equality answers that belong to nobody. */
import type { Migrations } from '#store/migration.ts'

export const migrations: Migrations = {
  '2026-11-23-journeys-drafts': `
    create schema journeys;
    grant usage on schema journeys to folkmoot_app;

    -- One unfinished journey per holder (a browser, or a member of staff) and service. "answers" are sealed, and gone once sent.
    create table journeys.draft (
      council_id text collate "C" not null,
      holder text collate "C" not null,
      service_id text collate "C" not null,
      id uuid not null,
      person text not null,
      version text collate "C" not null,
      lang text not null,
      channel text not null,
      helper text,
      answers bytea,
      revision integer not null,
      touched_at timestamptz not null,
      reference text,
      equality_done boolean not null default false,
      primary key (council_id, holder, service_id),
      unique (council_id, id)
    );
    create index draft_touched on journeys.draft (council_id, touched_at);
    select folkmoot.guard_by_council('journeys.draft');

    -- The link sent by email; only the digest of its secret is kept. A newer link replaces the one before.
    create table journeys.return_link (
      council_id text collate "C" not null,
      secret_hash text collate "C" not null,
      draft_id uuid not null,
      expires_at timestamptz not null,
      primary key (council_id, secret_hash),
      unique (council_id, draft_id),
      foreign key (council_id, draft_id) references journeys.draft (council_id, id) on delete cascade
    );
    select folkmoot.guard_by_council('journeys.return_link');

    -- No case, no person, no day: nothing leads from a row to whoever gave it.
    create table journeys.equality_answer (
      council_id text collate "C" not null,
      id uuid not null,
      service_id text collate "C" not null,
      version text collate "C" not null,
      month date not null,
      answers jsonb not null,
      primary key (council_id, id)
    );
    create index equality_month on journeys.equality_answer (council_id, service_id, month);
    select folkmoot.guard_by_council('journeys.equality_answer', 'select, insert, delete');
  `,

  '2026-11-23-journeys-drafts-in-place': `
    -- Every answer saves its draft again. With room in its page and no sorted index on the moment, the row stays where it is and no index
    -- changes (from PostgreSQL 16 on); old drafts are looked for once a day, for which ranges of pages will do.
    drop index journeys.draft_touched;
    create index draft_touched on journeys.draft using brin (touched_at);
    alter table journeys.draft set (fillfactor = 60);
  `,

  '2026-11-23-journeys-tally': `
    -- How many journeys that began in a month were begun, sent and turned away on a day: changes, taken out once the day is over. Nothing of anybody.
    create table journeys.tally (
      council_id text collate "C" not null,
      service_id text collate "C" not null,
      day date not null,
      month text collate "C" not null,
      version text collate "C" not null,
      channel text collate "C" not null,
      slot smallint not null,
      begun integer not null,
      sent integer not null,
      exited integer not null,
      primary key (council_id, service_id, day, month, version, channel, slot)
    );
    select folkmoot.guard_by_council('journeys.tally');
  `,

  '2026-11-23-journeys-renewal': `
    -- What a draft carries over from an earlier case, sealed as the answers are, and gone with them.
    alter table journeys.draft add column carried bytea;
  `,

  '2026-11-23-journeys-page-tally': `
    -- Seconds on a page, errors of a question ('' for the page itself) and how many stand there, of journeys begun in a month: changes of a day, taken out
    -- once it is over. Nothing of anybody, and no language.
    create table journeys.page_tally (
      council_id text collate "C" not null,
      service_id text collate "C" not null,
      day date not null,
      month text collate "C" not null,
      version text collate "C" not null,
      page text collate "C" not null,
      question text collate "C" not null,
      slot smallint not null,
      answered integer not null,
      seconds bigint not null,
      squares bigint not null,
      stopped integer not null,
      errors integer not null,
      primary key (council_id, service_id, day, month, version, page, question, slot)
    );
    select folkmoot.guard_by_council('journeys.page_tally');
  `,

  '2026-11-23-journeys-page-tally-exits': `
    -- How many were told on a page that the service is not for them.
    alter table journeys.page_tally add column exited integer not null default 0;
  `,
}
