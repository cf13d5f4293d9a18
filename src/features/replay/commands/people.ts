/** The single place for the people made up for a service nobody has used yet: the same for everybody, made once for each version. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { prepare, type Prepared, type Version } from '#core/definition/index.ts'
import { asPastCases, compare, makingPeople, type PastCase, Tally } from '#core/replay/index.ts'
import type { Sides } from './read.ts'

/** People compared before others have their turn. */
const STEP = 100
/** Versions whose people are remembered: those asked for last. */
const MOST_VERSIONS = 20

const remembered = new Map<Version, Promise<readonly PastCase[]>>()

/** Everybody made up for what is published, as past cases that say so. */
export function peopleFor({ version, definition }: Pick<Prepared, 'version' | 'definition'>): Promise<readonly PastCase[]> {
  const known = remembered.get(version)
  if (known !== undefined) return known
  const oldest = remembered.keys().next().value
  if (remembered.size >= MOST_VERSIONS && oldest !== undefined) remembered.delete(oldest)
  const made = makePeople(prepare(definition))
  remembered.set(version, made)
  made.catch(() => remembered.delete(version))
  return made
}

async function makePeople(prepared: Prepared): Promise<readonly PastCase[]> {
  const steps = makingPeople(prepared)
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return asPastCases(prepared, value)
    await nextTurn()
  }
}

/** Counts what two versions say of some cases, by the rules themselves. */
export async function tallyOf(sides: Sides, past: readonly PastCase[]): Promise<Tally> {
  const tally = new Tally(sides)
  for (const [at, one] of past.entries()) {
    tally.add(compare(sides, one))
    if (at % STEP === STEP - 1) await nextTurn()
  }
  return tally
}
