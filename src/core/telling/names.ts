/** The single place that finds what the parts of one service are called when its rules are said in one language, no two alike. */
import { formatDate } from '#core/value/date-words.ts'
import { formatMoney } from '#core/value/money.ts'
import type { Definition, Words } from '../definition/definition.ts'
import type { Language } from '../definition/model/names.ts'
import type { Question } from '../definition/model/question.ts'
import type { QuestionWords, Text } from '../definition/model/words.ts'
import { setName, valueOfConstant } from '../definition/program/scope.ts'
import { nameInBraces } from '../definition/sentence.ts'
import type { Grammar, Sort } from './grammar.ts'

/** A question asked of a person, or in a group; `words` is undefined for a pack that lacks them. */
type Asked = { readonly question: Question; readonly words: QuestionWords | undefined; readonly number: number }

/** What a name in an expression stands for. */
export type Naming =
  | { readonly sort: 'question'; readonly called: string; readonly question: Question }
  | { readonly sort: 'condition'; readonly called: string; readonly clause: string }
  | { readonly sort: 'constant' | 'calculation' | 'table' | 'other'; readonly called: string }

export class Names {
  readonly #definition: Definition
  readonly #grammar: Grammar
  readonly #language: Language
  readonly #words: Words | undefined
  readonly #asked = new Map<string, Asked>()
  readonly #called = new Map<string, string>()
  readonly #labels = new Map<string, string>()
  readonly #taken = new Set<string>()

