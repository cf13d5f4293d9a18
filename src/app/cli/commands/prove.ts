/** `folkmoot prove`: what is certain of a pack, what is wrong with it and what could not be told. */
import { type Claim, type ProofFault, type ProvedReading, tellWhy } from '#core/index.ts'
import { type Command, type Io, NotDone } from '../command.ts'
import { loadProvedPacks } from '../packs.ts'
import { describeFault } from './check.ts'

export const prove: Command = {
  name: 'prove',
  summary: 'Prove what is certain of a pack, with an example person or the parts that contradict for what is not',
  usage: 'prove PACK [--json]',
  help: [
    'PACK is a folder, or the name of a pack in packs/.',
    'A claim that could not be told is said not to be proved, and why; it is never taken to be fine.',
  ],
  options: {},
  words: { least: 1, most: 1 },
  run: async ({ positionals, json, io }) => {
    const [reading] = await loadProvedPacks(positionals)
    if (reading === undefined) throw new NotDone('There is no such pack')
    const { pack, faults, warnings, proof } = reading
    if (json) io.out(JSON.stringify(asJson(reading), null, 2))
    else describe({ pack, faults: [...faults, ...warnings], ...(proof === undefined ? {} : { proof }) }, io)
    return faults.length > 0 ? 1 : 0
  },
}

function asJson({ pack, version, faults, warnings, proof }: ProvedReading & { readonly pack: string }) {
  return {
    pack,
    version: version ?? null,
    faults: [...faults, ...warnings],
    proved: (proof?.proved ?? []).map(claimOf),
    notProved: (proof?.notProved ?? []).map((claim) => ({ ...claimOf(claim), why: claim.why, because: tellWhy(claim.why, 'en') })),
    steps: proof?.steps ?? 0,
  }
}

function claimOf({ code, about }: Claim) {
  return { code, ...about }
}

type Told = Pick<ProvedReading, 'proof'> & {
  readonly pack: string
  readonly faults: readonly (ProvedReading['faults'][number] | ProofFault)[]
}

function describe({ pack, faults, proof }: Told, io: Io): void {
  const { proved = [], notProved = [] } = proof ?? {}
  io.out(`${pack}: ${proved.length} claims proved, ${faults.length} findings, ${notProved.length} not proved`)
  for (const fault of faults) io.out(describeFault(fault))
  for (const claim of notProved) {
    const about = Object.values(claim.about).flat().join(' ')
    io.out(`  not proved: ${claim.code} ${about}\n      ${tellWhy(claim.why, 'en')}`)
  }
}
