import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { importPostcodes, importPremises } from '#features/addresses/feature.ts'
import { southHost } from '#test/kit/app.ts'
import { attribute } from '#test/kit/page.ts'
import { born, contact, fillIn, home, houses, startAllotments } from '#test/kit/allotment.ts'
import { placeOf } from './domain/index.ts'

const app = await startAllotments()
await importPremises(app.north.store, Readable.from([houses]))
const root = '/services/allotment'

/** The address of the draft that was saved last. */
async function savedHome(): Promise<unknown> {
  const rows = await app.test.asOwner<{ id: string; answers: Buffer }>(
    'select id, answers from journeys.draft where answers is not null order by touched_at desc, id desc limit 1',
  )
  const [draft] = rows
  assert.ok(draft)
  const answers = app.north.store.sealer.open(draft.answers, placeOf(draft.id))
  return Reflect.get(Object(answers), 'home')
}

/** Every page of the longest way through, in order. `wrong` is posted first and must be refused with these words. */
const pages = [
  {
    path: 'size',
    heading: 'Which size of plot would you like?',
    errors: ['Select an answer: Which size of plot would you like?'],
    valid: { size: 'large' },
  },
  { path: 'shed', heading: 'Do you want a shed?', errors: 1, valid: { shed: 'yes' } },
  { path: 'helpers/1', heading: 'Helper 1', errors: 2, valid: { 'helpers-0-called': 'Bo', 'helpers-0-age': '30' } },
  { path: 'helpers', heading: 'Who will help you?', valid: {} },
  { path: 'born', heading: 'When were you born?', errors: 1, valid: born },
  { path: 'home', heading: 'Where do you live?', errors: 1, valid: home },
  { path: 'contact', heading: 'How can we reach you?', errors: 2, valid: contact },
  { path: 'check', heading: 'Check your answers' },
]

describe('question pages', () => {
  test('follow each other; each refuses nothing entered, in words linked to its field, and takes what is right', async () => {
    const ada = app.browser()
    await ada.get(`${root}/apply`)
    for (const { path, heading, errors = 0, valid } of pages) {
      assert.equal(ada.page.url, `${root}/apply/${path}`)
      assert.equal(ada.page.heading, heading)
      assert.match(ada.page.title, /^[^:]+ – Rent an allotment – north Council$/)
      if (valid === undefined) break
      if (errors !== 0) {
        await ada.submit('Continue')
        assert.equal(ada.page.url, `${root}/apply/${path}`)
        assert.match(ada.page.title, /^Error: /)
        if (typeof errors === 'number') assert.equal(ada.page.errors.length, errors, ada.page.errors.join())
        for (const link of ada.page
          .all('a')
          .flatMap(({ attrs }) =>
            attrs.filter(({ name, value }) => name === 'href' && value.startsWith('#') && value !== '#main-content'),
          )) {
          assert.ok(ada.page.body.includes(`id="${link.value.slice(1)}"`), `${path} links to ${link.value}, which is not there`)
        }
      }
      await ada.submit('Continue', valid)
    }
    assert.deepEqual(
      [...ada.page.summary()],
      [
        ['Size', 'Large'],
        ['Shed', 'Yes'],
        ['Helpers', 'Name: BoAge: 30'],
        ['Born', '2 March 1980'],
        ['Address', '1 Mill LaneAB1 2EF'],
        ['Name', 'Ada Grower'],
        ['Email', 'ada@example.org'],
        ['Notes', 'Not given'],
        ['People on the plot', '2'],
        ['To pay', '£75.50'],
      ],
    )
  })

  test('keep what was typed where something is wrong', async () => {
    const ada = app.browser()
    await fillIn(ada)
    await ada.get(`${root}/apply/born`)
    await ada.submit('Continue', { 'born-day': '31', 'born-month': '2', 'born-year': '19eighty' })
    assert.equal(ada.page.value('Day'), '31')
    assert.equal(ada.page.value('Year'), '19eighty')
    await ada.get(`${root}/apply/born`)
    assert.equal(ada.page.value('Year'), '1980')
  })

  test('lead back to the page before, and from the first to the start page', async () => {
    const ada = app.browser()
    await fillIn(ada)
    await ada.click('Back')
    assert.equal(ada.page.url, `${root}/apply/contact`)
    for (const path of ['home', 'born', 'helpers', 'size']) {
      await ada.click('Back')
      assert.equal(ada.page.url, `${root}/apply/${path}`)
    }
    await ada.click('Back')
    assert.equal(ada.page.url, root)
  })
})

