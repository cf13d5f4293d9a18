/** `folkmoot export-person`: everything held about a person, for them to have. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asCsv, exportPerson, type PersonCopy } from '#features/records/index.ts'
import { type Command, NotDone } from '../command.ts'
import { withInstallation } from '../installation.ts'
import { personHelp, personMeant, refuseWithoutCouncil } from '../people.ts'

export const exportOne: Command = {
  name: 'export-person',
  summary: 'Copy everything held about a person, for them to have',
  usage: 'export-person PERSON --council ID [--to FILE]',
  help: [
    personHelp,
    '--council ID   at which council',
    '--to FILE      where it is written, readable by you alone: FILE.json, a folder FOLDER/ for JSON and CSV, or - for here',
  ],
  options: { council: { type: 'string' }, to: { type: 'string' } },
  words: { least: 1, most: 1 },
  run: async (invocation) => {
    const { option, io, json } = invocation
    refuseWithoutCouncil(invocation)
    const to = option('to') ?? '-'
    const copy = await withInstallation(invocation, async (installation) => {
      const { council, person } = await personMeant(installation, invocation)
      return exportPerson(council, person, new Date().toISOString())
    })
    if (to === '-') {
      io.out(JSON.stringify(copy, null, 2))
      return 0
    }
    const files = await write(copy, to)
    const entries = Object.fromEntries(Object.entries(copy.sections).map(([section, list]) => [section, list.length]))
    if (json) io.out(JSON.stringify({ person: copy.person, files, entries }, null, 2))
    else
      io.out(
        `${files.join(', ')}: ${Object.entries(entries)
          .map(([section, count]) => `${count} ${section}`)
          .join(', ')}`,
      )
    return 0
  },
}

async function write(copy: PersonCopy, to: string): Promise<readonly string[]> {
  const text = `${JSON.stringify(copy, null, 2)}\n`
  try {
    if (!to.endsWith('/')) {
      await writeFile(to, text, { mode: 0o600 })
      return [to]
    }
    await mkdir(to, { recursive: true, mode: 0o700 })
    const files = [join(to, 'person.json'), join(to, 'person.csv')] as const
    await writeFile(files[0], text, { mode: 0o600 })
    await writeFile(files[1], asCsv(copy), { mode: 0o600 })
    return files
  } catch (error) {
    throw new NotDone(`${to} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}