  constructor(definition: Definition, language: Language, grammar: Grammar) {
    this.#definition = definition
    this.#grammar = grammar
    this.#language = language
    const [source = 'en'] = definition.service.languages
    this.#words = definition.words[language] ?? definition.words[source]
    let number = 0
    for (const question of definition.service.sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))) {
      number += 1
      this.#asked.set(question.id, { question, words: own(this.#words?.questions, question.id), number })
    }
    this.#callAll()
  }

  /** What a name stands for: a question, a figure, something worked out. */
  find(name: string): Naming {
    const asked = this.#asked.get(name)
    const called = this.#called.get(name) ?? this.#quoted(spaced(name))
    if (asked !== undefined) return { sort: 'question', called, question: asked.question }
    const { service, tables } = this.#definition
    if (Object.hasOwn(service.conditions, name)) return { sort: 'condition', called, clause: this.#clauseOf(name) ?? called }
    if (Object.hasOwn(service.constants, name)) return { sort: 'constant', called: this.#figure(name, called) }
    if (service.calculations.some(({ id }) => id === name)) return { sort: 'calculation', called }
    return { sort: tables.some(({ id }) => id === name) ? 'table' : 'other', called }
  }

  /** What a name is called where it stands alone, as a heading does. */
  label(name: string): string {
    return upperFirst(this.plain(this.#own(name) ?? spaced(name)))
  }

  /** What a question of a group is called, and the question; `isAlone` unless something else has the same words. */
  member(group: string, id: string): { readonly called: string; readonly question: Question | undefined; readonly isAlone: boolean } {
    const asked = this.#asked.get(group)
    const question = asked?.question.kind === 'group' ? asked.question.of.find((one) => one.id === id) : undefined
    const words = own(asked?.words?.of, id)
    const label = words === undefined ? spaced(id) : (words.short ?? this.plain(words.label))
    return { called: this.#quoted(label), question, isAlone: !this.#taken.has(label) }
  }

  /** The answer of a set of options, in quotation marks; undefined for a set that is none of the service’s. */
  option(set: string, option: string): string | undefined {
    const known = this.#labels.get(`${set}.${option}`)
    return known === undefined ? undefined : this.#quoted(known)
  }

  /** The answer yes or no to a question, or to one of a group. */
  yesOrNo(isYes: boolean, question: string, member?: string): string {
    const words = own(this.#words?.questions, question)
    const options = (member === undefined ? words : own(words?.of, member))?.options
    return this.#quoted(labelOf(own(options, isYes ? 'yes' : 'no')) ?? upperFirst(isYes ? this.#grammar.yes : this.#grammar.no))
  }

  /** What a column of a table is called; undefined where the words do not say. */
  column(table: string, id: string): string | undefined {
    const given = own(own(this.#words?.tables, table)?.columns, id)
    return given === undefined ? undefined : typeof given === 'string' ? given : given.label
  }

  /** Whether the words of a column that a table gives are enough to know which is meant. */
  isColumnAlone(label: string): boolean {
    const { tables } = this.#definition
    const same = tables.flatMap(({ id, outputs }) => outputs.filter((output) => this.column(id, output.id) === label))
    return same.length === 1 && !this.#taken.has(label)
  }

  columnValue(table: string, id: string, value: string): string | undefined {
    const given = own(own(this.#words?.tables, table)?.columns, id)
    return typeof given === 'object' ? own(given.values, value) : undefined
  }

  /** A sentence with the names in it called what they are called. */
  plain(text: Text): string {
    const sentence = typeof text === 'string' ? text : text.other
    return sentence.replace(nameInBraces, (_, name: string) => `[${this.#own(name) ?? spaced(name)}]`)
  }

  /** Everything gets its name once: of two with the same words, each is told apart by its number or by what it is. */
  #callAll(): void {
    const { service, tables } = this.#definition
    const labelled = (name: string, otherwise = spaced(name)): string => this.plain(this.#own(name) ?? otherwise)
    const all: { readonly name: string; readonly sort: Sort | 'question'; readonly label: string }[] = [
      ...[...this.#asked.keys()].map((name) => ({ name, sort: 'question' as const, label: labelled(name) })),
      ...Object.keys(service.constants).map((name) => ({
        name,
        sort: 'constant' as const,
        label: labelled(name, upperFirst(spaced(name))),
      })),
      ...Object.keys(service.conditions).map((name) => ({ name, sort: 'condition' as const, label: labelled(name) })),
      ...service.calculations.map(({ id: name }) => ({ name, sort: 'calculation' as const, label: labelled(name) })),
      ...tables.map(({ id: name }) => ({ name, sort: 'table' as const, label: labelled(name) })),
    ]
    const counts = new Map<string, number>()
    for (const { label } of all) counts.set(label, (counts.get(label) ?? 0) + 1)
    const seen = new Map<string, number>()
    for (const { name, sort, label } of all) {
      this.#taken.add(label)
      const key = `${sort} ${label}`
      seen.set(key, (seen.get(key) ?? 0) + 1)
      this.#called.set(name, counts.get(label) === 1 ? this.#quoted(label) : this.#toldApart({ name, sort, label }, seen.get(key) ?? 1))
    }
    this.#labelAll()
  }

  #toldApart(
    { name, sort, label }: { readonly name: string; readonly sort: Sort | 'question'; readonly label: string },
    number: number,
  ): string {
    if (sort === 'question') return this.#grammar.ofQuestion(this.#quoted(label), this.#asked.get(name)?.number ?? number)
    return this.#grammar.ofSort(this.#quoted(label), sort, number)
  }

  #labelAll(): void {
    const label = (set: string, ids: readonly string[], words: Readonly<Record<string, unknown>> | undefined) => {
      for (const id of ids) this.#labels.set(`${set}.${id}`, labelOf(own(words, id)) ?? spaced(id))
    }
    label(
      'outcome',
      this.#definition.service.outcomes.map(({ id }) => id),
      this.#words?.outcomes,
    )
    for (const { question, words } of this.#asked.values()) {
      if ('options' in question) label(question.id, idsOf(question), words?.options)
      if (question.kind !== 'group') continue
      for (const member of question.of)
        if ('options' in member) label(setName(`${question.id}.${member.id}`), idsOf(member), own(words?.of, member.id)?.options)
    }
  }

  /** The words the service itself has for a name. */
  #own(name: string): string | undefined {
    const words = this.#words
    const question = own(words?.questions, name)
    if (question !== undefined) return question.short ?? (typeof question.label === 'string' ? question.label : question.label.other)
    return own(words?.conditions, name) ?? own(words?.calculations, name) ?? own(words?.constants, name) ?? own(words?.tables, name)?.label
  }

  /** The words of a condition as they stand, where nothing else has the same. */
  #clauseOf(name: string): string | undefined {
    const words = own(this.#words?.conditions, name)
    return words === undefined || this.#called.get(name) !== this.#quoted(words) ? undefined : words
  }

  /** A figure with how much it is. */
  #figure(name: string, called: string): string {
    const constant = this.#definition.service.constants[name]
    const value = constant === undefined ? undefined : valueOfConstant(constant)
    if (constant === undefined || value === undefined || constant.type === 'string') return called
    const { days, months } = this.#grammar
    const written = {
      money: () => formatMoney(Number(value)),
      date: () => formatDate(String(value), this.#language),
      int: () => groupDigits(Number(value)),
      days: () => days(String(value)),
      months: () => months(String(value)),
    }[constant.type]()
    return this.#grammar.figure(called, written)
  }

  #quoted(text: string): string {
    return this.#grammar.quoted(text)
  }
}

function idsOf({ options }: { readonly options: readonly { readonly id: string }[] }): readonly string[] {
  return options.map(({ id }) => id)
}

function labelOf(given: unknown): string | undefined {
  if (typeof given === 'string') return given
  const label: unknown = typeof given === 'object' && given !== null ? Reflect.get(given, 'label') : undefined
  return typeof label === 'string' ? label : undefined
}

/** Names may come from outside, so that only a record’s own keys count. */
function own<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}

export function spaced(name: string): string {
  return name.replaceAll(/[_-]/g, ' ')
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A whole number as people write it. */
export function groupDigits(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
