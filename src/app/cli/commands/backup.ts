/** `folkmoot backup`: everything but the keys, in one file, while the service goes on. */
import { access, constants } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { backup as backUp } from '#store/backup.ts'
import { type Command, NotDone } from '../command.ts'
import { councilsMeant, withInstallation } from '../installation.ts'

export const backup: Command = {
  name: 'backup',
  summary: 'Write everything but the keys to one file, while the service goes on',
  usage: 'backup FILE [--council ID]',
  help: [
    '--council ID   one council; without it, all',
    '',
    'Keep the councils’ keys somewhere else: without them nothing personal in the backup can be read.',
  ],
  options: { council: { type: 'string' } },
  words: { least: 1, most: 1 },
  run: async (invocation) => {
    const { positionals, io, json } = invocation
    const folder = dirname(resolve(positionals[0] ?? ''))
    await access(folder, constants.W_OK).catch(() => {
      throw new NotDone(`Nothing can be written in ${folder}. Check the path and who may write there`)
    })
    const result = await withInstallation(invocation, (installation) =>
      backUp({
        server: installation.database,
        to: positionals[0] ?? '',
        at: new Date().toISOString(),
        councils: councilsMeant(installation, invocation).map(({ id }) => id),
        onProgress: (rows) => io.progress(`${rows} rows`),
      }),
    )
    io.out(
      json
        ? JSON.stringify({ file: positionals[0], ...result }, null, 2)
        : `${positionals[0]}: ${result.rows} rows of ${result.councils.join(', ')}, ${result.digest}`,
    )
    return 0
  },
}
