/** The single place for what a release of a service is: who answers for it, where it came from, and what becomes of the wish for one. Pure. */
import type { Definition, Fault, Version } from '#core/definition/index.ts'
import { areOpen, type Gate, type GateId } from './gate.ts'

/** Who answers for a service: the cabinet member responsible and the accountable director. */
export type Sponsors = { readonly member: string; readonly director: string }

/** Where a release came from: a folder when the server starts, the operator's command, a suggested change, another council's service. */
export const releaseSources = ['folder', 'operator', 'proposal', 'adoption'] as const
export type ReleaseSource = (typeof releaseSources)[number]

/** What led to a release: ids of a proposal and of an adoption. */
export type Cause = { readonly proposal?: string | undefined; readonly adoption?: string | undefined }

/** One version that was current, and when it became so. */
export type Release = {
  readonly version: Version
  /** ISO instant. */
  readonly at: string
  /** Id of the actor who released it. */
  readonly by: string
  readonly source: ReleaseSource
  readonly because: Cause
  readonly sponsors: Sponsors
  /** How the gates stood then; none for releases of before there were gates. */
  readonly gates: readonly Gate[]
  readonly isCurrent: boolean
}

/**
 * What became of the wish to publish. `unchanged`: this very version was current already, and nothing was written. `examples-released`: it was, and only
 * its example people or README, by the paths of their files, are new.
 */
export type Publication =
  | { readonly state: 'published'; readonly service: string; readonly version: Version; readonly gates: readonly Gate[] }
  | { readonly state: 'unchanged'; readonly service: string; readonly version: Version }
  | { readonly state: 'examples-released'; readonly service: string; readonly version: Version; readonly files: readonly string[] }
  | { readonly state: 'refused'; readonly faults: readonly Fault[]; readonly gates: readonly Gate[] }

/** The two who answer for the service: those the council names, else those the pack names; undefined unless there are both. */
export function sponsorsOf({ service }: Definition, named: Sponsors | undefined): Sponsors | undefined {
  if (named) return { member: named.member, director: named.director }
  const { member, director } = service.sponsors
  return member !== undefined && director !== undefined ? { member, director } : undefined
}

/** Whether a folder's version may be published at start: never one that was here before, never over what came another way. */
export function mayComeFromFolder(history: readonly Release[], version: Version): boolean {
  const current = history.find(({ isCurrent }) => isCurrent)
  if (!current) return true
  return current.source === 'folder' && history.every((release) => release.version !== version)
}

/** How a service's folder on this server stands to what was released of it. */
export type FolderState = 'same' | 'earlier' | 'other' | 'faulty' | 'none'

/** The state of a folder that holds this version. */
export function folderStateOf(history: readonly Release[], version: Version): FolderState {
  const same = history.filter((release) => release.version === version)
  if (same.some(({ isCurrent }) => isCurrent)) return 'same'
  return same.length > 0 ? 'earlier' : 'other'
}

/** The gates that are shut, as faults with their way out. The faults of the checks themselves come first. */
export function gateFaults(gates: readonly Gate[], found: readonly Fault[]): readonly Fault[] {
  if (areOpen(gates)) return []
  const shut = gates.filter(({ id, state, because }) => state === 'failed' && !(id === 'checks' && because.code === 'faults'))
  return [...found, ...shut.map(faultOf)]
}

const told: Readonly<Record<GateId, (text: string) => readonly [code: string, message: string, help: string]>> = {
  checks: (nations) => [
    'other-nation',
    `This service follows the law of ${nations}, and the council is in another nation.`,
    'Adapt it to the law there and add the nation to `applies`.',
  ],
  scenarios: (names) => [
    'gate-scenarios',
    `Example people no longer get what is expected for them: ${names}.`,
    'See folkmoot scenarios; correct the service, or what is expected.',
  ],
  words: (languages) => [
    'missing-language',
    `The council’s pages are also in ${languages}, and this service is not.`,
    'Add the words of that language: all languages of a council are published together.',
  ],
  tried: () => [
    'gate-tried',
    'It has not been tried on past cases.',
    'Try it, or let the accountable director set this aside for a while.',
  ],
  effects: () => [
    'gate-effects',
    'Nobody has recorded their regard for the effect on people.',
    'Those who decide record it before they decide.',
  ],
  sponsors: () => [
    'missing-sponsors',
    'The two who answer for this service are not both named, or have not both approved.',
    'Name the cabinet member responsible and the accountable director under `sponsors`, here or in the council’s settings, and let both approve.',
  ],
}

function faultOf({ id, because }: Gate): Fault {
  const [code, message, help] = told[id](because.text ?? '')
  return { file: 'service.yaml', line: 1, column: 1, code, message, help }
}
