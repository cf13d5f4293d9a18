/** The single place for finished reports of a missed bin, handed over without a browser. */
import { evaluate } from '#core/journey/index.ts'
import type { Submission } from '#features/cases/index.ts'
import { publishedService } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import { newId } from '#store/uuid.ts'
import { service } from './council.ts'

export const contact = 'sam.lee@example.org'

const answers = {
  bin: 'garden',
  subscribed: true,
  missed_on: '2026-11-20',
  out_in_time: true,
  home: { lines: ['1 Mill Lane'], town: 'Thorpe', postcode: 'SW1A 1AA' },
  notes: 'The bin stands behind the green gate. The crew went past at about eight.',
  full_name: 'Sam Lee',
  email: contact,
}

/** What makes one submission after another, each another person's. */
export async function submissionsOf(council: Council): Promise<() => Submission> {
  const published = await publishedService(council, service)
  if (published === undefined) throw new Error(`${council.id} has not published ${service}`)
  const { prepared } = published
  const today = '2026-11-23'
  return () => {
    const evaluation = evaluate(prepared, answers, today)
    const person = newId()
    const at = new Date().toISOString()
    return {
      caseId: newId(),
      prepared,
      channel: 'web',
      by: person,
      person,
      lang: 'en',
      answers,
      evaluation,
      at,
      today,
      origin: 'http://localhost',
    }
  }
}
