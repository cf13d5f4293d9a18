/** The table of records: requests of people about their own data, made from the facts of the streams `request/<id>`. */
import type { Migrations } from '#store/migration.ts'

export const migrations: Migrations = {
  '2026-11-23-records-request': `
    create schema records;
    grant usage on schema records to folkmoot_app;

    -- "person" is the id of whom it is about, never a name; after an erasure it leads to nobody.
    create table records.request (
      council_id text collate "C" not null,
      id uuid not null,
      about text not null check (about in ('access', 'erasure')),
      person text collate "C" not null,
      received_on date not null,
      due_on date not null,
      is_extended boolean not null,
      answered_on date,
      answer text check (answer in ('exported', 'erased', 'refused')),
      primary key (council_id, id)
    );
    create index request_person on records.request (council_id, person);
    create index request_open on records.request (council_id, due_on) where answered_on is null;
    select folkmoot.guard_by_council('records.request');
  `,
}
