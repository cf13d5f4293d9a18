import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { sponsored } from '#test/kit/allotment.ts'
import { startApp, southHost } from '#test/kit/app.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { services } from './feature.ts'
import { publish } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'folkmoot-releases-'))
after(() => rmSync(folder, { recursive: true, force: true }))
cpSync(fileURLToPath(new URL('../../../test/kit', import.meta.url)), folder, { recursive: true })
const app = await startApp({ features: [messages, people, services], settings: sponsored, packFolders: [folder] })

const service = join(folder, 'allotment', 'service.yaml')
const change = (text: string) => writeFileSync(service, text)
const original = readFileSync(service, 'utf8')

describe('the page of releases', () => {
  const seen = async () => (await (await app.browserOf('manager')).get('/staff/services')).text

  test('is for managers and directors, and leads to the page about each service', async () => {
    assert.equal((await (await app.browserOf('officer')).get('/staff/services')).status, 403)
    const manager = await app.browserOf('manager')
    await manager.get('/staff')
    await manager.click('Services')
    assert.equal(manager.page.heading, 'What was released')
    assert.match(manager.page.text, /Rent an allotment Its folder on this server holds the version in use\./)
    const [, row = []] = manager.page.table('Versions of Rent an allotment')
    assert.match(row[0] ?? '', /\d+ \w+ 2026/)
    assert.match(row[1] ?? '', /^[0-9a-f]{8} \(in use\)$/)
    assert.deepEqual(row.slice(2), ['It was in its folder when the server started', 'Councillor A and Director B, who answer for it'])
    await manager.click('About “Rent an allotment”')
    assert.equal(manager.page.url, '/services/allotment/about')
  })

  test('tells what the folder holds from what is in use, as both change', async () => {
    change(original.replace('minutes: 5', 'minutes: 6'))
    assert.match(await seen(), /holds a version that was never released here/)
    const read = await readPackFiles(join(folder, 'allotment'))
    assert.ok('files' in read)
    const [manager] = await app.test.asOwner<{ id: string }>(
      `select id from people.actor where council_id = 'north' and example = 'manager'`,
    )
    const published = await publish(app.north, { files: read.files, by: manager?.id ?? '', at: '2026-11-24T10:00:00.000Z' })
    assert.equal(published.state, 'published')
    assert.match(
      await seen(),
      /holds the version in use.*24 November 2026[0-9a-f]{8} \(in use\)Whoever looks after the server released itMo Manager/,
    )
    change(original)
    assert.match(await seen(), /holds an earlier version than the one in use/)
    change('nothing: [')
    assert.match(await seen(), /has faults, so it could not be released/)
    rmSync(join(folder, 'allotment'), { recursive: true })
    assert.match(await seen(), /There is no folder of it on this server/)
  })

  test('is Welsh under /cy', async () => {
    const megan = await app.browserOf('manager', southHost)
    assert.equal((await megan.get('/cy/staff/services')).heading, 'Yr hyn a ryddhawyd')
    assert.match(megan.page.text, /Rhentu rhandir/)
  })
})
