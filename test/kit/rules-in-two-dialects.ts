/** The single place that makes rules up at random, each in the council language and in plain CEL, with what plain CEL needs to follow: dates are texts there, money is pence. */
import { celFunc, CelScalar, type CelInput, isCelList, listType } from '@bufbuild/cel'
import fc from 'fast-check'

/** One rule in both. */
export type Pair = { readonly ours: string; readonly theirs: string }

/** The options of the two questions that rules ask by. */
export const OPTIONS = { tenure: ['rent', 'own'], heating: ['gas', 'oil', 'wood'] } as const

const same = (text: string): Pair => ({ ours: text, theirs: text })
const pair = (ours: string, theirs: string): Pair => ({ ours, theirs })
const join = (parts: readonly string[], ...pairs: readonly Pair[]): Pair => {
  const weave = (of: (one: Pair) => string) => parts.map((part, at) => part + (pairs[at] === undefined ? '' : of(pairs[at]))).join('')
  return { ours: weave(({ ours }) => ours), theirs: weave(({ theirs }) => theirs) }
}
/** The same rule where the two write it otherwise. */
const joined = (ours: readonly string[], theirs: readonly string[], ...pairs: readonly Pair[]): Pair =>
  pair(join(ours, ...pairs).ours, join(theirs, ...pairs).theirs)

const COMPARED = ['==', '!=', '<', '<=', '>', '>=']
const ROUNDED = fc.constantFrom('half_up', 'half_even', 'down', 'up')

type Kinds = { bool: Pair; int: Pair; money: Pair; date: Pair; ints: Pair; moneys: Pair }
type Tie = <Kind extends keyof Kinds>(kind: Kind) => fc.Arbitrary<Kinds[Kind]>

function between(left: fc.Arbitrary<Pair>, operators: readonly string[], right = left): fc.Arbitrary<Pair> {
  return fc.tuple(left, fc.constantFrom(...operators), right).map(([a, operator, b]) => join(['(', ` ${operator} `, ')'], a, b))
}

function choice(tie: Tie, of: fc.Arbitrary<Pair>): fc.Arbitrary<Pair> {
  return fc.tuple(tie('bool'), of, of).map(([c, a, b]) => join(['(', ' ? ', ' : ', ')'], c, a, b))
}

/** What can be asked of one person of the group. */
const ofOne = fc.constantFrom(
  same('e.age > 1'),
  same('e.works'),
  same('e.age / (e.age - 2) >= 0'),
  pair('e.pay >= gbp("10.00")', 'e.pay >= 1000'),
  pair('ageOn(e.born, today) < 18', 'ageOn(e.born, today) < 18'),
  pair('e.role == people.role.child', 'e.role == "child"'),
  pair('e.role != people.role.partner || e.works', 'e.role != "partner" || e.works'),
)

function bools(tie: Tie): readonly fc.Arbitrary<Pair>[] {
  const [bool, int] = [tie('bool'), tie('int')]
  const walks = fc.constantFrom('all', 'exists', 'exists_one')
  return [
    fc.constantFrom('p', 'q').map(same),
    between(int, COMPARED),
    between(tie('money'), COMPARED),
    between(tie('date'), COMPARED),
    between(bool, ['&&', '||', '==', '&&', '||']),
    bool.map((a) => join(['!(', ')'], a)),
    choice(tie, bool),
    fc.tuple(int, tie('ints')).map(([a, list]) => join(['(', ' in ', ')'], a, list)),
    fc.constantFrom(...OPTIONS.tenure).map((option) => pair(`(tenure == tenure.${option})`, `(tenure == "${option}")`)),
    fc.constantFrom(...OPTIONS.heating).map((option) => pair(`(heating.${option} in heating)`, `("${option}" in heating)`)),
    fc.constantFrom(...OPTIONS.heating).map((option) => pair(`heating.all(h, h != heating.${option})`, `heating.all(h, h != "${option}")`)),
    fc.tuple(walks, ofOne).map(([walk, a]) => join([`people.${walk}(e, `, ')'], a)),
    fc.tuple(walks, ofOne, bool).map(([walk, a, b]) => join([`people.${walk}(e, (`, ') && ', ')'], a, b)),
    fc.tuple(walks, ofOne, ofOne).map(([walk, a, b]) => join(['people.filter(e, ', `).${walk}(e, `, ')'], a, b)),
  ]
}

