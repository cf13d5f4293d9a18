import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Answers, prepare, type Prepared, readPack } from '#core/definition/index.ts'
import { evaluate, walk } from '#core/journey/index.ts'
import { packFiles } from '#test/kit/pack.ts'
import { keptOf, type PastCase, trial } from './index.ts'

type Changes = Parameters<typeof packFiles>[0]

function version(changes: Changes = {}): Prepared {
  const { definition, faults } = readPack(packFiles(changes))
  if (definition === undefined) throw new Error(JSON.stringify(faults))
  return prepare(definition)
}

/** A new question, asked after how well somebody plays, with what else reads it. */
function asking(question: string, ...others: readonly (readonly [string, string])[]): Changes {
  const words = (label: string): readonly (readonly [string, string])[] => [
    ['questions:\n', `questions:\n  member: { label: "${label}" }\n`],
  ]
  const place = '          - { id: level,'
  return {
    'service.yaml': [[place, `          - ${question}\n${place}`], ...others],
    'words.en.yaml': words('Are you a member elsewhere?'),
    'words.cy.yaml': words('Ydych chi’n aelod?'),
  }
}

const now = version()
const dearer = version({ 'service.yaml': [['is: "120.00"', 'is: "130.00"']] })
const stricter = version({ 'rules/admission.yaml': [['"> 2"', '"> 1"']] })
const older = version({ 'service.yaml': [['today) < 5', 'today) < 30']] })
const noCoach = version({
  'service.yaml': [[', { id: coach, when: adult }', '']],
  'words.en.yaml': [[', coach: I teach', '']],
  'words.cy.yaml': [[', coach: Hyfforddwr', '']],
})
const curious = version(asking('{ id: member, kind: yes-no, purpose: join }'))
const sparing = version(
  asking('{ id: member, kind: yes-no, purpose: join }', ['adult ? yearly : gbp("0.00")', 'adult && !member ? yearly : gbp("0.00")']),
)
const gentle = version(
  asking('{ id: member, kind: yes-no, purpose: join, optional: true }', ['adult ? yearly', 'adult && !answered(member) ? yearly']),
)
const nosy = version({ 'service.yaml': [['adult ? yearly', 'adult && racket != "gift" ? yearly']] })

const today = '2026-11-23'
const full: Answers = {
  born: '1990-05-06',
  plays: true,
  level: 'player',
  racket: 'carbon',
  family: [
    { name: 'Bo', role: 'child', school: 'North' },
    { name: 'Cy', role: 'child' },
  ],
  full_name: 'Ada Player',
}

let made = 0
function pastCase(answers: Answers = full, prepared: Prepared = now): PastCase {
  made += 1
  return {
    ...keptOf(prepared, walk(prepared, answers, today).relevant, { today }),
    id: `case-${String(made).padStart(5, '0')}`,
    today,
    channel: 'web',
  }
}

describe('what is remembered of a case', () => {
  test('answers a rule can read themselves, of others that there was one, of optional ones that they were left', () => {
    assert.deepEqual(keptOf(now, full, { today }), {
      answers: { born: '1990-05-06', plays: true, level: 'player', family: [{ role: 'child' }, { role: 'child' }] },
      given: ['racket', 'family.name', 'family.school', 'full_name'],
      left: ['family.school'],
    })
  })

  test('of answers erased since only that there were some, and of optional ones nothing', () => {
    const { level: _level, ...rest } = full
    const kept = keptOf(now, rest, { today, isErased: true })
    assert.ok(kept.given.includes('level'))
    assert.deepEqual(kept.left, [])
  })

  test('nothing that is on a branch left behind', () => {
    assert.deepEqual(keptOf(now, { ...full, plays: false }, { today }).given, ['family.name', 'family.school', 'full_name'])
  })
})

