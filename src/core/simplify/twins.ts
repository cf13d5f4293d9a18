/** The single place that finds, on past cases, two questions of a service that people answer alike, and what could come of it. */
import { isEntries } from '#core/definition/answers.ts'
import type { PastCase } from '#core/replay/past-case.ts'
import { wilson } from '#core/value/share.ts'
import type { Leaf } from './leaf.ts'
import type { Thought } from './propose.ts'
import { leastCases, type Weighed } from './thoughts.ts'

/** Of two questions the later could go where nearly all answers are the same, and begin with the other’s answer where most surely are. */
const nearlyAll = 0.95
const most = 0.8
/** Two questions that nearly everybody answers in one way say nothing of each other. */
const leastSpread = 0.9

/** `first` is asked before `second`. `drop` is not there where too few say the same, or a law asks for the second. */
export type Twin = {
  readonly first: Leaf
  readonly second: Leaf
  readonly alike: { readonly same: number; readonly of: number }
  readonly drop?: Thought | undefined
}

/** Pairs outside groups, each as they stand in the journey. */
export function twins(weighed: readonly Weighed[], past: readonly PastCase[]): readonly Twin[] {
  const alone = weighed.filter(({ leaf }) => leaf.group === undefined)
  return alone.flatMap(({ leaf: first }, place) =>
    alone.slice(place + 1).flatMap(({ leaf: second, uses }): Twin[] => {
      const alike = areOfOneKind(first, second) ? likeness(first, second, past) : undefined
      if (alike === undefined) return []
      const mayGo = alike.same / alike.of >= nearlyAll && !uses.some(({ by }) => by === 'law')
      return [{ first, second, alike, drop: mayGo ? dropping(first, second, alike) : undefined }]
    }),
  )
}

function dropping(first: Leaf, second: Leaf, alike: Twin['alike']): Thought {
  return {
    id: `merge:${second.path}:${first.path}`,
    kind: 'merge',
    ...{ path: second.path, page: second.page, other: first.path, reason: 'same-answers', alike },
    amendments: [{ edit: 'drop-question', question: second.path }],
  }
}

/** None where it begins with that answer already. */
export function prefilled({ first, second, alike }: Twin): readonly Thought[] {
  if (second.question.starts !== undefined) return []
  return [
    {
      id: `prefill:${second.path}:${first.path}`,
      kind: 'prefill',
      ...{ path: second.path, page: second.page, other: first.path, reason: 'same-answers', alike },
      amendments: [{ edit: 'start-with', question: second.path, from: first.path }],
    },
  ]
}

function areOfOneKind({ question: one }: Leaf, { question: other }: Leaf): boolean {
  if (one.kind !== other.kind) return false
  if (one.kind === 'one-of' && other.kind === 'one-of')
    return JSON.stringify(one.options.map(({ id }) => id)) === JSON.stringify(other.options.map(({ id }) => id))
  return one.kind === 'number' || one.kind === 'money' || one.kind === 'date' || one.kind === 'yes-no'
}

/** Undefined where too few answered both, they are not surely alike, or nearly everybody says one thing. */
function likeness(first: Leaf, second: Leaf, past: readonly PastCase[]): Twin['alike'] | undefined {
  const both = past.flatMap(({ answers }) => {
    const [one, other] = [answers[first.path], answers[second.path]]
    return one === undefined || other === undefined || isEntries(one) ? [] : [[JSON.stringify(one), JSON.stringify(other)] as const]
  })
  if (both.length < leastCases) return undefined
  const commonest = Math.max(...[...Map.groupBy(both, ([one]) => one).values()].map(({ length }) => length))
  const same = both.filter(([one, other]) => one === other).length
  if (commonest / both.length >= leastSpread || wilson({ count: same, of: both.length }).low < most) return undefined
  return { same, of: both.length }
}
