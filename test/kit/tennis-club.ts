/** The single place for the made-up service that tests of casework use: membership of a tennis club, in both languages. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Definition, prepare, type Prepared, readPack } from '#core/definition/index.ts'

const names = ['service.yaml', 'rules/admission.yaml', 'words.en.yaml', 'words.cy.yaml']

/** The folder that holds the folder of the pack. */
export const tennisClubFolder = fileURLToPath(new URL('.', import.meta.url))

/** The files of the pack, by path. */
export function tennisClubFiles(): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [name, readFileSync(new URL(`tennis-club/${name}`, import.meta.url), 'utf8')]))
}

export function tennisClubDefinition(): Definition {
  const { definition, faults } = readPack(tennisClubFiles())
  if (!definition) throw new Error(faults.map(({ file, line, message, help }) => `${file}:${line} ${message} ${help}`).join('\n'))
  return definition
}

let prepared: Prepared | undefined

/** The service, compiled once for all tests of a file. */
export function tennisClub(): Prepared {
  prepared ??= prepare(tennisClubDefinition())
  return prepared
}
