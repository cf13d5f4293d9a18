/** The single place that starts the real server in a process of its own, to be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isRecord } from '#store/json.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type RunningServer = {
  readonly url: string
  isAlive(): boolean
  /** Ends it with kill -9, and resolves when it is gone. */
  kill(): Promise<void>
}

/** Starts it and waits until it says where it listens. @throws Error with its own words when it ends instead */
export async function startServer(environment: Readonly<Record<string, string>>): Promise<RunningServer> {
  const env = { ...process.env, PORT: '0', FOLKMOOT_DEMO: 'no', FOLKMOOT_POSTS_PER_MINUTE: '1000000', ...environment }
  const child = spawn(process.execPath, ['src/app/cli/main.ts', 'start', '--json'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()))
  const url = await urlOf(child)
  return {
    url,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Waits until the server answers as ready. */
export async function untilReady({ url }: Pick<RunningServer, 'url'>): Promise<void> {
  for (const end = performance.now() + 60_000; performance.now() < end; await pause(20)) {
    const reply = await fetch(`${url}/readyz`).catch(() => undefined)
    await reply?.arrayBuffer().catch(() => undefined)
    if (reply?.status === 200) return
  }
  throw new Error('the server did not become ready within a minute')
}

function urlOf(child: ChildProcess): Promise<string> {
  const words: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => words.push(chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the server ended instead of starting: ${words.join('')}`)))
    if (child.stdout === null) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      words.push(`${line}\n`)
      const said: unknown = line.startsWith('{') ? JSON.parse(line) : undefined
      if (isRecord(said) && typeof said['url'] === 'string') resolve(said['url'])
    })
  })
}
