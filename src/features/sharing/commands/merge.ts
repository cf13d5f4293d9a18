/** The single place where a new version of theirs meets a council's own copy: put together over their common base, looked at, settled, handed over. */
import { type Change, diff, keyOfPath } from '#core/diff/index.ts'
import type { Definition, Fault, Language, PackFiles, Version } from '#core/definition/index.ts'
import { type Conflict, lockOn, type Merging, settle, type Settlements } from '#core/merge/index.ts'
import { type Example, expectNow, proposeChanges, walkExamples } from '#features/proposals/index.ts'
import { companionsIn, companionsOf, prove, publishedService } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import { declined, merged, mergeExamples, streamOf } from '../domain/index.ts'
import type { Package } from '../package/read.ts'
import { type Adopted, findAdopted, packageAt } from './read.ts'

/** Both ways a service went, put together as far as was settled. */
export type Meeting = Adopted & {
  readonly service: string
  readonly base: Package
  readonly theirs: Package
  readonly current: { readonly version: Version; readonly definition: Definition; readonly companions: PackFiles }
  readonly merging: Merging
  /** Conflicts that somebody chooses on, whether they have chosen yet, and those on which a named law leaves no choice. */
  readonly conflicts: readonly Conflict[]
  readonly byLaw: readonly { readonly conflict: Conflict; readonly law: string }[]
  readonly companions: PackFiles
  readonly examples: readonly Example[]
  readonly faults: readonly Fault[]
}

/** How conflicts are settled, by the key of their path, and whether example people are to expect what they would get. */
export type Choices = { readonly settlements: Settlements; readonly expectAnew: boolean }

export const noChoices: Choices = { settlements: {}, expectAnew: false }

/** Undefined for a service that was never taken over, or is not in use. */
export async function findMeeting(council: Council, service: string, choices: Choices): Promise<Meeting | undefined> {
  const [adopted, published] = await Promise.all([findAdopted(council, service), publishedService(council, service)])
  if (!adopted || !published) return undefined
  const { version, definition } = published
  const [base, theirs, own] = await Promise.all([
    packageAt(council, adopted.standing.base.package),
    packageAt(council, adopted.standing.newest.package),
    companionsOf(council, service, version),
  ])
  const met = meet({ base, theirs, ours: definition }, choices)
  const sides = { base: companionsIn(base.files), ours: own, theirs: companionsIn(theirs.files) }
  const together = mergeExamples(sides)
  const proof = proofOf(met.merging.merged, { companions: together, expectAnew: choices.expectAnew })
  return { ...adopted, service, base, theirs, current: { version, definition, companions: own }, ...met, ...proof }
}

type Sides = { readonly base: Package; readonly theirs: Package; readonly ours: Definition }

/**
 * What the law fixes is theirs, and nobody’s to choose, once the law is named. Settling one conflict may bring up another, such as words that then stand
 * in two languages: all of them are given.
 */
function meet({ base, theirs, ours }: Sides, { settlements }: Choices): Pick<Meeting, 'merging' | 'conflicts' | 'byLaw'> {
  const sides = { base: base.definition, ours, theirs: theirs.definition }
  const first = settle(sides, {}).conflicts
  const lawful = (conflicts: readonly Conflict[]) => conflicts.filter((conflict) => lawOf(conflict, theirs.definition) !== undefined)
  const byLaw = Object.fromEntries(lawful(first).map(({ path }) => [keyOfPath(path), 'theirs' as const]))
  const merging = settle(sides, { ...settlements, ...byLaw })
  const all = new Map([...first, ...merging.conflicts].map((conflict) => [keyOfPath(conflict.path), conflict]))
  return {
    merging,
    conflicts: [...all.values()].filter((conflict) => lawOf(conflict, theirs.definition) === undefined),
    byLaw: [...all.values()].flatMap((conflict) => {
      const law = lawOf(conflict, theirs.definition)
      return law === undefined ? [] : [{ conflict, law }]
    }),
  }
}

function lawOf({ layer, path }: Conflict, theirs: Definition): string | undefined {
  return layer === 'statutory' ? lockOn(theirs, [{ kind: 'changed', path, before: null, after: null }])?.law : undefined
}

