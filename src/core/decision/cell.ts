/**
 * The single place for the tests in the cells of a table: the unary tests of S-FEEL (DMN 1.5, section 9.2) that a council needs.
 * A value, a comparison `< 16000.00`, an interval `[480.01..530.00]`, several of them with commas, `not(…)`, or `-` for anything.
 */
import type { Ast, Operator, Scope, Type } from '#core/expression/index.ts'
import { type LiteralFault, readLiteral } from './literal.ts'

/** What is wrong with a cell, with offsets into its text. */
export type CellFault = LiteralFault & { readonly start: number; readonly end: number }

/** The column a cell stands in: the input's value is the member called `name`. */
export type Column = { readonly name: string; readonly type: Type; readonly scope: Scope }

type Piece = { readonly text: string; readonly start: number; readonly end: number }

const BOOL: Type = { kind: 'bool' }
const COMPARISON = /^(<=|>=|<|>|!=|=)\s*(.+)$/s
const INTERVAL = /^([[\](])\s*(.+?)\s*\.\.\s*(.+?)\s*([[\])])$/s
const THOUSANDS = /\d,\d{3}(?!\d)/
const NOT = /^not\s*\((.*)\)$/s

/** The condition a cell asks of its input, `undefined` when it asks nothing, or what is wrong with it. */
export function readCell(text: string, column: Column): { readonly test: Ast | undefined } | CellFault {
  const whole = trimmed({ text, start: 0, end: text.length })
  if (whole.text === '-') return { test: undefined }
  const inside = NOT.exec(whole.text)?.[1]
  if (inside === undefined) return readTests(whole, column)
  const start = whole.start + whole.text.indexOf('(') + 1
  const read = readTests(trimmed({ text: inside, start, end: start + inside.length }), column)
  if (!('test' in read) || read.test === undefined) return read
  return { test: { kind: 'not', of: read.test, type: BOOL, start: whole.start, end: whole.end } }
}

function readTests(whole: Piece, column: Column): { readonly test: Ast | undefined } | CellFault {
  if (whole.text === '') return { message: 'The cell is empty', help: 'Write - when anything will do', start: whole.start, end: whole.end }
  if (isOrdered(column.type) && THOUSANDS.test(whole.text)) {
    return {
      message: `"${whole.text}" may be one number or several`,
      help: 'Write a large number without commas, and a space after each comma between numbers',
      start: whole.start,
      end: whole.end,
    }
  }
  let test: Ast | undefined
  for (const piece of pieces(whole)) {
    const read = readTest(piece, column)
    if ('message' in read) return read
    test = test === undefined ? read : { kind: 'or', left: test, right: read, type: BOOL, start: whole.start, end: piece.end }
  }
  return { test }
}

/** Split at commas that stand neither in quotes nor in an interval. */
function pieces(whole: Piece): Piece[] {
  const found = whole.text.matchAll(/(?:"[^"]*"|'[^']*'|[^,"']|["'])+|(?<=,)(?=,|$)|^(?=,)/g)
  return [...found].map(({ 0: text, index }) => trimmed({ text, start: whole.start + index, end: whole.start + index + text.length }))
}

function trimmed({ text, start }: Piece): Piece {
  const before = text.length - text.trimStart().length
  const kept = text.trim()
  return { text: kept, start: start + before, end: start + before + kept.length }
}

function readTest(piece: Piece, column: Column): Ast | CellFault {
  const [, opens, from, to, closes] = INTERVAL.exec(piece.text) ?? []
  if (from !== undefined && to !== undefined) return readInterval(piece, column, { from, to, opens: opens === '[', closes: closes === ']' })
  const [, sign, compared] = COMPARISON.exec(piece.text) ?? []
  if (sign !== undefined && compared !== undefined) return compare(operatorOf(sign), { ...piece, text: compared }, column)
  return compare('==', piece, column)
}

type Interval = { readonly from: string; readonly to: string; readonly opens: boolean; readonly closes: boolean }

/** A square bracket takes its end in, a round or turned one leaves it out. */
function readInterval(piece: Piece, column: Column, { from, to, opens, closes }: Interval): Ast | CellFault {
  const left = compare(opens ? '>=' : '>', { ...piece, text: from }, column)
  if ('message' in left) return left
  const right = compare(closes ? '<=' : '<', { ...piece, text: to }, column)
  if ('message' in right) return right
  if (isReversed(left, right))
    return { message: `The interval ends before it begins`, help: 'Write the smaller end first', start: piece.start, end: piece.end }
  return { kind: 'and', left, right, type: BOOL, start: piece.start, end: piece.end }
}

function isReversed(left: Ast, right: Ast): boolean {
  if (left.kind !== 'operation' || right.kind !== 'operation' || left.right.kind !== 'literal' || right.right.kind !== 'literal')
    return false
  return left.right.value > right.right.value
}

function compare(operator: Operator, piece: Piece, { name, type, scope }: Column): Ast | CellFault {
  const place = { start: piece.start, end: piece.end }
  const asked = type.kind === 'list' ? type.of : type
  if (operator !== '==' && operator !== '!=' && !isOrdered(type)) {
    return {
      message: `${operator} needs a column that can be put in order`,
      help: 'Use it with numbers, money, dates and lengths',
      ...place,
    }
  }
  const read = readLiteral(piece.text, asked, scope)
  if ('message' in read) return { ...read, ...place }
  const input: Ast = { kind: 'item', name, path: '', type, ...place }
  const literal: Ast = { kind: 'literal', value: read.value, type: asked, ...place }
  if (type.kind !== 'list') return { kind: 'operation', operator, left: input, right: literal, type: BOOL, ...place }
  const member: Ast = { kind: 'operation', operator: 'in', left: literal, right: input, type: BOOL, ...place }
  return operator === '==' ? member : { kind: 'not', of: member, type: BOOL, ...place }
}

function isOrdered(type: Type): boolean {
  return ['int', 'money', 'date', 'days', 'months'].includes(type.kind)
}

function operatorOf(sign: string): Operator {
  switch (sign) {
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '!=':
      return sign
    default:
      return '=='
  }
}
