/** The single place where a service is looked through for what could be simpler, on past cases, in steps so that others have their turn. */
import type { Prepared } from '#core/definition/prepare.ts'
import type { Version } from '#core/definition/definition.ts'
import type { PastCase } from '#core/replay/past-case.ts'
import type { Candidate, Kept } from './candidate.ts'
import { leavesOf } from './leaf.ts'
import { type Trying, workOut } from './propose.ts'
import { leastCases, thoughtsOn, type Weighed } from './thoughts.ts'
import { reorderings } from './orders.ts'
import { prefilled, twins } from './twins.ts'
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
/** How far it is once all answers are weighed. */
const weighedShare = 0.7

/** Yields between steps, with how far it is: from 0 to 1. */
export function* assess(prepared: Prepared, past: readonly PastCase[]): Generator<number, Assessment> {
  const leaves = leavesOf(prepared)
  const weigher = new Weigher(prepared, leaves, past)
  yield* each(past, (one) => weigher.add(one), { from: 0, to: weighedShare })
  const [weights, uses] = [weigher.read(), usesOf(prepared, leaves)]
  const weighed = leaves.flatMap((leaf): Weighed[] => {
    const weight = weights.get(leaf.path)
    return weight === undefined ? [] : [{ leaf, weight, uses: uses.get(leaf.path) ?? [] }]
  })
  const { worked, kept } = yield* thinkOver(prepared, weighed, past)
  const trying = worked.flatMap(({ tries }) => tries ?? [])
  yield* each(past, (one) => trying.forEach(({ add }) => add(one)), { from: weighedShare, to: 1 })
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

/** All at once, where nobody waits meanwhile. */
export function assessNow(prepared: Prepared, past: readonly PastCase[]): Assessment {
  const steps = assess(prepared, past)
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value
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

/** Each thought is worked out by itself: an edit made and checked is the longest step of all. */
function* thinkOver(
  prepared: Prepared,
  weighed: readonly Weighed[],
  past: readonly PastCase[],
): Generator<number, { readonly worked: readonly WorkedCandidate[]; readonly kept: readonly Kept[] }> {
  const worked: WorkedCandidate[] = []
  const kept: Kept[] = []
  for (const thought of [...weighed.flatMap((one) => thoughtsOn(prepared, one)), ...reorderings(prepared)]) {
    if ('why' in thought) {
      kept.push(thought)
      continue
    }
    const came = workOut(prepared, thought)
    yield weighedShare
    if ('law' in came) kept.push({ path: thought.path, why: 'law', law: came.law, uses: [] })
    // An order the rules do not allow, or that nobody could put into place, is nothing to suggest.
    else if (came.candidate.kind !== 'reorder' || came.candidate.changes !== undefined) worked.push(came)
  }
  return { worked: [...worked, ...(yield* ofTwins(prepared, weighed, past))], kept }
}

/** One of two that say the same goes; where it is needed all the same, it begins with the answer to the other. */
function* ofTwins(
  prepared: Prepared,
  weighed: readonly Weighed[],
  past: readonly PastCase[],
): Generator<number, readonly WorkedCandidate[]> {
  const worked: WorkedCandidate[] = []
  for (const twin of twins(weighed, past)) {
    for (const thought of [...(twin.drop === undefined ? [] : [twin.drop]), ...prefilled(twin)]) {
      const came = workOut(prepared, thought)
      yield weighedShare
      if (!('candidate' in came) || came.candidate.changes === undefined) continue
      worked.push(came)
      break
    }
  }
  return worked
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
