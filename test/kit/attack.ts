/** The single place for the attack on the wall between councils: every function of a store is tried with another council's handle. */

import assert from 'node:assert/strict'
import type { Db } from '#store/db.ts'
import type { CouncilStore } from '#store/store.ts'
import type { TestStore } from './database.ts'

/** One exported function of a feature's store, called as an attacker in the other council would: with ids that are the victim's. */
export type Attack = (tx: Db, attacker: CouncilStore) => Promise<unknown>

/**
 * `functions`: everything the store module exports (`import * as store from './store.ts'`). `attacks`: how to call each function by its name, with the ids of rows
 * that exist at the victim's council. `exempt`: exports that are not functions of the database, with the reason.
 */
export type AttackPlan = {
  readonly functions: Readonly<Record<string, unknown>>
  readonly attacks: Readonly<Record<string, Attack>>
  readonly exempt?: Readonly<Record<string, string>>
}

/**
 * Fails when an exported function is not attacked, when one gives an attacker anything (other than nothing, an empty list, zero or a refusal), and when any row of
 * the victim changed meanwhile. The victim is `north`, the attacker `south`.
 */
export async function attackStore({ store, asOwner }: TestStore, { functions, attacks, exempt = {} }: AttackPlan): Promise<void> {
  const exported = Object.keys(functions).filter((name) => typeof functions[name] === 'function' && !(name in exempt))
  assert.deepEqual(
    exported.filter((name) => !(name in attacks)),
    [],
    'every function of a store is attacked',
  )
  const attacker = store.council('south')
  const before = await rowsOfVictim(asOwner)
  for (const [name, attack] of Object.entries(attacks)) {
    const booty = await attacker.transaction((tx) => attack(tx, attacker)).catch(() => undefined)
    assert.ok(isNothing(booty), `${name} gave the other council ${JSON.stringify(booty)}`)
  }
  assert.deepEqual(await rowsOfVictim(asOwner), before, 'no row of the victim was touched')
}

function isNothing(booty: unknown): boolean {
  if (booty === undefined || booty === null || booty === false || booty === 0 || booty === 0n) return true
  if (Array.isArray(booty)) return booty.length === 0
  if (booty instanceof Map || booty instanceof Set) return booty.size === 0
  return typeof booty === 'object' && Object.values(booty).every(isNothing)
}

/** A fingerprint of the victim's rows in every table that has councils. */
async function rowsOfVictim(asOwner: TestStore['asOwner']): Promise<ReadonlyMap<string, string>> {
  const tables = await asOwner<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
      where column_name = 'council_id' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const prints = new Map<string, string>()
  for (const { name } of tables) {
    const [row] = await asOwner<{ print: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} t where council_id = 'north'`,
    )
    prints.set(name, row?.print ?? '')
  }
  return prints
}
