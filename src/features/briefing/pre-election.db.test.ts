import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { value } from '#features/value/feature.ts'
import { decideAs, prepareDecision, startSuggestions, suggest } from '#test/kit/suggestions.ts'
import { briefing } from './feature.ts'

const app = await startSuggestions([value, briefing])
const member = /Councillor A/

/** What everybody can read of decisions and of a briefing frozen now, by address. */
async function publicity(id: string): Promise<ReadonlyMap<string, string>> {
  const manager = await app.browserOf('manager')
  await manager.get('/staff/briefings/draft?about=allotment')
  await manager.submit('Freeze and publish this briefing')
  const frozen = manager.page.url
  const everybody = app.browser()
  const said = new Map<string, string>()
  for (const path of ['/decisions', '/decisions.csv', '/decisions.json', `/suggestions/${id}`, frozen, `${frozen}/briefing.json`])
    said.set(path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id'), (await everybody.get(path)).body)
  return said
}

describe('before an election', () => {
  test('nothing that is published of a decision names a member, from the first day of the period to its last', async () => {
    const id = await suggest(app.browser(), 'Say how large the plots are.')
    await prepareDecision(app, id)
    await decideAs(app, id, { person: 'councillor', verdict: 'approved' })
    await decideAs(app, id, { person: 'director', verdict: 'approved' })
    const named = async (moment: string) => {
      app.setClock(moment)
      return [...(await publicity(id))].filter(([, body]) => member.test(body)).map(([path]) => path)
    }
    const all = ['/decisions', '/decisions.csv', '/decisions.json', '/suggestions/:id', '/briefings/:id', '/briefings/:id/briefing.json']
    assert.deepEqual(await named('2027-03-21T23:59:00.000Z'), all)
    assert.deepEqual(await named('2027-03-22T00:00:00.000Z'), [])
    assert.deepEqual(await named('2027-05-06T22:59:00.000Z'), [])
    assert.deepEqual(await named('2027-05-06T23:00:00.000Z'), all)
  })

  test('services and suggestions go on', async () => {
    app.setClock('2027-04-01T10:00:00.000Z')
    const visitor = app.browser()
    assert.equal((await visitor.get('/services/allotment/apply')).status, 200)
    assert.match(await suggest(visitor, 'Let people choose two plots.'), /^[0-9a-f-]{36}$/)
  })
})
