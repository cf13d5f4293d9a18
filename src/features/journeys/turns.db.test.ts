/** What would change a result: officers read all of it on the case, the person only what is theirs to act on, and nobody what a pack may not mark. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { publish } from '#features/services/index.ts'
import { allotmentFiles, fillIn, startAllotments } from '#test/kit/allotment.ts'
import { type Browser, southHost } from '#test/kit/app.ts'

const app = await startAllotments()
const at = '2026-11-23T10:00:00.000Z'
const { south } = app

/** A large plot is refused, and so is anybody with a helper over sixty; the size is a person's to act on, the age of a helper is protected. */
const refusing = (text: string, file: string): string => {
  if (file === 'rules/offer.yaml') return text.replace('then: [offered], reason: large_plot', 'then: [refused], reason: large_plot')
  if (file !== 'service.yaml') return text
  return text
    .replace('{ id: size, kind: one-of, purpose: let,', '{ id: size, kind: one-of, purpose: let, yours: true,')
    .replace('{ id: shed, kind: yes-no, purpose: let }', '{ id: shed, kind: yes-no, purpose: let, optional: true }')
    .replace('max: 120 }', 'max: 120, protected: age }')
    .replace('outcome: offer.outcome', "outcome: 'helpers.exists(h, h.age > 60) ? outcome.refused : offer.outcome'")
}

/** Sends an application for a small plot with a helper of thirty, in Welsh; its reference. */
async function sent(): Promise<string> {
  const megan = app.browser(southHost)
  await fillIn(megan, '/cy/services/allotment')
  await megan.submit('Anfon')
  const reference = megan.page.texts('span').find((text) => /^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/.test(text))
  assert.ok(reference, megan.page.text)
  return reference
}

async function caseOf(officer: Browser, reference: string): Promise<void> {
  await officer.get(`/staff/cases?q=${reference}`)
  const [, path] = new RegExp('href="(/staff/cases/[0-9a-f-]{36})').exec(officer.page.body) ?? []
  assert.ok(path, officer.page.text)
  await officer.get(path)
}

describe('what would change a result', () => {
  let reference = ''
  before(async () => {
    const published = await publish(south, { files: await allotmentFiles(refusing), by: 'mo', at })
    assert.equal(published.state, 'published', JSON.stringify(published))
    reference = await sent()
  })

  test('is all told to the officer who decides, the protected answers too, and no longer once it is decided', async () => {
    const officer = await app.browserOf('officer', southHost)
    await caseOf(officer, reference)
    assert.match(officer.page.text, /What would change it/)
    assert.match(officer.page.text, /“Size” were “Large” instead of “Small”, the result would be “/)
    assert.match(officer.page.text, /“Age” in entry 1 of “Helpers” were 61 instead of 30, the result would be “/)
    assert.match(officer.page.text, /“Born” were 24 November 2008 instead of 2 March 1980, the service would end early/)
    await officer.submit('Record the decision', { 'We offer you a plot': true })
    assert.match(officer.page.text, /Decided/)
    assert.doesNotMatch(officer.page.text, /What would change it/)
  })

  test('is told to the person only of answers that are theirs to act on, in their language', async () => {
    const megan = app.browser(southHost)
    await megan.get(`/cy/track?reference=${reference}`)
    await megan.submit('Dod o hyd iddo', { 'Cyfeiriad e-bost neu rif ffôn': 'ada@example.org' })
    assert.match(megan.page.text, /Beth fyddai wedi newid hyn/)
    assert.match(megan.page.text, /Pe bai “Maint” yn “Mawr” yn lle “Bach”, y canlyniad fyddai “/)
    assert.doesNotMatch(megan.page.text, /Pe bai [^.]*(Oedran|Ganwyd)/)
    assert.equal(megan.page.text.match(/Pe bai /g)?.length, 1)
  })

  for (const [who, change] of [
    ['a date of birth', ['{ id: born, kind: date, purpose: let,', '{ id: born, kind: date, purpose: let, yours: true,']],
    ['an answer that says it is protected', ['max: 120 }', 'max: 120, protected: age, yours: true }']],
    ['a group around one', ['{ id: age, kind: number, min: 0, max: 120 }', '{ id: age, kind: number, min: 0, max: 120, protected: age }']],
  ] as const) {
    test(`is never of ${who}: a pack that marks it as a person’s to act on is refused`, async () => {
      const [from, to] = change
      const isGroup = who.startsWith('a group')
      const files = await allotmentFiles((text, file) => {
        if (file !== 'service.yaml') return text
        assert.ok(text.includes(from))
        const marked = text.replace(from, to)
        return isGroup ? marked.replace('kind: group\n', 'kind: group\n            yours: true\n') : marked
      })
      const refused = await publish(south, { files, by: 'mo', at })
      assert.equal(refused.state, 'refused')
      assert.ok('faults' in refused && refused.faults.some(({ code }) => code === 'protected-yours'), JSON.stringify(refused))
    })
  }
})
