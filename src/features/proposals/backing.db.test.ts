import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { messagesTo } from '#features/messages/index.ts'
import { rebuild } from '#store/rebuild.ts'
import { newId } from '#store/uuid.ts'
import { edit, rewording, startSuggestions, suggest, valueOf } from '#test/kit/suggestions.ts'
import { back } from './commands/back.ts'
import { findProposal, findStanding } from './commands/read.ts'
import { backingProjection, proposalProjection } from './store/index.ts'

const app = await startSuggestions()
const { north } = app
let count = 0

/** An exact change nobody backs yet: its id and the wording. */
async function changed(): Promise<{ id: string; wording: string }> {
  count += 1
  const id = await suggest(app.browser(), `Thought number ${count} about sheds.`)
  await edit(await app.browserOf('officer'), id, rewording(`Which size, please? (${count})`))
  return { id, wording: await wordingOf(id) }
}

async function wordingOf(id: string): Promise<string> {
  return (await findProposal(north, id))?.content?.digest ?? ''
}

const somebody = () => ({ council: north, actor: { id: newId() }, now: '2026-11-23T10:00:00.000Z' })

/** As `back`, for somebody made up. */
function backed(who: ReturnType<typeof somebody>, id: string, wording: string | null) {
  return back(
    { ...who, actor: { ...who.actor, kind: 'resident', name: '', teams: [], roles: [], permissions: new Set(), wards: [] } },
    id,
    wording,
  )
}

const countOf = async (id: string) => (await findStanding(north, id))?.backings

describe('backing a change', () => {
  test('asks a visitor to sign in, and brings them back to the page', async () => {
    const { id } = await changed()
    const visitor = app.browser()
    await visitor.get(`/suggestions/${id}`)
    await visitor.click('Sign in to back this')
    assert.match(visitor.page.url, /^\/sign-in\?return=/)
    const posted = await visitor.post(`/suggestions/${id}/back`, { wording: await wordingOf(id) })
    assert.notEqual(posted.status, 500)
    assert.equal(await countOf(id), 0)
  })

  test('counts one person once, and shows how many, not who', async () => {
    const { id } = await changed()
    const resident = await app.browserOf('resident')
    await resident.get(`/suggestions/${id}`)
    await resident.submit('Back this')
    assert.match(resident.page.text, /You back this now\./)
    assert.match(resident.page.text, /1 person backs exactly this\./)
    const anybody = app.browser()
    await anybody.get(`/suggestions/${id}`)
    assert.match(anybody.page.text, /1 person backs exactly this\./)
    assert.doesNotMatch(anybody.page.text, /Rhian/)
    await resident.submit('Take my backing back')
    assert.equal(await countOf(id), 0)
  })

  test('counts one person once, also when they press many times at the same moment', async () => {
    const { id, wording } = await changed()
    const [one, other] = [somebody(), somebody()]
    const presses = [...Array(20)].flatMap(() => [backed(one, id, wording), backed(other, id, wording)])
    assert.ok((await Promise.all(presses)).every((done) => done === 'done' || done === 'same'))
    assert.equal(await countOf(id), 2)
  })

  test('ends where it should when they back and take back in one breath', async () => {
    const { id, wording } = await changed()
    const one = somebody()
    await Promise.all([...Array(10)].flatMap(() => [backed(one, id, wording), backed(one, id, null)]))
    await backed(one, id, wording)
    assert.equal(await countOf(id), 1)
    await backed(one, id, null)
    await backed(one, id, null)
    assert.equal(await countOf(id), 0)
  })

  test('is for exactly this wording: when it changes, nobody is counted, and everybody is asked again in their language', async () => {
    const { id } = await changed()
    const resident = await app.browserOf('resident')
    await resident.get(`/suggestions/${id}`)
    await resident.submit('Back this')
    await edit(await app.browserOf('officer'), id, rewording(`Another wording (${id})`))
    await app.runTask('proposals.tell')
    const mail = await north.store.transaction((tx) => messagesTo(tx, 'resident@north.example'))
    assert.equal(mail.filter(({ subject, body }) => subject === 'A change you backed has a new wording' && body.includes(id)).length, 1)
    await resident.get(`/suggestions/${id}`)
    assert.match(resident.page.text, /Nobody backs exactly this yet\. 1 person backed an earlier wording/)
    assert.match(resident.page.text, /not counted until you back the new one/)
    await resident.get('/suggestions/mine')
    assert.match(resident.page.text, /The wording has changed since you backed it/)
    await resident.get(`/suggestions/${id}`)
    await resident.submit('Back the new wording')
    assert.match(resident.page.text, /1 person backs exactly this\./)
    assert.doesNotMatch(resident.page.text, /earlier wording/)
  })

  test('from an old page of a wording that is gone counts nothing and says so', async () => {
    const { id } = await changed()
    const resident = await app.browserOf('resident')
    await resident.get(`/suggestions/${id}`)
    const old = valueOf(resident, 'wording')
    await edit(await app.browserOf('officer'), id, rewording(`Yet another (${id})`))
    await resident.submit('Back this', { wording: old })
    assert.match(resident.page.text, /The wording had just changed, so nothing was counted/)
    assert.equal(await countOf(id), 0)
  })

  test('of something that is none of ours, withdrawn or hidden counts nothing', async () => {
    assert.equal(await backed(somebody(), newId(), `sha256:${'0'.repeat(64)}`), 'changed')
    const { id, wording } = await changed()
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/suggestions/${id}`)
    await officer.submit('Hide it', { rule: 'not-about-it' })
    assert.equal(await backed(somebody(), id, wording), 'changed')
    const resident = await app.browserOf('resident')
    const forged = await resident.post(`/suggestions/${id}/back`, { wording: "sha256:'; drop table" })
    assert.notEqual(forged.status, 500)
  })

  test('at another council cannot be reached', async () => {
    const { id, wording } = await changed()
    assert.equal(await backed({ ...somebody(), council: app.south }, id, wording), 'changed')
    assert.equal(await countOf(id), 0)
  })

  test('is the same when its lists are made again from the history', async () => {
    const { id, wording } = await changed()
    for (let more = 0; more < 7; more += 1) await backed(somebody(), id, wording)
    const back1 = somebody()
    await backed(back1, id, wording)
    await backed(back1, id, null)
    const rows = async () =>
      app.test.asOwner('select council_id, proposal_id, digest, backings from proposals.tally where backings > 0 order by 1, 2, 3')
    const lists = async () =>
      app.test.asOwner('select proposal_id, state, due_on, digest, hidden_at, seq from proposals.proposal order by 1')
    const before = { tallies: await rows(), lists: await lists() }
    await rebuild({ store: app.test.store, council: 'north', projections: [proposalProjection, backingProjection] })
    assert.deepEqual({ tallies: await rows(), lists: await lists() }, before)
    assert.equal(await countOf(id), 7)
    assert.equal(await backed(back1, id, wording), 'done', 'and goes on from there')
  })
})
