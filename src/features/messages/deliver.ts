/** The single place that carries waiting messages out: by SMTP, or in demonstration mode by showing them only. */
import { createTransport, type Transporter } from 'nodemailer'
import type { Council } from '#http/council.ts'
import type { Start, Task } from '#http/feature.ts'
import { findNextTry, type KeptMessage } from './domain.ts'
import { mailOf } from './mail.ts'
import { deleteOld, findWaitingEmail, type Outcome, settle } from './store.ts'

const transports = new Map<string, Transporter>()

/** One connection pool per mail server; a server that does not answer within 20 seconds is tried again later. */
function transportTo(url: string): Transporter {
  const known = transports.get(url)
  if (known) return known
  const made = createTransport({ url, pool: true, maxConnections: 2 })
  transports.set(url, made)
  return made
}

/** Sends what waits; in the transaction that marks it, so that of several workers one sends each. */
export const deliverWaiting: Task = {
  name: 'messages.deliver',
  everySeconds: 1,
  async run(council, start) {
    let isMore = true
    while (isMore) isMore = await deliverOne(council, start)
  },
}

/** Deletes what went out long ago. */
export const disposeOld: Task = {
  name: 'messages.dispose',
  everySeconds: 3600,
  run: (council, { clock }) => council.store.transaction((tx) => deleteOld(tx, clock().toISOString())),
}

async function deliverOne(council: Council, start: Start): Promise<boolean> {
  return await council.store.transaction(async (tx) => {
    const now = start.clock().toISOString()
    const waiting = await findWaitingEmail(tx, now)
    if (waiting === undefined) return false
    const { id, tries, message } = waiting
    const outcome = message
      ? await tryToDeliver(council, start, message)
      : { tries, failure: 'the key that sealed it is gone', givenUpAt: now }
    await settle(tx, id, outcome)
    return true
  })
}

async function tryToDeliver(council: Council, start: Start, message: KeptMessage): Promise<Outcome> {
  const tries = message.tries + 1
  try {
    await deliver(council, start, message)
    return { tries, doneAt: start.clock().toISOString() }
  } catch (error) {
    const now = start.clock().toISOString()
    const nextTryAt = isForGood(error) ? undefined : findNextTry(now, tries)
    const failure = describe(error)
    return nextTryAt === undefined ? { tries, failure, givenUpAt: now } : { tries, failure, nextTryAt }
  }
}

async function deliver(council: Council, { demo, smtpUrl }: Start, message: KeptMessage): Promise<void> {
  if (demo) return
  if (smtpUrl === undefined) throw new Error('SMTP_URL is not set')
  await transportTo(smtpUrl).sendMail(mailOf(council, message))
}

/** A mail server answers 5xx when trying again is of no use (RFC 5321, 4.2.1). */
function isForGood(error: unknown): boolean {
  return error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number' && error.responseCode >= 500
}

/** What went wrong, without what the server quotes of the address. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error ? String(error.code) : error.name
  const response = 'responseCode' in error ? ` ${String(error.responseCode)}` : ''
  return error.message === 'SMTP_URL is not set' ? error.message : `${code}${response}`
}

/** Ends the connections to mail servers. */
export function hangUp(): void {
  for (const transport of transports.values()) transport.close()
  transports.clear()
}
