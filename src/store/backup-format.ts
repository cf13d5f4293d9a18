/** The single place for what a backup file looks like: gzipped lines of JSON, the last of which seals those before it. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { StoreFailure } from './failure.ts'
import { isRecord } from './json.ts'

/** The first line: what the file is and what database it belongs into. `migrations` are checksums by name. */
export type BackupHeader = {
  readonly format: typeof FORMAT
  /** ISO instant, UTC. */
  readonly at: string
  readonly councils: readonly string[]
  readonly migrations: Readonly<Record<string, string>>
}

/** A line between first and last: the council, then a table of it, then its rows; jobs that still wait stand as a table called `jobs`.
 * A row stays the text it is: parsing it would put the members of its JSON into another order, and round long numbers. */
export type BackupLine =
  | { readonly council: string }
  | { readonly table: string; readonly columns: readonly string[] }
  | { readonly row: string }

export const FORMAT = 'folkmoot-backup-1'
/** How the line of a row begins. */
export const ROW = '{"row":'
export const JOBS_TABLE = 'jobs'

/**
 * Reads a backup line by line, the header first. The file is known to be whole only once the last line has been read.
 * @throws StoreFailure `not-a-backup`, `backup-damaged`
 */
export async function* readBackup(path: string): AsyncGenerator<{ header: BackupHeader } | BackupLine> {
  const digest = createHash('sha256')
  let [count, isSealed] = [0, false]
  for await (const text of linesOf(path)) {
    if (isSealed) throw damaged('it goes on after its end')
    const line = text.startsWith(ROW) ? { row: text.slice(ROW.length, -1) } : parsed(text)
    count += 1
    if (count === 1) yield { header: headerFrom(line) }
    else if ('digest' in line) {
      if (line['digest'] !== digest.digest('hex') || line['lines'] !== count - 1) throw damaged('what it says is not what was written')
      isSealed = true
      continue
    } else yield lineFrom(line)
    digest.update(text).update('\n')
  }
  if (!isSealed) throw damaged('its end is missing')
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const source = createReadStream(path)
  const unzipped = createGunzip()
  source.on('error', (error) => unzipped.destroy(error))
  source.pipe(unzipped)
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for await (const chunk of unzipped) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    if (error instanceof StoreFailure) throw error
    throw damaged(error instanceof Error ? error.message : String(error))
  }
  if (rest !== '') throw damaged('its last line is cut')
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const line: unknown = JSON.parse(text)
    if (isRecord(line)) return line
  } catch {
    // Said below.
  }
  throw damaged('a line of it is not JSON')
}

function headerFrom(line: Readonly<Record<string, unknown>>): BackupHeader {
  if (isHeader(line)) return line
  throw new StoreFailure({
    code: 'not-a-backup',
    message: `The file is no backup of the format ${FORMAT}.`,
    help: 'Check which file it is; newer formats need a newer Folkmoot.',
  })
}

function isHeader(line: unknown): line is BackupHeader {
  if (!isRecord(line) || line['format'] !== FORMAT) return false
  return typeof line['at'] === 'string' && Array.isArray(line['councils']) && isRecord(line['migrations'])
}

function lineFrom(line: unknown): BackupLine {
  if (isLine(line)) return line
  throw damaged('a line of it says nothing we know')
}

function isLine(line: unknown): line is BackupLine {
  if (!isRecord(line)) return false
  return (
    typeof line['council'] === 'string' ||
    typeof line['row'] === 'string' ||
    (typeof line['table'] === 'string' && Array.isArray(line['columns']))
  )
}

function damaged(why: string): StoreFailure {
  return new StoreFailure({
    code: 'backup-damaged',
    message: `The backup is damaged: ${why}.`,
    help: 'Use another copy of it, or an older backup. Nothing of this one was kept.',
  })
}
