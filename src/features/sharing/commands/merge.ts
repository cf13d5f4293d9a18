/** The single place where a new version of theirs meets a council's own copy: put together over their common base, settled, handed over or left aside. */
import { type Change, diff } from '#core/diff/index.ts'
import type { Definition, Language, PackFiles, Version } from '#core/definition/index.ts'
import { proposeChanges } from '#features/proposals/index.ts'
import { companionsIn, companionsOf, publishedService, releaseExamples } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import { declined, merged, streamOf } from '../domain/index.ts'
import type { Package } from '../package/read.ts'
import { type Adopted, findAdopted, packageAt } from './read.ts'
import { type Choices, putTogether, type Side, type Together } from './together.ts'

/** A new version of theirs beside what is in use here, and what both give together. */
export type Meeting = Adopted &
  Together & {
    readonly service: string
    readonly base: Package
    readonly theirs: Package
    readonly current: { readonly version: Version; readonly definition: Definition; readonly companions: PackFiles }
  }

/** Undefined for a service that was never taken over, or is not in use. */
export async function findMeeting(council: Council, service: string, choices: Choices): Promise<Meeting | undefined> {
  const [adopted, published] = await Promise.all([findAdopted(council, service), publishedService(council, service)])
  if (!adopted || !published) return undefined
  const { version, definition } = published
  const [base, theirs, companions] = await Promise.all([
    packageAt(council, adopted.standing.base.package),
    packageAt(council, adopted.standing.newest.package),
    companionsOf(council, service, version),
  ])
  const together = await putTogether({ base: sideOf(base), ours: { definition, companions }, theirs: sideOf(theirs) }, choices)
  return { ...adopted, ...together, service, base, theirs, current: { version, definition, companions } }
}

/** The definition of a package with what travels along. */
export function sideOf({ definition, files }: Pick<Package, 'definition' | 'files'>): Side {
  return { definition, companions: companionsIn(files) }
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
  /** Everything of theirs was here already, except perhaps example people, who were released on their own. */
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
  const examples = changedFiles(current.companions, meeting.companions)
  if (changes.length === 0) {
    const released = await releaseExamples(council, { service, files: examples, by, at, version: current.version })
    if (released.state === 'refused') return { state: 'refused', why: 'overtaken', meeting }
    await note(council, meeting, merged({ by, at }, { ...arrival, proposal: null }))
    return { state: 'nothing-left' }
  }
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

/** The text of each file that differs; null for one that is there no longer. */
function changedFiles(before: PackFiles, after: PackFiles): Readonly<Record<string, string | null>> {
  const gone = [...before.keys()].filter((path) => !after.has(path)).map((path) => [path, null] as const)
  return Object.fromEntries([...gone, ...[...after].filter(([path, text]) => before.get(path) !== text)])
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
