/** The single place for what the names and values in an expression are called, wherever it stands. */
import type { Ast, Type } from '#core/expression/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { formatMoney } from '#core/value/money.ts'
import type { Language } from '../definition/model/names.ts'
import type { Grammar } from './grammar.ts'
import { groupDigits, type Names, spaced } from './names.ts'

/** What the names for members of lists are called, by their names in the expression; `within` is the group whose questions are named bare. */
export type Around = { readonly items: ReadonlyMap<string, string>; readonly within?: string | undefined }

export class Caller {
  readonly #names: Names
  readonly #grammar: Grammar
  readonly #language: Language

  constructor(names: Names, grammar: Grammar, language: Language) {
    this.#names = names
    this.#grammar = grammar
    this.#language = language
  }

  /** A value written out: money in pounds, dates in full, texts in quotation marks. */
  literal(value: unknown, type: Type): string {
    const say = this.#grammar
    if (typeof value === 'boolean') return value ? say.yes : say.no
    if (typeof value === 'string')
      return type.kind === 'date' ? formatDate(value, this.#language) : value === '' ? say.emptyText : say.quoted(value)
    const size = Math.abs(Number(value))
    const written = type.kind === 'money' ? formatMoney(size) : lengthOf(type, groupDigits(size), say)
    return Number(value) < 0 ? say.below(written) : written
  }

  /** The answer of a set, a way to round, or a nation. */
  option({ set, option }: Extract<Ast, { kind: 'option' }>): string {
    const { roundings, nations, quoted } = this.#grammar
    const standard: Readonly<Record<string, string>> = set === 'rounding' ? roundings : set === 'bank_holidays' ? nations : {}
    return standard[option] ?? this.#names.option(set, option) ?? quoted(spaced(option))
  }

  /** What a question, a figure, something worked out, a member of a list or a part of these is called; `inside` says what a part is a part of. */
  name(ast: Ast, around: Around, inside: (part: Ast) => string): string {
    const say = this.#grammar
    if (ast.kind === 'item') return around.items.get(ast.name) || say.it
    if (ast.kind === 'variable') {
      if (ast.name === 'today') return say.today
      if (ast.name === 'decided') return say.decided
      const member = around.within === undefined ? undefined : this.#names.member(around.within, ast.name)
      return member?.question === undefined ? this.#names.find(ast.name).called : member.called
    }
    if (ast.kind !== 'field') return inside(ast)
    if (ast.of.kind === 'item') {
      const { called, isAlone } = this.#names.member(ast.of.path, ast.name)
      const member = around.items.get(ast.of.name)
      return member ? say.ofMember(called, member) : isAlone ? called : say.ofMember(called, say.it)
    }
    const known: Readonly<Record<string, string>> = say.parts
    const owner = ast.of.kind === 'variable' ? this.#names.find(ast.of.name) : undefined
    if (owner?.sort === 'table' && ast.of.kind === 'variable') {
      const label = this.#columnLabel(ast.of.name, ast)
      return this.#names.isColumnAlone(label) ? say.quoted(label) : say.column(say.quoted(label), owner.called)
    }
    return say.part(known[ast.name] ?? say.quoted(spaced(ast.name)), inside(ast.of))
  }

  /** The answer that a question of yes or no stands for. */
  yesNo(ast: Ast, { within }: Around, isYes: boolean): string | undefined {
    if (ast.kind === 'field' && ast.of.kind === 'item')
      return this.#names.member(ast.of.path, ast.name).question?.kind === 'yes-no'
        ? this.#names.yesOrNo(isYes, ast.of.path, ast.name)
        : undefined
    if (ast.kind !== 'variable') return undefined
    const member = within === undefined ? undefined : this.#names.member(within, ast.name).question
    if (within !== undefined && member !== undefined)
      return member.kind === 'yes-no' ? this.#names.yesOrNo(isYes, within, ast.name) : undefined
    const found = this.#names.find(ast.name)
    return found.sort === 'question' && found.question.kind === 'yes-no' ? this.#names.yesOrNo(isYes, ast.name) : undefined
  }

  /** A text that a column of a table gives, by its words. */
  columnValue(column: Ast, value: Ast): string | undefined {
    if (column.kind !== 'field' || column.of.kind !== 'variable' || value.kind !== 'literal' || typeof value.value !== 'string')
      return undefined
    const words = this.#names.columnValue(column.of.name, column.name, value.value)
    return words === undefined ? undefined : this.#grammar.quoted(words)
  }

  /** The words of a condition that has a name, as they stand. */
  clause(ast: Ast, { within }: Around): string | undefined {
    if (ast.kind !== 'variable' || this.#isMember(ast.name, within)) return undefined
    const found = this.#names.find(ast.name)
    return found.sort === 'condition' ? found.clause : undefined
  }

  /** Whether a name is a question, asked of a person or in a group. */
  isAsked(ast: Ast, { within }: Around): boolean {
    if (ast.kind === 'field' && ast.of.kind === 'item') return this.#names.member(ast.of.path, ast.name).question !== undefined
    if (ast.kind !== 'variable') return false
    return this.#isMember(ast.name, within) || this.#names.find(ast.name).sort === 'question'
  }

  #columnLabel(table: string, { name, type }: { readonly name: string; readonly type: Type }): string {
    const isOutcome = type.kind === 'option' && type.of === 'outcome'
    return this.#names.column(table, name) ?? (isOutcome ? this.#grammar.outcome : spaced(name))
  }

  #isMember(name: string, within: string | undefined): boolean {
    return within !== undefined && this.#names.member(within, name).question !== undefined
  }
}

function lengthOf({ kind }: Type, count: string, { days, months }: Grammar): string {
  return kind === 'days' ? days(count) : kind === 'months' ? months(count) : count
}
