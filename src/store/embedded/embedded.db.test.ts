import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { query } from '#test/kit/query.ts'
import { startEmbedded } from './index.ts'
import { isAlive } from './postmaster.ts'

const isRoot = process.getuid?.() === 0
const home = mkdtempSync(join(tmpdir(), 'folkmoot-embedded-'))
chmodSync(home, 0o755)
after(() => rmSync(home, { recursive: true, force: true }))

test('listens on a private unix socket only, lets in nobody but us, and is gone once stopped', async () => {
  const folder = join(home, 'plain')
  const server = await startEmbedded({ folder })
  const pid = Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
  assert.deepEqual(
    await query(
      server.app,
      `select current_user::text as role, current_setting('listen_addresses') as tcp, current_setting('fsync') as fsync`,
    ),
    [{ role: 'folkmoot_app', tcp: '', fsync: 'on' }],
  )
  const rules = readFileSync(join(folder, 'data', 'pg_hba.conf'), 'utf8')
  assert.equal(rules.trim(), 'local all all peer map=folkmoot')
  assert.equal(
    (await query(server.migrator, `select datlocprovider::text as provider from pg_database where datname = 'folkmoot'`))[0]?.['provider'],
    'b',
  )
  if (isRoot) {
    assert.equal(execFileSync('stat', ['-c', '%u', `/proc/${pid}`], { encoding: 'utf8' }).trim(), '65534')
    const intruder = `const { default: pg } = await import(${JSON.stringify(import.meta.resolve('pg'))})
      const client = new pg.Client({ host: ${JSON.stringify(join(folder, 'run'))}, user: 'folkmoot_app', database: 'folkmoot' })
      await client.connect().then(() => console.log('in'), (error) => console.log(error.message)); process.exit(0)`
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', intruder], {
      uid: 65534,
      gid: 65534,
      encoding: 'utf8',
      cwd: '/',
    })
    assert.match(said, /[Pp]eer authentication failed/)
  }
  await server.stop()
  assert.equal(isAlive(pid), false)
})

test('makes the links of the libraries that an installation without scripts leaves out', () => {
  const programs = readdirSync(join(home, 'plain')).find((name) => name.startsWith('postgres-18'))
  assert.ok(existsSync(join(home, 'plain', String(programs), 'lib', 'libicuuc.so.60')))
})
