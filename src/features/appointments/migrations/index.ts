/** The tables of appointments, in the schema `appointments`. A migration is never edited after a release. */
import type { Migrations } from '#store/migration.ts'

export const migrations: Migrations = {
  '2026-11-23-appointments-times': `
    create schema appointments;
    grant usage on schema appointments to folkmoot_app;

    -- The app may say how many places there are, but never how many are taken: that follows from the rows of "place".
    create table appointments.time (
      council_id text collate "C" not null,
      id uuid not null,
      service text collate "C" not null,
      appointment text collate "C" not null,
      day date not null,
      at text collate "C" not null,
      minutes integer not null,
      places integer not null,
      taken integer not null default 0,
      primary key (council_id, id),
      unique (council_id, service, appointment, day, at),
      constraint no_room check (taken between 0 and places)
    );
    select folkmoot.guard_by_council('appointments.time', 'select, delete');
    grant insert (council_id, id, service, appointment, day, at, minutes, places) on appointments.time to folkmoot_app;
    grant update (places) on appointments.time to folkmoot_app;

    -- One place of one case in a time; at most one for each appointment of the case.
    create table appointments.place (
      council_id text collate "C" not null,
      case_id uuid not null,
      appointment text collate "C" not null,
      time_id uuid not null,
      primary key (council_id, case_id, appointment),
      foreign key (council_id, time_id) references appointments.time (council_id, id)
    );
    create index place_time on appointments.place (council_id, time_id);
    select folkmoot.guard_by_council('appointments.place');

    -- Counted with the rights of the owner. Rows are locked in one order, so that two who swap times do not block each other, and not as
    -- strongly as a key is: the foreign key has looked at them already.
    create function appointments.count_places() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
    declare
      council text := coalesce(new.council_id, old.council_id);
    begin
      perform from appointments.time where council_id = council and id in (new.time_id, old.time_id) order by id for no key update;
      if tg_op <> 'INSERT' then
        update appointments.time set taken = taken - 1 where council_id = council and id = old.time_id;
      end if;
      if tg_op <> 'DELETE' then
        update appointments.time set taken = taken + 1 where council_id = council and id = new.time_id;
      end if;
      return null;
    end $$;
    create trigger count_places after insert or delete or update of time_id on appointments.place
      for each row execute function appointments.count_places();
  `,

  '2026-11-23-appointments-who': `
    -- What the team that offers the time calls the case.
    alter table appointments.place add column reference text collate "C" not null default '';
  `,

  '2026-11-23-appointments-withdrawn': `
    -- A time that was taken back while somebody had booked it takes no more, also when they cancel.
    alter table appointments.time add column is_closed boolean not null default false;
    grant update (is_closed) on appointments.time to folkmoot_app;
    revoke update (places) on appointments.time from folkmoot_app;
  `,
}
