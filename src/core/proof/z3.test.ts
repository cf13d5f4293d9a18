/** The solver held against z3 on services made up at random: what z3 can meet is met by a person, what it cannot by nobody. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { againstZ3 } from '#test/kit/twice/against-z3.ts'
import { endThreads } from '#test/kit/twice/meaning.ts'

after(endThreads)

/** Services of one run, another thousand each time; `npm run soak proofs` takes tens of thousands. */
const runs = 1_000

test('a page is reached exactly where z3 finds answers that meet its conditions', async () => {
  const held = await againstZ3({ runs, budget: 20_000 })
  const said = JSON.stringify(held)
  assert.ok(held.met > runs / 10 && held.unmet > runs / 10, said)
  assert.ok(held.untold < runs / 50, `too much is left untold: ${said}`)
  assert.ok(held.beyondZ3 < runs / 4, `z3 tells too little: ${said}`)
})
