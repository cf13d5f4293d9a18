/** The single place for calculating with dates in SQL. */
import { dayNumber } from '#core/value/calendar-date.ts'
import { ordered, equal } from './comparison.ts'
import { rangeOf } from './arithmetic.ts'
import type { Graph, Node, Range } from './graph.ts'
import type { Scalar } from './symbol.ts'

const FIRST = BigInt(dayNumber('0001-01-01'))
const LAST = BigInt(dayNumber('9999-12-31'))
/** Every date of the language, as day numbers. */
export const ANY_DAY: Range = { least: FIRST, most: LAST }
const DAYS = LAST - FIRST
const MONTHS = 12n * 9999n

/** Dates over one graph. */
export class Calendar {
  readonly #graph: Graph

  constructor(graph: Graph) {
    this.#graph = graph
  }

  /** The date so many days later, or earlier with `sign` -1. */
  addDays(date: Scalar, days: Scalar, sign: 1 | -1): Scalar {
    const [from, length] = [daysOf(date.node), rangeOf(days.node)]
    const range =
      sign === 1
        ? { least: from.least + length.least, most: from.most + length.most }
        : { least: from.least - length.most, most: from.most - length.least }
    const isNear = length.least >= -DAYS && length.most <= DAYS && range.least >= FIRST && range.most <= LAST
    const moved = this.#date(['(', sign === 1 ? ' + ' : ' - ', '::int4)'], [date.node, days.node], isNear ? range : undefined)
    if (isNear) return this.#plain(moved, date, days)
    const day = this.#int(['(', ` - date '1970-01-01' ${sign === 1 ? '+' : '-'} `, ')'], [date.node, days.node], range)
    return this.#within(moved, this.#between(day, FIRST, LAST), [date, days])
  }

