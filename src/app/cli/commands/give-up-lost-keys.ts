/** `folkmoot give-up-lost-keys`: after the loss of a council's keys without a copy, it goes on with new ones and without what they held. */
import { countLostKeys, giveUpLostKeys } from '#store/rotation.ts'
import { type Command, type Io, UsedWrongly } from '../command.ts'
import { councilsMeant, operator, withInstallation } from '../installation.ts'

export const giveUp: Command = {
  name: 'give-up-lost-keys',
  summary: 'Go on without a council’s lost keys: what only they could open is lost for good',
  usage: 'give-up-lost-keys --council ID [--yes]',
  help: [
    '--council ID   whose keys are lost',
    '--yes          do it; without it, only what would be lost is said',
    '',
    'WARNING. Names, answers, notes, drafts and unsent mail that the lost keys sealed can never be read again, also not if the keys are',
    'found later. Look for the copy first, and back the database up as it is: docs/how-to/keys.md says how. It is a loss of personal data,',
    'which the rules on breaches cover.',
  ],
  options: { council: { type: 'string' }, yes: { type: 'boolean' } },
  words: { least: 0, most: 0 },
  run: async (invocation) => {
    const { option, has, io, json } = invocation
    const id = option('council')
    if (id === undefined) throw new UsedWrongly('Say whose keys: --council ID')
    const told = await withInstallation(
      invocation,
      async (installation) => {
        const [council] = councilsMeant(installation, invocation)
        if (!council) throw new UsedWrongly('Say whose keys: --council ID')
        const lost = await countLostKeys(council.store, installation.keys)
        if (!has('yes')) return { lost, givenUp: 0 }
        return { lost, givenUp: await giveUpLostKeys(council.store, installation.keys, { by: operator, at: new Date().toISOString() }) }
      },
      { mayLackKeys: id },
    )
    if (json) io.out(JSON.stringify({ council: id, ...told }))
    else describe(io, { id, isDone: has('yes'), ...told })
    return told.lost > told.givenUp ? 1 : 0
  },
}

type Told = { readonly id: string; readonly lost: number; readonly givenUp: number; readonly isDone: boolean }

function describe(io: Io, { id, lost, givenUp, isDone }: Told): void {
  if (lost === 0) io.out(`${id}: nothing is lost, every value can be opened`)
  else if (!isDone) {
    io.out(`${id}: ${lost} keys of persons can be opened by none of the council’s keys.`)
    io.out(
      'Everything they seal would be lost for good. Put the copy of the keys back if there is one; if there is none, run this again with --yes.',
    )
  } else {
    io.out(`${id}: ${givenUp} keys given up; what they sealed now reads as erased`)
    if (lost > givenUp) io.out(`${lost - givenUp} stay because of a legal hold: what they seal cannot be read, and says so`)
    io.out('Copy the new keys now: docs/how-to/keys.md says how.')
  }
}
