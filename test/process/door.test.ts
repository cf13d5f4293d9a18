import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { after, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { smallCheckout } from './small-checkout.ts'

const Pids = z.object({ server: z.number(), wrapper: z.number(), node: z.string() })

describe('a server started by npm', () => {
  const checkout = smallCheckout()
  after(() => checkout[Symbol.dispose]())

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const target of ['npm', 'wrapper', 'server'] as const) {
      test(`leaves nobody behind after ${signal} to ${target}`, async () => {
        const npm = spawn('npm', ['start'], { cwd: checkout.folder, stdio: ['ignore', 'pipe', 'ignore'] })
        const pids = { npm: pidOf(npm), ...(await firstWords(npm)) }
        process.kill(pids[target], signal)
        assert.deepEqual(await livingAfter(5000, [pids.npm, pids.wrapper, pids.server]), [])
      })
    }
  }

  test('stops when npx, which started it, is killed outright', async () => {
    const npx = spawn('npm', ['exec', '--offline', '--', 'node', 'bin/folkmoot.mjs', 'start'], {
      cwd: checkout.folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const { wrapper, server } = await firstWords(npx)
    npx.kill('SIGKILL')
    assert.deepEqual(await livingAfter(5000, [pidOf(npx), wrapper, server]), [])
  })
})

describe('the door', () => {
  const checkout = smallCheckout()
  after(() => checkout[Symbol.dispose]())
  const door = (...args: string[]) =>
    spawn(process.execPath, ['bin/folkmoot.mjs', ...args], { cwd: checkout.folder, stdio: ['ignore', 'pipe', 'ignore'] })

  test('ends with the exit code of what it ran', async () => {
    assert.deepEqual(await once(door('exit', '7'), 'exit'), [7, null])
  })

  test('dies of the signal its program died of', async () => {
    assert.deepEqual(await once(door('die', 'SIGKILL'), 'exit'), [null, 'SIGKILL'])
  })

  test('hands on Ctrl-C and waits for an orderly end', async () => {
    const child = door('start')
    await firstWords(child)
    child.kill('SIGINT')
    assert.deepEqual(await once(child, 'exit'), [0, null])
  })

  test('says what is missing when a command has no program', async () => {
    const child = spawn(process.execPath, ['bin/folkmoot.mjs', 'bench'], { cwd: checkout.folder, stdio: ['ignore', 'ignore', 'pipe'] })
    const [words, [code]] = await Promise.all([textOf(child), once(child, 'exit')])
    assert.deepEqual([words.trim(), code], ['folkmoot: this checkout has no bench/main.ts', 1])
  })
})

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('not started')
  return child.pid
}

/** npm prints what it runs first; the first line of JSON is the server's. */
async function firstWords(child: ChildProcess): Promise<z.infer<typeof Pids>> {
  if (child.stdout === null) throw new Error('started without an output')
  for await (const line of createInterface(child.stdout)) if (line.startsWith('{')) return Pids.parse(JSON.parse(line))
  throw new Error('ended without a word')
}

async function textOf(child: ChildProcess): Promise<string> {
  const chunks: string[] = []
  for await (const chunk of child.stderr ?? []) chunks.push(String(chunk))
  return chunks.join('')
}

/** Those still there when the time (milliseconds) is up; returns as soon as nobody is. */
async function livingAfter(limit: number, pids: readonly number[]): Promise<number[]> {
  const end = performance.now() + limit
  for (;;) {
    const living = pids.filter(isLiving)
    if (living.length === 0 || performance.now() > end) return living
    await wait(50)
  }
}

function isLiving(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
