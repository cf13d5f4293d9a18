/** The single place where tests start a PostgreSQL that speaks TLS over the network of this machine: Debian's, for ours comes without. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeCertificate } from './certificate.ts'

const binaries = '/usr/lib/postgresql/15/bin'

/** For `test`: why nothing is tried here; false with `CI=true`, where a missing server fails instead. */
export const skipWithoutDebian =
  existsSync(binaries) || process.env['CI'] === 'true' ? false : 'LOUDLY SKIPPED: no PostgreSQL of Debian (apt-get install postgresql-15)'

export type TlsServer = {
  readonly port: number
  /** File of the certificate that its own is checked by. */
  readonly authority: string
  stop(): Promise<void>
}

/** Its certificate is for `localhost` and nothing else. `isPlain`: it speaks no TLS. */
export async function startTlsServer({ isPlain = false } = {}): Promise<TlsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-tls-'))
  const runAs = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined
  const data = join(folder, 'data')
  const { cert, key } = makeCertificate(new Date())
  const files = { authority: join(folder, 'authority.pem'), key: join(folder, 'key.pem') }
  writeFileSync(files.authority, cert)
  writeFileSync(files.key, key, { mode: 0o600 })
  if (runAs) for (const path of [folder, files.key]) chownSync(path, runAs.uid, runAs.gid)
  chmodSync(folder, 0o711)
  execFileSync(join(binaries, 'initdb'), ['-D', data, '-U', 'owner', '--auth=trust', '--no-sync'], { ...runAs, cwd: '/', stdio: 'ignore' })
  const port = await freePort()
  const tls = { ssl: 'on', ssl_cert_file: files.authority, ssl_key_file: files.key }
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off', ...(isPlain ? {} : tls) }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...flags], { ...runAs, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  await untilReady(server)
  const stop = async () => {
    server.kill('SIGINT')
    while (server.exitCode === null && server.signalCode === null) await pause(20)
    rmSync(folder, { recursive: true, force: true })
  }
  return { port, authority: files.authority, stop }
}

async function untilReady(server: ChildProcess): Promise<void> {
  let said = ''
  for await (const part of server.stderr ?? []) {
    said += String(part)
    if (said.includes('ready to accept connections')) return void server.stderr?.resume()
  }
  throw new Error(`the server did not start: ${said}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
