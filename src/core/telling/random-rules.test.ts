/** Generated rules and all rules of the starter services: none is said with signs or words of the code, and none that differs in meaning in the same words. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { packFiles } from '#test/kit/pack.ts'
import { type Definition, type Language, prepare, readPack } from '../definition/index.ts'
import { FUNCTIONS } from '../expression/functions/index.ts'
import type { Compiled, Values } from '../expression/index.ts'
import { isFailure } from '../expression/index.ts'
import { inOneLine, tellingOf, tellService } from './index.ts'

const [english, welsh] = [
  ['level: { label: How well?', 'level: { label: How well?, short: Level'],
  ['level: { label: Pa mor dda?', 'level: { label: Pa mor dda?, short: Lefel'],
] as const
const club = prepare(definitionOf(packFiles({ 'words.en.yaml': [english], 'words.cy.yaml': [welsh] })))

function definitionOf(files: ReturnType<typeof packFiles>): Definition {
  const { definition, faults } = readPack(files)
  assert.ok(definition, JSON.stringify(faults))
  return definition
}

const figures = fc.integer({ min: -3, max: 40 }).map((figure) => (figure < 0 ? `(${figure})` : String(figure)))
const amounts = fc.integer({ min: 0, max: 30_000 }).map((pence) => `gbp("${(pence / 100).toFixed(2)}")`)
const words = fc.constantFrom('wood', 'Ada', '').map((word) => JSON.stringify(word))

const { bool, money, int, date } = fc.letrec<Record<'bool' | 'int' | 'money' | 'date' | 'text', string>>((tie) => {
  const [b, i, m, d, t] = [tie('bool'), tie('int'), tie('money'), tie('date'), tie('text')]
  const both = (of: fc.Arbitrary<string>, signs: readonly string[]) =>
    fc.tuple(of, fc.constantFrom(...signs), of).map(([left, sign, right]) => `(${left} ${sign} ${right})`)
  const choice = (of: fc.Arbitrary<string>) => fc.tuple(b, of, of).map(([when, then, other]) => `(${when} ? ${then} : ${other})`)
  const walks = fc.constantFrom('all', 'exists', 'exists_one')
  const order = ['==', '!=', '<', '<=', '>', '>=']
  return {
    bool: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom(
        'plays',
        'adult',
        'answered(racket)',
        'level == level.coach',
        'level != level.player',
        'level in [level.player, level.coach]',
      ),
      both(i, order),
      both(m, order),
      both(d, order),
      both(t, ['==', '!=']),
      both(b, ['&&', '||', '==', '!=', '&&', '||']),
      b.map((inner) => `!(${inner})`),
      choice(b),
      fc.tuple(t, fc.constantFrom('startsWith', 'endsWith', 'contains'), t).map(([text, name, other]) => `(${text}).${name}(${other})`),
      fc.tuple(walks, t).map(([walk, text]) => `family.${walk}(f, f.role == family.role.child && f.name != ${text})`),
      fc.tuple(walks, walks).map(([walk, other]) => `family.${walk}(f, family.${other}(g, f.name == g.school))`),
      fc.tuple(walks, b).map(([walk, inner]) => `family.${walk}(f, f.role == family.role.partner || ${inner})`),
      d.map((on) => `isWorkingDay(${on}, bank_holidays.scotland)`),
    ),
    int: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom('children', 'grown_up'),
      figures,
      both(i, ['+', '-', '*', '/', '%']),
      choice(i),
      fc.tuple(i, i).map(([one, other]) => `max(${one}, ${other})`),
      fc.tuple(d, d).map(([from, to]) => `monthsBetween(${from}, ${to})`),
      d.map((on) => `yearOf(${on})`),
      fc.tuple(d, d).map(([from, to]) => `count(${from} - ${to})`),
      t.map((text) => `size(family.filter(f, f.name == ${text}))`),
      fc.tuple(m, m).map(([amount, step]) => `ceilDiv(${amount}, ${step})`),
    ),
    money: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom('yearly', 'price'),
      amounts,
      both(m, ['+', '-']),
      fc.tuple(m, i).map(([amount, by]) => `(${amount} * ${by})`),
      choice(m),
      fc.tuple(m, m).map(([one, other]) => `min(${one}, ${other})`),
      fc.tuple(m, i, fc.constantFrom('half_up', 'down')).map(([amount, by, way]) => `percent(${amount}, ${by}, rounding.${way})`),
      fc.tuple(m, i).map(([amount, by]) => `sum(family.map(f, f.role == family.role.child ? ${amount} : ${amount} * ${by}))`),
    ),
    date: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      fc.constantFrom('born', 'today', 'date("2026-04-01")', 'firstOfMonth(today)'),
      fc
        .tuple(d, fc.constantFrom('+', '-'), fc.constantFrom('days', 'months'), i)
        .map(([on, sign, unit, by]) => `(${on} ${sign} ${unit}(${by}))`),
      choice(d),
    ),
    text: fc.oneof({ maxDepth: 2, withCrossShrink: true }, fc.constantFrom('racket', 'full_name'), words, both(t, ['+']), choice(t)),
  }
})

const name = fc.constantFrom('Ada', 'Bo', 'wood', '')
const day = fc.constantFrom('2026-03-31', '2026-04-01', '2026-04-03', '2008-02-29', '2020-01-05', '1999-12-31')
const person: fc.Arbitrary<Values> = fc.record({
  plays: fc.boolean(),
  adult: fc.boolean(),
  level: fc.constantFrom('beginner', 'player', 'coach'),
  racket: name,
  full_name: name,
  born: day,
  today: day,
  children: fc.integer({ min: 0, max: 20 }),
  price: fc.constantFrom(0, 12_000, 5),
  family: fc.array(fc.record({ name, school: name, role: fc.constantFrom('partner', 'child') }), { maxLength: 3 }),
  yearly: fc.constant(12_000),
  grown_up: fc.constant(18),
})
const people = fc.sample(person, { numRuns: 120, seed: 4 })

/** Whether two expressions give the same for many people: those that do may mean the same. */
function isSame(one: Compiled, other: Compiled): boolean {
  return people.every((values) => JSON.stringify(valueOf(one, values)) === JSON.stringify(valueOf(other, values)))
}

