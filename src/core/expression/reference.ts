/** The single place that writes the reference of the expression language from its own tables. */
import { FUNCTIONS, type FunctionEntry, type Parameter, STANDARD_OPTIONS } from './functions/index.ts'
import { OPERATORS } from './operators.ts'
import { nameOfType } from './type.ts'

/** The walks over a list with an example each. */
export const WALKS: readonly (readonly [shape: string, says: string, example: string])[] = [
  ['list.all(member, condition)', 'Whether the condition holds for every member; true for an empty list.', 'people.all(p, p.age >= 18)'],
  ['list.exists(member, condition)', 'Whether it holds for at least one member.', 'people.exists(p, p.age < 5)'],
  ['list.exists_one(member, condition)', 'Whether it holds for exactly one member.', 'people.exists_one(p, p.age >= 66)'],
  ['list.filter(member, condition)', 'The members for which it holds.', 'size(people.filter(p, p.age < 5))'],
  ['list.map(member, value)', 'The list of the values.', 'sum(people.map(p, p.income))'],
  [
    'list.map(member, condition, value)',
    'The values of the members for which the condition holds.',
    'sum(people.map(p, p.age >= 18, p.income))',
  ],
]

/** The text of `docs/reference/expressions.md`. */
export function expressionsReference(): string {
  return [INTRODUCTION, TYPES, operators(), CHOICES, walks(), functions(), standardOptions(), LEFT_OUT].join('\n\n').concat('\n')
}

function operators(): string {
  const rows = new Map<string, string[]>()
  for (const { operator, left, right, gives } of OPERATORS) {
    const use =
      left === right && gives.kind === 'bool'
        ? nameOfType(left)
        : `${nameOfType(left)} ${operator} ${nameOfType(right)} gives ${nameOfType(gives)}`
    rows.set(operator, [...(rows.get(operator) ?? []), use])
  }
  const lines = [...rows].map(([operator, uses]) => `| \`${operator}\` | ${uses.join(', ')} |`)
  return [
    '## Operators',
    '',
    'Both sides must have the listed types; nothing is converted silently. `==` and `!=` also compare options of the same question, `value in list` asks',
    'whether a list has a member. `-` stands before counts and money, `!` before conditions. Whole division drops the rest: `7 / 2` is 3.',
    '',
    '| operator | between |',
    '|---|---|',
    ...lines,
  ].join('\n')
}

function walks(): string {
  const rows = WALKS.map(([shape, says, example]) => `| \`${shape}\` | ${says} | \`${example}\` |`)
  return [
    '## Looking into lists',
    'At most two walks stand inside each other.',
    '',
    '| form | what it gives | example |',
    '|---|---|---|',
    ...rows,
  ].join('\n')
}

function functions(): string {
  const entries = [...FUNCTIONS].sort((a, b) => a.name.localeCompare(b.name, 'en')).map(entryText)
  return ['## Functions', ...entries].join('\n\n')
}

function entryText(entry: FunctionEntry): string {
  const shapes = entry.signatures.map((signature) => `\`${shapeOf(entry, signature.takes)}\` gives ${nameOfType(signature.gives)}`)
  return `### ${entry.name}\n\n${entry.says}\n\n- ${shapes.join('\n- ')}\n- Example: \`${entry.example}\``
}

function shapeOf(entry: FunctionEntry, takes: readonly Parameter[]): string {
  const names = takes.map((type) => (typeof type === 'string' ? type : nameOfType(type)))
  return entry.method === true ? `${names[0]}.${entry.name}(${names.slice(1).join(', ')})` : `${entry.name}(${names.join(', ')})`
}

function standardOptions(): string {
  const rows = Object.entries(STANDARD_OPTIONS).map(
    ([set, options]) => `| \`${set}\` | ${options.map((option) => `\`${set}.${option}\``).join(', ')} |`,
  )
  return ['## Options that are always there', '', '| set | options |', '|---|---|', ...rows].join('\n')
}

const INTRODUCTION = `# Expressions

Conditions, calculations and fees are written in Council CEL, a profile of the Common Expression Language. Everything is checked against the service
before it is published: an unknown name, a misspelt option, or pounds added to a number of children is refused with its place and the way out. An
expression reads only answers, calculations and \`today\`; it always ends, and gives the same result for the same answers.

What happens while answers are missing is on the page [missing answers](missing-answers.md). This page is generated from the program:
\`node --test --test-update-snapshots src/core/expression/reference.test.ts\`.`

const TYPES = `## Types

| type | what it is | written out |
|---|---|---|
| bool | a condition: yes or no | \`true\`, \`false\` |
| int | a whole number within ±9,007,199,254,740,991 | \`18\` |
| string | text | \`"CB1"\` or \`'CB1'\` |
| money | an amount in whole pence | \`gbp("12.50")\` |
| date | a day without a time | \`date("2026-04-01")\` |
| days | a length in days | \`days(10)\` |
| months | a length in calendar months | \`months(3)\` |
| option of a question | one of the options of a question | \`tenure.rent\`, in a group \`people.role.carer\` |
| list | several values of one type | \`["CB1", "CB2"]\` |
| group | one person, vehicle or item with its fields | only as an answer: \`p.income\` |

A number beyond its bounds, a division by nothing, the smallest of an empty list, and an age before birth are faults, not numbers.`

const CHOICES = `## Conditions and choices

\`a && b\` (and), \`a || b\` (or), \`!a\` (not), and \`condition ? this : that\`, where both results have the same type.`

const LEFT_OUT = `## What is left out, and instead

| not in the language | instead |
|---|---|
| fractions such as \`1.5\` | money in pence, \`percent\`, \`share\`, \`divide\` with a named rounding |
| \`has(x)\`, \`null\` | \`answered(x)\` |
| \`matches\` | \`like\`, which cannot hang |
| \`timestamp\`, \`duration\`, a clock | \`today\`, \`date\`, \`days\`, \`months\` |
| indexes \`list[0]\`, maps \`{…}\`, empty lists | \`all\`, \`exists\`, \`filter\`, \`map\`, \`size\` |
| text in order (\`<\` between texts), lists compared with \`==\` | \`==\`, \`in\`, \`like\` |
| bytes, unsigned numbers, \`dyn\`, \`type\`, escapes but \`\\\\\`, \`\\"\` and \`\\'\` | nothing: no council has needed them |

An expression has at most 4,000 characters, 2,000 parts, and lists of at most 200 members are looked into.`
