/** The table of briefings: what is listed, made from the facts of the streams `briefing/<id>`. */
import type { Migrations } from '#store/migration.ts'

export const migrations: Migrations = {
  '2026-11-23-briefing-list': `
    create schema briefing;
    grant usage on schema briefing to folkmoot_app;

    -- "subject" is a service's id, or '' for the council as a whole.
    create table briefing.frozen (
      council_id text collate "C" not null,
      id uuid not null,
      subject text collate "C" not null,
      frozen_on date not null,
      title jsonb not null,
      primary key (council_id, id)
    );
    create index frozen_on on briefing.frozen (council_id, frozen_on desc, id desc);
    select folkmoot.guard_by_council('briefing.frozen');
  `,
}
