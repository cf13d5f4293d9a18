/** `folkmoot check`: every fault of every pack, with its place and the way out. */
import { type Fault, isProofFault } from '#core/index.ts'
import type { Command, Io } from '../command.ts'
import { loadProvedPacks, type ProvedPack } from '../packs.ts'

export const check: Command = {
  name: 'check',
  summary: 'Check packs and name every fault with its place and the way out',
  usage: 'check [PACK…]',
  help: [
    'PACK is a folder, or the name of a pack in packs/. Without one, all in packs/ are checked.',
    'What is checked includes proof: pages nobody reaches, tables with gaps, figures that fail. Warnings do not make a pack faulty.',
  ],
  options: {},
  words: { least: 0, most: 100 },
  run: async ({ positionals, json, io }) => {
    const packs = await loadProvedPacks(positionals)
    if (json)
      io.out(
        JSON.stringify(
          packs.map(({ pack, version, faults, warnings }) => ({
            pack,
            version: version ?? null,
            faults: [...faults, ...warnings].map((fault) => ({ severity: 'fault', ...fault })),
          })),
          null,
          2,
        ),
      )
    else for (const pack of packs) describe(pack, io)
    return packs.some((pack) => pack.faults.length > 0) ? 1 : 0
  },
}

function describe({ pack, version, faults, warnings, scenarios }: ProvedPack, io: Io): void {
  const count = (number: number, one: string): string => `${number} ${number === 1 ? one : `${one}s`}`
  const noted = warnings.length === 0 ? '' : `, ${count(warnings.length, 'warning')}`
  if (faults.length === 0) io.out(`${pack}: fine${noted}, ${scenarios.length} scenarios, ${version}`)
  else io.out(`${pack}: ${count(faults.length, 'fault')}${noted}`)
  for (const fault of [...faults, ...warnings]) io.out(describeFault(fault))
}

/** A fault with its place and the way out. */
export function describeFault(fault: Fault): string {
  const { file, line, column, code, message, help } = fault
  const noted = isProofFault(fault) && fault.severity === 'warning' ? 'warning: ' : ''
  return `  ${file}:${line}:${column}  ${noted}${message} (${code})\n      ${help}`
}
