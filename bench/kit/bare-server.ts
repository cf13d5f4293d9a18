/** The single place that starts the bare server in a process of its own. */
import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { freePort } from './folkmoot.ts'
import type { Answer } from './wire.ts'

export type BareServer = { readonly port: number; readonly pid: number; stop(): void }

/** A server that answers everything with the same bytes. `file` is where it reads them from. */
export async function startBareServer({ head, body }: Answer, file: string): Promise<BareServer> {
  writeFileSync(file, `${head}\r\n\r\n${body}`, 'latin1')
  const port = await freePort()
  const child = fork(fileURLToPath(new URL('./bare.ts', import.meta.url)), [file, String(port)])
  await new Promise((resolve, reject) =>
    child.once('message', resolve).once('exit', () => reject(new Error('the bare server did not start'))),
  )
  return { port, pid: child.pid ?? 0, stop: () => child.disconnect() }
}
