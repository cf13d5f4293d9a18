/** The single place that makes up rules at random, each twice: over numbers, money, days, choices, groups, what may be missing, and a table. */
import fc from 'fast-check'
import { dayNumber } from '#core/value/calendar-date.ts'
import {
  answers,
  both,
  chosen,
  compared,
  type Condition,
  day,
  divided,
  either,
  type Figure,
  firstOfMonth,
  known,
  lastOfMonth,
  type Meant,
  monthOfYear,
  monthsLater,
  options,
  rounded,
  roundings,
  signs,
  type Sum,
  sure,
  type Truth,
  year,
  z3,
} from './meaning.ts'

const { x, y, z, m, hasM, pay, c, p, q, size, entries, dayOfMonth } = answers
const plain: Readonly<Record<string, Figure>> = { x, y, z }
const nameOf = fc.constantFrom('x', 'y', 'z')
const unknown = (name: string): Figure => plain[name] ?? x
const figure = (value: number): string => (value < 0 ? `0 - ${-value}` : String(value))

const termOf = fc.tuple(nameOf, fc.integer({ min: -5, max: 5 }))
const written = ([name, times]: readonly [string, number]): string => `${name} * (${figure(times)})`
const least = (one: Figure, other: Figure): Figure => chosen(one.le(other), one, other)

const here = (at: number): Truth => size.gt(at)
const counted = (of: (entry: (typeof entries)[number]) => Figure): Figure =>
  entries.reduce<Figure>((sum, entry, at) => sum.add(chosen(here(at), of(entry), z3.Int.val(0))), z3.Int.val(0))

/** Numbers: sums of multiples, the smaller or larger, parts, and what is counted of a group. */
const sum: fc.Arbitrary<Sum> = fc.oneof(
  nameOf.map((name): Sum => ({ written: name, meant: known(unknown(name)) })),
  fc.tuple(termOf, termOf).map(
    ([one, other]): Sum => ({
      written: `${written(one)} + ${written(other)}`,
      meant: known(unknown(one[0]).mul(one[1]).add(unknown(other[0]).mul(other[1]))),
    }),
  ),
  fc.tuple(nameOf, nameOf).map(([one, other]): Sum => ({ written: `${one} - ${other}`, meant: known(unknown(one).sub(unknown(other))) })),
  fc
    .tuple(nameOf, nameOf)
    .map(([one, other]): Sum => ({ written: `min(${one}, ${other})`, meant: known(least(unknown(one), unknown(other))) })),
  fc
    .tuple(nameOf, nameOf)
    .map(([one, other]): Sum => ({ written: `max(${one}, 0 - ${other})`, meant: known(least(unknown(one).neg(), unknown(other)).neg()) })),
  fc
    .tuple(nameOf, fc.integer({ min: 2, max: 9 }))
    .map(([name, by]): Sum => ({ written: `${name} / ${by}`, meant: known(divided(unknown(name), by).whole) })),
  fc
    .tuple(nameOf, fc.integer({ min: 2, max: 9 }))
    .map(([name, by]): Sum => ({ written: `${name} % ${by}`, meant: known(divided(unknown(name), by).rest) })),
  fc.constant<Sum>({ written: 'm', meant: { value: m, known: hasM } }),
  fc.constant<Sum>({ written: 'm * 3 - x', meant: { value: m.mul(3).sub(x), known: hasM } }),
  fc.constant<Sum>({ written: 'size(g)', meant: known(size) }),
  fc.constant<Sum>({ written: 'sum(g.map(i, i.v))', meant: known(counted(({ v }) => v)) }),
  fc.constant<Sum>({
    written: 'sum(g.filter(i, i.w).map(i, i.v * 2))',
    meant: known(counted(({ v, w }) => chosen(w, v.mul(2), z3.Int.val(0)))),
  }),
  fc.constant<Sum>({ written: 'size(g.filter(i, i.w))', meant: known(counted(({ w }) => chosen(w, z3.Int.val(1), z3.Int.val(0)))) }),
  fc.constant<Sum>({ written: 't.out', meant: { value: z3.Int.const('t'), known: z3.Bool.const('t known') } }),
)