function ints(tie: Tie): readonly fc.Arbitrary<Pair>[] {
  const [int, date] = [tie('int'), tie('date')]
  return [
    fc.constantFrom('n', 'm', 'n').map(same),
    fc.integer({ min: -3, max: 9 }).map((value) => same(value < 0 ? `(${value})` : String(value))),
    between(int, ['+', '-', '*', '/', '%']),
    int.map((a) => join(['-(', ')'], a)),
    choice(tie, int),
    fc.tuple(fc.constantFrom('min', 'max'), int, int).map(([name, a, b]) => join([`${name}(`, ', ', ')'], a, b)),
    fc.tuple(fc.constantFrom('ceilDiv', 'floorDiv'), tie('money'), tie('money')).map(([name, a, b]) => join([`${name}(`, ', ', ')'], a, b)),
    fc.tuple(fc.constantFrom('yearOf', 'monthOf', 'dayOf', 'weekdayOf'), date).map(([name, a]) => join([`${name}(`, ')'], a)),
    fc.tuple(fc.constantFrom('ageOn', 'monthsBetween'), date, date).map(([name, a, b]) => join([`${name}(`, ', ', ')'], a, b)),
    fc.tuple(date, date).map(([a, b]) => joined(['count(', ' - ', ')'], ['daysBetween(', ', ', ')'], a, b)),
    fc.tuple(fc.constantFrom('size', 'sum', 'min', 'max'), tie('ints')).map(([name, list]) => join([`${name}(`, ')'], list)),
    ofOne.map((a) => join(['size(people.filter(e, ', '))'], a)),
    fc.constant(same('size(heating)')),
  ]
}

function moneys(tie: Tie): readonly fc.Arbitrary<Pair>[] {
  const [money, int] = [tie('money'), tie('int')]
  return [
    fc.constant(same('cost')),
    fc.constantFrom(0, 100, 333, 5050).map((pence) => pair(`gbp("${(pence / 100).toFixed(2)}")`, String(pence))),
    between(money, ['+', '-']),
    between(money, ['*'], int),
    choice(tie, money),
    fc.tuple(fc.constantFrom('min', 'max'), money, money).map(([name, a, b]) => join([`${name}(`, ', ', ')'], a, b)),
    fc
      .tuple(money, int, ROUNDED)
      .map(([a, b, way]) => joined(['percent(', ', ', `, rounding.${way})`], ['share(', ', ', `, 100, "${way}")`], a, b)),
    fc
      .tuple(money, int, int, ROUNDED)
      .map(([a, b, c, way]) => joined(['share(', ', ', ', ', `, rounding.${way})`], ['share(', ', ', ', ', `, "${way}")`], a, b, c)),
    tie('moneys').map((list) => join(['sum(', ')'], list)),
  ]
}

function dates(tie: Tie): readonly fc.Arbitrary<Pair>[] {
  const [date, int] = [tie('date'), tie('int')]
  return [
    fc.constantFrom('born', 'moved', 'today', 'moved').map(same),
    fc.constantFrom('2024-02-29', '1999-12-31').map((day) => pair(`date("${day}")`, `"${day}"`)),
    fc.tuple(date, int).map(([a, b]) => joined(['(', ' + days(', '))'], ['plusDays(', ', ', ')'], a, b)),
    fc.tuple(date, int).map(([a, b]) => joined(['(', ' + months(', '))'], ['plusMonths(', ', ', ')'], a, b)),
    fc.tuple(fc.constantFrom('firstOfMonth', 'lastOfMonth'), date).map(([name, a]) => join([`${name}(`, ')'], a)),
    choice(tie, date),
  ]
}

function lists(tie: Tie): readonly fc.Arbitrary<Pair>[] {
  const int = tie('int')
  return [
    fc.tuple(int, int).map(([a, b]) => join(['[', ', ', ']'], a, b)),
    fc.constant(same('people.map(e, e.age)')),
    ofOne.map((a) => join(['people.filter(e, ', ').map(e, e.age * 2)'], a)),
    ofOne.map((a) => join(['people.map(e, ', ', e.age + 1)'], a)),
  ]
}

const atDepth = (maxDepth: number) => ({ maxDepth, withCrossShrink: true })

/** A rule that gives yes or no, a count, an amount or a date. */
export const rule: fc.Arbitrary<Pair> = fc.letrec<Kinds & { rule: Pair }>((tie) => {
  const [bool, int, money, date, list] = [bools(tie), ints(tie), moneys(tie), dates(tie), lists(tie)]
  const first = (of: readonly fc.Arbitrary<Pair>[]) => of[0] ?? fc.constant(same('n'))
  return {
    bool: fc.oneof(atDepth(4), first(bool), ...bool.slice(1)),
    int: fc.oneof(atDepth(4), first(int), ...int.slice(1)),
    money: fc.oneof(atDepth(3), first(money), ...money.slice(1)),
    date: fc.oneof(atDepth(3), first(date), ...date.slice(1)),
    ints: fc.oneof(atDepth(3), fc.constant(same('people.map(e, e.age)')), ...list),
    moneys: fc.oneof(
      atDepth(2),
      fc.constant(same('people.map(e, e.pay)')),
      ofOne.map((a) => join(['people.map(e, ', ', e.pay)'], a)),
    ),
    rule: fc.oneof({ arbitrary: tie('bool'), weight: 4 }, tie('int'), tie('money'), tie('date')),
  }
}).rule

