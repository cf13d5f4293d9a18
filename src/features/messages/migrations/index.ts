/** The table of messages, one set of rows per council. */
import type { Migrations } from '#store/migration.ts'

export const migrations: Migrations = {
  '2026-11-23-messages-message': `
    create schema messages;
    grant usage on schema messages to folkmoot_app;
    create table messages.message (
      council_id text not null,
      id uuid not null,
      idempotency text not null,
      by text not null check (by in ('email', 'letter')),
      recipient text not null,
      lang text not null check (lang in ('en', 'cy')),
      subject text not null,
      body text not null,
      about text,
      asked_at timestamptz not null,
      tries int not null default 0,
      next_try_at timestamptz not null,
      -- Why the last try did not work: what the mail server said, without the address.
      failure text,
      done_at timestamptz,
      given_up_at timestamptz,
      primary key (council_id, id),
      unique (council_id, idempotency)
    );
    create index message_waiting on messages.message (council_id, by, next_try_at) where done_at is null and given_up_at is null;
    create index message_by_age on messages.message (council_id, asked_at);
    create index message_about on messages.message (council_id, about) where about is not null;
    select folkmoot.guard_by_council('messages.message');`,
  // Who is written to, and what, is sealed. Rows in the clear are sealed at the next start, before anybody is served.
  '2026-11-23-messages-sealed': `
    alter table messages.message
      alter recipient drop not null,
      alter subject drop not null,
      alter body drop not null,
      add sealed bytea,
      add recipient_mark bytea,
      add check ((sealed is null) = (recipient is not null) and (sealed is null) = (subject is not null) and (sealed is null) = (body is not null)),
      add check ((sealed is null) = (recipient_mark is null));
    create index message_to on messages.message (council_id, recipient_mark);`,
}
