/** The single place where another feature may write to the person of a case: where to, and in which language, without the case itself. */
import type { Language } from '#core/definition/model/names.ts'
import { wordsIn } from '#core/definition/words.ts'
import type { Council } from '#http/council.ts'
import { sealedOf } from '../domain/index.ts'
import { findOpened } from './act.ts'

/** Where somebody can be written to about their case. */
export type Addressee = {
  readonly email: string
  readonly lang: Language
  /** Where they used the service: links in messages lead there. */
  readonly origin: string
  readonly serviceName: string
}

/** Undefined for a made-up case, and where no email address was given or it has been erased. */
export async function findAddressee(council: Council, caseId: string): Promise<Addressee | undefined> {
  const opened = await findOpened(council, caseId)
  if (!opened || opened.current.isMadeUp) return undefined
  const { lang, origin } = opened.current
  const { email } = sealedOf(opened.facts).contact
  if (email === undefined || origin === '') return undefined
  return { email, lang, origin, serviceName: wordsIn(opened.prepared, lang).service.name }
}
