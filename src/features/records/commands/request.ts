/** The single place for what officers do about requests and legal holds. */
import { idByReference, nationOf, parseReference } from '#features/cases/index.ts'
import type { Ctx } from '#http/route.ts'
import { liftHold, placeHold } from '#store/erasure.ts'
import { newId } from '#store/uuid.ts'
import { answered, asked, type DataRequest, type Doing, extended } from '../domain/index.ts'
import { addToRequest, findRequest, requestsOf } from '../store.ts'

type Coming = Pick<DataRequest, 'about' | 'person' | 'receivedOn'>

/** Starts the clock of a request that came in. */
export function receive(ctx: Ctx, coming: Coming): Promise<DataRequest> {
  const { store, settings } = ctx.council
  const fact = asked(doingOf(ctx), { ...coming, nation: nationOf(settings['bank-holidays']) })
  return store.transaction((tx) => addToRequest(store, tx, { id: newId(), fact }))
}

/** Takes three months in all; undefined when it is too late for that. */
export function extend(ctx: Ctx, id: string): Promise<DataRequest | undefined> {
  const { store, settings } = ctx.council
  return store.transaction(async (tx) => {
    const request = await findRequest(store, tx, id)
    const fact = request && extended(doingOf(ctx), request, { today: ctx.today, nation: nationOf(settings['bank-holidays']) })
    return fact && addToRequest(store, tx, { id, fact })
  })
}

/** Answers the open requests for a copy, once it has been given. */
export async function markExported(ctx: Ctx, person: string): Promise<void> {
  const { store } = ctx.council
  await store.transaction(async (tx) => {
    const open = (await requestsOf(tx, person)).filter(({ about, answer }) => about === 'access' && !answer)
    for (const { id } of open) await addToRequest(store, tx, { id, fact: answered(doingOf(ctx), { how: 'exported', on: ctx.today }) })
  })
}

/** What a hold is to cover: one person, one case by its reference, or the whole council. */
export type Cover = { readonly person: string } | { readonly reference: string } | 'council'

/** From now on nothing of it can be erased; false when there is no such case. */
export async function hold(ctx: Ctx, cover: Cover, reason: string): Promise<boolean> {
  const { store } = ctx.council
  const target = await targetOf(ctx, cover)
  if (!target) return false
  await store.transaction((tx) => placeHold(tx, { ...target, ...doingOf(ctx), reason }))
  return true
}

/** Ends a hold; false when there was none of that id. */
export function lift(ctx: Ctx, id: string): Promise<boolean> {
  return ctx.council.store.transaction((tx) => liftHold(tx, id, doingOf(ctx)))
}

async function targetOf({ council }: Ctx, cover: Cover): Promise<{ person?: string; stream?: string } | undefined> {
  if (cover === 'council') return {}
  if ('person' in cover) return { person: cover.person }
  const reference = parseReference(cover.reference)
  const caseId = reference === undefined ? undefined : await idByReference(council, reference)
  return caseId === undefined ? undefined : { stream: `case/${caseId}` }
}

function doingOf({ actor, now }: Ctx): Doing {
  return { by: actor.id, at: now }
}
