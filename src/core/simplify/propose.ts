/** The single place that turns a thought into a candidate: it is made as typed edits, held against the law and the checks, and tried on past cases. */
import { amend, type Amendment } from '#core/amendment/index.ts'
import { isEntries, type SimpleAnswer } from '#core/definition/answers.ts'
import { prepare, type Prepared } from '#core/definition/prepare.ts'
import { diff } from '#core/diff/index.ts'
import { lockOn } from '#core/merge/index.ts'
import type { PastCase } from '#core/replay/past-case.ts'
import { sideOf } from '#core/replay/side.ts'
import { type Verdict, verdictOf } from '#core/replay/verdict.ts'
import type { Candidate, Tried } from './candidate.ts'

/** A candidate not yet worked out. `translate` says which answer stands for one that would no longer be there. */
export type Thought = Pick<
  Candidate,
  'id' | 'kind' | 'path' | 'page' | 'reason' | 'options' | 'other' | 'before' | 'alike' | 'amendments'
> & {
  readonly translate?: (past: PastCase) => PastCase
}

export type Worked = { readonly candidate: Candidate; readonly tries?: Trying } | { readonly law: string }

/** Cases tried one by one, so that others can have their turn. */
export type Trying = { readonly add: (past: PastCase) => void; readonly read: () => Tried }

/** A part that the law fixes comes to nothing but the law. */
export function workOut(prepared: Prepared, { translate = (past) => past, ...thought }: Thought): Worked {
  const { definition } = prepared
  const amended = amend(definition, thought.amendments)
  if ('faults' in amended) {
    const faults = amended.faults.map(({ code, message }) => ({ code, message }))
    return { candidate: { ...thought, faults } }
  }
  const changes = diff(definition, amended.definition)
  const lock = lockOn(definition, changes)
  if (lock) return { law: lock.law }
  return { candidate: { ...thought, changes }, tries: tryingOf(prepared, prepare(amended.definition), translate) }
}

function tryingOf(from: Prepared, to: Prepared, translate: (past: PastCase) => PastCase): Trying {
  const [before, after] = [sideOf(from, to), sideOf(to, from)]
  const counts = { cases: 0, changed: 0, cantTell: 0, fewer: 0 }
  return {
    add: (past) => {
      counts.cases += 1
      const [was, is] = [verdictOf(before, past), verdictOf(after, translate(past))]
      if (!('told' in was) || !('told' in is)) counts.cantTell += 1
      else if (sayingOf(was) !== sayingOf(is)) counts.changed += 1
      if ('told' in was && 'told' in is && (is.told.asked ?? Infinity) < (was.told.asked ?? 0)) counts.fewer += 1
    },
    read: () => ({ ...counts }),
  }
}

function sayingOf({ told: { outcome, fee, values } }: Extract<Verdict, { told: unknown }>): string {
  return JSON.stringify([outcome, fee, values])
}

/** Past answers as they would be given once these options are one: the first stands for all. */
export function asOneOption(path: string, [kept = '', ...gone]: readonly string[]): (past: PastCase) => PastCase {
  const [id = path, member] = path.split('.')
  const swap = (answer: SimpleAnswer | undefined) => (typeof answer === 'string' && gone.includes(answer) ? kept : answer)
  return (past) => {
    const answer = past.answers[id]
    if (answer === undefined) return past
    if (member === undefined) return isEntries(answer) ? past : withAnswer(past, id, swap(answer) ?? answer)
    if (!isEntries(answer)) return past
    return withAnswer(
      past,
      id,
      answer.map((entry) => ({ ...entry, ...(entry[member] === undefined ? {} : { [member]: swap(entry[member]) ?? entry[member] }) })),
    )
  }
}

function withAnswer(past: PastCase, id: string, answer: PastCase['answers'][string]): PastCase {
  return { ...past, answers: { ...past.answers, [id]: answer } }
}

/** The words of the option that stays: all of them, joined. */
export function joinedWords(prepared: Prepared, path: string, options: readonly string[]): Amendment {
  const [id = path, member] = path.split('.')
  const of = member === undefined ? [] : ['of', member]
  const said = prepared.languages.map((language) => {
    const question = prepared.definition.words[language]?.questions[id]
    const words = member === undefined ? question : question?.of?.[member]
    const labels = options.map((option) => {
      const given = words?.options?.[option] ?? option
      return typeof given === 'string' ? given : given.label
    })
    return [language, joined(labels, language === 'cy' ? 'neu' : 'or')] as const
  })
  const [first = ''] = options
  const words = prepared.languages.map((language) => {
    const question = prepared.definition.words[language]?.questions[id]
    return (member === undefined ? question : question?.of?.[member])?.options?.[first]
  })
  const place = words.some((one) => typeof one === 'object') ? ['label'] : []
  return { edit: 'reword', words: ['questions', id, ...of, 'options', first, ...place], to: Object.fromEntries(said) }
}

function joined(labels: readonly string[], or: string): string {
  const last = labels.at(-1) ?? ''
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(', ')} ${or} ${last}`
}
