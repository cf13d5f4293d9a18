/** `folkmoot erase`: what is held about a person goes, because they asked, but for what a hold or a duty keeps. */
import { type Erased, erasePerson } from '#features/records/index.ts'
import { dayInLondon } from '#http/clock.ts'
import { type Command, type Io, UsedWrongly } from '../command.ts'
import { operator, withInstallation } from '../installation.ts'
import { personHelp, personMeant, refuseWithoutCouncil } from '../people.ts'

export const erase: Command = {
  name: 'erase',
  summary: 'Erase what is held about a person, but for what a hold or a duty keeps',
  usage: 'erase PERSON --council ID --reason TEXT [--dry-run]',
  help: [
    personHelp,
    '--council ID   at which council',
    '--reason TEXT  why it is erased; it is kept, so it says nothing about the person',
    '--keep LIST    references that must stay, parted by commas, with --because',
    '--because TEXT the law that says so',
    '--dry-run      say what would go, and change nothing',
  ],
  options: {
    council: { type: 'string' },
    reason: { type: 'string' },
    keep: { type: 'string' },
    because: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  words: { least: 1, most: 1 },
  run: async (invocation) => {
    const { option, has, io, json } = invocation
    refuseWithoutCouncil(invocation)
    const [reason, keep, because] = [option('reason')?.trim(), option('keep'), option('because')]
    if (!reason) throw new UsedWrongly('Say why it is erased: --reason TEXT')
    if (keep !== undefined && because === undefined) throw new UsedWrongly('Say which law keeps it: --because TEXT')
    const erased = await withInstallation(invocation, async (installation) => {
      const { council, person } = await personMeant(installation, invocation)
      const now = new Date()
      const moment = { by: operator, at: now.toISOString(), today: dayInLondon(now) }
      const lawKeeps = (keep ?? '').split(',').map((reference) => reference.replace(/[\s-]/g, '').toUpperCase())
      const why = { reason, lawKeeps, ...(because === undefined ? {} : { because }) }
      return { person, ...(await erasePerson(council, { person, ...moment, ...why, isDryRun: has('dry-run') })) }
    })
    if (json) io.out(JSON.stringify({ dryRun: has('dry-run'), ...erased }, null, 2))
    else describe(erased, has('dry-run') ? 'would go' : 'erased', io)
    return erased.kept.length > 0 ? 1 : 0
  },
}

function describe({ cases, drafts, account, kept }: Erased, verb: string, io: Io): void {
  io.out(`${verb}: ${cases.length} cases (${cases.join(', ') || 'none'}), ${drafts} unfinished, ${account ? 'the account' : 'no account'}`)
  for (const { what, why } of kept) io.out(`kept: ${what}, ${why}`)
}
