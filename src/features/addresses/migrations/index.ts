/** The tables of address look-up, one set of rows per council. */
import type { Migrations } from '#store/migration.ts'

export const migrations: Migrations = {
  '2026-11-23-addresses-premises': `
    create schema addresses;
    grant usage on schema addresses to folkmoot_app;
    create table addresses.premises (
      council_id text not null,
      uprn text not null,
      lines text[] not null,
      town text not null,
      postcode text not null,
      ward text not null,
      parish text not null,
      place int not null,
      primary key (council_id, uprn)
    );
    create index premises_by_postcode on addresses.premises (council_id, postcode, place);
    create table addresses.area (
      council_id text not null,
      kind text not null check (kind in ('ward', 'parish')),
      name text not null,
      premises int not null,
      primary key (council_id, kind, name)
    );
    create table addresses.postcode (
      council_id text not null,
      postcode text not null,
      ward text not null,
      parish text not null,
      easting int,
      northing int,
      primary key (council_id, postcode)
    );
    select folkmoot.guard_by_council('addresses.premises');
    select folkmoot.guard_by_council('addresses.area');
    select folkmoot.guard_by_council('addresses.postcode');`,
  '2026-11-23-addresses-premises-names': `
    create table addresses.area_name (
      council_id text not null,
      code text not null,
      name text not null,
      primary key (council_id, code)
    );
    select folkmoot.guard_by_council('addresses.area_name');`,
}
