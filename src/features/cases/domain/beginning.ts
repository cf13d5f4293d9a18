/** The single place for what a case began with, as features that follow cases need it. */
import type { Answers } from '#core/definition/answers.ts'
import type { Language } from '#core/definition/model/names.ts'
import type { Fact } from '#store/fact.ts'
import { readFact } from './fact.ts'
import { type Area, areaOf, unseal } from './sealed.ts'

/** The first fact of a case, with what it still says. */
export type Beginning = {
  readonly caseId: string
  readonly service: string
  readonly version: string
  readonly lang: Language
  readonly channel: string
  /** ISO instant. */
  readonly at: string
  readonly isMadeUp: boolean
  readonly answers: Answers
  /** Where the property lies that the person asked about, as far as an address of theirs says. */
  readonly area: Area | undefined
  readonly erased: 'nothing' | 'some' | 'all'
}

/** What a case began with; undefined for any fact but the one that opened it. */
export function beginningOf(fact: Fact): Beginning | undefined {
  const read = readFact(fact)
  if (read?.kind !== 'submitted') return undefined
  const { service, version, lang, madeUp, counts } = read.data
  const { answers } = unseal(read.personal)
  const gone = read.personal.filter(({ erased }) => erased).length
  return {
    caseId: fact.stream.slice('case/'.length),
    ...{ service, version, lang, answers },
    channel: read.channel ?? 'web',
    at: read.at,
    isMadeUp: madeUp === true,
    area: areaOf(answers, counts ?? Object.keys(answers).find((question) => areaOf(answers, question)?.ward)),
    erased: gone === 0 ? 'nothing' : gone === read.personal.length ? 'all' : 'some',
  }
}
