import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cases } from '#features/cases/feature.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { services } from '#features/services/feature.ts'
import { publish } from '#features/services/index.ts'
import { allotmentFiles, sponsored } from '#test/kit/allotment.ts'
import { northHost, southHost, startApp } from '#test/kit/app.ts'
import { api } from './feature.ts'

const app = await startApp({ features: [messages, people, services, cases, api], settings: sponsored, demo: false })

test('a version is given by the councils that published it and by no other, whatever this server knows', async () => {
  const published = await publish(app.north, { files: await allotmentFiles(), by: 'mo', at: '2026-11-23T10:00:00.000Z' })
  assert.ok(published.state === 'published')
  const statusOf = async (host: string, service: string) => {
    const url = `/api/v1/services/${service}/versions/${published.version}`
    return (await app.browser(host).send({ method: 'GET', url })).status
  }
  assert.equal(await statusOf(northHost, 'allotment'), 200)
  assert.equal(await statusOf(northHost, 'another'), 404)
  assert.equal(await statusOf(southHost, 'allotment'), 404)
})