function valueOf(compiled: Compiled, values: Values): unknown {
  const value = compiled.evaluate(values)
  return isFailure(value) ? 'failed' : (value ?? 'missing')
}

const codeWords = new Set([
  ...FUNCTIONS.map((one) => one.name).filter((one) => /[A-Z]/.test(one)),
  'true',
  'false',
  'null',
  'outcome',
  'rounding',
])

/** What stands in quotation marks are names and texts of the service. */
function assertPlain(said: string, source: string): void {
  const own = said.replaceAll(/“[^“”]*”/g, '')
  assert.notEqual(said.trim(), '', source)
  assert.doesNotMatch(own, /[&|=<>!*%/\\?{}[\]_"+]|undefined|\bNaN\b/, `${source}: ${said}`)
  for (const word of own.match(/\w+/g) ?? []) assert.ok(!codeWords.has(word), `${source}: ${said}`)
}

describe('rules made up at random', () => {
  for (const language of ['en', 'cy'] as const) {
    test(`are said plainly, and no two that mean something else in the same words (${language})`, () => {
      const telling = tellingOf(club, language)
      const meanings = new Map<string, Compiled>()
      const seen = { said: 0, again: 0 }
      fc.assert(
        fc.property(fc.oneof(bool, int, money, date), (source) => {
          const compiled = telling.compile(source)
          if (compiled === undefined) return
          const said = telling.expression(compiled.ast)
          assertPlain(said, source)
          assertPlain(inOneLine(telling.laidOut(compiled.ast)), source)
          seen.said += 1
          const known = meanings.get(said)
          if (known !== undefined) seen.again += 1
          if (known === undefined) meanings.set(said, compiled)
          else assert.ok(isSame(compiled, known), `${source} and ${known.source}: ${said}`)
        }),
        { numRuns: 4000 },
      )
      assert.ok(seen.said > 2500 && seen.again > 100, JSON.stringify(seen))
    })
  }

  test('one figure, sign or name put in place of another changes the words', () => {
    const telling = tellingOf(club, 'en')
    const swaps = [
      ['<=', '<'],
      ['&&', '||'],
      ['+', '-'],
      ['children', 'grown_up'],
      ['exists(', 'all('],
      ['2', '3'],
      ['half_up', 'down'],
    ] as const
    const seen = { changed: 0 }
    fc.assert(
      fc.property(fc.oneof(bool, int, money), fc.constantFrom(...swaps), (source, [from, to]) => {
        const [before, after] = [telling.compile(source), telling.compile(source.replace(from, to))]
        if (before === undefined || after === undefined || isSame(before, after)) return
        seen.changed += 1
        assert.notEqual(telling.expression(before.ast), telling.expression(after.ast), source)
      }),
      { numRuns: 4000 },
    )
    assert.ok(seen.changed > 300, JSON.stringify(seen))
  })
})

/** The same parts, put together in two ways. */
const twins = fc.oneof(
  fc
    .tuple(bool, bool, bool)
    .chain(([a, b, c]) =>
      fc.constantFrom(
        [`${a} && (${b} || ${c})`, `(${a} && ${b}) || ${c}`],
        [`!(${a} && ${b})`, `!(${a}) && ${b}`],
        [`(${a} ? ${b} : ${c}) && plays`, `${a} ? ${b} : (${c} && plays)`],
        [`family.exists(f, ${a} || f.name == "Ada") && ${b}`, `family.exists(f, (${a} || f.name == "Ada") && ${b})`],
        [`!family.all(f, f.name == "Ada" && ${a})`, `family.all(f, !(f.name == "Ada" && ${a}))`],
        [`(${a} == ${b}) || ${c}`, `${a} == (${b} || ${c})`],
      ),
    ),
  fc
    .tuple(bool, int, int, int)
    .chain(([when, a, b, c]) =>
      fc.constantFrom(
        [`${a} * (${b} + ${c})`, `${a} * ${b} + ${c}`],
        [`${a} - (${b} - ${c})`, `(${a} - ${b}) - ${c}`],
        [`(${when} ? ${a} : ${b}) + ${c}`, `${when} ? ${a} : (${b} + ${c})`],
        [`max(${a}, ${b}) - ${c}`, `max(${a}, ${b} - ${c})`],
        [`-(${a} + ${b})`, `-(${a}) + ${b}`],
        [`yearOf(today + days(${a})) + ${b}`, `yearOf(today + days(${a} + ${b}))`],
        [`size(family.filter(f, ${when})) > ${a}`, `size(family.filter(f, ${when} && ${a} > ${b})) > ${a}`],
        [`percent(yearly, ${a} + ${b}, rounding.down)`, `percent(yearly, ${a}, rounding.down) + gbp("0.01") * ${b}`],
      ),
    ),
)

test('the same parts put together in another way are said in another way', () => {
  const seen = { differ: 0 }
  fc.assert(
    fc.property(twins, fc.constantFrom('en' as const, 'cy' as const), ([one = '', other = ''], language) => {
      const telling = tellingOf(club, language)
      const [first, second] = [telling.compile(one), telling.compile(other)]
      if (first === undefined || second === undefined || isSame(first, second)) return
      seen.differ += 1
      assert.notEqual(telling.expression(first.ast), telling.expression(second.ast), `${one} and ${other}`)
    }),
    { numRuns: 4000 },
  )
  assert.ok(seen.differ > 800, JSON.stringify(seen))
})

describe('the rules of every starter service', () => {
  const folder = fileURLToPath(new URL('../../../packs/', import.meta.url))
  for (const pack of readdirSync(folder)) {
    for (const language of ['en', 'cy'] as const) {
      test(`${pack} is said plainly in ${language}, every two different rules in different words`, () => {
        const prepared = prepare(definitionOf(starter(folder, pack)))
        if (!prepared.languages.includes(language)) return assert.ok(language === 'cy')
        assertAllPlain(prepared, language)
      })
    }
  }
})

function assertAllPlain(prepared: ReturnType<typeof prepare>, language: Language): void {
  const { steps, exits, pages, questions, outcome, fee } = tellService(prepared, language)
  const all = [...exits.map(({ when }) => when), ...(outcome ? [outcome] : []), ...(fee ? [fee] : [])].map(inOneLine)
  for (const said of [...all, ...Object.values(pages), ...Object.values(questions)]) assertPlain(said, prepared.definition.service.id)
  const worked = steps.flatMap((step) =>
    step.kind === 'table' ? step.table.rows.map(({ sentence }) => `${step.id} ${sentence}`) : [inOneLine(step.how)],
  )
  for (const said of worked) assertPlain(said.replaceAll('(%)', '').replace(/^\w+ /, ''), prepared.definition.service.id)
  assert.equal(new Set(worked).size, worked.length)
}

/** A starter service with the blocks it uses. */
function starter(folder: string, pack: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const [root, under] of [
    [`${folder}${pack}/`, ''],
    [`${folder}../blocks/`, 'blocks/'],
  ] as const)
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }))
      if (/\.yaml$/.test(file)) files.set(`${under}${file}`, readFileSync(`${root}${file}`, 'utf8'))
  return files
}