describe('changing an answer from the check page', () => {
  test('leads back there', async () => {
    const ada = app.browser()
    await fillIn(ada)
    await ada.click('Change Born')
    assert.equal(ada.page.url, `${root}/apply/born?return=check`)
    await ada.submit('Continue', { 'born-year': '1981' })
    assert.equal(ada.page.url, `${root}/apply/check`)
    assert.equal(ada.page.summary().get('Born'), '2 March 1981')
  })

  test('leads to the questions it brings up first, and keeps answers of a branch left behind until sending', async () => {
    const ada = app.browser()
    await fillIn(ada)
    await ada.click('Change Size')
    await ada.submit('Continue', { size: 'large' })
    assert.equal(ada.page.url, `${root}/apply/shed?return=check`)
    await ada.submit('Continue', { shed: 'no' })
    assert.equal(ada.page.summary().get('Shed'), 'No')
    await ada.click('Change Size')
    await ada.submit('Continue', { size: 'small' })
    assert.equal(ada.page.summary().has('Shed'), false)
    assert.equal(ada.page.summary().get('To pay'), '£40.00')
    await ada.click('Change Size')
    await ada.submit('Continue', { size: 'large' })
    assert.equal(ada.page.summary().get('Shed'), 'No')
  })

  test('adds, changes and removes helpers, and keeps the way back', async () => {
    const ada = app.browser()
    await fillIn(ada)
    await ada.click('Change Helpers')
    await ada.click('Add another: helper')
    await ada.submit('Continue', { 'helpers-1-called': 'Cy', 'helpers-1-age': '17' })
    assert.equal(ada.page.url, `${root}/apply/helpers?return=check`)
    assert.match(ada.page.text, /Bo.*Cy/)
    await ada.get(`${root}/apply/helpers/1?return=check`)
    await ada.submit('Continue', { 'helpers-0-called': 'Di' })
    await ada.get(`${root}/apply/helpers/2/remove?return=check`)
    await ada.submit('Yes, remove it')
    await ada.submit('Continue')
    assert.equal(ada.page.summary().get('Helpers'), 'Name: DiAge: 30')
  })
})

describe('an exit', () => {
  test('says before anything is sent that it is not accepted, and where to go', async () => {
    const ada = app.browser()
    await fillIn(ada)
    await ada.get(`${root}/apply/born`)
    await ada.submit('Continue', { 'born-year': '2015' })
    assert.equal(ada.page.url, `${root}/not-here`)
    assert.equal(ada.page.heading, 'You are too young to rent a plot')
    assert.equal(ada.page.href('the rules'), 'https://allotments.example/rules')
    await ada.get(`${root}/apply/check`)
    assert.equal(ada.page.url, `${root}/not-here`)
    await ada.click('Go back and change your answers')
    assert.equal(ada.page.url, `${root}/apply/born`)
  })
})

describe('a question of a group that is asked only of some', () => {
  test('appears once the answers call for it, must then be answered, and goes with them again', async () => {
    const ada = app.browser()
    await ada.get(`${root}/apply`)
    await ada.submit('Continue', { size: 'small' })
    assert.ok(!ada.page.text.includes('Which grown-up'))
    await ada.submit('Continue', { 'helpers-0-called': 'Bo', 'helpers-0-age': '9' })
    assert.equal(ada.page.url, `${root}/apply/helpers/1`)
    assert.deepEqual(ada.page.errors, [], 'nobody is blamed for a question they have not seen')
    assert.match(ada.page.text, /One more thing.*Which grown-up comes with them\?/)
    await ada.submit('Continue')
    assert.deepEqual(ada.page.errors, ['Enter grown-up'])
    await ada.submit('Continue', { 'helpers-0-grown_up': 'Ada' })
    assert.match(ada.page.text, /Grown-up: Ada/)
    await ada.get(`${root}/apply/helpers/1`)
    assert.equal(ada.page.value('Which grown-up comes with them?'), 'Ada')
    await ada.submit('Continue', { 'helpers-0-age': '30' })
    await ada.get(`${root}/apply/helpers/1`)
    assert.ok(!ada.page.text.includes('Which grown-up'))
  })
})

