/** The single place for effects outside the database: asked for in the transaction of their cause, carried out once it has committed. */

import type { Db } from './db.ts'
import type { Job, JobContext } from './job.ts'
import { isRecord, type Json } from './json.ts'
import type { CouncilStore } from './store.ts'
import { newId } from './uuid.ts'

type Tables = {
  'outbox.effect': {
    council_id: string
    id: string
    kind: string
    idempotency_key: string
    body: Json | string
    asked_at: string
    tries: number
    failure: string | null
    done_at: string | null
  }
}

const outbox = (tx: Db) => tx.withTables<Tables>()

/** Something to happen outside the database, such as an email. */
export type Effect = {
  /** Such as `email`: a `deliveryJob` of that kind carries it out. */
  readonly kind: string
  /** Asking twice with the same key is asking once; whoever receives the effect should know it again by this key, too. */
  readonly idempotencyKey: string
  readonly body: Json
}

/** An effect as it waits. Its body is emptied once it is done. */
export type WaitingEffect = Effect & { readonly id: string; readonly tries: number; readonly failure?: string }

/** Tries before an effect is left for a person to look at; the waits between them double from ten seconds to some hours. */
const MOST_TRIES = 12
const FIRST_WAIT_SECONDS = 10

/** Asks for an effect in the transaction `tx`; nothing happens when that is undone. */
export async function askEffect(council: CouncilStore, tx: Db, effect: Effect): Promise<void> {
  const id = newId()
  const asked = await outbox(tx)
    .insertInto('outbox.effect')
    .values({
      council_id: council.councilId,
      id,
      kind: effect.kind,
      idempotency_key: effect.idempotencyKey,
      body: JSON.stringify(effect.body),
      asked_at: new Date().toISOString(),
      tries: 0,
      failure: null,
      done_at: null,
    })
    .onConflict((conflict) => conflict.columns(['council_id', 'kind', 'idempotency_key']).doNothing())
    .returning('id')
    .execute()
  if (asked.length > 0) await council.enqueue(tx, { name: jobName(effect.kind), body: { id } })
}

/** The job that carries out effects of one kind. `deliver` throws when it should be tried again later. */
export function deliveryJob(kind: string, deliver: (effect: WaitingEffect) => Promise<void>): Job {
  return {
    name: jobName(kind),
    async run(context, body) {
      const effect = isRecord(body) ? await findWaiting(context, String(body['id'])) : undefined
      if (effect === undefined) return
      try {
        await deliver(effect)
        await settle(context, effect, { body: 'null', failure: null, done_at: context.now })
      } catch (error) {
        await settle(context, effect, { failure: error instanceof Error ? error.message : String(error) })
        if (effect.tries + 1 < MOST_TRIES) await tryLater(context, kind, effect)
      }
    },
  }
}

/** Effects that were given up, oldest first, for a person to look at. */
export async function failedEffects(tx: Db): Promise<readonly WaitingEffect[]> {
  const rows = await outbox(tx)
    .selectFrom('outbox.effect')
    .select(['id', 'kind', 'idempotency_key', 'body', 'tries', 'failure'])
    .where('done_at', 'is', null)
    .where('tries', '>=', MOST_TRIES)
    .orderBy('asked_at')
    .execute()
  return rows.map(effectFrom)
}

/** Locks the row, so that no second worker delivers it at the same time. */
async function findWaiting({ tx, council }: JobContext, id: string): Promise<WaitingEffect | undefined> {
  const [row] = await outbox(tx)
    .selectFrom('outbox.effect')
    .select(['id', 'kind', 'idempotency_key', 'body', 'tries', 'failure'])
    .where('council_id', '=', council.councilId)
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .execute()
  return row === undefined ? undefined : effectFrom(row)
}

async function settle({ tx, council }: JobContext, effect: WaitingEffect, outcome: Partial<Tables['outbox.effect']>): Promise<void> {
  await outbox(tx)
    .updateTable('outbox.effect')
    .set({ ...outcome, tries: effect.tries + 1 })
    .where('council_id', '=', council.councilId)
    .where('id', '=', effect.id)
    .execute()
}

async function tryLater({ tx, council, now }: JobContext, kind: string, { id, tries }: WaitingEffect): Promise<void> {
  const after = new Date(Date.parse(now) + FIRST_WAIT_SECONDS * 1000 * 2 ** tries).toISOString()
  await council.enqueue(tx, { name: jobName(kind), body: { id }, after })
}

type EffectRow = Pick<Tables['outbox.effect'], 'id' | 'kind' | 'idempotency_key' | 'body' | 'tries' | 'failure'>

function effectFrom({ id, kind, idempotency_key, body, tries, failure }: EffectRow): WaitingEffect {
  return { id, kind, idempotencyKey: idempotency_key, body, tries, ...(failure === null ? {} : { failure }) }
}

function jobName(kind: string): string {
  return `outbox-${kind}`
}
