/** `folkmoot check`: every fault of every pack, with its place and the way out. */
import type { Fault } from '#core/index.ts'
import type { Command, Io } from '../command.ts'
import { loadPacks, type LoadedPack } from '../packs.ts'

export const check: Command = {
  name: 'check',
  summary: 'Check packs and name every fault with its place and the way out',
  usage: 'check [PACK…]',
  help: ['PACK is a folder, or the name of a pack in packs/. Without one, all in packs/ are checked.'],
  options: {},
  words: { least: 0, most: 100 },
  run: async ({ positionals, json, io }) => {
    const packs = await loadPacks(positionals)
    if (json)
      io.out(
        JSON.stringify(
          packs.map(({ pack, version, faults }) => ({ pack, version: version ?? null, faults })),
          null,
          2,
        ),
      )
    else for (const pack of packs) describe(pack, io)
    return packs.some((pack) => pack.faults.length > 0) ? 1 : 0
  },
}

function describe({ pack, version, faults, scenarios }: LoadedPack, io: Io): void {
  if (faults.length === 0) io.out(`${pack}: fine, ${scenarios.length} scenarios, ${version}`)
  else io.out(`${pack}: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`)
  for (const fault of faults) io.out(inWords(fault))
}

function inWords({ file, line, column, code, message, help }: Fault): string {
  return `  ${file}:${line}:${column}  ${message} (${code})\n      ${help}`
}
