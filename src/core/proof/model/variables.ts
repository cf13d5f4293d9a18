/** The single place for what a person may answer: every free value of a definition, and what stands for the answer to a question. */
import type { Prepared } from '#core/definition/index.ts'
import type { Question, SimpleQuestion } from '#core/definition/model/question.ts'
import { penceOf } from '#core/definition/questions/money.ts'
import { kindFor } from '#core/definition/questions/index.ts'
import { dayNumber } from '#core/value/calendar-date.ts'
import type { Ground } from '../reading/reading.ts'
import { firstDay, lastDay, optionBit, setsOf, Texts, type Value } from '../reading/value.ts'
import { compared } from '../solver/operations/linear.ts'
import { monotone } from '../solver/operations/calculated.ts'
import { mapped, reversed } from '../solver/operations/truth.ts'
import { gated } from '../solver/operations/choice.ts'
import { partId } from './part.ts'
import { Net } from '../solver/net.ts'
import { between, everyChoice, known, type Node, type Reach, states, yes } from '../solver/node.ts'

/** The days a proof speaks of: rules are proved for every one of them as today. */
export const daysProved = { first: '2000-01-01', last: '2099-12-31', usual: '2026-06-01' } as const

/** December 9999, counted from the year 0. */
const lastMonth = 9999 * 12 + 11

const usualBirthday = dayNumber('1990-01-01')
const usualDay = dayNumber(daysProved.usual)

/** One free value. `what` says which part of the answer it is. */
export type Free = {
  readonly node: Node
  readonly what: 'value' | 'given' | 'size' | 'month' | { readonly option: string } | { readonly field: string } | { readonly has: string }
}

/** The answer to a question that is not a group, as if it were always given. `free` lists what can be chosen. */
export type Raw = { readonly value: Value; readonly free: readonly Free[] }

/** Makes the free values of a definition, each once, by its path: `age`, `people.0.income`. */
export class Variables {
  readonly prepared: Prepared
  readonly ground: Ground
  readonly today: Node
  readonly #raw = new Map<string, Raw>()
  /** Ids of parts left out, to find out whether they matter. */
  readonly without: ReadonlySet<string>

  constructor(prepared: Prepared, without: ReadonlySet<string> = new Set()) {
    this.prepared = prepared
    this.without = without
    this.ground = { net: new Net(), sets: setsOf(prepared.program.scope.options), texts: new Texts() }
    this.today = this.#free('today', 'number', between(dayNumber(daysProved.first), dayNumber(daysProved.last)))
    this.today.prefer = usualDay
  }

  /** Whether something a person may choose is given: an answer that is optional. */
  given(path: string): Node {
    return this.#free(`${path} given`, 'truth', states(known))
  }

  /** A number of its own, such as how many entries a group has. */
  number(path: string, least: number, most: number): Node {
    const node = this.#free(path, 'number', between(least, most))
    node.prefer = least
    return node
  }

