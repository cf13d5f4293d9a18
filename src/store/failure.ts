/** The single place for what can go wrong with the database as a whole, each with its cause and the way out. */

import { DatabaseError } from 'pg'

/** A code in kebab-case, a message that says what is wrong and `help` that says the way out; shown by commands as they are. */
export class StoreFailure extends Error {
  readonly code: string
  readonly help: string
  constructor({ code, message, help, cause }: { code: string; message: string; help: string; cause?: unknown }) {
    super(message, cause === undefined ? {} : { cause })
    this.name = 'StoreFailure'
    this.code = code
    this.help = help
  }
}

/** The five-character SQLSTATE when PostgreSQL itself refused, undefined when the connection failed or the error is not its own. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof DatabaseError ? error.code : undefined
}

/** True when trying again a little later may help: the server is starting, stopping, gone for a moment, or out of room. */
export function isPassing(error: unknown): boolean {
  const state = sqlStateOf(error)
  if (state !== undefined) return /^(08|53|57P0)/.test(state)
  const code = codeOf(error)
  return code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ECONNRESET' || code === 'EPIPE' || isConnectionLoss(error)
}

/** True when the end of a transaction is unknown: the connection broke, or the server ended it, before we had its answer. */
export function isUndecided(error: unknown): boolean {
  if (error instanceof StoreFailure) return error.code === 'database-away'
  return isConnectionLoss(error) || /^57P0/.test(sqlStateOf(error) ?? '')
}

function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return /Connection terminated|Client has encountered a connection error|not queryable|Client was closed|timeout exceeded when trying to connect/.test(
    error.message,
  )
}

/** True when PostgreSQL undid a transaction because it and another waited for each other: the same again goes through. */
export function isClash(error: unknown): boolean {
  const state = sqlStateOf(error)
  return state === '40P01' || state === '40001'
}

/** Says in words that the disk is full or that the database is away; every other error is given back as it is. */
export function explained(error: unknown): unknown {
  if (sqlStateOf(error) === '53100') {
    return new StoreFailure({
      code: 'disk-full',
      message: 'The disk that holds the database is full, so nothing more could be saved.',
      help: 'Make room on that disk; what had been acknowledged is safe, and saving works again as soon as there is room.',
      cause: error,
    })
  }
  if (error instanceof StoreFailure || !isPassing(error)) return error
  return new StoreFailure({
    code: 'database-away',
    message: `The database does not answer at the moment: ${error instanceof Error ? error.message : String(error)}`,
    help: 'It may be starting again, or its disk may be full; what had been acknowledged is safe. Try again in a moment.',
    cause: error,
  })
}

/** The code of a system error such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
