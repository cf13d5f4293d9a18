/** The single place for what a migration is. */

/**
 * SQL by name, `YYYY-MM-DD-<feature>-<what>`, applied in the order of the names over all features, each once, forward only. A released
 * migration is never edited: its checksum is kept.
 *
 * A table of a feature: `council_id text not null` first in its primary key, then
 * `select folkmoot.guard_by_council('<schema>.<table>')`, which forces row-level security and grants the app what it needs
 * (`folkmoot.guard_by_council('<schema>.<table>', 'select, insert')` for rows that are never changed). A schema:
 * `create schema cases; grant usage on schema cases to folkmoot_app;`
 */
export type Migrations = Readonly<Record<string, string>>