  /** A choice of its own, such as the outcome a person decides. */
  choice(path: string, options: readonly string[]): Node {
    return this.#free(path, 'choice', {
      state: yes,
      least: 0,
      most: 0,
      choices: options.reduce((all, option) => all | optionBit(option, options), 0n),
    })
  }

  raw(question: SimpleQuestion, path: string): Raw {
    const found = this.#raw.get(path) ?? this.#make(question, path)
    this.#raw.set(path, found)
    return found
  }

  #make(question: SimpleQuestion, path: string): Raw {
    const one = (node: Node): Raw => ({ value: node, free: [{ node, what: 'value' }] })
    switch (question.kind) {
      case 'number':
      case 'money':
        return one(this.#amount(path, this.without.has(partId.question(path.replace(/\.\d+\./, '.'))) ? {} : boundsOf(question)))
      case 'date':
        return one(this.#day(path, question.earliest === undefined ? usualBirthday : usualDay + 14))
      case 'month':
        return this.#month(path)
      case 'yes-no':
        return one(this.#free(path, 'truth', states(known)))
      case 'declaration':
        return { value: this.ground.net.fixed('truth', states(yes)), free: [] }
      case 'one-of':
        return one(
          this.choice(
            path,
            question.options.map(({ id }) => id),
          ),
        )
      case 'many-of':
        return this.#many(
          path,
          question.options.map(({ id }) => id),
        )
      case 'address':
      case 'place':
      case 'organisation':
        return this.#fields(question, path)
      default:
        return one(this.#text(path))
    }
  }

  #amount(path: string, { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined }): Node {
    const node = this.#free(path, 'number', between(min ?? -Number.MAX_SAFE_INTEGER, max ?? Number.MAX_SAFE_INTEGER))
    node.prefer = Math.min(Math.max(0, node.least), node.most)
    return node
  }

  #day(path: string, prefer: number): Node {
    const node = this.#free(path, 'number', between(firstDay, lastDay))
    node.prefer = prefer
    return node
  }

  /** Months are counted from the year 0; expressions see the first day. */
  #month(path: string): Raw {
    const month = this.#free(path, 'number', between(12, lastMonth))
    month.prefer = 1990 * 12
    return { value: this.firstDay(month), free: [{ node: month, what: 'month' }] }
  }

  /** The first day of a month that is counted from the year 0. */
  firstDay(month: Node): Node {
    const run = ([count = 12]: readonly number[]): number =>
      count > lastMonth ? Number.POSITIVE_INFINITY : dayNumber(`${monthText(count)}-01`)
    return this.ground.net.make('number', monotone({ name: 'first day', directions: [1], run, least: firstDay, most: lastDay }, [month]))
  }

  #many(path: string, options: readonly string[]): Raw {
    const { net } = this.ground
    const chosen = options.map((option) => ({ option, node: this.#free(`${path} ${option}`, 'truth', states(known)) }))
    const slots = chosen.map(({ option, node }) => ({
      here: node,
      value: net.fixed('choice', { state: yes, least: 0, most: 0, choices: optionBit(option, options) }),
    }))
    const value: Value = { kind: 'list', whole: net.fixed('truth', states(yes)), slots }
    return { value, free: chosen.map(({ option, node }) => ({ node, what: { option } })) }
  }

  /** Fields of text, each of which may be left out. The lines of an address are not looked into. */
  #fields(question: Question, path: string): Raw {
    const { net } = this.ground
    const type = kindFor(question).type(question, question.id)
    const names = type.kind === 'map' ? Object.entries(type.fields).flatMap(([name, field]) => (field.kind === 'string' ? [name] : [])) : []
    const fields = names.map((name) => ({ name, has: this.given(`${path}.${name}`), text: this.#text(`${path}.${name}`) }))
    const values = new Map<string, Value>(fields.map(({ name, has, text }) => [name, net.make('choice', gated(has, text))]))
    if (question.kind === 'address') values.set('lines', { kind: 'vague', whole: net.fixed('truth', states(yes)) })
    return {
      value: { kind: 'record', whole: net.fixed('truth', states(yes)), fields: values },
      free: fields.flatMap(({ name, has, text }): Free[] => [
        { node: has, what: { has: name } },
        { node: text, what: { field: name } },
      ]),
    }
  }

  #text(path: string): Node {
    return this.#free(path, 'choice', { state: yes, least: 0, most: 0, choices: everyChoice })
  }

  #free(path: string, sort: Node['sort'], reach: Reach): Node {
    return this.ground.net.free(`free ${path}`, sort, reach)
  }

  /** Yes for the entries of a group that are there: those below its size. */
  isThere(size: Node, index: number): Node {
    const { net } = this.ground
    return net.make('truth', mapped('not', net.make('truth', compared('at most', size, { than: index, needs: [] })), reversed))
  }
}

/** A month counted from the year 0, as it is stored. */
export function monthText(count: number): string {
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

function boundsOf(question: Extract<SimpleQuestion, { kind: 'number' | 'money' }>): {
  readonly min?: number | undefined
  readonly max?: number | undefined
} {
  if (question.kind === 'number') return { min: question.min, max: question.max }
  return { min: penceOf(question.min) ?? 0, max: penceOf(question.max) }
}
