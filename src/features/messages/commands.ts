/** The single place where a message is handed over: in the sender's own transaction, so that it goes out if and only if that commits. */
import type { Db } from '#store/db.ts'
import type { Message } from './domain.ts'
import { addMessages, deleteAbout } from './store.ts'

/** Hands one message over. */
export function send(tx: Db, message: Message): Promise<void> {
  return addMessages(tx, [message])
}

/** Hands many messages over with one statement. */
export function sendEach(tx: Db, messages: readonly Message[]): Promise<void> {
  return addMessages(tx, messages)
}

/** Erases what was said about something, such as a case whose personal values are erased. */
export function forgetAbout(tx: Db, about: readonly string[]): Promise<void> {
  return deleteAbout(tx, about)
}
