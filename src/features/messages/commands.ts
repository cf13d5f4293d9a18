/** The single place where a message is handed over: in the sender's own transaction, so that it goes out if and only if that commits. */
import type { Db } from '#store/db.ts'
import type { Message } from './domain.ts'

export function send(tx: Db, message: Message): Promise<void> {
  throw new Error(`not yet: ${message.subject} ${typeof tx}`)
}
