/** `npm run soak`: kill -9 under load, 200 times on each database, or as many times as asked; `npm run soak proofs` holds proofs against z3. */
import { existsSync } from 'node:fs'
import { debian, type Kind } from '#test/crash/database.ts'
import { killInRounds } from '#test/crash/rounds.ts'
import { holdProofs } from './proofs.ts'

if (process.argv[2] === 'proofs') await holdProofs(Number(process.argv[3] ?? 20_000))
else await killUnderLoad(Number(process.argv[2] ?? 200))

async function killUnderLoad(rounds: number): Promise<void> {
  const kinds: readonly Kind[] = existsSync(debian) ? ['embedded', 'debian'] : ['embedded']

  for (const kind of kinds) {
    const began = performance.now()
    const acknowledged = await killInRounds(kind, rounds, ({ round, target, acknowledged: so, facts }) => {
      process.stdout.write(`${kind} ${String(round).padStart(4)}  killed ${target.padEnd(8)}  ${so} acknowledged, ${facts} facts\n`)
    })
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    process.stdout.write(`${kind}: killed ${rounds} times in ${seconds} s, ${acknowledged} acknowledged, none missing, none doubled\n`)
  }
  if (kinds.length === 1) process.stdout.write('SKIPPED: Debian’s PostgreSQL, no PostgreSQL 15 found (apt-get install postgresql-15)\n')
}
