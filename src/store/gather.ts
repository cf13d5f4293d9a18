/** The single place for gathered reads: calls made in one tick become one named statement in one pipelined transaction. */

/**
 * A query many callers ask at once, each with a key of their own.
 *
 * `sql` takes one array per parameter and returns, beside what `read` needs, a column `ordinal` that says which key (from 1) a row
 * answers; at most one row per key:
 * `select k.ordinal, v.id, v.definition from unnest($1::text[]) with ordinality as k(id, ordinal) join services.version v on v.id = k.id`
 */
export type Gathered<Key, Row> = {
  /** Unique in the program: it names the prepared statement. */
  readonly name: string
  readonly sql: string
  /** The keys as arrays, one per parameter of `sql`. */
  readonly parameters: (keys: readonly Key[]) => readonly (readonly unknown[])[]
  /** Parses one row; throws when the row is not what the feature's own tables promise. */
  readonly read: (row: Readonly<Record<string, unknown>>) => Row
}
