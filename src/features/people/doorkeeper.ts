/** The single place where the server's door and the people of a council meet. */
import type { Doorkeeper } from '#http/doorkeeper.ts'
import { addSession, endSession, keyHolder, recordUse, sessionHolder, touchSession } from './store/sessions.ts'

/** A session is noted as used at most this often, so that reading a page writes nothing. */
const touchEveryMs = 60_000

export const doorkeeper: Doorkeeper = {
  signInPath: '/sign-in',

  async find({ store }, sessionId, now) {
    const found = await store.ask(sessionHolder, { hash: sessionId, now })
    if (found === undefined) return undefined
    if (Date.parse(now) - Date.parse(found.usedAt) > touchEveryMs) await store.transaction((tx) => touchSession(tx, sessionId, now))
    return found.known
  },

  open: ({ store }, session) => store.transaction((tx) => addSession(tx, session)),
  end: ({ store }, sessionId, now) => store.transaction((tx) => endSession(tx, sessionId, now)),
  findKeyHolder: ({ store }, hash, now) => store.ask(keyHolder, { hash, now }),
  record: ({ store }, use) => store.tell(recordUse, use),
}
