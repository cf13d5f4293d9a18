import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Cell, Measure } from './cell.ts'
import type { CostSet, MinutesSet } from './event.ts'
import { completionOf, figuresFrom, isRipe, monthsOf, satisfiedOf, twelveMonths } from './figures.ts'
import { modelledFor, targetFor } from './goal.ts'
import { ninetieth, published } from './published.ts'
import { effectsOf, trendOf } from './release.ts'
import { sizeOf, sumOf } from './spread.ts'

const today = '2026-11-23'
const nation = 'england_and_wales'
const none = { costs: [], minutes: [] }
const cell = (measure: Measure, count: number, more: Partial<Cell> = {}): Cell => ({
  ...{ service: 'club', month: '2026-06', measure, version: 'one', channel: 'web', isMadeUp: false, bucket: 0, count },
  ...more,
})
const figures = (cells: readonly Cell[], assumptions: { costs: readonly CostSet[]; minutes: readonly MinutesSet[] } = none) =>
  figuresFrom({ cells, assumptions, window: twelveMonths(today), today, nation })

describe('the figures of a service', () => {
  test('are of twelve months up to the one of today, and of nothing outside them', () => {
    assert.deepEqual(twelveMonths(today), { from: '2025-12', to: '2026-11' })
    assert.equal(monthsOf(twelveMonths(today)).length, 12)
    const found = figures([cell('submitted', 5), cell('submitted', 7, { month: '2025-11' }), cell('submitted', 9, { month: '2026-12' })])
    assert.equal(found.submitted, 5)
    assert.equal(found.until, today)
  })

  test('are the same added up by month, by channel and as a whole', () => {
    const anyCell = fc.record({
      measure: fc.constantFrom<Measure>('submitted', 'finished', 'touches', 'days'),
      count: fc.integer({ min: 1, max: 99 }),
      month: fc.constantFrom(...monthsOf(twelveMonths(today))),
      channel: fc.constantFrom('web', 'phone', 'counter', 'paper', 'partner', 'machine'),
      version: fc.constantFrom('one', 'two'),
      bucket: fc.nat(30),
    })
    fc.assert(
      fc.property(fc.array(anyCell, { maxLength: 40 }), (given) => {
        // What is finished has its touches and days, as cases give them.
        const cells = given.flatMap(({ measure, count, ...more }) =>
          measure === 'finished'
            ? [cell('finished', count, more), cell('touches', count, more), cell('days', count, more)]
            : [cell(measure === 'submitted' ? measure : 'submitted', count, more)],
        )
        const found = figures(cells)
        const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)
        assert.equal(sum(found.months.map(({ submitted }) => submitted)), found.submitted)
        assert.equal(sum(found.channels.map(({ submitted }) => submitted)), found.submitted)
        assert.equal(sum(found.channels.map(({ finished }) => finished)), found.finished)
        assert.equal(sum(found.months.map(({ days }) => sizeOf(days))), sizeOf(found.days))
        assert.equal(sum(found.channels.map(({ touches }) => touches)), sumOf(found.touches))
        assert.equal(found.takeUp.of, found.finished)
      }),
    )
  })

  test('count the forms of a month only when none of them can still be finished', () => {
    assert.deepEqual([isRipe('2026-09', today), isRipe('2026-10', today), isRipe('2026-10', '2026-11-29')], [true, false, true])
    const begun = (month: string) => [cell('begun', 10, { month }), cell('sent', 7, { month }), cell('exited', 1, { month })]
    const found = figures([...begun('2026-09'), ...begun('2026-11')])
    assert.deepEqual(found.journeys, { begun: 10, sent: 7, exited: 1, givenUp: 2 })
    assert.deepEqual(completionOf(found.journeys), { count: 8, of: 10 })
  })

  test('never say that more were completed than begun', () => {
    assert.deepEqual(completionOf({ begun: 3, sent: 3, exited: 1, givenUp: 0 }), { count: 3, of: 3 })
  })

  test('count a partner’s help as online, and four or five points as satisfied', () => {
    const found = figures([cell('finished', 6), cell('finished', 2, { channel: 'partner' }), cell('finished', 2, { channel: 'phone' })])
    assert.deepEqual(found.takeUp, { count: 8, of: 10 })
    assert.deepEqual(
      satisfiedOf([
        [1, 2],
        [3, 3],
        [4, 4],
        [5, 1],
      ]),
      { count: 5, of: 10 },
    )
  })

  test('say how much of them is made up', () => {
    const made = cell('submitted', 1, { isMadeUp: true })
    assert.deepEqual([figures([]).madeUp, figures([made]).madeUp, figures([made, cell('submitted', 1)]).madeUp], ['none', 'all', 'some'])
  })
})

describe('what everybody sees', () => {
  test('is no number under ten, and no total that would give one away', () => {
    const found = figures([cell('submitted', 40), cell('submitted', 3, { month: '2026-07' }), cell('submitted', 20, { month: '2026-08' })])
    const { months, figure } = published(found, 'applications')
    assert.deepEqual(
      months.filter(({ of }) => of !== 0).map(({ of }) => of),
      [40, undefined, 20],
    )
    assert.deepEqual(figure, { state: 'shown', value: 65 })
    assert.deepEqual(published(figures([cell('submitted', 3)]), 'applications').figure, { state: 'few' })
  })

  test('is no share of which few are in or out, and no middle of few', () => {
    const share = (asked: number) => published(figures([cell('finished', 40), cell('asked', asked)]), 'asked').figure
    assert.deepEqual(
      [share(3), share(20), share(0)].map(({ state }) => state),
      ['few', 'shown', 'shown'],
    )
    assert.equal(published(figures([cell('days', 9, { bucket: 5 })]), 'time-taken').figure.state, 'few')
    assert.deepEqual(ninetieth(figures([cell('days', 10, { bucket: 5 })])), { state: 'shown', value: 5 })
    assert.equal(published(figures([]), 'cost').figure.state, 'none')
  })
})

