/** The database inside the server, where processes end and disks are full. What it is when all is well is beside its code. */
import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbedded } from '#store/embedded/index.ts'
import { isAlive } from '#store/embedded/postmaster.ts'
import { StoreFailure } from '#store/failure.ts'
import { MasterKeys } from '#store/keys.ts'
import { migrate } from '#store/migrate.ts'
import { type CouncilStore, openStore } from '#store/store.ts'
import { query } from '#test/kit/query.ts'

const isRoot = process.getuid?.() === 0
const rootOnly = isRoot ? {} : { skip: 'needs root' }
const home = mkdtempSync(join(tmpdir(), 'folkmoot-embedded-'))
chmodSync(home, 0o755)
after(() => rmSync(home, { recursive: true, force: true }))

const postmasterOf = (folder: string) => Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
const hasCode = (code: string) => (error: unknown) => error instanceof StoreFailure && error.code === code && error.help.length > 10

async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await isSo()) return
    await pause(25)
  }
  assert.fail(`never: ${what}`)
}

/** A process of its own that starts the database, adds rows, and prints each number once it has been acknowledged. */
function startWriter(folder: string, options: { uid?: number } = {}): { child: ChildProcess; lines: string[] } {
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(import.meta.resolve('#store/embedded/index.ts'))})
    const { default: pg } = await import(${JSON.stringify(import.meta.resolve('pg'))})
    const server = await startEmbedded({ folder: ${JSON.stringify(folder)} }).catch((error) => { console.log(error.code + ' ' + error.message); process.exit(3) })
    const client = new pg.Client(server.migrator)
    await client.connect()
    await client.query('create table if not exists ack (n serial primary key)')
    console.log('ready ' + process.pid)
    for (;;) console.log('ack ' + (await client.query('insert into ack default values returning n')).rows[0].n)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'], ...options })
  const lines: string[] = []
  child.stdout?.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)))
  return { child, lines }
}

const acknowledged = (lines: readonly string[]) => lines.filter((line) => line.startsWith('ack ')).map((line) => Number(line.slice(4)))

async function assertKept(folder: string, lines: readonly string[]): Promise<void> {
  const server = await startEmbedded({ folder })
  const kept = new Set((await query(server.migrator, 'select n from ack')).map(({ n }) => n))
  await server.stop()
  const promised = acknowledged(lines)
  assert.ok(promised.length > 10, `only ${promised.length} rows were acknowledged`)
  assert.deepEqual(
    promised.filter((n) => !kept.has(n)),
    [],
  )
}

test('refuses a second process on the same folder, naming the first, which goes on', async () => {
  const folder = join(home, 'two')
  const server = await startEmbedded({ folder })
  const { child, lines } = startWriter(folder)
  await new Promise((resolve) => child.once('exit', resolve))
  assert.match(lines.join(), new RegExp(`^already-running Another Folkmoot \\(process ${process.pid}\\)`))
  assert.equal((await query(server.app, 'select 1 as one'))[0]?.['one'], 1)
  await server.stop()
})

for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
  test(`leaves no PostgreSQL behind when we end by ${signal}, and loses nothing acknowledged`, async () => {
    const folder = join(home, signal)
    const { child, lines } = startWriter(folder)
    await until(() => acknowledged(lines).length > 20, 'rows acknowledged')
    const pid = postmasterOf(folder)
    child.kill(signal)
    await until(() => !isAlive(pid), 'the database ended')
    await assertKept(folder, lines)
  })
}

test('stops a PostgreSQL whose process and watchdog were both killed, and starts it anew', {
  skip: process.platform !== 'linux' && 'needs /proc',
}, async () => {
  const folder = join(home, 'orphan')
  const { child, lines } = startWriter(folder)
  await until(() => acknowledged(lines).length > 20, 'rows acknowledged')
  const pid = postmasterOf(folder)
  const watchdogs = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && commandOf(name).includes(`folkmoot-watchdog\0${folder}/`))
  assert.equal(watchdogs.length, 1)
  for (const watchdog of watchdogs) process.kill(Number(watchdog), 'SIGKILL')
  child.kill('SIGKILL')
  await pause(300)
  assert.equal(isAlive(pid), true, 'an orphan was made')
  await assertKept(folder, lines)
  assert.equal(isAlive(pid), false)
})

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

