/** The tables of people, one set of rows per council. */
import type { Migrations } from '#store/migration.ts'

export const migrations: Migrations = {
  '2026-11-23-people-actors': `
    create schema people;
    grant usage on schema people to folkmoot_app;

    -- Whoever can act: residents and businesses, officers and partners, councillors with their wards.
    create table people.actor (
      council_id text not null,
      id uuid not null,
      kind text not null check (kind in ('resident', 'business', 'organisation', 'volunteer', 'councillor', 'officer', 'partner')),
      name text not null,
      email text,
      lang text check (lang in ('en', 'cy')),
      roles text[] not null default '{}',
      teams text[] not null default '{}',
      wards text[] not null default '{}',
      interests text[] not null default '{}',
      issuer text,
      subject text,
      -- The name of an example person of demonstration mode.
      example text,
      is_active boolean not null default true,
      created_at timestamptz not null default now(),
      primary key (council_id, id),
      unique (council_id, email),
      unique (council_id, issuer, subject),
      unique (council_id, example)
    );
    select folkmoot.guard_by_council('people.actor');

    -- Ids are SHA-256 of the secret in the browser's cookie.
    create table people.session (
      council_id text not null,
      id text not null,
      actor_id uuid not null,
      how text not null,
      opened_at timestamptz not null,
      used_at timestamptz not null,
      ended_at timestamptz,
      primary key (council_id, id),
      foreign key (council_id, actor_id) references people.actor on delete cascade
    );
    create index session_by_actor on people.session (council_id, actor_id);
    create index session_by_age on people.session (council_id, opened_at);
    select folkmoot.guard_by_council('people.session');

    -- Sign-in links sent by email; secret and code are kept as SHA-256 only.
    create table people.link (
      council_id text not null,
      id text not null,
      code text not null,
      -- The browser it was asked in, as its visitor id.
      browser text not null,
      email text not null,
      return_to text not null,
      made_at timestamptz not null,
      tries int not null default 0,
      used_at timestamptz,
      primary key (council_id, id)
    );
    create index link_by_browser on people.link (council_id, browser, made_at);
    select folkmoot.guard_by_council('people.link');

    create table people.key (
      council_id text not null,
      id uuid not null,
      name text not null,
      hash text not null,
      scopes text[] not null,
      made_by uuid not null,
      made_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz,
      primary key (council_id, id),
      unique (council_id, hash)
    );
    select folkmoot.guard_by_council('people.key');

    -- The audit trail: who used which guarded route on what, reads included. Added to, never changed.
    create table people.use (
      council_id text not null,
      id uuid not null,
      at timestamptz not null,
      actor_id text not null,
      audit text not null,
      about jsonb not null,
      request_id text not null,
      primary key (council_id, id)
    );
    create index use_by_actor on people.use (council_id, actor_id, at);
    select folkmoot.guard_by_council('people.use', 'select, insert');`,
  '2026-11-23-people-links-by-address': `
    create index link_by_address on people.link (council_id, email, made_at);`,
}
