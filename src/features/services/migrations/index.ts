/** The tables of services: versions that are never changed, and which of them is current. */
import type { Migrations } from '#store/migration.ts'

export const migrations: Migrations = {
  '2026-11-23-services-versions': `
    create schema services;
    grant usage on schema services to folkmoot_app;

    -- "definition" is the canonical text whose digest is the version.
    create table services.version (
      council_id text collate "C" not null,
      service_id text collate "C" not null,
      version text collate "C" not null,
      definition text not null,
      published_at timestamptz not null,
      primary key (council_id, service_id, version)
    );
    select folkmoot.guard_by_council('services.version', 'select, insert');

    -- Made from the facts of the streams service/<id>.
    create table services.current (
      council_id text collate "C" not null,
      service_id text collate "C" not null,
      version text collate "C" not null,
      published_at timestamptz not null,
      published_by text not null,
      member text not null,
      director text not null,
      primary key (council_id, service_id),
      foreign key (council_id, service_id, version) references services.version
    );
    select folkmoot.guard_by_council('services.current');
  `,
  '2026-11-23-services-versions-with-companions': `
    -- Example people and README by path, as JSON: they travel with a version and are no part of its digest.
    alter table services.version add column companions text not null default '{}';
  `,
  '2026-11-23-services-versions-with-proofs': `
    -- What is certain of a version, as the edition of the prover found it; it can be made again from the version.
    create table services.proof (
      council_id text collate "C" not null,
      service_id text collate "C" not null,
      version text collate "C" not null,
      edition integer not null,
      proof text not null,
      proved_at timestamptz not null,
      primary key (council_id, service_id, version),
      foreign key (council_id, service_id, version) references services.version
    );
    select folkmoot.guard_by_council('services.proof', 'select, insert, update');
  `,
}