describe('a version tried on past cases', () => {
  test('counts who would be charged more, and by how much', () => {
    const { changed, fee, values, matrix, cantTell } = trial(now, dearer, [pastCase(), pastCase({ ...full, born: '2015-01-01' })])
    assert.equal(changed, 1)
    assert.deepEqual(fee, { more: 1, less: 0, same: 1, other: 0, before: 12_000, after: 13_000 })
    assert.deepEqual(values['price'], { more: 1, less: 0, same: 1, other: 0, before: 12_000, after: 13_000 })
    assert.deepEqual(matrix, [{ from: 'joined', to: 'joined', count: 2 }])
    assert.deepEqual(cantTell, { count: 0, questions: [] })
  })

  test('shows from which outcome to which, how many a person has to look at, and which cases', () => {
    const [first, second] = [pastCase(), pastCase({ ...full, family: [] })]
    const { matrix, person, examples } = trial(now, stricter, [second, first])
    assert.deepEqual(matrix, [
      { from: 'joined', to: 'joined', count: 1 },
      { from: 'joined', to: 'turned_away', count: 1 },
    ])
    assert.deepEqual(person, { before: 0, after: 1 })
    assert.deepEqual(examples, [{ from: 'joined', to: 'turned_away', ids: [first.id] }])
  })

  test('shows who would be told that the service is not for them', () => {
    const { exits, matrix, fee } = trial(now, older, [pastCase({ ...full, born: '2000-01-01' }), pastCase()])
    assert.deepEqual(exits, [{ exit: 'too_young', before: 0, after: 1 }])
    assert.ok(matrix.some(({ from, to }) => from === 'joined' && to === 'exit:too_young'))
    assert.equal(fee.other, 1)
  })

  test('asks more where a question is added that no rule reads, and can tell all else', () => {
    const { asked, changed, cantTell } = trial(now, curious, [pastCase()])
    assert.deepEqual(asked, { more: 1, fewer: 0, same: 0, unknown: 0 })
    assert.deepEqual([changed, cantTell.count], [0, 0])
    assert.equal(trial(curious, now, [pastCase()]).asked.fewer, 1)
  })

  test('cannot tell where a rule needs an answer nobody was asked for, and can where it does not matter', () => {
    const { cantTell, fee, asked } = trial(now, sparing, [pastCase(), pastCase({ ...full, born: '2015-01-01' })])
    assert.deepEqual(cantTell, { count: 1, questions: [{ question: 'member', because: 'not-asked', count: 1 }] })
    assert.equal(fee.same, 1)
    assert.equal(asked.unknown, 1)
  })

  test('cannot tell where a rule reads an answer that is not kept', () => {
    const { cantTell } = trial(now, nosy, [pastCase(), pastCase({ ...full, plays: false }), pastCase({ ...full, born: '2015-01-01' })])
    assert.deepEqual(cantTell, { count: 1, questions: [{ question: 'racket', because: 'not-kept', count: 1 }] })
  })

  test('cannot tell where an answer would not be accepted any more, whether a rule reads it or not', () => {
    const { cantTell } = trial(now, noCoach, [pastCase({ ...full, level: 'coach' }), pastCase()])
    assert.deepEqual(cantTell, { count: 1, questions: [{ question: 'level', because: 'not-accepted', count: 1 }] })
  })

  test('cannot tell whether somebody would have answered a question they could have left, unless they were asked it', () => {
    assert.deepEqual(trial(now, gentle, [pastCase()]).cantTell.questions, [{ question: 'member', because: 'not-asked', count: 1 }])
    assert.equal(trial(now, gentle, [pastCase(full, gentle)]).cantTell.count, 0)
  })

  test('says which cases were made up', () => {
    assert.equal(trial(now, dearer, [{ ...pastCase(), madeUp: true }, pastCase()]).madeUp, 1)
  })
})

const versions = { now, dearer, stricter, older, noCoach, curious, sparing, gentle, nosy }
const anyVersion = fc.constantFrom<keyof typeof versions>(
  'now',
  'dearer',
  'stricter',
  'older',
  'noCoach',
  'curious',
  'sparing',
  'gentle',
  'nosy',
)
const anyone: fc.Arbitrary<Answers> = fc
  .record({
    year: fc.integer({ min: 1940, max: 2020 }),
    plays: fc.boolean(),
    member: fc.option(fc.boolean(), { nil: undefined }),
    level: fc.constantFrom('beginner', 'player', 'coach'),
    racket: fc.constantFrom('carbon', 'steel', 'gift'),
    family: fc.array(
      fc.record({ name: fc.constant('Bo'), role: fc.constantFrom('partner', 'child'), school: fc.constantFrom('North', undefined) }),
      { maxLength: 3 },
    ),
  })
  .map(({ year, family, member, ...rest }) => ({
    ...rest,
    born: `${year}-05-06`,
    full_name: 'Ada',
    family: family.map(({ school, ...entry }) => (school === undefined ? entry : { ...entry, school })),
    ...(member === undefined ? {} : { member }),
  }))
