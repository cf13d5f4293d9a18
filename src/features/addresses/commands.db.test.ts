import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { freshStore } from '#test/kit/database.ts'
import { importAreaNames, importPostcodes, importPremises } from './commands.ts'
import { addressBook, locate } from './index.ts'
import { migrations } from './migrations/index.ts'

const extract = `UPRN,ADDRESS,TOWN,POSTCODE,WARD,PARISH
1,1 Mill Lane,Thorpe,TH1 1AA,North,Over
2,2 Mill Lane,Thorpe,TH1 1AA,North,Over
3,3 High Street,Thorpe,TH2 2BB,South,Nether
`

const database = await freshStore({ migrations: [migrations] })

describe('importing a council’s address extract', () => {
  const store = database.store.council('north')

  test('lets people find premises by postcode, in street order', async () => {
    assert.deepEqual(await importPremises(store, Readable.from([extract])), { rows: 3 })
    const found = await addressBook(store).findByPostcode('th11aa')
    assert.deepEqual(
      found.map((one) => one.lines[0]),
      ['1 Mill Lane', '2 Mill Lane'],
    )
    assert.equal((await addressBook(store).findByUprn('3'))?.parish, 'Nether')
  })

  test('counts the premises of each area', async () => {
    assert.deepEqual(await addressBook(store).areaTotals('parish'), [
      { area: 'Nether', premises: 1 },
      { area: 'Over', premises: 2 },
    ])
  })

  test('takes in nothing of a file with a fault, and keeps what was there', async () => {
    const faulty = await importPremises(store, Readable.from([`${extract}x,9 Back Lane,Thorpe,TH1 1AA,North,Over\n`]))
    assert.deepEqual(faulty, { faults: [{ line: 5, message: 'UPRN must be a number of 1 to 12 digits' }] })
    assert.equal((await addressBook(store).findByPostcode('TH1 1AA')).length, 2)
  })

  test('refuses a file that is not an address extract, naming the columns it lacks', async () => {
    assert.deepEqual(await importPremises(store, Readable.from(['name,colour\nRose,red\n'])), {
      faults: [{ line: 1, message: 'The header lacks UPRN, ADDRESS or ADDRESS1, POSTCODE' }],
    })
  })

  test('replaces the register when it is imported again', async () => {
    await importPremises(store, Readable.from(['uprn,address,postcode\n7,7 New Row,TH1 1AA\n']))
    assert.deepEqual(
      (await addressBook(store).findByPostcode('TH1 1AA')).map((one) => one.uprn),
      ['7'],
    )
    await importPremises(store, Readable.from([extract]))
  })

  test('is not seen by another council', async () => {
    const other = addressBook(database.store.council('south'))
    assert.deepEqual(await other.findByPostcode('TH1 1AA'), [])
    assert.equal(await other.findByUprn('1'), undefined)
    assert.deepEqual(await other.areaTotals('parish'), [])
  })
})

test('the postcode directory tells where a typed address lies', async () => {
  const store = database.store.council('south')
  const file =
    'pcds,doterm,osward,parish,oseast1m,osnrth1m\nTH1 1AA,,E05000001,E04000001,525000,0180000\nTH1 1AB,201901,E05000001,E04000001,,\n'
  assert.deepEqual(await importPostcodes(store, Readable.from([file])), { rows: 1 })
  const found = await addressBook(store).findAreas('th1 1aa')
  assert.equal(found?.parish, 'E04000001')
  assert.equal(await addressBook(store).findAreas('TH1 1AB'), undefined)
})

describe('names of areas', () => {
  const store = database.store.council('south')
  const names = 'WD25CD,WD25NM,WD25NMW\nE05000001,Old North,\nE05000002,South,\n'

  test('stand where the postcode directory has codes only, as they were imported last; a code without a name stays', async () => {
    assert.deepEqual(await importAreaNames(store, Readable.from([names])), { rows: 2 })
    await importAreaNames(store, Readable.from([`\uFEFF${names.replace('Old North', 'North')}`]))
    const { ward, parish } = (await addressBook(store).findAreas('TH1 1AA')) ?? {}
    assert.deepEqual([ward, parish], ['North', 'E04000001'])
  })

  test('are refused when the file lacks a column, or a row its name', async () => {
    const lacks = (header: string) => importAreaNames(store, Readable.from([`${header}\nE05000001,North\n`]))
    assert.deepEqual(await lacks('code,name'), {
      faults: [{ line: 1, message: 'The header lacks a column of codes, such as WD25CD or PAR25CD' }],
    })
    assert.deepEqual(await lacks('PAR25CD,name'), { faults: [{ line: 1, message: 'The header lacks PAR25NM' }] })
    assert.deepEqual(await importAreaNames(store, Readable.from(['WD25CD,WD25NM\nE05000001,\n'])), {
      faults: [{ line: 2, message: 'E05000001 has no name' }],
    })
  })

  test('of one council are not another’s', async () => {
    await importPostcodes(database.store.council('north'), Readable.from(['pcds,osward,parish\nTH1 1AA,E05000001,E04000001\n']))
    assert.equal((await addressBook(database.store.council('north')).findAreas('TH1 1AA'))?.ward, 'E05000001')
  })
})

test('a number that no register can confirm is kept as it was sent; one that a register does not have is not', async () => {
  const address = { uprn: '424242', lines: ['9 Nowhere Lane'] }
  assert.deepEqual(await locate(addressBook(database.store.council('south')), address), address)
  assert.deepEqual(await locate(addressBook(database.store.council('south')), { ...address, uprn: 'x' }), { lines: address.lines })
  assert.deepEqual(await locate(addressBook(database.store.council('north')), address), { lines: address.lines })
})
