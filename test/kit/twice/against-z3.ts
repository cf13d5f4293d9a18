/** The single place that holds the solver against z3, over services made up at random. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { findPerson } from '#core/proof/index.ts'
import { z3 } from './meaning.ts'
import { services } from './service.ts'

/** How many services were met by somebody, by nobody, and what either of the two could not tell with the steps it has. */
export type Held = { readonly met: number; readonly unmet: number; readonly untold: number; readonly beyondZ3: number }

/** What z3 may spend on one service, in its own measure. */
const effort = 50_000

/** @throws AssertionError for a service, made as small as it can be, of which the two say different things */
export async function againstZ3({ runs, budget }: { readonly runs: number; readonly budget: number }): Promise<Held> {
  const held = { met: 0, unmet: 0, untold: 0, beyondZ3: 0 }
  const solver = new z3.Solver()
  solver.set('rlimit', effort)
  await fc.assert(
    fc.asyncProperty(services, async ({ prepared, written, meant }) => {
      solver.push()
      solver.add(...meant)
      const expected = await solver.check()
      solver.pop()
      const found = findPerson(prepared, [{ page: 'second' }], budget)
      if (expected === 'unknown') held.beyondZ3 += 1
      if ('unknown' in found) held.untold += 1
      if ('unknown' in found || expected === 'unknown') return
      assert.equal('person' in found ? 'sat' : 'unsat', expected, written)
      held[expected === 'sat' ? 'met' : 'unmet'] += 1
    }),
    { numRuns: runs },
  )
  return held
}
