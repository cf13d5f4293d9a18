/** `npm run soak proofs`: what is proved held against z3 on tens of thousands of services made up at random. */
import { againstZ3 } from '#test/kit/twice/against-z3.ts'
import { endThreads } from '#test/kit/twice/meaning.ts'

const atOnce = 1_000

/** @throws AssertionError for the first service of which the two say different things */
export async function holdProofs(services: number): Promise<void> {
  const began = performance.now()
  for (let held = 0; held < services; held += atOnce) {
    const { met, unmet, untold, beyondZ3 } = await againstZ3({ runs: Math.min(atOnce, services - held), budget: 20_000 })
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    process.stdout.write(`${seconds} s  ${met} met, ${unmet} by nobody, ${untold} left untold, ${beyondZ3} beyond z3\n`)
  }
  endThreads()
}
