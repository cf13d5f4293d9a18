import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { readPack } from '#core/definition/index.ts'
import { appointments } from '#features/appointments/feature.ts'
import { addresses } from '#features/addresses/feature.ts'
import { cases } from '#features/cases/feature.ts'
import { openCase } from '#features/cases/index.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { services } from '#features/services/feature.ts'
import { newId } from '#store/uuid.ts'
import { northHost, southHost, startApp } from '#test/kit/app.ts'
import { submission } from '#test/kit/club-council.ts'
import { tennisClubDefinition, tennisClubFiles, tennisClubFolder } from '#test/kit/tennis-club.ts'
import { replay } from './feature.ts'
import { findTrial, tryOn, type TrialRun } from './index.ts'

const app = await startApp({
  features: [messages, people, addresses, services, appointments, cases, replay],
  settings: 'services: [{ id: tennis-club, sponsors: { member: Councillor A, director: Director B } }]\n',
  packFolders: [tennisClubFolder],
})
const now = tennisClubDefinition()
const { yearly } = now.service.constants
assert.ok(yearly)
const dearer = { ...now, service: { ...now.service, constants: { ...now.service.constants, yearly: { ...yearly, is: '130.00' } } } }
const at = '2026-11-23T10:00:00.000Z'

describe('one case of a trial', () => {
  let run: TrialRun
  let [child, grown] = ['', '']
  const page = (id: string, lang = '') => `${lang}/staff/trials/${run.id}/cases/${id}`
  before(async () => {
    ;[child, grown] = [newId(), newId()]
    for (const [caseId, age] of [
      [child, 12],
      [grown, 40],
    ] as const)
      await openCase(app.south, submission({ caseId, answers: { age } }))
    run = await tryOn(app.south, { service: 'tennis-club', from: now, to: dearer, by: 'olga', at })
  })

  test('is laid out beside itself: what comes of it, which rules came to something else, and what is asked', async () => {
    const officer = await app.browserOf('officer', southHost)
    await officer.get(`/staff/trials/${run.id}`)
    await officer.click('Case 1')
    assert.equal(officer.page.url, page(grown))
    assert.equal(officer.page.heading, 'One case, before and after')
    assert.match(officer.page.text, /It would stay “You are a member”, and something else would be charged or told/)
    assert.match(officer.page.text, /What it costs Different Now ?£120\.00 ?With the change ?£130\.00/)
    assert.match(officer.page.text, /Yearly price Different/)
    assert.match(officer.page.text, /Otherwise: “Yearly” \(£120\.00\)[^]*Otherwise: “Yearly” \(£130\.00\)/)
    assert.match(officer.page.text, /Both ask the same 6 questions/)
    assert.match(officer.page.text, /The \d steps that are the same in both/)
    const welsh = await app.browserOf('officer', southHost)
    await welsh.get(page(grown, '/cy'))
    assert.match(welsh.page.text, /Byddai’n aros yn “Rydych yn aelod”/)
    assert.match(welsh.page.text, /Gwahanol/)
  })

  test('is read as a case is: written down with its id, by those of its team, and without answers their role may not read', async () => {
    const officer = await app.browserOf('officer', southHost)
    await officer.get(page(grown))
    const uses = await app.test.asOwner(`select 1 from people.use where audit = 'case-read' and about->>'id' = '${grown}'`)
    assert.ok(uses.length > 0)
    for (const person of ['resident', 'councillor']) {
      const browser = await app.browserOf(person, southHost)
      assert.equal((await browser.get(page(grown))).status, 403, person)
    }
    const partner = await app.browserOf('partner', southHost)
    assert.equal((await partner.get(page(grown))).status, 403, 'partners read cases and no trials')
    const stranger = await app.browserOf('officer', northHost)
    assert.equal((await stranger.get(page(grown))).status, 404)
  })

  test('is only one that the trial names', async () => {
    const officer = await app.browserOf('officer', southHost)
    assert.equal((await officer.get(page(child))).status, 404, 'nothing changes for a child')
    assert.equal((await officer.get(page('not-an-id'))).status, 404)
    assert.ok((await findTrial(app.south, run.id))?.trial?.examples.every(({ ids }) => !ids.includes(child)))
  })

  test('says which question nobody can tell it without', async () => {
    const files = [...tennisClubFiles()].map(([name, text]): [string, string] => [
      name,
      text
        .replace('max: 120 }]', 'max: 120 }, { id: again, kind: yes-no, purpose: join }]')
        .replace('young: age < 18', 'young: age < 18 || again')
        .replace('health: { label:', 'again: { label: Were you a member before? }\n  health: { label:')
        .replace('pages: { reach:', 'pages: { age: { title: You }, reach:'),
    ])
    const { definition: asked, faults } = readPack(new Map(files))
    assert.ok(asked, JSON.stringify(faults))
    const untold = await tryOn(app.south, { service: 'tennis-club', from: now, to: asked, by: 'olga', at })
    const officer = await app.browserOf('officer', southHost)
    await officer.get(`/staff/trials/${untold.id}/cases/${grown}`)
    assert.match(officer.page.text, /Nobody can tell what would come of it: ?“Were you a member before\?” was not asked then/)
    assert.match(officer.page.text, /Asked with the change, and not now ?Were you a member before\?/)
  })
})
