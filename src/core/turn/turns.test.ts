import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { packFiles } from '#test/kit/pack.ts'
import { type Answers, type Prepared, prepare, readPack } from '../definition/index.ts'
import { Question } from '../definition/model/question.ts'
import { evaluate } from '../journey/index.ts'
import { tellTurn } from '../telling/index.ts'
import { type Turn, turnsOf } from './index.ts'

const today = '2026-11-23'

const { definition: base } = readPack(packFiles())
assert.ok(base)

type Rules = {
  readonly outcome: string
  readonly calculations?: Readonly<Record<string, string>>
  readonly pay?: Partial<Question>
  readonly plays?: Partial<Question>
}

/** The club with a question about pay beside the one whether a person plays, with rules of its own: as it would be once checked. */
function clubWith({ outcome, calculations = {}, pay = {}, plays = {} }: Rules): Prepared {
  assert.ok(base)
  const asked = Question.parse({ id: 'pay', kind: 'money', purpose: 'join', min: '0.00', max: '30.00', ...pay })
  const sections = base.service.sections.map((section) => ({
    ...section,
    pages: section.pages.map((page) => ({
      ...page,
      questions: page.questions.flatMap((one) => (one.id === 'plays' ? [Question.parse({ ...one, ...plays }), asked] : [one])),
    })),
  }))
  const further = Object.entries(calculations).map(([id, is]) => ({ id, is, shown: false }))
  const service = { ...base.service, sections, outcome, calculations: [...base.service.calculations, ...further] }
  return prepare({ ...base, service })
}

const ada: Answers = { born: '1990-05-01', plays: true, pay: 1000, level: 'beginner', family: [], full_name: 'Ada' }
/** What would change what these answers give today. */
const turnsFor = (club: Prepared, answers: Answers, isTheirs = false) => turnsOf(club, { answers, today, isTheirs })
const joinIf = (condition: string) => `${condition} ? outcome.joined : outcome.turned_away`
const of = (turns: readonly Turn[], question: string) =>
  turns.filter((turn) => turn.question === question).map(({ after, come }) => [after, come.id])

describe('what would change a result', () => {
  test('is the nearest amount on the other side of a bound, to the penny', () => {
    const club = clubWith({ outcome: joinIf('pay <= gbp("12.50")') })
    assert.deepEqual(of(turnsFor(club, ada), 'pay'), [[1251, 'turned_away']])
    assert.deepEqual(of(turnsFor(club, { ...ada, pay: 1300 }), 'pay'), [[1250, 'joined']])
  })

  test('is found through what is worked out from the answer, rounded or in whole steps', () => {
    const calculations = { half: 'percent(pay, 50, rounding.half_up) - gbp("1.00")', steps: 'ceilDiv(pay, gbp("2.50"))' }
    assert.deepEqual(of(turnsFor(clubWith({ calculations, outcome: joinIf('half < gbp("6.00")') }), ada), 'pay'), [[1399, 'turned_away']])
    assert.deepEqual(of(turnsFor(clubWith({ calculations, outcome: joinIf('steps <= 5') }), ada), 'pay'), [[1251, 'turned_away']])
  })

  test('is a day where a birthday decides, and the exit it leads to', () => {
    const turns = turnsFor(clubWith({ outcome: joinIf('ageOn(born, today) >= 18') }), ada)
    assert.deepEqual(of(turns, 'born'), [
      ['2008-11-24', 'turned_away'],
      ['2021-11-24', 'too_young'],
    ])
  })

  test('is another choice, or one more or less of several people', () => {
    const turns = turnsFor(clubWith({ outcome: joinIf('plays && children <= 1') }), {
      ...ada,
      family: [
        { name: 'Bo', role: 'child' },
        { name: 'Cy', role: 'partner' },
      ],
    })
    assert.deepEqual(of(turns, 'plays'), [[false, 'turned_away']])
    assert.deepEqual(
      turns.filter(({ question }) => question === 'family').map(({ entry, member, before, after }) => [entry, member, before, after]),
      [[1, 'role', 'partner', 'child']],
    )
  })

  test('is nothing where the answers are not complete, or nothing turns it', () => {
    const club = clubWith({ outcome: joinIf('pay <= gbp("12.50")') })
    assert.deepEqual(turnsFor(club, { plays: true }), [])
    const always = clubWith({ outcome: joinIf('pay <= gbp("40.00")') })
    assert.deepEqual(of(turnsFor(always, ada), 'pay'), [])
  })

  test('never names a value the question would not take', () => {
    const club = clubWith({ outcome: joinIf('pay <= gbp("29.99")'), pay: { valid: [{ id: 'no_pence', is: 'pay != gbp("30.00")' }] } })
    assert.deepEqual(of(turnsFor(club, ada), 'pay'), [])
  })
})

describe('a turn in words', () => {
  test('says which answer, how it is, how it would have to be and what would come of it, in both languages', () => {
    const club = clubWith({ outcome: joinIf('pay <= gbp("12.50") && children <= 0') })
    const turns = turnsFor(club, { ...ada, family: [{ name: 'Bo', role: 'partner' }] })
    const told = (language: 'en' | 'cy') =>
      turns.filter(({ question }) => question !== 'born').map((turn) => tellTurn(turn, club, language))
    assert.deepEqual(told('en'), [
      'If “pay” were £12.51 instead of £10.00, the result would be “Turned away”.',
      'If “Role” in entry 1 of “Who joins with you?” were “Child” instead of “Partner”, the result would be “Turned away”.',
    ])
    assert.deepEqual(told('cy'), [
      'Pe bai “pay” yn £12.51 yn lle £10.00, y canlyniad fyddai “Gwrthodwyd”.',
      'Pe bai “Rôl” yng nghofnod 1 o dan “Pwy sy’n ymuno gyda chi?” yn “Plentyn” yn lle “Partner”, y canlyniad fyddai “Gwrthodwyd”.',
    ])
    const [exit] = turns.filter(({ question }) => question === 'born')
    assert.match(
      exit ? tellTurn(exit, club, 'en') : '',
      /^If “Date of birth” were \d+ \w+ \d{4} instead of 1 May 1990, the service would end early: “You are too young”\.$/,
    )
  })
})