const ledger = { confidence: 'recorded', source: 'Ledger', asOf: '2025-03-31', from: '2020-01-01' } as const
const team: CostSet = {
  ...{ ...ledger, id: 'team', label: 'Team', kind: 'variable', covers: ['staff'], pence: 120_000 },
  ...{ per: 'year', share: 1000, driver: 'minutes', channels: [] },
}
const taking = (channel: MinutesSet['channel'], seconds: number): MinutesSet => ({
  ...ledger,
  work: 'taking',
  channel,
  seconds,
  basis: 'standard',
})

describe('more done online', () => {
  test('comes to what the government’s formula says at the next share, and is nothing where online is no cheaper', () => {
    const cells = [cell('finished', 60), cell('finished', 40, { channel: 'phone' })]
    const cheaper = figures(cells, { costs: [team], minutes: [taking('web', 60), taking('phone', 600)] })
    const [found, each] = [targetFor(cheaper), cheaper.costs?.each ?? 0]
    assert.ok(found && found.share === 0.8 && found.pence < each)
    assert.equal(targetFor(figures(cells, { costs: [team], minutes: [taking('every', 60)] })), undefined)
  })

  test('is modelled with published costs where there are no others, from ten contacts on', () => {
    assert.equal(modelledFor(figures([cell('submitted', 4)])), undefined)
    assert.equal(modelledFor(figures([cell('submitted', 18)]))?.modelled.pence, 20 * 15)
  })
})

describe('a release', () => {
  const spread = (measure: Measure, version: string, buckets: readonly number[]) =>
    buckets.map((bucket) => cell(measure, 10, { version, bucket, month: version === 'one' ? '2026-03' : '2026-09' }))
  const finished = (version: string, count: number) =>
    cell('finished', count, { version, month: version === 'one' ? '2026-03' : '2026-09' })
  const releases = [
    { version: 'one', at: '2025-01-01T00:00:00.000Z' },
    { version: 'two', at: '2026-06-15T00:00:00.000Z' },
  ]
  const effects = (cells: readonly Cell[]) => effectsOf(releases, { cells, assumptions: none, nation, today })

  test('that took fewer steps but longer is a saving that lowered the standard', () => {
    const [effect] = effects([
      ...[finished('one', 50), finished('two', 50)],
      ...spread('touches', 'one', [3, 4, 5, 4, 3]),
      ...spread('touches', 'two', [1, 2, 1, 2, 1]),
      ...spread('days', 'one', [1, 2, 3, 4, 5]),
      ...spread('days', 'two', [11, 12, 13, 14, 15]),
    ])
    assert.equal(effect?.balance, 'saved-but-worse')
    const time = effect?.compared.find(({ id }) => id === 'time-taken')
    assert.deepEqual([time?.before, time?.after, time?.verdict], [3, 13, 'worse'])
  })

  test('of which fewer than thirty were finished says so, and one without a version before is not compared', () => {
    const [effect] = effects([finished('one', 50), finished('two', 5), ...spread('days', 'one', [1, 2, 3])])
    assert.equal(effect?.balance, 'too-few')
    assert.ok(effect?.compared.every(({ verdict }) => verdict === 'too-few'))
    assert.deepEqual(effectsOf(releases.slice(0, 1), { cells: [], assumptions: none, nation, today }), [])
  })

  test('is told apart from chance only where the interval leaves nothing out', () => {
    const same = [1, 2, 3, 4, 5]
    const [effect] = effects([finished('one', 50), finished('two', 50), ...spread('days', 'one', same), ...spread('days', 'two', same)])
    assert.equal(effect?.compared.find(({ id }) => id === 'time-taken')?.verdict, 'unclear')
  })

  test('stands beside how the service moves anyway: the last six whole months beside the six before', () => {
    const days = (month: string, buckets: readonly number[]) => buckets.map((bucket) => cell('days', 10, { month, bucket }))
    const cells = [...days('2025-11', [9, 10, 11, 12]), ...days('2026-10', [1, 2, 3, 4]), ...days('2026-11', [99])]
    const { before, after, compared } = trendOf({ cells, assumptions: none, nation, today })
    assert.deepEqual(
      [before, after],
      [
        { from: '2025-11', to: '2026-04' },
        { from: '2026-05', to: '2026-10' },
      ],
    )
    const time = compared.find(({ id }) => id === 'time-taken')
    assert.deepEqual([time?.before, time?.after, time?.verdict], [10, 2, 'better'])
  })

  test('says that a share differs without a number of which few are in it', () => {
    const asked = (version: string, count: number) => cell('asked', count, { version, month: version === 'one' ? '2026-03' : '2026-09' })
    const [effect] = effects([finished('one', 100), finished('two', 100), asked('one', 40), asked('two', 4)])
    const found = effect?.compared.find(({ id }) => id === 'asked')
    assert.deepEqual([found?.verdict, found?.before, found?.after, found?.isHidden], ['better', undefined, undefined, true])
  })
})
