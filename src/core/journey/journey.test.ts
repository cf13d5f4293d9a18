import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Answers, prepare, readPack, wordsIn } from '#core/definition/index.ts'
import { cpuMs } from '#test/kit/cpu-time.ts'
import { packFiles } from '#test/kit/pack.ts'
import { evaluate, nextAfter, nextAfterChange, rulesOf, tryAnswers, walk } from './index.ts'

const today = '2026-11-23'
const { definition } = readPack(packFiles())
if (definition === undefined) throw new Error('The pack of these tests has faults.')
const prepared = prepare(definition)

const answers: Answers = {
  born: '1990-05-06',
  plays: true,
  level: 'player',
  racket: 'carbon',
  family: [
    { name: 'Bo', role: 'child', school: 'North' },
    { name: 'Cy', role: 'partner', school: 'left behind' },
  ],
  full_name: 'Ada *Player*',
}
const pagesOf = (given: Answers): readonly string[] => walk(prepared, given, today).pages.map(({ page }) => page.id)

test('complete answers walk every page that counts and can be submitted', () => {
  const walked = walk(prepared, answers, today)
  assert.deepEqual(
    walked.pages.map(({ page }) => page.id),
    ['birth', 'play', 'racket', 'family', 'name'],
  )
  assert.equal(walked.done, true)
  assert.equal(walked.next, undefined)
})

test('answers on a branch left behind are kept by the caller but do not count', () => {
  const walked = walk(prepared, { ...answers, plays: false }, today)
  assert.ok(!walked.pages.some(({ page }) => page.id === 'racket'))
  assert.equal('racket' in walked.relevant, false)
  assert.equal(walk(prepared, { ...answers, plays: true }, today).relevant.racket, 'carbon')
})

test('a member of a group that is not asked does not count', () => {
  assert.deepEqual(walk(prepared, answers, today).relevant.family, [
    { name: 'Bo', role: 'child', school: 'North' },
    { name: 'Cy', role: 'partner' },
  ])
})

test('the first incomplete page is next, and a page whose condition is not known is not shown', () => {
  const { plays: _, ...rest } = answers
  const walked = walk(prepared, rest, today)
  assert.equal(walked.next, 'play')
  assert.deepEqual(walked.faults, [{ page: 'play', question: 'plays', code: 'missing' }])
  assert.ok(!walked.pages.some(({ page }) => page.id === 'racket'))
})

test('an exit is found as soon as it is certain, ends the walk and leaves no outcome', () => {
  const young = { ...answers, born: '2024-01-01' }
  assert.deepEqual(pagesOf(young), ['birth'])
  const { exit, outcome, fee, reasons } = evaluate(prepared, young, today)
  assert.deepEqual([exit, outcome, fee, reasons], ['too_young', null, null, []])
})

test('an option not offered, a date too late and a broken condition are faults', () => {
  assert.deepEqual(walk(prepared, { ...answers, born: '2012-01-01', level: 'coach' }, today).faults, [
    { page: 'play', question: 'level', code: 'not-a-choice' },
  ])
  assert.deepEqual(walk(prepared, { ...answers, born: '2026-11-24' }, today).faults[0], {
    page: 'birth',
    question: 'born',
    code: 'too-late',
    values: { max: today },
  })
  assert.deepEqual(walk(prepared, { ...answers, racket: 'wood' }, today).faults, [{ page: 'racket', question: 'racket', code: 'not_wood' }])
})

test('a question comes with the options offered to this person', () => {
  const offeredTo = (born: string) => {
    const level = walk(prepared, { ...answers, born }, today)
      .pages.flatMap(({ questions }) => questions)
      .find(({ id }) => id === 'level')
    return level?.kind === 'one-of' ? level.options.map(({ id }) => id) : []
  }
  assert.ok(offeredTo('1980-01-01').includes('coach'))
  assert.deepEqual(
    offeredTo('2012-01-01'),
    offeredTo('1980-01-01').filter((id) => id !== 'coach'),
  )
})

test('after a page comes the next that counts, after a change the first incomplete page or the check page', () => {
  const walked = walk(prepared, answers, today)
  assert.equal(nextAfter(walked, 'birth'), 'play')
  assert.equal(nextAfter(walked, 'name'), 'check')
  assert.equal(nextAfterChange(walked), 'check')
  const { racket: _, ...without } = answers
  assert.equal(nextAfterChange(walk(prepared, without, today)), 'racket')
})

