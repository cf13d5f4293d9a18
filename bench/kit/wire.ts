/** The single place that speaks HTTP for the bench: one kept connection, one request at a time, as little work as can be. */
import { connect, type Socket } from 'node:net'

/** `head` is the status line and the headers as they came. Text is Latin-1: a character for each byte. */
export type Answer = { readonly status: number; readonly head: string; readonly body: string }

type Asking = { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }

export class Wire {
  readonly #socket: Socket
  #received = ''
  #asking: Asking | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true).setEncoding('latin1')
    socket.on('data', (text: string) => this.#take(text))
    socket.on('error', (error) => this.#asking?.reject(error))
    socket.on('close', () => this.#asking?.reject(new Error('the server closed the connection')))
  }

  static open(port: number): Promise<Wire> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1' })
      socket.once('error', reject)
      socket.once('connect', () => resolve(new Wire(socket)))
    })
  }

  /** Sends a whole request as it stands and resolves with the whole answer. */
  ask(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#asking = { resolve, reject }
      this.#socket.write(request, 'latin1')
    })
  }

  close(): void {
    this.#asking = undefined
    this.#socket.destroy()
  }

  #take(text: string): void {
    this.#received += text
    const end = this.#received.indexOf('\r\n\r\n')
    if (end === -1) return
    const head = this.#received.slice(0, end)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (this.#received.length < end + 4 + length) return
    const body = this.#received.slice(end + 4)
    this.#received = ''
    this.#asking?.resolve({ status: Number(head.slice(9, 12)), head, body })
  }
}

export type Request = { readonly host: string; readonly cookie?: string; readonly form?: string; readonly accepts?: string }

/** A request as a browser sends it, without what does not matter here. */
export function requestFor(method: 'GET' | 'POST', path: string, { host, cookie, form, accepts }: Request): string {
  const lines = [`${method} ${path} HTTP/1.1`, `host: ${host}`]
  if (accepts !== undefined) lines.push(`accept-encoding: ${accepts}`)
  if (cookie) lines.push(`cookie: ${cookie}`)
  if (form !== undefined) {
    lines.push('content-type: application/x-www-form-urlencoded', 'sec-fetch-site: same-origin', `content-length: ${form.length}`)
  }
  return `${lines.join('\r\n')}\r\n\r\n${form ?? ''}`
}
