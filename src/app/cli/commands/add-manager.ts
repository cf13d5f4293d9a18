/** `folkmoot add-manager`: the first person of a council who can look after people and keys; all others are added on the pages. */
import { addManager as makeManager } from '#features/people/feature.ts'
import { type Command, NotDone, UsedWrongly } from '../command.ts'
import { councilsMeant, withInstallation } from '../installation.ts'

export const addManager: Command = {
  name: 'add-manager',
  summary: 'Make the first manager of a council known, who adds everybody else on the pages',
  usage: 'add-manager EMAIL --name NAME --council ID',
  help: ['EMAIL          where the sign-in link is sent', '--name NAME    who it is', '--council ID   which council'],
  options: { council: { type: 'string' }, name: { type: 'string' } },
  words: { least: 1, most: 1 },
  run: async (invocation) => {
    const { positionals, option, io, json } = invocation
    const [email = '', name] = [positionals[0], option('name')]
    if (name === undefined || option('council') === undefined)
      throw new UsedWrongly('Say who and where: folkmoot add-manager EMAIL --name NAME --council ID')
    const outcome = await withInstallation(invocation, async (installation) => {
      const [council] = councilsMeant(installation, invocation)
      return council && makeManager(council, { email, name })
    })
    if (outcome === 'not-an-email') throw new UsedWrongly('That is not an email address')
    if (outcome === 'email-taken')
      throw new NotDone('Somebody with this address is known already. Let a manager change what they may do at /staff/people')
    io.out(
      json ? JSON.stringify({ council: option('council'), added: true }) : 'Added. They can now sign in with a link sent to that address.',
    )
    return 0
  },
}