const aroundGroups =
  (sign: (typeof signs)[number], value: number) =>
  (at: number): Truth =>
    compared(known(entries[at]?.v ?? x), sign, known(z3.Int.val(value))).yes

/** Somebody in the group, everybody in it, exactly one. */
const ofGroup: fc.Arbitrary<Condition> = fc
  .tuple(fc.constantFrom('exists', 'all', 'exists_one'), fc.constantFrom(...signs), fc.integer({ min: 0, max: 50 }))
  .map(([walk, sign, value]): Condition => {
    const holds = aroundGroups(sign, value)
    const fits = entries.map((_, at) => both(here(at), holds(at)))
    const one = fits.map((fit, at) => both(fit, ...fits.filter((_, other) => other !== at).map((other) => other.not())))
    const yes =
      walk === 'exists'
        ? either(...fits)
        : walk === 'all'
          ? both(...entries.map((_, at) => either(here(at).not(), holds(at))))
          : either(...one)
    return { written: `g.${walk}(i, i.v ${sign} ${value})`, meant: sure(yes) }
  })

const dateOf = (at: number): string => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10)
const days: fc.Arbitrary<Sum> = fc.oneof(
  fc.integer({ min: -40, max: 40 }).map((more): Sum => ({ written: `day + days(${figure(more)})`, meant: known(day.add(more)) })),
  fc.integer({ min: -6, max: 5 }).map((more): Sum => ({ written: `day + months(${figure(more)})`, meant: known(monthsLater(more)) })),
  fc.constant<Sum>({ written: 'firstOfMonth(day)', meant: known(firstOfMonth) }),
  fc.constant<Sum>({ written: 'lastOfMonth(day)', meant: known(lastOfMonth) }),
)
const ofDays = fc.tuple(days, fc.constantFrom(...signs), fc.integer({ min: 0, max: 220 })).map(
  ([left, sign, at]): Condition => ({
    written: `${left.written} ${sign} date("${dateOf(at)}")`,
    meant: compared(left.meant, sign, known(z3.Int.val(dayNumber(dateOf(at))))),
  }),
)
const partsOfDays: readonly Sum[] = [
  { written: 'yearOf(day) - 2020', meant: known(year.sub(2020)) },
  { written: 'monthOf(day)', meant: known(monthOfYear) },
  { written: 'dayOf(day)', meant: known(dayOfMonth) },
  { written: 'weekdayOf(day)', meant: known(day.add(3).mod(7).add(1)) },
  {
    written: 'ageOn(day, date("2040-06-15")) - 10',
    meant: known(
      z3.Int.val(2030)
        .sub(year)
        .sub(chosen(either(monthOfYear.gt(6), both(monthOfYear.eq(6), dayOfMonth.gt(15))), z3.Int.val(1), z3.Int.val(0))),
    ),
  },
]
const ofParts = fc.tuple(fc.constantFrom(...partsOfDays), fc.constantFrom(...signs), fc.integer({ min: 0, max: 31 })).map(
  ([left, sign, value]): Condition => ({
    written: `${left.written} ${sign} ${value}`,
    meant: compared(left.meant, sign, known(z3.Int.val(value))),
  }),
)

const rounding = fc.constantFrom(...roundings)
const amount: fc.Arbitrary<Sum> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 250 }), rounding)
    .map(
      ([times, way]): Sum => ({ written: `percent(pay, ${times}, rounding.${way})`, meant: known(rounded(pay, { times, by: 100 }, way)) }),
    ),
  fc
    .tuple(fc.integer({ min: 2, max: 60 }), rounding)
    .map(([by, way]): Sum => ({ written: `divide(pay, ${by}, rounding.${way})`, meant: known(rounded(pay, { times: 1, by }, way)) })),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 12 }), rounding).map(
    ([times, by, way]): Sum => ({
      written: `share(pay, ${times}, ${by}, rounding.${way})`,
      meant: known(rounded(pay, { times, by }, way)),
    }),
  ),
  fc.tuple(fc.constantFrom(25, 50, 100), rounding).map(
    ([step, way]): Sum => ({
      written: `roundTo(pay, gbp("${(step / 100).toFixed(2)}"), rounding.${way})`,
      meant: known(rounded(pay, { times: 1, by: step }, way).mul(step)),
    }),
  ),
)
const ofMoney = fc.tuple(amount, fc.constantFrom(...signs), fc.integer({ min: 0, max: 120_000 })).map(
  ([left, sign, pence]): Condition => ({
    written: `${left.written} ${sign} gbp("${(pence / 100).toFixed(2)}")`,
    meant: compared(left.meant, sign, known(z3.Int.val(pence))),
  }),
)

