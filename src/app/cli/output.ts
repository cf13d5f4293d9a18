/** The single place where the command line meets the terminal. */
import type { Io } from './command.ts'

/** Writes to the process’s own streams. A reader that goes away (`| head`) ends the writing quietly. */
export function terminal(): Io {
  process.stdout.on('error', endQuietly)
  let isOpen = false
  const close = () => {
    if (isOpen) process.stderr.write('\n')
    isOpen = false
  }
  return {
    out: (line) => {
      close()
      process.stdout.write(`${line}\n`)
    },
    err: (line) => {
      close()
      process.stderr.write(`${line}\n`)
    },
    progress: (line) => {
      if (!process.stderr.isTTY) return
      process.stderr.write(`\r\u001b[K${line}`)
      isOpen = true
    },
  }
}

function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}

/** Columns under one another, two spaces between. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  '))
}
