import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { records } from '#features/records/feature.ts'
import { dispose, erasePerson, exportPerson } from '#features/records/index.ts'
import { newId } from '#store/uuid.ts'
import { edit, rewording, startSuggestions, suggest } from '#test/kit/suggestions.ts'
import { findProposal, findStanding } from './commands/read.ts'

const app = await startSuggestions([records])
const { north } = app
const order = (person: string) => ({ person, by: newId(), at: '2026-11-24T10:00:00.000Z', today: '2026-11-24', reason: 'asked for' })

async function idOf(example: string): Promise<string> {
  const [row] = await app.test.asOwner<{ id: string }>(`select id from people.actor where council_id = 'north' and example = '${example}'`)
  return row?.id ?? ''
}

describe('what is held about somebody who suggests and backs', () => {
  test('is in the copy they may ask for', async () => {
    const id = await suggest(await app.browserOf('resident'), 'Put up a noticeboard.')
    await edit(await app.browserOf('officer'), id, rewording())
    const resident = await app.browserOf('resident')
    await resident.get(`/suggestions/${id}`)
    await resident.submit('Back this')
    const { sections } = await exportPerson(north, await idOf('resident'), '2026-11-24T10:00:00.000Z')
    assert.match(JSON.stringify(sections['suggestions']), /Put up a noticeboard\./)
    assert.match(JSON.stringify(sections['backed']), new RegExp(id))
  })

  test('goes when they ask for it: their words from every page, what they back of what is open; the history still verifies', async () => {
    const id = await suggest(await app.browserOf('resident'), 'Grow apples along the fence.')
    await edit(await app.browserOf('officer'), id, rewording(`Which plot? (${id})`))
    const resident = await app.browserOf('resident')
    await resident.get(`/suggestions/${id}`)
    await resident.submit('Back this')
    const anybody = app.browser()
    await anybody.get(`/suggestions/${id}`)
    assert.match(anybody.page.text, /Grow apples/)
    await erasePerson(north, order(await idOf('resident')))
    for (const path of [`/suggestions/${id}`, '/suggestions?show=all', '/decisions', '/moderation']) {
      await anybody.get(path)
      assert.doesNotMatch(anybody.page.body, /Grow apples|noticeboard/, path)
    }
    await anybody.get(`/suggestions/${id}`)
    assert.match(anybody.page.text, /The words have been erased/)
    assert.equal((await findStanding(north, id))?.backings, 0)
    const rows = await app.test.asOwner<{ all: string }>(
      `select coalesce(string_agg(m::text, ''), '') as all from messages.message m where council_id = 'north'`,
    )
    assert.doesNotMatch(rows[0]?.all ?? '', new RegExp(id), 'mail about it goes with the words')
  })

  test('goes by itself: an address a year after the matter ended, the words six years after', async () => {
    const id = await suggest(app.browser(), 'Paint the shed green.', { email: 'painter@example.org' })
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/suggestions/${id}`)
    await officer.submit('Publish the reasons and close it', { reasons: 'It was painted last week.' })
    const held = async () => {
      const proposal = await findProposal(north, id)
      return { text: proposal?.text !== undefined, email: proposal?.email !== undefined }
    }
    await dispose(north, { at: '2027-11-22T10:00:00.000Z' })
    assert.deepEqual(await held(), { text: true, email: true })
    assert.equal((await dispose(north, { at: '2027-11-24T10:00:00.000Z', isDryRun: true })).suggestions, 1)
    await dispose(north, { at: '2027-11-24T10:00:00.000Z' })
    assert.deepEqual(await held(), { text: true, email: false })
    await dispose(north, { at: '2032-11-24T10:00:00.000Z' })
    assert.deepEqual(await held(), { text: false, email: false })
  })
})