const ofSums = fc.oneof(
  fc.tuple(sum, fc.constantFrom(...signs), fc.integer({ min: -1200, max: 1200 })).map(
    ([left, sign, value]): Condition => ({
      written: `${left.written} ${sign} ${figure(value)}`,
      meant: compared(left.meant, sign, known(z3.Int.val(value))),
    }),
  ),
  fc.tuple(sum, fc.constantFrom(...signs), sum).map(
    ([left, sign, right]): Condition => ({
      written: `${left.written} ${sign} ${right.written}`,
      meant: compared(left.meant, sign, right.meant),
    }),
  ),
  fc.tuple(sum, fc.constantFrom(...signs), fc.integer({ min: -3, max: 60 })).map(
    ([left, sign, value]): Condition => ({
      written: `${left.written} ${sign} ${figure(value)}`,
      meant: compared(left.meant, sign, known(z3.Int.val(value))),
    }),
  ),
)
const ofChoices = fc.oneof(
  fc.constantFrom<Condition>(
    { written: 'p', meant: sure(p) },
    { written: 'q', meant: sure(q) },
    { written: 'answered(m)', meant: sure(hasM) },
  ),
  fc.subarray([0, 1, 2], { minLength: 1 }).map(
    (few): Condition => ({
      written: `c in [${few.map((at) => `c.${options[at]}`).join(', ')}]`,
      meant: sure(either(...few.map((at) => c.eq(at)))),
    }),
  ),
  fc.tuple(nameOf, fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 4 })).map(
    ([name, few]): Condition => ({
      written: `${name} in [${few.map(figure).join(', ')}]`,
      meant: sure(either(...few.map((value) => unknown(name).eq(value)))),
    }),
  ),
  // What stands under a name of its own.
  fc.constant<Condition>({ written: 'named', meant: { yes: z3.Bool.const('named yes'), no: z3.Bool.const('named no') } }),
)

const negated = ({ yes, no }: Meant): Meant => ({ yes: no, no: yes })

/** Conditions of conditions. */
const nested = (atom: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
  fc.letrec<{ any: Condition; both: Condition; either: Condition; not: Condition; choice: Condition }>((tie) => ({
    any: fc.oneof({ maxDepth: 3, withCrossShrink: true }, atom, tie('both'), tie('either'), tie('not'), tie('choice')),
    both: fc.tuple(tie('any'), tie('any')).map(([one, other]) => ({
      written: `(${one.written}) && (${other.written})`,
      meant: { yes: both(one.meant.yes, other.meant.yes), no: either(one.meant.no, other.meant.no) },
    })),
    either: fc.tuple(tie('any'), tie('any')).map(([one, other]) => ({
      written: `(${one.written}) || (${other.written})`,
      meant: { yes: either(one.meant.yes, other.meant.yes), no: both(one.meant.no, other.meant.no) },
    })),
    not: tie('any').map((one) => ({ written: `!(${one.written})`, meant: negated(one.meant) })),
    choice: fc.tuple(tie('any'), tie('any'), tie('any')).map(([when, one, other]) => ({
      written: `(${when.written}) ? (${one.written}) : (${other.written})`,
      meant: {
        yes: either(both(when.meant.yes, one.meant.yes), both(when.meant.no, other.meant.yes)),
        no: either(both(when.meant.yes, one.meant.no), both(when.meant.no, other.meant.no)),
      },
    })),
  })).any

const simple = fc.oneof(ofSums, ofChoices)

/** Conditions, nested: a rule is about few kinds of things at once, as rules are, and some are about all. */
export const conditions: readonly fc.Arbitrary<Condition>[] = [
  simple,
  fc.oneof(simple, ofGroup),
  fc.oneof(ofChoices, ofDays, ofParts),
  fc.oneof(ofChoices, ofMoney),
  fc.oneof(simple, ofGroup, ofDays, ofParts, ofMoney),
].map(nested)