describe('an address', () => {
  test('is found by postcode without a script, and kept with its number, ward and parish', async () => {
    const ada = app.browser()
    await fillIn(ada)
    await ada.get(`${root}/apply/home`)
    await ada.submit('Find address', { 'home-postcode': 'ab12ef', 'home-line1': '' })
    assert.match(ada.page.text, /Addresses found: 3/)
    await ada.submit('Continue', { 'home-uprn': '1002', 'home-line1': '' })
    assert.equal(ada.page.url, `${root}/apply/contact`)
    await ada.get(`${root}/apply/home`)
    await ada.submit('Continue')
    await ada.get(`${root}/apply/check`)
    assert.equal(ada.page.summary().get('Address'), '2 Mill LaneThorpeAB1 2EF')
  })

  test('a number that the register has elsewhere, or not at all, does not give typed lines a place', async () => {
    for (const uprn of ['1002', '999']) {
      const ada = app.browser()
      await fillIn(ada)
      await ada.get(`${root}/apply/home`)
      await ada.post(`${root}/apply/home`, { 'home-uprn': uprn, 'home-line1': '9 Far Road', 'home-postcode': 'WA9 9ZZ' })
      const answer = await savedHome()
      assert.deepEqual(answer, { lines: ['9 Far Road'], postcode: 'WA9 9ZZ' })
    }
  })

  test('that was typed lies where its neighbours do, or where the postcode directory says', async () => {
    await importPostcodes(app.north.store, Readable.from(['pcds,osward,parish,oseast1m,osnrth1m,doterm\nWA8 8ZZ,Far,Away,1,1,\n']))
    for (const [postcode, ward, parish] of [
      ['AB1 2EF', 'North', 'Over'],
      ['WA8 8ZZ', 'Far', 'Away'],
    ] as const) {
      const ada = app.browser()
      await fillIn(ada)
      await ada.post(`${root}/apply/home`, { 'home-line1': '9 New Road', 'home-postcode': postcode })
      assert.deepEqual(await savedHome(), { lines: ['9 New Road'], postcode, ward, parish })
    }
  })

  test('pressing Enter looks a postcode up while there is nothing else, and goes on once there is', async () => {
    const ada = app.browser()
    await fillIn(ada)
    await ada.get(`${root}/apply/home`)
    const [first] = ada.page.all('button').filter((button) => attribute(button, 'type') === 'submit')
    assert.equal(attribute(first, 'name'), 'enter', 'Enter presses the first button of a form')
    await ada.post(`${root}/apply/home`, { enter: 'yes', 'home-postcode': 'AB1 2EF' })
    assert.match(ada.page.text, /Addresses found: 3/)
    await ada.post(`${root}/apply/home`, { enter: 'yes', 'home-postcode': 'AB1 2EF', 'home-line1': '9 New Road' })
    assert.equal(ada.page.url, `${root}/apply/contact`)
  })

  test('can be typed when the postcode is not known', async () => {
    const ada = app.browser()
    await fillIn(ada)
    await ada.get(`${root}/apply/home`)
    await ada.submit('Find address', { 'home-postcode': 'WA9 9ZZ' })
    assert.match(ada.page.text, /could not find any addresses/)
    await ada.submit('Continue', { 'home-line1': '9 Far Road', 'home-postcode': 'WA9 9ZZ' })
    assert.equal(ada.page.url, `${root}/apply/contact`)
  })
})

describe('in Welsh', () => {
  test('the whole journey, its faults and its end are Welsh', async () => {
    const megan = app.browser(southHost)
    await megan.get(`/cy${root}/apply`)
    await megan.submit('Parhau')
    assert.match(megan.page.title, /^Gwall: Pa faint o lain hoffech chi\?/)
    assert.equal(megan.page.lang, 'cy')
    await fillIn(megan, `/cy${root}`)
    assert.equal(megan.page.heading, 'Gwirio eich atebion')
    assert.equal(megan.page.summary().get('Ganwyd'), '2 Mawrth 1980')
    await megan.submit('Anfon')
    assert.equal(megan.page.url, `/cy${root}/sent`)
    assert.match(megan.page.text, /Byddwn yn cynnig llain i chi o fewn mis/)
  })
})
