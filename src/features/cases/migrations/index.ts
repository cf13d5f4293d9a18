/** The tables of cases, all in the schema `cases`. A migration is never edited after a release. */
import type { Migrations } from '#store/migration.ts'

export const migrations: Migrations = {
  '2026-11-23-cases-opened': `
    create schema cases;
    grant usage on schema cases to folkmoot_app;

    -- Which submission became which case. It outlives the case, so that no reference is ever given twice.
    create table cases.opened (
      council_id text collate "C" not null,
      case_id uuid not null,
      reference text collate "C" not null,
      primary key (council_id, case_id),
      unique (council_id, reference)
    );
    select folkmoot.guard_by_council('cases.opened', 'select, insert');

    -- What may be sent only once to a service, as a digest; it goes with the case.
    create table cases.once (
      council_id text collate "C" not null,
      service text collate "C" not null,
      key bytea not null,
      case_id uuid not null,
      primary key (council_id, service, key)
    );
    create index once_case on cases.once (council_id, case_id);
    select folkmoot.guard_by_council('cases.once');
  `,

  '2026-11-23-cases-queue': `
    -- What officers' lists need of each case, made from its facts. "name" is in the clear and is emptied with the person's key.
    -- A case without a day it is due has the last day of 9999, so that it comes last.
    create table cases.queue (
      council_id text collate "C" not null,
      case_id uuid not null,
      reference text collate "C" not null,
      service text collate "C" not null,
      version text collate "C" not null,
      team text collate "C" not null,
      status text collate "C" not null,
      assignee text collate "C",
      channel text collate "C" not null,
      lang text collate "C" not null,
      flags text[] not null,
      proposed text,
      outcome text,
      awaits_second boolean not null,
      due_on date not null,
      fires_on date,
      opened_at timestamptz not null,
      person text collate "C" not null,
      name text,
      -- In small letters: only plain comparisons can use an index beneath row-level security, functions cannot.
      name_key text collate "C",
      ward text,
      parish text,
      fee bigint,
      paid bigint not null,
      seq integer not null,
      primary key (council_id, case_id)
    );
    create index queue_team on cases.queue (council_id, team, status, due_on, case_id);
    create index queue_service on cases.queue (council_id, service, status, due_on, case_id);
    create index queue_assignee on cases.queue (council_id, assignee, status, due_on, case_id) where assignee is not null;
    create index queue_fires on cases.queue (council_id, fires_on) where fires_on is not null;
    create index queue_person on cases.queue (council_id, person, opened_at);
    create index queue_ward on cases.queue (council_id, service, ward) where ward is not null;
    create index queue_parish on cases.queue (council_id, service, parish) where parish is not null;
    create index queue_name on cases.queue (council_id, name_key) where name_key is not null;
    select folkmoot.guard_by_council('cases.queue');
  `,

  '2026-11-23-cases-tally': `
    -- Flagged cases in the order of their lists: an array cannot be looked up beneath row-level security. Kept true by the database.
    create table cases.flagged (
      council_id text collate "C" not null,
      flag text collate "C" not null,
      team text collate "C" not null,
      status text collate "C" not null,
      due_on date not null,
      case_id uuid not null,
      primary key (council_id, flag, team, status, due_on, case_id)
    );
    select folkmoot.guard_by_council('cases.flagged');

    -- How many cases there are of each sort, kept true by the database itself so that no list ever counts rows. New cases are counted
    -- in one of eight slots, so that those who submit at the same moment do not wait for each other.
    create table cases.tally (
      council_id text collate "C" not null,
      team text collate "C" not null,
      service text collate "C" not null,
      status text collate "C" not null,
      assignee text collate "C" not null,
      channel text collate "C" not null,
      flags text[] not null,
      slot smallint not null,
      cases bigint not null,
      primary key (council_id, team, service, status, assignee, channel, flags, slot)
    );
    select folkmoot.guard_by_council('cases.tally');

    create function cases.count_queue() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        insert into cases.tally as t
          select council_id, team, service, status, coalesce(assignee, ''), channel, flags,
            case when status = 'received' then pg_backend_pid() % 8 else 0 end, count(*)
          from added group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8
          on conflict (council_id, team, service, status, assignee, channel, flags, slot) do update set cases = t.cases + excluded.cases;
      elsif tg_op = 'DELETE' then
        insert into cases.tally as t
          select council_id, team, service, status, coalesce(assignee, ''), channel, flags,
            case when status = 'received' then pg_backend_pid() % 8 else 0 end, -count(*)
          from removed group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8
          on conflict (council_id, team, service, status, assignee, channel, flags, slot) do update set cases = t.cases + excluded.cases;
      else
        insert into cases.tally as t
          select council_id, team, service, status, coalesce(assignee, ''), channel, flags,
            case when status = 'received' then pg_backend_pid() % 8 else 0 end, sum(change)
          from (select *, 1 as change from added union all select *, -1 from removed) as changed
          group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(change) <> 0 order by 1, 2, 3, 4, 5, 6, 7, 8
          on conflict (council_id, team, service, status, assignee, channel, flags, slot) do update set cases = t.cases + excluded.cases;
      end if;
      if tg_op <> 'INSERT' then
        delete from cases.flagged f using removed r where f.council_id = r.council_id and f.flag = any(r.flags)
          and f.team = r.team and f.status = r.status and f.due_on = r.due_on and f.case_id = r.case_id;
      end if;
      if tg_op <> 'DELETE' then
        insert into cases.flagged select council_id, unnest(flags), team, status, due_on, case_id from added where flags <> '{}';
      end if;
      return null;
    end $$;
    create trigger count_added after insert on cases.queue referencing new table as added
      for each statement execute function cases.count_queue();
    create trigger count_removed after delete on cases.queue referencing old table as removed
      for each statement execute function cases.count_queue();
    create trigger count_changed after update on cases.queue referencing old table as removed new table as added
      for each statement execute function cases.count_queue();
  `,

  '2026-11-23-cases-team-index': `
    -- With what lists are filtered by, so that finding a page of a rare sort reads the index and not one row after the other.
    drop index cases.queue_team;
    create index queue_team on cases.queue (council_id, team, status, due_on, case_id) include (service, channel, assignee);
  `,

  '2026-11-23-cases-tasks': `
    -- Tasks of other teams and partners, made from the facts of cases. A task without a last day has that of 9999, so that it comes last.
    create table cases.task (
      council_id text collate "C" not null,
      case_id uuid not null,
      given integer not null,
      task text collate "C" not null,
      team text collate "C" not null,
      who text[] not null,
      service text collate "C" not null,
      version text collate "C" not null,
      reference text collate "C" not null,
      state text collate "C" not null,
      due_on date not null,
      given_at timestamptz not null,
      is_made_up boolean not null,
      primary key (council_id, case_id, given, task)
    );
    create index task_team on cases.task (council_id, team, state, due_on, case_id, given, task);
    select folkmoot.guard_by_council('cases.task');
  `,

  '2026-11-23-cases-renewal': `
    -- The link sent with a reminder to renew; only the digest of its secret is kept.
    create table cases.renewal (
      council_id text collate "C" not null,
      secret_hash text collate "C" not null,
      case_id uuid not null,
      expires_on date not null,
      primary key (council_id, secret_hash)
    );
    create index renewal_case on cases.renewal (council_id, case_id);
    select folkmoot.guard_by_council('cases.renewal');
  `,

  '2026-11-23-cases-queue-made-up': `
    -- Lists say which cases are made up. The counts do not depend on it, so that nothing is counted again meanwhile.
    alter table cases.queue add column is_made_up boolean not null default false;
    alter table cases.queue no force row level security;
    alter table log.fact no force row level security;
    alter table cases.queue disable trigger user;
    update cases.queue q set is_made_up = true from log.fact f
      where f.council_id = q.council_id and f.stream = 'case/' || q.case_id and f.seq = 1 and f.data->>'madeUp' = 'true';
    alter table cases.queue enable trigger user;
    alter table log.fact force row level security;
    alter table cases.queue force row level security;
  `,

  '2026-11-23-cases-opened-once-marked': `
    -- "key" was a bare digest, by which whoever had the table could try out which property it is. Now it is a mark under a key that is not in
    -- the database; what is there already is marked by the program when it starts. There is no way back.
    alter table cases.once add column is_marked boolean not null default false;
    alter table cases.once alter column is_marked set default true;
    create index once_bare on cases.once (council_id) where not is_marked;
  `,
}
