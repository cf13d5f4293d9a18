import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { missingColumns, postcodeFrom, postcodePlaceFrom, premisesFrom } from './domain.ts'

describe('a postcode', () => {
  test('is understood however it is typed', () => {
    for (const typed of ['am1 1aa', 'AM11AA', ' Am1-1Aa ', 'AM1  1AA']) assert.equal(postcodeFrom(typed), 'AM1 1AA')
  })

  test('is none when a part is lacking or it is something else', () => {
    for (const typed of ['', 'AM1', 'AM1 1A', '12345', 'AM1 1AAA', 'Mill Lane']) assert.equal(postcodeFrom(typed), undefined)
  })

  test('reads the same when read again, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const once = postcodeFrom(typed)
        assert.equal(once === undefined ? undefined : postcodeFrom(once), once)
      }),
    )
  })
})

describe('a row of an address extract', () => {
  const cells = { uprn: '000123', address: '1 Mill Lane, Over', town: 'Thorpe', postcode: 'am11aa', ward: 'North', parish: 'Over' }

  test('becomes premises with the address in lines', () => {
    assert.deepEqual(premisesFrom(cells, 2), {
      uprn: '123',
      lines: ['1 Mill Lane', 'Over'],
      town: 'Thorpe',
      postcode: 'AM1 1AA',
      ward: 'North',
      parish: 'Over',
    })
  })

  test('may give the address in numbered columns', () => {
    const numbered = premisesFrom({ uprn: '1', address1: 'Flat 2', address2: '', address3: '9 High Street', postcode: 'AM1 1AA' }, 2)
    assert.deepEqual('lines' in numbered && numbered.lines, ['Flat 2', '9 High Street'])
  })

  test('is refused with its line when the UPRN, postcode or address is wrong', () => {
    assert.deepEqual(premisesFrom({ ...cells, uprn: 'x' }, 7), { line: 7, message: 'UPRN must be a number of 1 to 12 digits' })
    assert.deepEqual(premisesFrom({ ...cells, postcode: 'x' }, 8), { line: 8, message: 'POSTCODE must be a full United Kingdom postcode' })
    assert.deepEqual(premisesFrom({ ...cells, address: ' , ' }, 9), { line: 9, message: 'ADDRESS is empty' })
  })
})

describe('a row of the postcode directory', () => {
  test('gives the ward, the parish and the grid reference', () => {
    assert.deepEqual(postcodePlaceFrom({ pcds: 'AM1 1AA', osward: 'E05', parish: 'E04', oseast1m: '525000', osnrth1m: '0180000' }, 2), {
      postcode: 'AM1 1AA',
      ward: 'E05',
      parish: 'E04',
      easting: 525000,
      northing: 180000,
    })
  })

  test('is left out when the postcode is no longer in use', () => {
    assert.equal(postcodePlaceFrom({ pcds: 'AM1 1AA', doterm: '201912' }, 2), undefined)
  })
})

test('a header that lacks a column names it, with its choices', () => {
  assert.deepEqual(missingColumns(['Uprn', 'Postcode'], [['uprn'], ['address', 'address1'], ['postcode']]), ['ADDRESS or ADDRESS1'])
})
