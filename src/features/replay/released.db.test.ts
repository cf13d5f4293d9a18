import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Answers, Definition } from '#core/definition/index.ts'
import { evaluate } from '#core/journey/index.ts'
import { openCase } from '#features/cases/index.ts'
import type { Channel } from '#store/fact.ts'
import { preparedAllotment, startAllotments } from '#test/kit/allotment.ts'
import { southHost } from '#test/kit/app.ts'
import { submission } from '#test/kit/club-council.ts'
import { replay } from './feature.ts'
import { releasedTrial, tryOn } from './index.ts'

const app = await startAllotments([replay])
const prepared = await preparedAllotment()
const now = prepared.definition
const at = '2026-11-23T10:00:00.000Z'
const service = 'allotment'

/** Nobody younger than so many years gets a plot. */
function notBefore(age: number): Definition {
  return { ...now, service: { ...now.service, conditions: { ...now.service.conditions, too_young: `ageOn(born, today) < ${age}` } } }
}

async function apply({ born, size, channel }: { born: string; size: string; channel: Channel }): Promise<void> {
  const answers: Answers = { size, helpers: [{ called: 'Bo', age: 30 }], born, full_name: 'Ada Grower', email: 'ada@example.org' }
  const sent = submission({ prepared, channel, answers: size === 'large' ? { ...answers, shed: true } : answers })
  const opened = await openCase(app.south, { ...sent, evaluation: evaluate(prepared, sent.answers, sent.today) })
  assert.ok('reference' in opened, JSON.stringify(opened))
}

/** Tries the change, makes it public as an officer does, and answers its id. */
async function publish(to: Definition, further: Partial<Parameters<typeof tryOn>[1]> = {}): Promise<string> {
  const { id } = await tryOn(app.south, { service, from: now, to, by: 'olga', at, ...further })
  const officer = await app.browserOf('officer', southHost)
  await officer.get(`/staff/trials/${id}`)
  await officer.submit('Publish these figures')
  assert.match(officer.page.text, /Published on 23 November 2026/)
  return id
}

async function read(id: string, lang: '' | '/cy' = '') {
  return await app.browser(southHost).get(`${lang}/trials/${id}`)
}

/** Every number a table of the page says. */
const numbersIn = (page: Awaited<ReturnType<typeof read>>) =>
  page.texts('td').flatMap((text) => (/^[\d,]+$/.test(text) ? [Number(text.replaceAll(',', ''))] : []))

describe('figures made public', () => {
  before(async () => {
    for (let count = 0; count < 60; count += 1)
      await apply({
        born: count < 25 ? '1996-03-02' : '1960-03-02',
        size: count % 2 === 0 ? 'small' : 'large',
        channel: count < 40 ? 'web' : 'phone',
      })
    for (let count = 0; count < 3; count += 1) await apply({ born: '1930-03-02', size: 'small', channel: 'paper' })
    await app.test.asOwner(`insert into journeys.equality_answer (council_id, id, service_id, version, month, answers)
      select 'south', gen_random_uuid(), 'allotment', 'v', '2026-10-01', jsonb_build_object('sex', case when i <= 30 then 'female' else 'male' end)
      from generate_series(1, 60) as i`)
  })

  test('say how it is by how people applied and by an answer, in their words, and nothing of three on paper', async () => {
    const id = await publish(notBefore(40), { splits: ['channel', 'answer size'] })
    const page = await read(id)
    const channels = page.table('By how people applied').map(([name]) => name)
    assert.deepEqual(new Set(channels), new Set(['How', 'Online', 'By phone']))
    const sizes = page.table('By the answer to “Which size of plot would you like?”').map(([name]) => name)
    assert.deepEqual(new Set(sizes), new Set(['Answer', 'Large', 'Small']))
    assert.match(page.text, /rounded to 5.*tables need not add up/)
    // Of so few cases nothing can be said of women and men: everybody’s bounds are from nobody to all.
    assert.doesNotMatch(page.text, /Female|equality/)
    assert.ok((await read(id, '/cy')).table('Fesul ffordd o wneud cais').some(([name]) => name === 'Ar-lein'))
  })

  test('are split in four ways at most, which the officer is told before', async () => {
    const splits = ['area', 'channel', 'month', 'answer size', 'answer shed'] as const
    const { id } = await tryOn(app.south, { service, from: now, to: notBefore(42), by: 'olga', at, splits })
    const officer = await app.browserOf('officer', southHost)
    await officer.get(`/staff/trials/${id}`)
    assert.match(officer.page.text, /published split in 4 ways at most: the first of those above/)
    await officer.submit('Publish these figures')
    const published = (await releasedTrial(app.south, id))?.splits.map(({ by }) => by)
    assert.deepEqual(published, splits.slice(0, 4))
  })

  test('are of the twelve months, whatever days the version was tried on', async () => {
    const id = await publish(notBefore(41), { since: '2026-11-20' })
    assert.match((await read(id)).text, /opened from 23 November 2025 to 23 November 2026/)
  })

  test('show in no table of either language a number under ten, however a limit closes in on three people', async () => {
    for (const age of [50, 80, 90, 95, 97, 99]) {
      const id = await publish(notBefore(age), { splits: ['channel', 'answer born', 'month'] })
      for (const lang of ['', '/cy'] as const) {
        const page = await read(id, lang)
        const numbers = numbersIn(page)
        assert.ok(numbers.length > 0)
        for (const number of numbers) assert.ok(number === 0 || (number >= 10 && number % 5 === 0), `${age}: ${number}`)
        assert.doesNotMatch(page.text, /19\d\d|paper|bapur|were you born|Pryd y cawsoch/i)
      }
    }
    const groups = await app.test.asOwner<{ cases: number }>(
      'select count(*)::int as cases from replay.grouped_case group by split, group_id',
    )
    assert.ok(groups.every(({ cases }) => cases >= 10))
  })
})

test('says of equality groups what months tell, and of more cases than anybody waits for only when those were split by month', async () => {
  await app.test.asOwner(`insert into journeys.equality_answer (council_id, id, service_id, version, month, answers)
    select 'south', gen_random_uuid(), 'allotment', 'v', '2026-11-01', '{"sex": "female"}' from generate_series(1, 60)`)
  const officer = await app.browserOf('officer', southHost)
  const groups = async (splits: readonly ['month'] | readonly []) => {
    const { id } = await tryOn(app.south, { service, from: now, to: notBefore(40), by: 'olga', at, splits })
    const before = await officer.get(`/staff/trials/${id}/groups`)
    assert.match(before.text, /at least and at most how many people/)
    await app.test.asOwner(`update replay.trial set cases = 200001 where trial_id = '${id}'`)
    return { before, after: await officer.get(`/staff/trials/${id}/groups`) }
  }
  const counted = await groups([])
  const kept = await groups(['month'])
  assert.match(counted.after.text, /There are too many cases to count them by month for this page/)
  assert.doesNotMatch(counted.after.text, /at most how many people/)
  assert.equal(kept.after.text, kept.before.text)
  assert.equal(kept.after.text, counted.before.text)
})