/** A value of ours as plain CEL takes it. */
export function asTheirs(value: unknown): CelInput {
  if (typeof value === 'number') return BigInt(value)
  if (typeof value === 'boolean' || typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(asTheirs)
  return new Map(Object.entries(value ?? {}).map(([name, field]) => [name, asTheirs(field)]))
}

const { INT, STRING } = CelScalar
const INTS = listType(INT)

const utc = (day: string) => new Date(`${day}T00:00:00Z`)
const written = (day: Date) => {
  const text = day.toISOString()
  if (text.length !== 24 || text < '0001') throw new RangeError('no such day')
  return text.slice(0, 10)
}
const plusDays = (day: string, days: bigint) => written(new Date(utc(day).getTime() + Number(days) * 86_400_000))

/** The last day of the month reached, where it has no such day. */
function plusMonths(day: string, months: bigint): string {
  const from = utc(day)
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + Number(months)]
  const reached = new Date(Date.UTC(year, month, from.getUTCDate()))
  return written(reached.getUTCDate() === from.getUTCDate() ? reached : new Date(Date.UTC(year, month + 1, 0)))
}

/** Counted one by one, unlike what it is held against. */
function monthsBetween(from: string, to: string): bigint {
  if (to < from) return -monthsBetween(to, from)
  const whole = BigInt((utc(to).getUTCFullYear() - utc(from).getUTCFullYear() - 1) * 12)
  let count = whole < 0n ? 0n : whole
  while (plusMonths(from, count + 1n) <= to) count += 1n
  return count
}

function ageOn(born: string, day: string): bigint {
  if (day < born) throw new RangeError('before birth')
  const years = utc(day).getUTCFullYear() - utc(born).getUTCFullYear()
  return BigInt(born.slice(5) > day.slice(5) ? years - 1 : years)
}

function share(ratio: { readonly amount: bigint; readonly times: bigint; readonly by: bigint }, rounding: string): bigint {
  const { amount, times, by } = ratio
  if (by === 0n) throw new RangeError('divided by nothing')
  const [product, divisor] = by < 0n ? [-amount * times, -by] : [amount * times, by]
  const [size, sign] = product < 0n ? [-product, -1n] : [product, 1n]
  const [whole, rest] = [size / divisor, size % divisor]
  const isUp = {
    up: rest > 0n,
    down: false,
    half_up: rest * 2n >= divisor,
    half_even: rest * 2n > divisor || (rest * 2n === divisor && whole % 2n === 1n),
  }
  return sign * (Object.entries(isUp).some(([way, is]) => way === rounding && is) ? whole + 1n : whole)
}

/** Steps downwards, counted the other way round for upwards. */
function floorDiv(amount: bigint, step: bigint): bigint {
  if (step === 0n) throw new RangeError('divided by nothing')
  const whole = amount / step
  return amount % step !== 0n && amount < 0n !== step < 0n ? whole - 1n : whole
}

function members(list: unknown): readonly bigint[] {
  return isCelList(list) ? [...list].filter((one) => typeof one === 'bigint') : []
}

function most(values: readonly bigint[], wins: (a: bigint, b: bigint) => boolean): bigint {
  const [first, ...rest] = values
  if (first === undefined) throw new RangeError('an empty list')
  return rest.reduce((best, value) => (wins(value, best) ? value : best), first)
}

/** The functions of the council language, written once more over what plain CEL has: by the calendar of JavaScript and whole numbers without bounds. */
export const THEIR_FUNCTIONS = [
  celFunc('min', [INT, INT], INT, (a, b) => (a < b ? a : b)),
  celFunc('max', [INT, INT], INT, (a, b) => (a > b ? a : b)),
  celFunc('min', [INTS], INT, (list) => most(members(list), (a, b) => a < b)),
  celFunc('max', [INTS], INT, (list) => most(members(list), (a, b) => a > b)),
  celFunc('sum', [INTS], INT, (list) => members(list).reduce((sum, one) => sum + one, 0n)),
  celFunc('floorDiv', [INT, INT], INT, floorDiv),
  celFunc('ceilDiv', [INT, INT], INT, (amount, step) => -floorDiv(-amount, step)),
  celFunc('share', [INT, INT, INT, STRING], INT, (...[amount, times, by, rounding]) => share({ amount, times, by }, rounding)),
  celFunc('plusDays', [STRING, INT], STRING, plusDays),
  celFunc('plusMonths', [STRING, INT], STRING, plusMonths),
  celFunc('daysBetween', [STRING, STRING], INT, (a, b) => BigInt((utc(a).getTime() - utc(b).getTime()) / 86_400_000)),
  celFunc('monthsBetween', [STRING, STRING], INT, monthsBetween),
  celFunc('ageOn', [STRING, STRING], INT, ageOn),
  celFunc('yearOf', [STRING], INT, (day) => BigInt(utc(day).getUTCFullYear())),
  celFunc('monthOf', [STRING], INT, (day) => BigInt(utc(day).getUTCMonth() + 1)),
  celFunc('dayOf', [STRING], INT, (day) => BigInt(utc(day).getUTCDate())),
  celFunc('weekdayOf', [STRING], INT, (day) => BigInt(((utc(day).getUTCDay() + 6) % 7) + 1)),
  celFunc('firstOfMonth', [STRING], STRING, (day) => `${day.slice(0, 7)}-01`),
  celFunc('lastOfMonth', [STRING], STRING, (day) => plusDays(plusMonths(`${day.slice(0, 7)}-01`, 1n), -1n)),
]
