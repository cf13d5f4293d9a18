import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Environment, readConfig } from './config.ts'

const configOf = (environment: Environment) => {
  const reading = readConfig(environment)
  assert.ok('config' in reading, JSON.stringify(reading.faults))
  return reading.config
}
const faultsOf = (environment: Environment) => readConfig(environment).faults.map(({ variable }) => variable)

describe('the configuration', () => {
  test('of an empty environment is a demonstration on this machine', () => {
    const { host, port, isDemo, databaseUrl, hasWorker } = configOf({ PORT: '' })
    assert.deepEqual(
      { host, port, isDemo, databaseUrl, hasWorker },
      { host: '127.0.0.1', port: 3000, isDemo: true, databaseUrl: undefined, hasWorker: true },
    )
  })

  test('with a database server is no demonstration', () => {
    assert.equal(configOf({ DATABASE_URL: 'postgres://a@b/c', FOLKMOOT_KEYS: '/keys', HOST: '0.0.0.0' }).isDemo, false)
  })

  test('refuses a demonstration on a database server or for other machines', () => {
    assert.deepEqual(faultsOf({ DATABASE_URL: 'postgres://a@b/c', FOLKMOOT_KEYS: '/keys', FOLKMOOT_DEMO: 'yes' }), ['DATABASE_URL'])
    for (const HOST of ['0.0.0.0', '::', '192.0.2.1', 'council.example', '127.council.example', '127.0.0.1.council.example'])
      assert.deepEqual(faultsOf({ HOST }), ['HOST'], HOST)
    for (const HOST of ['127.0.0.1', '127.5.5.5', '::1', 'localhost']) assert.deepEqual(faultsOf({ HOST }), [], HOST)
  })

  test('lets the PostgreSQL inside serve others when it is no demonstration', () => {
    assert.equal(configOf({ HOST: '0.0.0.0', FOLKMOOT_DEMO: 'no' }).isDemo, false)
  })

  test('names everything that is wrong, and the way out, without repeating secrets', () => {
    const reading = readConfig({ PORT: '70000', SMTP_URL: 'mail', FOLKMOOT_HTTPS: 'perhaps', DATABASE_URL: 'mysql://user:secret@host' })
    assert.deepEqual(
      reading.faults.map(({ variable }) => variable),
      ['PORT', 'SMTP_URL', 'FOLKMOOT_HTTPS', 'DATABASE_URL', 'FOLKMOOT_KEYS'],
    )
    assert.ok(reading.faults.every(({ help, message }) => help !== '' && !message.includes('secret')))
  })

  test('takes several folders of councils and packs', () => {
    assert.deepEqual(configOf({ FOLKMOOT_COUNCILS: '/a:/b' }).councilFolders, ['/a', '/b'])
    assert.match(configOf({}).packFolders[0] ?? '', /packs$/)
  })
})