/** Before anybody asked whether people are members elsewhere. */
const unasked = ({ member: _member, ...answers }: Answers): Answers => answers

/** People who could send what they said with the version of their day. */
const anyCases = fc
  .array(fc.tuple(anyone, fc.constantFrom<keyof typeof versions>('now', 'dearer', 'curious', 'gentle')), { maxLength: 12 })
  .map((people) =>
    people
      .filter(([answers, opened]) => walk(versions[opened], answers, today).done)
      .map(([answers, opened]) => pastCase(answers, versions[opened])),
  )
const tried = (from: keyof typeof versions, to: keyof typeof versions, past: readonly PastCase[]) =>
  trial(versions[from], versions[to], past)

describe('every trial', () => {
  test('of a version on itself changes nothing', () => {
    fc.assert(
      fc.property(anyVersion, anyCases, (one, past) => {
        const { changed, matrix, fee, asked, values, person } = tried(one, one, past)
        assert.equal(changed, 0)
        assert.ok(matrix.every(({ from, to }) => from === to))
        assert.deepEqual([fee.more, fee.less, fee.other, fee.before - fee.after], [0, 0, 0, 0])
        assert.deepEqual([asked.more, asked.fewer], [0, 0])
        assert.ok(Object.values(values).every(({ more, less, other }) => more + less + other === 0))
        assert.equal(person.before, person.after)
      }),
    )
  })

  test('adds up: every case is told or not, and told once in every part', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, anyCases, (from, to, past) => {
        const { cases, cantTell, matrix, fee, asked, values, changed, exits } = tried(from, to, past)
        const told = cases - cantTell.count
        assert.equal(cases, past.length)
        assert.equal(
          matrix.reduce((sum, { count }) => sum + count, 0),
          told,
        )
        for (const { more, less, same, other } of [fee, ...Object.values(values)]) assert.equal(more + less + same + other, told)
        assert.equal(asked.more + asked.fewer + asked.same + asked.unknown, told)
        assert.ok(changed <= told && changed >= fee.more + fee.less)
        assert.ok(cantTell.questions.every(({ count }) => count > 0 && count <= cantTell.count))
        for (const { exit, after } of exits)
          assert.equal(
            matrix.filter(({ to: end }) => end === `exit:${exit}`).reduce((sum, { count }) => sum + count, 0),
            after,
          )
      }),
    )
  })

  test('gives the same again, in whatever order the cases come', () => {
    fc.assert(
      fc.property(
        anyVersion,
        anyVersion,
        anyCases.chain((past) => fc.tuple(fc.constant(past), fc.shuffledSubarray(past, { minLength: past.length }))),
        (from, to, [past, shuffled]) => {
          assert.deepEqual(tried(from, to, shuffled), tried(from, to, past))
        },
      ),
    )
  })

  test('tells only what the rules say of the whole answers, however those not kept or not asked for turn out', () => {
    fc.assert(
      fc.property(anyVersion, anyone.map(unasked), fc.constantFrom('now', 'dearer'), fc.boolean(), (to, answers, ...[opened, member]) => {
        if (!walk(versions[opened], answers, today).done) return
        const { matrix, fee } = tried(to, to, [pastCase(answers, versions[opened])])
        const [cell] = matrix
        if (cell === undefined) return
        for (const later of [{ member }, to === 'gentle' ? {} : { member }]) {
          const whole = evaluate(versions[to], { ...answers, ...later }, today)
          assert.equal(cell.to, whole.exit === undefined ? whole.outcome : `exit:${whole.exit}`)
          assert.equal(fee.after, whole.exit === undefined ? (whole.fee ?? 0) : 0)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
