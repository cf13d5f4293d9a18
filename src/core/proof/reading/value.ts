/** The single place for what an expression stands for while it is reasoned about: a value of the net, a list of such, or a group of fields. */
import type { Known, Type } from '#core/expression/index.ts'
import { STANDARD_OPTIONS } from '#core/expression/functions/index.ts'
import { dayNumber } from '#core/value/calendar-date.ts'
import type { Net } from '../solver/net.ts'
import { anything, everyChoice, missing, type Node, type Reach, type Sort, yes, no, states } from '../solver/node.ts'

/** A list of at most so many: each may be there or not. `whole` is yes where the list is known, else missing or failed. */
export type ListValue = { readonly kind: 'list'; readonly whole: Node; readonly slots: readonly Slot[] }
export type Slot = { readonly here: Node; readonly value: Value }

/** A group of fields. `whole` is yes where the group is known. */
export type RecordValue = { readonly kind: 'record'; readonly whole: Node; readonly fields: ReadonlyMap<string, Value> }

/** Something whose parts were left out: it may be anything. */
export type VagueValue = { readonly kind: 'vague'; readonly whole: Node }

export type Value = Node | ListValue | RecordValue | VagueValue

/** Whether it is one value of the net. */
export function isNode(value: Value): value is Node {
  return !('kind' in value)
}

/** Yes where the value is known, else missing or failed; for one value, the value. */
export function wholeOf(value: Value): Node {
  return isNode(value) ? value : value.whole
}

/** Texts by number. The number 0 is any text that no rule names. */
export class Texts {
  readonly #numbers = new Map<string, number>()

  /** The bit of a text. */
  bitOf(text: string): bigint {
    const number = this.#numbers.get(text) ?? this.#numbers.size + 1
    this.#numbers.set(text, number)
    return 1n << BigInt(number)
  }

  /** The text of a bit; undefined for one that no rule names. */
  findText(bit: bigint): string | undefined {
    for (const [text, number] of this.#numbers) if (bit === 1n << BigInt(number)) return text
    return undefined
  }
}

/** The bit of texts that no rule names. */
export const unnamed = 1n

/** What is known of the types: the options of each set, in order. */
export type Sets = Readonly<Record<string, readonly string[]>>

/** The options of every set, those of the language with them. */
export function setsOf(options: Sets): Sets {
  return { ...STANDARD_OPTIONS, ...options }
}

export function sortOf(type: Type): Sort | undefined {
  switch (type.kind) {
    case 'bool':
      return 'truth'
    case 'option':
    case 'string':
      return 'choice'
    case 'list':
    case 'map':
      return undefined
    default:
      return 'number'
  }
}

/** Every known value of a type: numbers within a year 0001 to 9999 for dates. */
export function wholeReach(type: Type, sets: Sets): Reach {
  switch (type.kind) {
    case 'bool':
      return states(yes | no)
    case 'option':
      return { state: yes, least: 0, most: 0, choices: ((1n << BigInt(sets[type.of]?.length ?? 0)) - 1n) << 1n }
    case 'string':
      return { state: yes, least: 0, most: 0, choices: everyChoice }
    case 'date':
      return { state: yes, least: firstDay, most: lastDay, choices: 0n }
    default:
      return { state: yes, least: -Number.MAX_SAFE_INTEGER, most: Number.MAX_SAFE_INTEGER, choices: 0n }
  }
}

export const firstDay = dayNumber('0001-01-01')
export const lastDay = dayNumber('9999-12-31')

/** What a plain known value is in the net; undefined for lists and groups. */
export function reachOf(value: Known, type: Type, { sets, texts }: { readonly sets: Sets; readonly texts: Texts }): Reach | undefined {
  if (typeof value === 'boolean') return states(value ? yes : no)
  if (typeof value === 'number') return { state: yes, least: value, most: value, choices: 0n }
  if (typeof value !== 'string') return undefined
  if (type.kind === 'date') return reachOf(dayNumber(value), type, { sets, texts })
  const choices = type.kind === 'option' ? optionBit(value, sets[type.of] ?? []) : texts.bitOf(value)
  return { state: yes, least: 0, most: 0, choices }
}

/** The bit of an option of a set. The lowest bit is never one: it stands for unnamed texts. */
export function optionBit(option: string, options: readonly string[]): bigint {
  return 1n << BigInt(options.indexOf(option) + 1)
}

/** A value of a type that is missing. */
export function missingValue(net: Net, type: Type): Value {
  const sort = sortOf(type)
  const none = states(missing)
  if (sort !== undefined) return net.fixed(sort, none)
  const whole = net.fixed('truth', none)
  if (type.kind === 'list') return { kind: 'list', whole, slots: [] }
  const fields = type.kind === 'map' ? Object.entries(type.fields) : []
  return { kind: 'record', whole, fields: new Map(fields.map(([name, field]) => [name, missingValue(net, field)])) }
}

/** A value of a type that may be anything at all, and like no other. */
export function vagueValue(net: Net, type: Type, sets: Sets): Value {
  const sort = sortOf(type)
  const key = net.newKey('vague')
  if (sort !== undefined) return net.free(key, sort, { ...wholeReach(type, sets), state: sort === 'truth' ? anything : anything & ~no })
  return { kind: 'vague', whole: net.free(key, 'truth', states(anything & ~no)) }
}
