import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { skipWithoutDebian, startTlsServer, type TlsServer } from '#test/kit/tls-server.ts'
import { StoreFailure } from './failure.ts'
import { serverAt } from './server.ts'

const failsWith = (code: string, message: RegExp, help: RegExp) => (error: unknown) =>
  error instanceof StoreFailure && error.code === code && message.test(error.message) && help.test(error.help)

describe('a database server over TLS', { skip: skipWithoutDebian }, () => {
  const servers: TlsServer[] = []
  const started = async (...options: Parameters<typeof startTlsServer>) => {
    const server = await startTlsServer(...options)
    servers.push(server)
    return server
  }
  let checked: TlsServer
  before(async () => {
    checked = await started()
  })
  after(() => Promise.all(servers.map((server) => server.stop())))
  const url = (host: string, query: string, { port }: TlsServer = checked) => `postgres://owner@${host}:${port}/postgres?${query}`
  const trusting = () => `sslmode=verify-full&sslrootcert=${encodeURIComponent(checked.authority)}`

  test('is reached when its certificate is of an authority we are told of, and for its name', async () => {
    const server = await serverAt(url('localhost', trusting()))
    await server.stop()
  })

  test('of an authority nobody told us of is refused, with how to tell', async () => {
    await assert.rejects(
      serverAt(url('localhost', 'sslmode=verify-full')),
      failsWith('server-not-trusted', /self-signed certificate/, /sslrootcert=/),
    )
  })

  test('under a name that its certificate is not for is refused, with what it was called', async () => {
    await assert.rejects(
      serverAt(url('127.0.0.1', trusting())),
      failsWith('server-not-trusted', /127\.0\.0\.1 is not in the cert/, /name that stands in its certificate/),
    )
  })

  test('that speaks no TLS is refused when it is asked for', async () => {
    const plain = await started({ isPlain: true })
    await assert.rejects(serverAt(url('localhost', trusting(), plain)), failsWith('server-not-trusted', /does not support SSL/, /ssl = on/))
  })

  test('whose authority is in a file that is not there is said to be so', async () => {
    await assert.rejects(
      serverAt(url('localhost', 'sslmode=verify-full&sslrootcert=/nowhere/ca.pem')),
      failsWith('server-not-trusted', /\/nowhere\/ca\.pem/, /sslrootcert=/),
    )
  })
})
