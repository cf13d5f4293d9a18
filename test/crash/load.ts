/** The single place for the residents who go on sending while the server is killed, and remember what they were told. */
import { setTimeout as pause } from 'node:timers/promises'
import { isRecord } from '#store/json.ts'
import { newId } from '#store/uuid.ts'
import { club } from './club.ts'

const sendersAtOnce = 8

export class Load {
  /** What was acknowledged: the sender's id and the reference they were given. */
  readonly acknowledged = new Map<string, string>()
  /** Sent, and never answered: it may have arrived or not. */
  readonly unanswered = new Set<string>()
  readonly #key: string
  #isOn = false
  #senders: Promise<void>[] = []

  constructor(key: string) {
    this.#key = key
  }

  begin(url: string): void {
    this.#isOn = true
    this.#senders = Array.from({ length: sendersAtOnce }, () => this.#sendUntilEnd(url))
  }

  async end(): Promise<void> {
    this.#isOn = false
    await Promise.all(this.#senders)
  }

  /** Waits until so many more have been acknowledged than now. */
  async untilMore(count: number): Promise<void> {
    const goal = this.acknowledged.size + count
    for (const end = performance.now() + 30_000; this.acknowledged.size < goal; await pause(2)) {
      if (performance.now() > end) throw new Error('nothing was acknowledged within half a minute')
    }
  }

  /** Sends again what was never answered. @throws Error when one is still not acknowledged */
  async sendAgain(url: string): Promise<void> {
    for (const id of this.unanswered) {
      const reference = await this.send(url, id)
      if (reference === undefined) throw new Error(`${id} was not acknowledged although the server is ready`)
      this.acknowledged.set(id, reference)
      this.unanswered.delete(id)
    }
  }

  /** The reference, or undefined when no acknowledgement came. @throws Error when it is refused, which is never right here */
  async send(url: string, id: string): Promise<string | undefined> {
    try {
      const reply = await fetch(`${url}/api/v1/services/${club}/submissions/${id}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${this.#key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ answers: answersOf(id) }),
      })
      const said: unknown = await reply.json()
      if (reply.status >= 500) return undefined
      if (reply.ok && isRecord(said) && typeof said['reference'] === 'string') return said['reference']
      throw new Refused(`${id} was refused: ${reply.status} ${JSON.stringify(said)}`)
    } catch (error) {
      if (error instanceof Refused) throw error
      return undefined
    }
  }

  async #sendUntilEnd(url: string): Promise<void> {
    while (this.#isOn) {
      const id = newId()
      this.unanswered.add(id)
      const reference = await this.send(url, id)
      if (reference === undefined) {
        await pause(10)
        continue
      }
      this.acknowledged.set(id, reference)
      this.unanswered.delete(id)
    }
  }
}

class Refused extends Error {}

/** Each is another person at another home, since a home can be sent once. */
function answersOf(id: string): Readonly<Record<string, unknown>> {
  const uprn = String(Number.parseInt(id.replaceAll('-', '').slice(-12), 16) % 1e12).padStart(12, '1')
  return {
    full_name: `Ada ${id}`,
    email: 'ada@example.org',
    home: { uprn, lines: ['1 Court Lane'], town: 'Northby', postcode: 'NB1 1AA' },
    age: 30,
  }
}