describe('what a person may be told', () => {
  const rules = { outcome: joinIf('plays && pay <= gbp("12.50")') }

  test('are only answers that the service marks as theirs to act on', () => {
    assert.deepEqual(turnsFor(clubWith(rules), ada, true), [])
    const turns = turnsFor(clubWith({ ...rules, pay: { yours: true } }), ada, true)
    assert.deepEqual(
      turns.map(({ question }) => question),
      ['pay'],
    )
  })

  /** The codes of what is wrong with the club once a question is changed so. */
  const codesOf = (from: string, to: string) =>
    readPack(packFiles({ 'service.yaml': [[from, to]] }))
      .faults.map(({ code }) => code)
      .filter((code) => code === 'protected-yours')

  test('is never a protected characteristic: the mark is refused', () => {
    assert.deepEqual(codesOf('latest: today }', 'latest: today, yours: true }'), ['protected-yours'], 'an age is worked out from it')
    assert.deepEqual(codesOf('kind: yes-no, purpose: join }', 'kind: yes-no, purpose: join, yours: true, protected: disability }'), [
      'protected-yours',
    ])
    assert.deepEqual(codesOf('kind: yes-no, purpose: join }', 'kind: yes-no, purpose: join, yours: true }'), [])
    assert.deepEqual(
      codesOf(
        'purpose: join\n            max: 3',
        'purpose: join\n            yours: true\n            protected: marriage\n            max: 3',
      ).filter((code) => code === 'protected-yours').length > 0,
      true,
    )
  })

  test('is not told even where an older version carries the mark', () => {
    const club = clubWith({ ...rules, plays: { yours: true } })
    const older = clubWith({ ...rules, plays: { yours: true, protected: 'disability' } })
    assert.deepEqual(
      turnsFor(club, ada, true).map(({ question }) => question),
      ['plays'],
    )
    assert.deepEqual(turnsFor(older, ada, true), [])
  })
})

const amount = fc.integer({ min: 1, max: 600 }).map((pence) => `gbp("${(pence / 100).toFixed(2)}")`)
const share = fc.integer({ min: 1, max: 150 })
const way = fc.constantFrom('half_up', 'half_even', 'down', 'up').map((name) => `rounding.${name}`)
/** Amounts worked out from the pay, each reading it once. */
const worked = fc.letrec<{ money: string }>((tie) => ({
  money: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constant('pay'),
    fc.tuple(tie('money'), amount).map(([money, by]) => `(${money} + ${by})`),
    fc.tuple(tie('money'), amount).map(([money, by]) => `(${by} - ${money})`),
    fc.tuple(tie('money'), fc.integer({ min: 1, max: 5 })).map(([money, by]) => `(${money} * ${by})`),
    fc.tuple(tie('money'), share, way).map(([money, by, how]) => `percent(${money}, ${by}, ${how})`),
    fc.tuple(tie('money'), fc.integer({ min: 2, max: 9 }), way).map(([money, by, how]) => `divide(${money}, ${by}, ${how})`),
    fc.tuple(tie('money'), amount).map(([money, by]) => `max(${money}, ${by})`),
    fc.tuple(tie('money'), amount).map(([money, by]) => `min(${money}, ${by})`),
    fc.tuple(tie('money'), amount).map(([money, by]) => `gbp("1.00") * ceilDiv(${money}, ${by})`),
    fc.tuple(tie('money'), amount, amount).map(([money, by, other]) => `(pay < ${by} ? ${money} : ${other})`),
  ),
})).money

test('over rules made up at random, no nearer amount gives another result than the one told', () => {
  const seen = { turned: 0, none: 0 }
  fc.assert(
    fc.property(
      fc.tuple(worked, worked),
      fc.tuple(amount, amount),
      fc.integer({ min: 0, max: 600 }),
      ([one, other], [first, second], pay) => {
        const club = clubWith({
          calculations: { one, other },
          outcome: joinIf(`one <= ${first} && (other > ${second} || plays)`),
        })
        const answers = { ...ada, plays: false, pay }
        const resultOf = (at: number) => evaluate(club, { ...answers, pay: at }, today).outcome
        const now = resultOf(pay)
        const told = of(turnsFor(club, answers), 'pay')
        const nearest = told.map(([after]) => Math.abs(Number(after) - pay)).sort((a, b) => a - b)[0] ?? 601
        for (const [after, id] of told) assert.equal(resultOf(Number(after)), id)
        for (let far = 1; far < nearest; far += 1)
          for (const at of [pay - far, pay + far])
            if (at >= 0 && at <= 600) assert.equal(resultOf(at) ?? now, now, `${one} ${other} at ${at}`)
        if (told.length > 0) seen.turned += 1
        else seen.none += 1
      },
    ),
    { numRuns: 60 },
  )
  assert.ok(seen.turned > 8, JSON.stringify(seen))
})