test('evaluation gives values, outcome, fee and reasons in each language, with a plural form', () => {
  const { values, outcome, fee, reasons, trace } = evaluate(prepared, answers, today)
  assert.deepEqual(values, { children: 1, price: 12_000 })
  assert.deepEqual([outcome, fee], ['joined', 12_000])
  assert.deepEqual(reasons, [{ key: 'room', words: { en: 'There is room for you and one child.', cy: 'Mae lle i chi a 1 o blant.' } }])
  const table = trace.find(({ id }) => id === 'admission')
  assert.deepEqual([table?.kind, table?.value, table?.rows], ['table', { outcome: 'joined' }, ['room']])
})

test('what is missing gives “can’t tell”, never a guess', () => {
  const { values, outcome, fee } = evaluate(prepared, { born: '1990-05-06' }, today)
  assert.deepEqual([values, outcome, fee], [{ children: null, price: 12_000 }, null, 12_000])
})

test('answers of a file are tried: unknown questions and wrong types are faults with words', () => {
  const { faults, pages } = tryAnswers(prepared, { born: '1990-02-30', plays: 'perhaps', nobody: 1, constructor: 2 }, today)
  const found = faults.map(({ question, code }) => `${question} ${code}`)
  for (const expected of [
    'born not-a-real-date',
    'plays not-a-choice',
    'nobody unknown-question',
    'constructor unknown-question',
    'level missing',
  ]) {
    assert.ok(found.includes(expected), `${expected} in ${found.join(', ')}`)
  }
  assert.equal(faults.find(({ question }) => question === 'born')?.message, 'Date of birth must be a real date')
  assert.deepEqual(pages, ['birth', 'play', 'family', 'name'])
})

test('what a person typed can’t become markup in a message', () => {
  const { known } = evaluate(prepared, answers, today)
  const { body } = wordsIn(prepared, 'en', { ...known, link: 'https://example.org' }).message('received')
  assert.equal(body, 'Thank you, Ada \\*Player\\*. It costs £120\\.00. See https://example.org.')
})

const anyAnswers = fc.record(
  {
    born: fc.constantFrom('1990-05-06', '2012-01-01', '2024-01-01', 'x', ''),
    plays: fc.constantFrom<Answers[string]>(true, false, 'yes'),
    level: fc.constantFrom('beginner', 'player', 'coach', 'constructor'),
    racket: fc.constantFrom<Answers[string]>('wood', 'carbon', 7, ''),
    family: fc.constantFrom<Answers[string]>([], [{ name: 'A', role: 'child' }], 'x', [{}]),
    full_name: fc.string(),
  },
  { requiredKeys: [] },
)

test('a walk visits only pages whose conditions hold, counts only what they ask, and says the same each time', () => {
  fc.assert(
    fc.property(anyAnswers, (given) => {
      const walked = walk(prepared, given, today)
      const asked = new Set(walked.pages.flatMap(({ questions }) => questions.map(({ id }) => id)))
      assert.ok(Object.keys(walked.relevant).every((id) => asked.has(id)))
      const isRacketAsked = walked.relevant.plays === true && ['player', 'coach'].includes(String(walked.relevant.level))
      assert.equal(asked.has('racket'), isRacketAsked)
      assert.equal(walked.done, walked.exit === undefined && walked.faults.length === 0)
      const again = walk(prepared, walked.relevant, today)
      assert.deepEqual(again.relevant, walked.relevant)
      assert.deepEqual(evaluate(prepared, given, today).values, evaluate(prepared, walked.relevant, today).values)
    }),
    { numRuns: 300 },
  )
})

test('the rules alone say of the answers that count what a whole evaluation says', () => {
  const { shown, ruling } = rulesOf(prepared)
  let told = 0
  const agree = (given: Answers): void => {
    const walked = walk(prepared, given, today)
    const { outcome, fee, exit, values } = evaluate(prepared, walked.relevant, today)
    const said = walked.done || walked.exit !== undefined ? ruling(walked.relevant, today) : undefined
    if (said === undefined) return
    told += 1
    assert.equal(said.exit, exit)
    assert.deepEqual([said.outcome ?? null, said.fee ?? null], [outcome, fee])
    if (exit === undefined)
      assert.deepEqual(
        said.values,
        shown.map((id) => values[id]),
      )
  }
  agree(answers)
  assert.equal(told, 1)
  fc.assert(fc.property(anyAnswers, agree), { numRuns: 500 })
  assert.ok(told > 50, String(told))
  assert.equal(ruling({ born: answers.born ?? '' }, today)?.outcome, undefined)
})

test('ten pages are walked in well under a millisecond', () => {
  for (let warm = 0; warm < 2000; warm += 1) walk(prepared, answers, today)
  const start = cpuMs()
  for (let run = 0; run < 2000; run += 1) walk(prepared, answers, today)
  assert.ok((cpuMs() - start) / 2000 < 0.5)
})