type Proven = Pick<Meeting, 'companions' | 'examples' | 'faults'>

function proofOf(definition: Definition, { companions, expectAnew }: { companions: PackFiles; expectAnew: boolean }): Proven {
  const { faults } = prove(definition, companions)
  if (faults.length > 0) return { companions, faults, examples: [] }
  const paths = expectAnew ? walkExamples(definition, companions).flatMap(({ path, isAsExpected }) => (isAsExpected ? [] : [path])) : []
  const expected = new Map([...companions, ...Object.entries(expectNow(definition, companions, paths))])
  return { companions: expected, faults, examples: walkExamples(definition, expected) }
}

export type Handing = Choices & {
  readonly by: string
  readonly at: string
  readonly today: string
  readonly lang: Language
  /** Where the council is reached: `https://services.example.gov.uk`. */
  readonly origin: string
}

export type HandedOver =
  | { readonly state: 'handed-over'; readonly proposal: string }
  /** Everything of theirs was here already. */
  | { readonly state: 'nothing-left' }
  | {
      readonly state: 'refused'
      readonly why: 'not-new' | 'conflicts' | 'faults' | 'examples' | 'overtaken'
      readonly meeting: Meeting | undefined
    }

/** Hands what came of a merge to the two who answer for the service here, as a suggested change like any other. */
export async function handOver(council: Council, service: string, handing: Handing): Promise<HandedOver> {
  const meeting = await findMeeting(council, service, handing)
  if (!meeting || meeting.standing.state === 'handed-over' || meeting.standing.state === 'current')
    return { state: 'refused', why: 'not-new', meeting }
  const why = findHindrance(meeting)
  if (why) return { state: 'refused', why, meeting }
  const { by, at, today, lang, origin } = handing
  const { current, merging, standing } = meeting
  const changes: readonly Change[] = diff(current.definition, merging.merged)
  const arrival = { version: standing.newest.version, package: standing.newest.package }
  if (changes.length === 0) {
    await note(council, meeting, merged({ by, at }, { ...arrival, proposal: null }))
    return { state: 'nothing-left' }
  }
  const examples = changedFiles(current.companions, meeting.companions)
  const proposed = await proposeChanges(council, {
    service,
    base: current.version,
    changes,
    by,
    at,
    today,
    lang,
    origin,
    source: 'upstream',
    examples,
  })
  if (!('id' in proposed)) return { state: 'refused', why: 'overtaken', meeting }
  await note(council, meeting, merged({ by, at }, { ...arrival, proposal: proposed.id }))
  return { state: 'handed-over', proposal: proposed.id }
}

function findHindrance({ merging, faults, examples }: Meeting): 'conflicts' | 'faults' | 'examples' | undefined {
  if (merging.conflicts.length > 0) return 'conflicts'
  if (faults.length > 0) return 'faults'
  return examples.every(({ isAsExpected }) => isAsExpected) ? undefined : 'examples'
}

function changedFiles(before: PackFiles, after: PackFiles): Readonly<Record<string, string>> {
  return Object.fromEntries([...after].filter(([path, text]) => before.get(path) !== text))
}

/** `reason` in somebody’s own words, for the public record: never about a person. */
export type Declining = { readonly reason: string; readonly by: string; readonly at: string }

/** Leaves a version of theirs aside. What comes after it is looked at again. */
export async function decline(
  council: Council,
  service: string,
  { reason, by, at }: Declining,
): Promise<'declined' | 'no-reason' | 'not-new'> {
  const text = reason.trim()
  if (text === '' || text.length > 500) return 'no-reason'
  const adopted = await findAdopted(council, service)
  if (adopted?.standing.state !== 'new') return 'not-new'
  const { version, package: digest } = adopted.standing.newest
  await note(council, adopted, declined({ by, at }, { version, package: digest, reason: text }))
  return 'declined'
}

async function note({ store }: Council, { adoption }: Adopted, fact: ReturnType<typeof merged>): Promise<void> {
  const { seq, service } = adoption
  await store.transaction((tx) => store.log.append(tx, { stream: streamOf(service), expectedSeq: seq, facts: [fact] }))
}