  /** The same day so many months later, or the last of that month. */
  addMonths(date: Scalar, months: Scalar, sign: 1 | -1): Scalar {
    const [from, length] = [daysOf(date.node), rangeOf(months.node)]
    const [least, most] = sign === 1 ? [length.least, length.most] : [-length.most, -length.least]
    const range = { least: from.least + least * (least < 0n ? 31n : 28n), most: from.most + most * (most < 0n ? 28n : 31n) }
    const isNear = least >= -MONTHS && most <= MONTHS && range.least >= FIRST && range.most <= LAST
    const make = `::int4))::date`
    const moved = this.#date(
      ['(', ` ${sign === 1 ? '+' : '-'} make_interval(months => `, make],
      [date.node, months.node],
      isNear ? range : undefined,
    )
    if (isNear) return this.#plain(moved, date, months)
    // Counted in months since the year 0, where the database would refuse a date before 4713 BC.
    const pieces = ['(', ' / 10000 * 12 + ', ` / 100 % 100 ${sign === 1 ? '+' : '-'} `, ')']
    const digits = this.digits(date)
    const reached = this.#int(pieces, [digits, digits, months.node], { least: 13n + least, most: MONTHS + 12n + most })
    return this.#within(moved, this.#between(reached, 13n, MONTHS + 12n), [date, months])
  }

  daysBetween(from: Scalar, to: Scalar): Scalar {
    const [a, b] = [daysOf(from.node), daysOf(to.node)]
    const node = this.#int(['(', ' - ', ')::int8'], [to.node, from.node], { least: b.least - a.most, most: b.most - a.least })
    return this.#plain(node, from, to)
  }

  /** Whole years; a fault before birth. */
  ageOn(birth: Scalar, day: Scalar): Scalar {
    const graph = this.#graph
    const isBorn = ordered(graph, '<=', { left: birth.node, right: day.node })
    const years = this.#int(
      ['((', ' - ', ') / 10000)::int8'],
      [this.digits(day), this.digits(birth)],
      agesOf(daysOf(birth.node), daysOf(day.node)),
    )
    const node = isBorn.constant === true || isSurely(birth.node, day.node) ? years : graph.when(isBorn, years)
    const unborn = isSurely(birth.node, day.node) ? graph.no : graph.isFalse(isBorn)
    return { kind: 'scalar', node, fault: graph.or(birth.fault, day.fault, unborn) }
  }

  /** Complete months, negative where the second date is earlier. */
  monthsBetween(from: Scalar, to: Scalar): Scalar {
    const graph = this.#graph
    const forward = this.#months(from, to)
    const back = this.#int(['(-', ')'], [this.#months(to, from)], { least: -MONTHS, most: MONTHS })
    const node = graph.choose(ordered(graph, '>=', { left: to.node, right: from.node }), forward, back)
    return this.#plain(node, from, to)
  }

  /** A part of a date: a whole number read from its digits, or the day of the week from Monday. */
  part(date: Scalar, name: 'year' | 'month' | 'day' | 'weekday'): Scalar {
    const digits = () => this.digits(date)
    const make = {
      year: () => this.#int(['(', ' / 10000)::int8'], [digits()], { least: 1n, most: 9999n }),
      month: () => this.#int(['(', ' / 100 % 100)::int8'], [digits()], { least: 1n, most: 12n }),
      day: () => this.#int(['(', ' % 100)::int8'], [digits()], { least: 1n, most: 31n }),
      weekday: () => this.#int(['extract(isodow from ', ')::int8'], [date.node], { least: 1n, most: 7n }),
    }
    return { kind: 'scalar', node: make[name](), fault: date.fault }
  }

  firstOfMonth(date: Scalar): Scalar {
    const range = { least: daysOf(date.node).least - 30n, most: daysOf(date.node).most }
    return { kind: 'scalar', node: this.#date(['(', ' - (', ' % 100 - 1))'], [date.node, this.digits(date)], range), fault: date.fault }
  }

  lastOfMonth(date: Scalar): Scalar {
    const range = { least: daysOf(date.node).least, most: daysOf(date.node).most + 30n }
    const node = this.#date(["(date_trunc('month', ", ") + interval '1 month - 1 day')::date"], [date.node], range)
    return { kind: 'scalar', node, fault: date.fault }
  }

  /** The number 20261123 of a date. */
  digits({ node, digits }: Scalar): Node {
    const range = { least: 10_101n, most: 99_991_231n }
    return digits ?? this.#int(['to_char(', ", 'YYYYMMDD')::int4"], [node], range)
  }

  /** `to` is not before `from`. */
  #months(from: Scalar, to: Scalar): Node {
    const graph = this.#graph
    const [a, b] = [this.digits(from), this.digits(to)]
    const pieces = ['(((', ' / 10000 - ', ' / 10000) * 12 + ', ' / 100 % 100 - ', ' / 100 % 100)::int8)']
    const count = this.#int(pieces, [b, a, b, a], { least: 0n, most: MONTHS })
    const isDayLater = graph.make(['(', ' % 100 > ', ' % 100)'], [a, b], { type: 'bool', isNullable: a.isNullable || b.isNullable })
    const nextDay = this.#int(['extract(day from ', ' + 1)'], [to.node], { least: 1n, most: 31n })
    const isShort = graph.and(isDayLater, graph.not(equal(graph, nextDay, graph.int(1))))
    const less = this.#int(['(', ' - 1)'], [count], { least: -1n, most: MONTHS })
    return graph.choose(isShort, less, count)
  }

  #between(node: Node, least: bigint, most: bigint): Node {
    const { least: from, most: to } = rangeOf(node)
    if (from >= least && to <= most && !node.isNullable) return this.#graph.yes
    return this.#graph.make(['(', ` between ${least} and ${most})`], [node], { type: 'bool', isNullable: node.isNullable })
  }

  #within(node: Node, isWithin: Node, [a, b]: readonly [Scalar, Scalar]): Scalar {
    const graph = this.#graph
    return { kind: 'scalar', node: graph.when(isWithin, node), fault: graph.or(a.fault, b.fault, graph.isFalse(isWithin)) }
  }

  #plain(node: Node, a: Scalar, b: Scalar): Scalar {
    return { kind: 'scalar', node, fault: this.#graph.or(a.fault, b.fault) }
  }

  /** Without a range it may lie beyond what the database has dates for. */
  #date(pieces: readonly string[], parts: readonly Node[], range: Range | undefined): Node {
    if (parts.some(({ constant }) => constant === null)) return this.#graph.unknown('date')
    const isNullable = parts.some((part) => part.isNullable)
    if (range === undefined) return this.#graph.make(pieces, parts, { type: 'date', isNullable, range: ANY_DAY, isRisky: true })
    return this.#graph.make(pieces, parts, { type: 'date', isNullable, range })
  }

  #int(pieces: readonly string[], parts: readonly Node[], range: Range): Node {
    if (parts.some(({ constant }) => constant === null)) return this.#graph.unknown('int')
    return this.#graph.make(pieces, parts, { type: 'int', isNullable: parts.some(({ isNullable }) => isNullable), range })
  }
}

function daysOf({ range }: Node): Range {
  return range ?? ANY_DAY
}

function isSurely(birth: Node, day: Node): boolean {
  return daysOf(birth).most <= daysOf(day).least
}

function agesOf(birth: Range, day: Range): Range {
  return { least: 0n, most: (day.most - birth.least) / 365n + 1n }
}
