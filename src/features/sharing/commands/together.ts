/** The single place where two ways a service went are put together over their base: definition and example people, conflicts and laws, looked through. */
import { keyOfPath } from '#core/diff/index.ts'
import type { Definition, Fault, PackFiles } from '#core/definition/index.ts'
import { type Conflict, lockOn, type Merging, settle, type Settlements } from '#core/merge/index.ts'
import { type Example, expectNow, walkExamples } from '#features/proposals/index.ts'
import { proveAside } from '#features/services/index.ts'
import { mergeExamples } from '../examples.ts'

/** One side: a definition with its example people and README. */
export type Side = { readonly definition: Definition; readonly companions: PackFiles }

export type ThreeSides = { readonly base: Side; readonly ours: Side; readonly theirs: Side }

/** How conflicts are settled, by the key of their path, and whether example people are to expect what they would get. */
export type Choices = { readonly settlements: Settlements; readonly expectAnew: boolean }

export const noChoices: Choices = { settlements: {}, expectAnew: false }

/** Both sides together, as far as was settled. */
export type Together = {
  readonly merging: Merging
  /** Conflicts that somebody chooses on, whether they have chosen yet, and those on which a named law leaves no choice. */
  readonly conflicts: readonly Conflict[]
  readonly byLaw: readonly { readonly conflict: Conflict; readonly law: string }[]
  readonly companions: PackFiles
  readonly examples: readonly Example[]
  readonly faults: readonly Fault[]
}

/** Nothing is lost: what one side alone changed is in it, and where both changed the same there is a conflict or a law with a name. */
export async function putTogether({ base, ours, theirs }: ThreeSides, choices: Choices): Promise<Together> {
  const met = meet({ base: base.definition, ours: ours.definition, theirs: theirs.definition }, choices.settlements)
  const companions = mergeExamples({ base: base.companions, ours: ours.companions, theirs: theirs.companions })
  return { ...met, ...(await lookThrough({ definition: met.merging.merged, companions }, choices)) }
}

type Definitions = { readonly base: Definition; readonly ours: Definition; readonly theirs: Definition }

/**
 * What the law fixes is theirs, and nobody’s to choose, once the law is named. Settling one conflict may bring up another, such as words that then stand
 * in two languages: all of them are given.
 */
function meet(sides: Definitions, settlements: Settlements): Pick<Together, 'merging' | 'conflicts' | 'byLaw'> {
  const { theirs } = sides
  const first = settle(sides, {}).conflicts
  const lawful = first.filter((conflict) => lawOf(conflict, theirs) !== undefined)
  const byLaw = Object.fromEntries(lawful.map(({ path }) => [keyOfPath(path), 'theirs' as const]))
  const merging = settle(sides, { ...settlements, ...byLaw })
  const all = [...new Map([...first, ...merging.conflicts].map((conflict) => [keyOfPath(conflict.path), conflict])).values()]
  return {
    merging,
    conflicts: all.filter((conflict) => lawOf(conflict, theirs) === undefined),
    byLaw: all.flatMap((conflict) => {
      const law = lawOf(conflict, theirs)
      return law === undefined ? [] : [{ conflict, law }]
    }),
  }
}

function lawOf({ layer, path }: Conflict, theirs: Definition): string | undefined {
  return layer === 'statutory' ? lockOn(theirs, [{ kind: 'changed', path, before: null, after: null }])?.law : undefined
}

async function lookThrough(
  { definition, companions }: Side,
  { expectAnew }: Choices,
): Promise<Pick<Together, 'companions' | 'examples' | 'faults'>> {
  const { faults } = await proveAside(definition, companions)
  if (faults.length > 0) return { companions, faults, examples: [] }
  const differing = expectAnew ? (await walkExamples(definition, companions)).filter(({ isAsExpected }) => !isAsExpected) : []
  const anew = expectNow(
    definition,
    companions,
    differing.map(({ path }) => path),
  )
  const expected = new Map([...companions, ...Object.entries(anew)])
  return { companions: expected, faults, examples: await walkExamples(definition, expected) }
}
