/** The single place that makes a service of rules made up at random, and asks z3 whether anybody can be who they look for. */
import fc from 'fast-check'
import type { Prepared } from '#core/index.ts'
import { smallService } from '../small-service.ts'
import {
  accepted,
  answers,
  both,
  chosen,
  compared,
  type Condition,
  either,
  type Figure,
  known,
  type Meant,
  type Measure,
  options,
  sure,
  type Truth,
  z3,
} from './meaning.ts'
import { conditions } from './rules.ts'

/** A cell as it is written, and what it asks of its input. */
type Cell = { readonly written: string; readonly meant: Meant }

const cellOf = (input: Measure, least: number, most: number): fc.Arbitrary<Cell> => {
  const value = fc.integer({ min: least, max: most })
  const holds = (sign: '<' | '>=' | '==', than: number): Meant => compared(input, sign, known(z3.Int.val(than)))
  const all = (one: Meant, other: Meant): Meant => ({ yes: both(one.yes, other.yes), no: either(one.no, other.no) })
  return fc.oneof(
    fc.constant<Cell>({ written: '-', meant: sure(z3.Bool.val(true)) }),
    value.map((than): Cell => ({ written: `< ${than}`, meant: holds('<', than) })),
    value.map((than): Cell => ({ written: `>= ${than}`, meant: holds('>=', than) })),
    fc.tuple(value, fc.nat({ max: 9 })).map(([from, more]): Cell => {
      const below = holds('<', from + more + 1)
      return { written: `[${from}..${from + more}]`, meant: all(holds('>=', from), below) }
    }),
    value.map((than): Cell => {
      const { yes, no } = holds('==', than)
      return { written: `not(${than})`, meant: { yes: no, no: yes } }
    }),
  )
}

const cellOfChoice: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant<Cell>({ written: '-', meant: sure(z3.Bool.val(true)) }),
  fc.subarray([0, 1, 2], { minLength: 1, maxLength: 2 }).map(
    (few): Cell => ({
      written: few.map((at) => options[at]).join(', '),
      meant: sure(either(...few.map((at) => answers.c.eq(at)))),
    }),
  ),
)

type Row = { readonly cells: readonly Cell[]; readonly gives: number }
const row: fc.Arbitrary<Row> = fc
  .tuple(
    cellOf(known(answers.x), -50, 50),
    cellOf({ value: answers.m, known: answers.hasM }, 0, 20),
    cellOfChoice,
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([one, other, choice, gives]) => ({ cells: [one, other, choice], gives }))

type Table = { readonly hit: string; readonly rows: readonly Row[] }
const table: fc.Arbitrary<Table> = fc.record({
  hit: fc.constantFrom('first', 'unique', 'any', 'collect sum', 'collect count'),
  rows: fc.uniqueArray(row, { minLength: 1, maxLength: 5, selector: ({ cells }) => cells.map(({ written }) => written).join(' ') }),
})

/** What a table gives by its hit policy (DMN 1.5, section 8.2.11), said without looking at how it is worked out. */
function meantBy({ hit, rows }: Table): Measure {
  const matches = rows.map(
    ({ cells }): Meant => ({ yes: both(...cells.map(({ meant }) => meant.yes)), no: either(...cells.map(({ meant }) => meant.no)) }),
  )
  const told = both(...matches.map(({ yes, no }) => either(yes, no)))
  const gives = rows.map((one) => z3.Int.val(one.gives))
  const counted = (of: (at: number) => Figure): Figure =>
    matches.reduce<Figure>((sum, { yes }, at) => sum.add(chosen(yes, of(at), z3.Int.val(0))), z3.Int.val(0))
  const first = gives.reduceRight<Figure>((rest, value, at) => chosen(matches[at]?.yes ?? told, value, rest), z3.Int.val(0))
  const some = either(...matches.map(({ yes }) => yes))
  switch (hit) {
    case 'first':
      return { value: first, known: either(...matches.map(({ yes }, at) => both(yes, ...matches.slice(0, at).map(({ no }) => no)))) }
    case 'unique':
      return { value: first, known: both(told, counted(() => z3.Int.val(1)).eq(1)) }
    case 'any':
      return { value: first, known: both(some, ...matches.map(({ no }, at) => either(no, first.eq(gives[at] ?? first)))) }
    default:
      return { value: counted((at) => (hit === 'collect sum' ? (gives[at] ?? first) : z3.Int.val(1))), known: told }
  }
}

/** A page that is shown under conditions, one of them with a name, over answers and a table; and what that means. */
export type Twice = { readonly prepared: Prepared; readonly written: string; readonly meant: readonly Truth[] }

const partsOf = (condition: fc.Arbitrary<Condition>) =>
  fc.record({
    conditions: fc.array(condition, { minLength: 1, maxLength: 3 }),
    named: condition.filter(({ written }) => !written.includes('named')),
    table,
  })

export const services: fc.Arbitrary<Twice> = fc.oneof(...conditions.map(partsOf)).map((parts) => {
  const [t, when, meant] = [parts.table, parts.conditions.map(({ written }) => `(${written})`).join(' && '), meantBy(parts.table)]
  const rules = [
    accepted,
    z3.Bool.const('named yes').eq(parts.named.meant.yes),
    z3.Bool.const('named no').eq(parts.named.meant.no),
    z3.Int.const('t').eq(meant.value),
    z3.Bool.const('t known').eq(meant.known),
  ]
  return {
    prepared: serviceOf({ when, named: parts.named, table: t }),
    written: `${when}\nnamed: ${parts.named.written}\n${t.hit} ${JSON.stringify(t.rows.map(({ cells, gives }) => [...cells.map(({ written }) => written), gives]))}`,
    meant: [...rules, ...parts.conditions.map(({ meant: { yes } }) => yes)],
  }
})

type Parts = { readonly when: string; readonly named: Condition; readonly table: Table }

function serviceOf({ when, named: { written }, table: { hit, rows } }: Parts): Prepared {
  const [policy = 'first', collect] = hit.split(' ')
  const number = (id: string): object => ({ id, kind: 'number', min: -1000, max: 1000 })
  return smallService({
    pages: [
      {
        id: 'first',
        questions: [
          ...['x', 'y', 'z'].map(number),
          { id: 'm', kind: 'number', min: 0, max: 20, optional: true },
          { id: 'pay', kind: 'money', max: '1000.00' },
          { id: 'day', kind: 'date', earliest: 'date("2026-01-01")', latest: 'date("2026-06-30")' },
          { id: 'c', kind: 'one-of', options: [...options] },
          { id: 'p', kind: 'yes-no' },
          { id: 'q', kind: 'yes-no' },
          {
            id: 'g',
            kind: 'group',
            min: 0,
            max: 3,
            of: [
              { id: 'v', kind: 'number', min: 0, max: 50 },
              { id: 'w', kind: 'yes-no' },
            ],
          },
        ],
      },
      { id: 'second', when, questions: [{ id: 'more', kind: 'yes-no' }] },
    ],
    conditions: { named: written },
    tables: [
      {
        id: 't',
        hit: policy,
        ...(collect === undefined ? {} : { collect }),
        inputs: [
          { id: 'x', is: 'x' },
          { id: 'm', is: 'm' },
          { id: 'c', is: 'c' },
        ],
        outputs: [{ id: 'out', type: 'int' }],
        rows: rows.map(({ cells, gives }) => ({ when: cells.map((cell) => cell.written), then: [String(gives)] })),
      },
    ],
  })
}
