/** The single place where a decision that ends is renewed: the reminder with its link, and what the link gives to whoever may follow it. */
import { createHash, randomBytes } from 'node:crypto'
import type { Answers } from '#core/definition/answers.ts'
import { wordsIn } from '#core/definition/words.ts'
import type { Language } from '#core/definition/model/names.ts'
import { formatDate } from '#core/value/date-words.ts'
import type { Council } from '#http/council.ts'
import { path } from '#http/language.ts'
import { type OtherCase, type Proof, sealedOf } from '../domain/index.ts'
import { findRenewalCase, keepRenewal } from '../store/index.ts'
import { findOpened, type Moment, type Opened, perform, type Saving } from './act.ts'
import { isTheirs } from './resident.ts'

/** The reminder: its fact, its message with the link, and the digest of the link's secret. Only the message knows the secret. */
export function reminder({ current, prepared }: Opened, { at }: Moment): Saving | undefined {
  const { renewal } = current
  if (!renewal) return undefined
  const secret = randomBytes(24).toString('base64url')
  const { id: caseId, lang, origin } = current
  return {
    facts: [{ kind: 'renewal-offered', at, by: 'clock', data: { until: renewal.ends } }],
    message: prepared.definition.service.casework.renewal?.message,
    names: { renew: `${origin}${path(lang, `/renew/${secret}`)}`, renew_by: formatDate(renewal.ends, lang) },
    also: (tx) => keepRenewal(tx, { secretHash: digest(secret), caseId, expiresOn: renewal.ends }),
  }
}

/** What a link to renew is about, before whoever follows it has shown that the case is theirs. */
export type Renewing = { readonly service: string; readonly serviceName: string; readonly by?: OtherCase | undefined }

/** What the new application begins with. */
export type Renewed = {
  readonly of: OtherCase
  readonly service: string
  readonly person: string
  readonly lang: Language
  readonly answers: Answers
}

/** The renewal a link leads to; undefined when its time is over or the case is gone. */
export async function findRenewing(
  council: Council,
  asked: { secret: string; today: string; lang: Language },
): Promise<Renewing | undefined> {
  const opened = await findRenewable(council, asked)
  if (!opened) return undefined
  const { prepared, current } = opened
  const lang = prepared.languages.includes(asked.lang) ? asked.lang : current.lang
  return { service: current.service, serviceName: wordsIn(prepared, lang).service.name, by: current.renewal?.by }
}

/** The answers that the service carries over, for whoever shows that the case is theirs. A case renewed once is not renewed again. */
export async function takeRenewal(council: Council, asked: { secret: string; today: string; proof: Proof }): Promise<Renewed | undefined> {
  const opened = await findRenewable(council, asked)
  if (!opened || opened.current.renewal?.by || !isTheirs(opened, asked.proof)) return undefined
  const { current, prepared, facts } = opened
  const carries = new Set(prepared.definition.service.casework.renewal?.carries ?? [])
  const answers = Object.fromEntries(Object.entries(sealedOf(facts).answers).filter(([id]) => carries.has(id)))
  const { id, reference, service, person, lang } = current
  return { of: { id, reference }, service, person, lang, answers }
}

/** Writes down in the old case that this one renews it. Done twice, it is written once. */
export async function recordRenewal(council: Council, moment: Moment, { of, by }: { of: string; by: OtherCase }): Promise<void> {
  for (let tries = 1; tries <= 4; tries += 1) {
    const opened = await findOpened(council, of)
    if (!opened) return
    const acted = await perform(council, opened, { ...moment, by: opened.current.person, deed: { do: 'renew', by } })
    if ('done' in acted || acted.refused !== 'changed') return
  }
}

async function findRenewable(council: Council, { secret, today }: { secret: string; today: string }): Promise<Opened | undefined> {
  const caseId = await council.store.transaction((tx) => findRenewalCase(tx, digest(secret), today))
  const opened = caseId === undefined ? undefined : await findOpened(council, caseId)
  return opened?.current.renewal && !opened.current.isDisposed ? opened : undefined
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
