/** The single place where people are asked by email how it was, the day after their case was decided, once. */
import { addDays } from '#core/value/calendar-date.ts'
import { findAddressee } from '#features/cases/index.ts'
import { send } from '#features/messages/index.ts'
import type { Council } from '#http/council.ts'
import { path } from '#http/language.ts'
import { markSurveyed, unsurveyed } from '../store/index.ts'
import { wordsFor } from '../words/index.ts'
import { keyFor, rateableCase } from './rate.ts'

/** Cases decided longer ago than this many days are not asked about any more. */
const longestAgo = 14
const mostAtOnce = 50

/** Answers how many were written to. Whoever has said already, or gave no email address, is not. */
export async function survey(council: Council, today: string): Promise<number> {
  const from = addDays(today, -longestAgo) ?? today
  const caseIds = await council.store.transaction((tx) => unsurveyed(tx, { from, before: today, most: mostAtOnce }))
  let count = 0
  for (const caseId of caseIds) if (await ask(council, caseId)) count += 1
  return count
}

async function ask(council: Council, caseId: string): Promise<boolean> {
  const rateable = { caseId, moment: 'decided' } as const
  const [addressee, measured] = [await findAddressee(council, caseId), await rateableCase(council, rateable)]
  const isAsked = addressee !== undefined && measured !== undefined && measured !== 'rated'
  return await council.store.transaction(async (tx) => {
    const isFirst = await markSurveyed(tx, caseId)
    if (!isFirst || !isAsked) return false
    const { email, lang, origin, serviceName } = addressee
    const words = wordsFor(lang)
    await send(tx, {
      to: email,
      lang,
      subject: words.rateMailSubject(serviceName),
      body: words.rateMail(serviceName, `${origin}${path(lang, `/how-was-it/${keyFor(council, rateable)}`)}`),
      idempotency: `value/${caseId}/how-was-it`,
      about: caseId,
    })
    return true
  })
}
