import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { compile, isFailure, type Scope, type Value } from './index.ts'

/** The reference is the specification: every table in it is run. */
const page = readFileSync(new URL('../../../docs/reference/missing-answers.md', import.meta.url), 'utf8')

const scope: Scope = {
  variables: {
    a: { kind: 'int' },
    b: { kind: 'int' },
    c: { kind: 'bool' },
    p: { kind: 'bool' },
    q: { kind: 'bool' },
    zero: { kind: 'int' },
    list: { kind: 'list', of: { kind: 'int' } },
  },
  options: {},
}

/** The rows of the table below a heading, without its first two lines, and its first line. */
function tableOf(heading: string): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const lines = section.split('\n').filter((line) => line.startsWith('|'))
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .slice(1, -1)
      .replaceAll('\\|', '!')
      .split('|')
      .map((cell) => cell.replaceAll('**', '').replaceAll('!!', '||').trim()),
  )
  assert.ok(rows.length > 0, `The table ${heading} has gone`)
  return { head, rows }
}

/** A source that has this value once `values` are given. */
function sourceOf(name: string, word: string): string {
  if (word !== 'fault') return name
  return name === 'p' || name === 'q' || name === 'c' ? '(1 / zero == 1)' : '(1 / zero)'
}

function answerOf(word: string): unknown {
  if (word === 'missing' || word === 'fault') return undefined
  return JSON.parse(word.replaceAll('missing', 'null'))
}

function wordOf(value: Value): string {
  return value === undefined ? 'missing' : isFailure(value) ? 'fault' : String(value)
}

function result(source: string, values: Readonly<Record<string, unknown>>): string {
  const compiled = compile(source, scope)
  if ('faults' in compiled) assert.fail(`${source}: ${compiled.faults[0]?.message}`)
  return wordOf(compiled.evaluate({ zero: 0, ...values }))
}

for (const [heading, operator] of [
  ['And', '&&'],
  ['Or', '||'],
] as const) {
  test(`the table "${heading}" of the reference holds`, () => {
    const { head, rows } = tableOf(heading)
    assert.deepEqual(
      rows.map(([first]) => first),
      head.slice(1),
    )
    for (const [left = '', ...cells] of rows) {
      for (const [at, expected] of cells.entries()) {
        const right = head[at + 1] ?? ''
        const source = `${sourceOf('p', left)} ${operator} ${sourceOf('q', right)}`
        assert.equal(result(source, { p: answerOf(left), q: answerOf(right) }), expected, `${left} ${operator} ${right}`)
      }
    }
  })
}

test('the table "Not" of the reference holds', () => {
  const { head, rows } = tableOf('Not')
  for (const [at, word] of head.slice(1).entries())
    assert.equal(result(`!${sourceOf('p', word)}`, { p: answerOf(word) }), rows[0]?.[at + 1])
})

test('the table "Choice" of the reference holds', () => {
  for (const [c = '', a = '', b = '', expected] of tableOf('Choice').rows) {
    const source = `${sourceOf('c', c)} ? ${sourceOf('a', a)} : ${sourceOf('b', b)}`
    assert.equal(result(source, { c: answerOf(c), a: answerOf(a), b: answerOf(b) }), expected, `${c} ? ${a} : ${b}`)
  }
})

test('the table "Comparison, arithmetic and functions" of the reference holds', () => {
  const { head, rows } = tableOf('Comparison, arithmetic and functions')
  for (const [a = '', b = '', ...cells] of rows) {
    for (const [at, expected] of cells.entries()) {
      const source = (head[at + 2] ?? '').replace(/\b[ab]\b/g, (name) => sourceOf(name, name === 'a' ? a : b))
      assert.equal(result(source, { a: answerOf(a), b: answerOf(b) }), expected, `${source} with ${a} and ${b}`)
    }
  }
})

test('the table "Lists" of the reference holds', () => {
  const { head, rows } = tableOf('Lists')
  for (const [list = '', a = '', ...cells] of rows) {
    for (const [at, expected] of cells.entries()) {
      const source = head[at + 2] ?? ''
      assert.equal(result(source, { list: answerOf(list), a: answerOf(a) }), expected, `${source} with ${list} and ${a}`)
    }
  }
})

test('answered is known whether there is an answer or not', () => {
  assert.equal(result('answered(a)', { a: 0 }), 'true')
  assert.equal(result('answered(a)', { a: null }), 'false')
  assert.equal(result('answered(a) && a > 3', {}), 'false')
})
