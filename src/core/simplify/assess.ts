/** The single place where a service is looked through for what could be simpler, on past cases, in steps so that others have their turn. */
import type { Prepared } from '#core/definition/prepare.ts'
import type { Version } from '#core/definition/definition.ts'
import { isEntries, type PastCase } from '#core/replay/past-case.ts'
import type { Candidate, Kept } from './candidate.ts'
import { type Leaf, leavesOf } from './leaf.ts'
import { type Thought, type Trying, workOut } from './propose.ts'
import { leastCases, reorderings, thoughtsOn, type Weighed } from './thoughts.ts'
import { type Use, usesOf } from './uses.ts'
import { Weigher, type Weight } from './weigh.ts'

/** One thing asked, with who reads it, on what basis, and how often its answer could have changed anything. */
export type AssessedQuestion = {
  readonly path: string
  readonly page: string
  readonly block: string | null
  readonly kind: string
  readonly optional: boolean
  /** Roles of people. */
  readonly readers: readonly string[]
  /** UK GDPR, article 6(1). */
  readonly basis: string | null
  readonly law: string | null
  readonly uses: readonly Use[]
  readonly weight: Weight
}

export type Assessment = {
  readonly version: Version
  /** Past cases looked at; all there were, or a sample of them. */
  readonly sampled: number
  readonly madeUp: number
  readonly questions: readonly AssessedQuestion[]
  readonly candidates: readonly Candidate[]
  readonly kept: readonly Kept[]
}

/** Cases between two steps: some five milliseconds each. */
const step = 1

/** Yields between steps, with how far it is: from 0 to 1. */
export function* assess(prepared: Prepared, past: readonly PastCase[]): Generator<number, Assessment> {
  const leaves = leavesOf(prepared)
  const weigher = new Weigher(prepared, leaves, past)
  yield* each(past, (one) => weigher.add(one), { from: 0, to: 0.7 })
  const [weights, uses] = [weigher.read(), usesOf(prepared, leaves)]
  const weighed = leaves.flatMap((leaf): Weighed[] => {
    const weight = weights.get(leaf.path)
    return weight === undefined ? [] : [{ leaf, weight, uses: uses.get(leaf.path) ?? [] }]
  })
  const { worked, kept } = thinkOver(prepared, weighed, past)
  const trying = worked.flatMap(({ tries }) => tries ?? [])
  yield* each(past, (one) => trying.forEach(({ add }) => add(one)), { from: 0.7, to: 1 })
  return {
    version: prepared.version,
    sampled: past.length,
    madeUp: past.filter(({ madeUp }) => madeUp === true).length,
    questions: weighed.map(asAssessed),
    candidates: worked.map(({ candidate, tries }) =>
      tries && past.length >= leastCases ? { ...candidate, tried: tries.read() } : candidate,
    ),
    kept,
  }
}

function* each(
  past: readonly PastCase[],
  work: (one: PastCase) => void,
  { from, to }: { from: number; to: number },
): Generator<number, void> {
  for (const [place, one] of past.entries()) {
    work(one)
    if (place % step === step - 1) yield from + ((to - from) * (place + 1)) / past.length
  }
}

type WorkedCandidate = { readonly candidate: Candidate; readonly tries?: Trying }

function thinkOver(prepared: Prepared, weighed: readonly Weighed[], past: readonly PastCase[]) {
  const worked: WorkedCandidate[] = []
  const kept: Kept[] = []
  const thoughts = [...weighed.flatMap((one) => thoughtsOn(prepared, one)), ...twins(weighed, past), ...reorderings(prepared)]
  for (const thought of thoughts) {
    if ('why' in thought) {
      kept.push(thought)
      continue
    }
    const came = workOut(prepared, thought)
    if ('law' in came) kept.push({ path: thought.path, why: 'law', law: came.law, uses: [] })
    // An order the rules do not allow, or that nobody could put into place, is nothing to suggest.
    else if (came.candidate.kind !== 'reorder' || came.candidate.changes !== undefined) worked.push(came)
  }
  return { worked, kept }
}

/** Of all answers to two questions that are the same kind of thing, how many are surely the same. */
const surelySame = 0.95

/** Two questions of the same kind whose answers are nearly always the same, although people answer differently from each other. */
function twins(weighed: readonly Weighed[], past: readonly PastCase[]): readonly Thought[] {
  const alone = weighed.filter(({ leaf, uses }) => leaf.group === undefined && !uses.some(({ by }) => by === 'law'))
  return alone.flatMap(({ leaf: first }, place) =>
    alone.slice(place + 1).flatMap(({ leaf: second }): Thought[] => {
      if (!areOfOneKind(first, second) || !areTheSame(first, second, past)) return []
      const about = { path: second.path, page: second.page, other: first.path, reason: 'same-answers' } as const
      return [
        {
          ...about,
          id: `merge:${second.path}:${first.path}`,
          kind: 'merge',
          amendments: [{ edit: 'drop-question', question: second.path }],
        },
      ]
    }),
  )
}

function areOfOneKind({ question: one }: Leaf, { question: other }: Leaf): boolean {
  if (one.kind !== other.kind) return false
  if (one.kind === 'one-of' && other.kind === 'one-of')
    return JSON.stringify(one.options.map(({ id }) => id)) === JSON.stringify(other.options.map(({ id }) => id))
  return one.kind === 'number' || one.kind === 'money' || one.kind === 'date' || one.kind === 'yes-no'
}

function areTheSame(first: Leaf, second: Leaf, past: readonly PastCase[]): boolean {
  const both = past.flatMap(({ answers }) => {
    const [one, other] = [answers[first.path], answers[second.path]]
    return one === undefined || other === undefined || isEntries(one) ? [] : [[JSON.stringify(one), JSON.stringify(other)] as const]
  })
  if (both.length < leastCases) return false
  const most = Math.max(...[...Map.groupBy(both, ([one]) => one).values()].map(({ length }) => length))
  const same = both.filter(([one, other]) => one === other).length
  return most / both.length < 0.9 && same / both.length >= surelySame
}

function asAssessed({ leaf, uses, weight }: Weighed): AssessedQuestion {
  const { path, page, block, question, purpose } = leaf
  return {
    ...{ path, page, block: block ?? null, kind: question.kind, optional: question.optional },
    readers: purpose?.readers ?? [],
    basis: purpose?.basis ?? null,
    law: purpose?.law ?? null,
    ...{ uses, weight },
  }
}
