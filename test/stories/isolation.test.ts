/** Staff of one council try every route of another council’s ids, and at the other council’s host: nothing of the other council is ever shown or changed. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { bilingual, english, startInstallation } from '#test/kit/installation.ts'
import { addressOf, everyRoute, type Ids, paramsOf } from '#test/kit/routes.ts'
import { reduction, referenceOn, walkAndSend, walkTo } from '#test/kit/walks.ts'

const installation = await startInstallation()
after(() => installation.close())

const name = 'Zuleika Onlyhere'
const walk = {
  ...reduction,
  steps: reduction.steps.map((step) => (step.page === 'your-name' ? { ...step, fill: { full_name: name } } : step)),
}
const resident = installation.browser(english)
const reference = referenceOn(await walkAndSend(resident, walk))
const begun = installation.browser(english)
await walkTo(begun, walk)
await begun.post(`/services/${walk.service}/save`, { email: 'zuleika@example.org' })
await begun.get('/outbox')
const secret = /\/return\/([A-Za-z0-9_-]+)/.exec(begun.page.body)?.[1] ?? ''
const officer = await installation.browserOf('tom', english)
await officer.get(`/staff/cases?find=${reference}`)
await officer.click(reference)
const caseAddress = officer.page.url
const before = officer.page.text
const manager = await installation.browserOf('helen', english)
await manager.get('/staff/people')
const personId = /\/staff\/people\/([0-9a-f-]{36})/.exec(manager.page.body)?.[1] ?? ''

const ids: Ids = {
  service: reduction.service,
  page: 'your-name',
  entry: '1',
  reference,
  id: caseAddress.split('/').at(-1) ?? '',
  person: personId,
  action: 'visit_home',
  lang: 'en',
  secret,
}
/** What only the other council knows, and its name, which elsewhere stands on the page that says where the guided tour goes on. */
const theirs = [name, reference, 'zuleika@', 'Sami Yusuf', 'Helen Marsh']
const theirsOn = (path: string) => new RegExp([...theirs, ...(path === '/tour' ? ['Ambleford(?! Council)'] : ['Ambleford'])].join('|'))
const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
const routes = everyRoute.filter(({ path }) => path !== '/sign-out')

describe('somebody of another council', () => {
  for (const person of ['dafydd', 'sian', 'crew']) {
    test(`signed in as ${person} there, sees and changes nothing by any route with ids of this one`, async () => {
      const other = await installation.browserOf(person, bilingual)
      await other.get('/account')
      const token = /name="_csrf" value="([^"]+)"/.exec(other.page.body)?.[1] ?? ''
      for (const route of routes) {
        for (const id of paramsOf(route).includes('id') ? [ids['id'], personId] : [undefined]) {
          const url = addressOf(route, id === undefined ? ids : { ...ids, id })
          const body = route.method === 'GET' ? undefined : `_csrf=${token}&seq=1&text=taken&to=&outcome=awarded&reason=taken&channel=phone`
          const page = await other.send({ method: route.method, url, headers: form, body })
          assert.ok(page.status < 500, `${route.method} ${url} answered ${page.status}`)
          assert.doesNotMatch(page.body.replaceAll(url, ''), theirsOn(route.path), `${route.method} ${url}`)
        }
      }
    })
  }

  test('is nobody at this council’s host, with the cookies of the other', async () => {
    const other = await installation.browserOf('sian', bilingual)
    const cookie = [...other.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
    for (const route of routes.filter(({ method, may, for: whom }) => method === 'GET' && may !== 'anyone' && whom !== 'api')) {
      const page = await installation.browser(english).send({ method: 'GET', url: addressOf(route, ids), headers: { cookie } })
      assert.equal(page.status, 303, `${route.path} answered ${page.status}`)
      assert.match(String(page.headers['location']), /\/sign-in/)
    }
  })

  test('has changed nothing', async () => {
    await officer.get(caseAddress)
    assert.equal(officer.page.text, before)
    await begun.get(`/services/${walk.service}/apply/check`)
    assert.match(begun.page.text, new RegExp(name))
    assert.deepEqual(installation.broken, [])
  })
})
