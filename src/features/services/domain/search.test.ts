import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { find, isWithin, wordsOf } from './search.ts'

const clubs = [
  { name: 'Join the tennis club', summary: 'Play on our courts.', search: ['racket', 'sport'] },
  { name: 'Rent an allotment', summary: 'Grow vegetables near the courts.', search: ['garden', 'plot'] },
  { name: 'Côr y dref', summary: 'Canwch gyda ni.', search: ['choir'] },
]
const names = (query: string) => find(clubs, query, (club) => [club]).map(({ name }) => name)

describe('finding a service', () => {
  test('by part of its name, by other words people use, and by its summary, best first', () => {
    assert.deepEqual(names('tennis'), ['Join the tennis club'])
    assert.deepEqual(names('garden'), ['Rent an allotment'])
    assert.deepEqual(names('allot'), ['Rent an allotment'])
    assert.deepEqual(names('courts club'), ['Join the tennis club'])
  })

  test('without accents, capitals and punctuation', () => {
    assert.deepEqual(names('COR, Y DREF!'), ['Côr y dref'])
    assert.deepEqual(names('cör'), ['Côr y dref'])
  })

  test('in spite of a small slip', () => {
    for (const slip of ['tenis', 'tennsi', 'tennus', 'ttennis', 'allottment', 'alotments']) assert.equal(names(slip).length, 1, slip)
  })

  test('needs every word; nonsense finds nothing; nothing asked finds all', () => {
    assert.deepEqual(names('tennis garden'), [])
    assert.deepEqual(names('xylophone'), [])
    assert.equal(names('  ').length, clubs.length)
  })

  test('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (query) => names(query).length <= clubs.length))
  })
})

describe('being a few slips apart', () => {
  const word = fc.string({ minLength: 1, maxLength: 8 })

  test('is the same both ways', () => {
    fc.assert(fc.property(word, word, fc.nat(3), (a, b, slips) => isWithin(a, b, slips) === isWithin(b, a, slips)))
  })

  test('holds for one letter left out, and for no slip only where both are the same', () => {
    fc.assert(fc.property(word, fc.nat(7), (text, place) => isWithin(text, text.slice(0, place) + text.slice(place + 1), 1)))
    fc.assert(fc.property(word, word, (a, b) => isWithin(a, b, 0) === (a === b)))
  })
})

test('words are lower-case and without marks', () => {
  assert.deepEqual(wordsOf('Tŷ’r Âbi: 2 bins'), ['ty', 'r', 'abi', '2', 'bins'])
})
