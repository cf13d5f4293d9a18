/** The tables of sharing: packages that came from others, and when their offers were last looked at. */
import type { Migrations } from '#store/migration.ts'

export const migrations: Migrations = {
  '2026-11-23-sharing-packages': `
    create schema sharing;
    grant usage on schema sharing to folkmoot_app;

    -- As they came, signature and all; "digest" names them. What a service was taken over from must be there to be merged over.
    create table sharing.package (
      council_id text collate "C" not null,
      digest text collate "C" not null,
      file bytea not null,
      came_at timestamptz not null,
      primary key (council_id, digest)
    );
    select folkmoot.guard_by_council('sharing.package', 'select, insert');

    -- The last look at where a service came from, so that no installation is asked too often.
    create table sharing.look (
      council_id text collate "C" not null,
      service_id text collate "C" not null,
      looked_at timestamptz not null,
      problem text,
      primary key (council_id, service_id)
    );
    select folkmoot.guard_by_council('sharing.look');
  `,
}
