/** `folkmoot rotate-keys`: a council gets a new key, everything is wrapped anew, and the old key is forgotten. */
import { rotateKeys as rotate } from '#store/rotation.ts'
import { features } from '../../features.ts'
import { type Command, UsedWrongly } from '../command.ts'
import { councilsMeant, withInstallation } from '../installation.ts'

export const rotateKeys: Command = {
  name: 'rotate-keys',
  summary: 'Give a council a new key and forget the old one',
  usage: 'rotate-keys --council ID [--resume] [--exposed]',
  help: [
    '--council ID   whose key',
    '--resume       go on with a rotation that was stopped',
    '--exposed      others may have read the old key: it does not vouch for the new one, and councils that take your services compare it by phone',
    '',
    'Back the new key up at once: docs/how-to/keys.md says how.',
  ],
  options: { council: { type: 'string' }, resume: { type: 'boolean' }, exposed: { type: 'boolean' } },
  words: { least: 0, most: 0 },
  run: async (invocation) => {
    const { option, has, io, json } = invocation
    if (option('council') === undefined) throw new UsedWrongly('Say whose key: --council ID')
    const wrapped = await withInstallation(invocation, async (installation) => {
      const [council] = councilsMeant(installation, invocation)
      if (!council) throw new UsedWrongly('Say whose key: --council ID')
      return rotate(council.store, {
        keys: installation.keys,
        isResumed: has('resume'),
        isExposed: has('exposed'),
        resealers: features.flatMap(({ reseal }) => reseal ?? []),
        onProgress: (count) => io.progress(`${count} wrapped anew`),
      })
    })
    io.out(
      json ? JSON.stringify({ council: option('council'), wrapped }) : `${option('council')}: ${wrapped} keys and sealed values done anew`,
    )
    return 0
  },
}
