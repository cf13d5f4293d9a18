import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { added, type Cell, negated } from './cell.ts'
import { after, contributions, difference, type Measured } from './measured.ts'

const dayOf = (at: string) => at.slice(0, 10)
const kinds = [
  'assigned',
  'noted',
  'asked',
  'answered',
  'decided',
  'reopened',
  'withdrawn',
  'closed',
  'clock-fired',
  'flag-set',
  'unheard-of',
] as const
const submitted = {
  kind: 'submitted',
  at: '2026-11-02T10:00:00.000Z',
  channel: 'phone',
  data: { service: 'club', version: 'sha256:1' },
} as const
const fact = (kind: string, day: string, data = {}) => ({ kind, at: `${day}T10:00:00.000Z`, data })

function told(...facts: Parameters<typeof after>[1][]): Measured | undefined {
  return facts.reduce<Measured | undefined>((current, one) => after(current, one, dayOf), undefined)
}

const counted = (cells: readonly Cell[]) => Object.fromEntries(cells.map(({ measure, bucket }) => [measure, bucket]))

describe('what a case adds to the measures', () => {
  test('is its sending, its first decision, the days between and the steps officers took', () => {
    const found = told(submitted, fact('assigned', '2026-11-03'), fact('clock-fired', '2026-11-08'), fact('decided', '2026-11-09'))
    assert.ok(found)
    assert.deepEqual(counted(contributions(found)), {
      submitted: 0,
      decided: 0,
      finished: 0,
      touches: 2,
      days: 7,
      working_england_and_wales: 5,
      working_scotland: 5,
      working_northern_ireland: 5,
    })
  })

  test('keeps the time to the first decision when it is opened again', () => {
    const found = told(submitted, fact('decided', '2026-11-04'), fact('reopened', '2026-11-20'), fact('decided', '2026-12-20'))
    assert.equal(found?.finished, '2026-11-04')
    assert.equal(found?.isReopened, true)
  })

  test('is no finished case when it was taken back', () => {
    const found = told(submitted, fact('withdrawn', '2026-11-04'), fact('closed', '2026-11-05'))
    assert.ok(found)
    assert.deepEqual(Object.keys(counted(contributions(found))), ['submitted', 'withdrawn'])
  })

  test('is a finished case when an action closes it', () => {
    const found = told(submitted, fact('action-done', '2026-11-04', { action: 'done', closes: true }))
    assert.equal(found?.finished, '2026-11-04')
  })

  test('is nothing for facts that tell of no case of ours', () => {
    assert.equal(told(fact('decided', '2026-11-04')), undefined)
    assert.equal(told({ ...submitted, data: { filled: 'x' } }), undefined)
  })

  test('comes to the same followed fact by fact as counted at the end, whatever happens in whatever order', () => {
    const anything = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(60)), { maxLength: 12 })
    fc.assert(
      fc.property(anything, (happened) => {
        const facts = [
          submitted,
          ...happened.map(([kind, day]) => fact(kind, `2026-${day < 30 ? '11' : '12'}-${String((day % 30) + 1).padStart(2, '0')}`)),
        ]
        let followed: readonly Cell[] = []
        let current: Measured | undefined
        for (const one of facts) {
          const next = after(current, one, dayOf)
          followed = added([...followed, ...difference(current, next)])
          current = next
        }
        assert.ok(current)
        assert.deepEqual(added([...followed, ...negated(contributions(current))]), [])
      }),
    )
  })
})
