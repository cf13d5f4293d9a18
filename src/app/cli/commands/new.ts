/** `folkmoot new`: a small working pack to start from. */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Command, NotDone, UsedWrongly } from '../command.ts'

const template = fileURLToPath(new URL('../../../../template', import.meta.url))
/** The id the template goes by, wherever it stands. */
const placeholder = 'my-service'
const id = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

export const newPack: Command = {
  name: 'new',
  summary: 'Start a new pack that works, to be made your own',
  usage: 'new PACK',
  help: ['PACK is the folder to make; its last part becomes the name of the service: lower-case words joined by hyphens.'],
  options: {},
  words: { least: 1, most: 1 },
  run: async ({ positionals, json, io }) => {
    const folder = resolve(positionals[0] ?? '')
    const name = basename(folder)
    if (!id.test(name) || name.length > 63)
      throw new UsedWrongly(`"${name}" can't be the name of a service: use lower-case words joined by hyphens, such as garden-waste`)
    await refuseToOverwrite(folder)
    const files = await copyTemplate(folder, name)
    if (json) io.out(JSON.stringify({ pack: name, folder, files }))
    else io.out(`${name} is in ${folder}. Make it your own, then: npx folkmoot check ${positionals[0]}`)
    return 0
  },
}

async function refuseToOverwrite(folder: string): Promise<void> {
  const there = await readdir(folder).catch(() => [])
  if (there.length > 0) throw new NotDone(`${folder} is there already and is not empty. Choose another name, or empty it first.`)
}

async function copyTemplate(folder: string, name: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  await cp(template, folder, { recursive: true })
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const file of files) await writeFile(file, (await readFile(file, 'utf8')).replaceAll(placeholder, name))
  return files.map((file) => file.slice(folder.length + 1)).sort()
}
