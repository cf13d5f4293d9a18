import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Started {
  readonly npm: ChildProcess
  /** npm first, then all that it started, PostgreSQL too, as process id and start time, which together name one process for ever. */
  readonly family: readonly string[]
}

describe('npm start', { skip: process.platform !== 'linux' && 'needs /proc' }, () => {
  const data = mkdtempSync(join(tmpdir(), 'folkmoot-start-'))
  let port: number
  before(async () => {
    port = await freePort()
  })
  after(() => rmSync(data, { recursive: true, force: true }))

  async function started(): Promise<Started> {
    const env = { ...process.env, PORT: String(port), FOLKMOOT_DATA: data }
    const npm = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] })
    const words: string[] = []
    npm.stderr.on('data', (chunk: Buffer) => words.push(chunk.toString()))
    await untilReady(`http://127.0.0.1:${port}/readyz`, npm).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${words.join('')}`)
    })
    return { npm, family: descendants(npm.pid ?? 0, data) }
  }

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const [index, target] of ['npm', 'wrapper', 'server'].entries()) {
      test(`leaves no process behind, PostgreSQL neither, after ${signal} to ${target}`, { timeout: 180_000 }, async () => {
        const { family } = await started()
        assert.ok(
          family.some((member) => commandOf(member).includes('postgres')),
          'PostgreSQL runs',
        )
        process.kill(Number(family[index]?.split(' ')[0]), signal)
        assert.deepEqual(await livingAfter(20_000, family), [])
      })
    }
  }
})

/** npm, wrapper and server come first, in this order: each is the first child of the one before. */
function descendants(npm: number, data: string): string[] {
  const all = globSync('/proc/[0-9]*').flatMap((path) => statOf(Number(path.slice(6))) ?? [])
  const found = [npm]
  for (const parent of found) found.push(...all.filter((stat) => stat.parent === parent).map((stat) => stat.pid))
  const detached = all
    .filter((stat) => !found.includes(stat.pid) && commandOf(`${stat.pid} ${stat.begun}`).includes(data))
    .map((stat) => stat.pid)
  return [...found, ...detached].flatMap((pid) => all.filter((stat) => stat.pid === pid).map((stat) => `${pid} ${stat.begun}`))
}

function statOf(pid: number): { pid: number; parent: number; begun: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : { pid, parent: Number(fields[1]), begun: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

function commandOf(member: string): string {
  try {
    return readFileSync(`/proc/${member.split(' ')[0]}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** Who of the family still lives when the time (milliseconds) is up, with their command lines. */
async function livingAfter(limit: number, family: readonly string[]): Promise<string[]> {
  const end = performance.now() + limit
  for (;;) {
    const living = family.filter((member) => statOf(Number(member.split(' ')[0]))?.begun === member.split(' ')[1])
    if (living.length === 0 || performance.now() > end) return living.map((member) => `${member} ${commandOf(member)}`)
    await wait(100)
  }
}

async function untilReady(url: string, npm: ChildProcess): Promise<void> {
  const end = performance.now() + 150_000
  while (performance.now() < end) {
    if (npm.exitCode !== null || npm.signalCode !== null) throw new Error(`npm start ended with ${npm.exitCode ?? npm.signalCode}`)
    const reply = await fetch(url).catch(() => undefined)
    await reply?.arrayBuffer()
    if (reply?.status === 200) return
    await wait(100)
  }
  throw new Error(`${url} did not answer 200`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