test('brings PostgreSQL back after its own kill -9, and the store goes on by itself', async () => {
  const folder = join(home, 'crash')
  const heard: string[] = []
  const server = await startEmbedded({ folder, onEvent: (sentence) => heard.push(sentence) })
  await migrate(server)
  const store = await openStore({ server, keys: new MasterKeys(join(folder, 'keys')) })
  await store.register('north')
  const north = store.council('north')
  const write = (n: number) =>
    north.tell(
      {
        name: 'crash',
        write: async ({ tx, log }, items: readonly number[]) => {
          await log.appendEach(
            tx,
            items.map((item) => ({ stream: `s/${item}`, facts: [{ kind: 'k', at: '2026-11-23T09:00:00.000Z', by: 'b', data: null }] })),
          )
          return items
        },
      },
      n,
    )
  const kept: number[] = []
  for (let n = 0; n < 20; n += 1) kept.push(await write(n))
  process.kill(postmasterOf(folder), 'SIGKILL')
  await until(() => heard.includes('The database is running again.'), 'running again')
  await until(async () => (await write(99).catch(() => undefined)) !== undefined, 'writing again')
  const found = await north.transaction((tx) =>
    north.log.factsOfEach(
      tx,
      kept.map((n) => `s/${n}`),
    ),
  )
  assert.equal(found.size, kept.length)
  await store.close()
  await server.stop()
})

test('works below a path too long for a socket, by a private folder elsewhere', async () => {
  const folder = join(home, 'long-'.repeat(20))
  const server = await startEmbedded({ folder })
  assert.deepEqual(await query(server.app, 'select 1 as one'), [{ one: 1 }])
  assert.ok(!String(server.app.host).startsWith(folder))
  await server.stop()
  chmodSync(String(server.app.host), 0o777)
  await assert.rejects(startEmbedded({ folder }), hasCode('socket-folder-unsafe'))
  rmSync(String(server.app.host), { recursive: true })
})

test('says clearly why it cannot run: a user without a name, a way that is closed, data of another version', rootOnly, async () => {
  const folder = join(home, 'nameless')
  mkdirSync(folder)
  chownSync(folder, 54321, 54321)
  const { child, lines } = startWriter(folder, { uid: 54321 })
  await new Promise((resolve) => child.once('exit', resolve))
  assert.match(lines.join(), /^nameless-user The user id 54321 has no name/)
  const closed = join(home, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  await assert.rejects(startEmbedded({ folder: join(closed, 'here') }), hasCode('folder-closed'))
  writeFileSync(join(home, 'two', 'data', 'PG_VERSION'), '14\n')
  await assert.rejects(startEmbedded({ folder: join(home, 'two') }), hasCode('data-of-other-version'))
})

test('runs as an ordinary user from a folder of theirs', rootOnly, async () => {
  const folder = join(home, 'ordinary')
  mkdirSync(folder)
  chownSync(folder, 1, 1)
  const { child, lines } = startWriter(folder, { uid: 1 })
  await until(() => acknowledged(lines).length > 5, `rows acknowledged: ${lines[0]}`)
  const pid = postmasterOf(folder)
  child.kill('SIGTERM')
  await until(() => !isAlive(pid), 'the database ended')
})

test('keeps what it acknowledged when the disk is full, says so, and goes on once there is room', {
  ...rootOnly,
  timeout: 120_000,
}, async () => {
  const folder = join(home, 'small')
  mkdirSync(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=220m,mode=755', 'tmpfs', folder])
  try {
    await fillTheDisk(folder)
  } finally {
    execFileSync('umount', ['-l', folder])
  }
})

async function fillTheDisk(folder: string): Promise<void> {
  const server = await startEmbedded({ folder })
  const store = await openStore({ server, keys: new MasterKeys(join(home, 'small-keys')) })
  try {
    await migrate(server)
    await store.register('north')
    await fillUp(store.council('north'), folder)
  } finally {
    await store.close()
    await server.stop()
  }
}

async function fillUp(north: CouncilStore, folder: string): Promise<void> {
  const fact = { kind: 'k', at: '2026-11-23T09:00:00.000Z', by: 'b', data: randomBytes(150_000).toString('base64') }
  const write = (stream: string) => north.transaction((tx) => north.log.append(tx, { stream, facts: [fact] }))
  const { bavail, bsize } = statfsSync(folder)
  const ballast = join(folder, 'ballast')
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - 6_000_000))
  const kept: string[] = []
  let refusal: unknown
  const refused = (error: unknown) => {
    refusal = error
  }
  for (let n = 0; n < 500 && refusal === undefined; n += 1) await write(`s/${n}`).then(() => kept.push(`s/${n}`), refused)
  assert.ok(kept.length > 0)
  assert.ok(hasCode('disk-full')(refusal) || hasCode('database-away')(refusal), String(refusal))
  rmSync(ballast)
  const isWritten = () =>
    write('after').then(
      () => true,
      () => false,
    )
  await until(isWritten, 'writing again')
  const found = await north.transaction((tx) => north.log.factsOfEach(tx, kept))
  assert.equal(found.size, kept.length)
}
