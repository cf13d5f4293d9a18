/** The single place for steps in figures that are worked out: which rules ask of them, and what the real rules say with one more of it. */
import type { Prepared } from '#core/definition/index.ts'
import type { Derived } from '#core/definition/program/program.ts'
import type { Evaluation } from '#core/journey/index.ts'
import { Walker } from '#core/journey/walker.ts'
import { dateOfDay, dayNumber } from '#core/value/calendar-date.ts'
import { plainMoney } from '#core/value/money.ts'
import type { Model } from '../model/model.ts'
import { partId } from '../model/part.ts'
import type { Person } from '../model/person.ts'
import { isNode } from '../reading/value.ts'
import type { Node } from '../solver/node.ts'

/** A figure that is worked out. */
export type Figure = Pick<Derived, 'id' | 'type'>

type FigureStep = { readonly path: string; readonly part: string; readonly node: Node; readonly figure: Figure }

/** Amounts, numbers and days that are worked out and that a rule behind the outcome compares with something. */
export function figuresIn({ program }: Prepared, model: Model, below: ReadonlySet<Node>): readonly FigureStep[] {
  return program.derived.flatMap((one) => {
    if (one.kind !== 'calculation' || !['money', 'int', 'date', 'days', 'months'].includes(one.type.kind)) return []
    const node = model.named(one.id, program.pages.length)
    if (!isNode(node) || !below.has(node) || !isCompared(node, below)) return []
    return [{ path: one.id, part: partId.derived(one), node, figure: one }]
  })
}

/** Others are only parts of figures that are. */
function isCompared(node: Node, below: ReadonlySet<Node>): boolean {
  return node.above.some((above) => below.has(above) && above.sort === 'truth')
}

/** What the rules propose for somebody, were a figure one more than it is; null where there is then more to answer. */
export function outcomeWith(prepared: Prepared, { answers, today }: Person, figure: Figure): string | null {
  const further = oneMore(figure, new Walker(prepared, answers, today).walk().values[figure.id])
  const walker = new Walker(prepared, answers, today).suppose(figure.id, further).walk()
  if (walker.exit !== undefined || walker.pages.some(({ complete }) => !complete)) return null
  const outcome = prepared.program.outcome?.evaluate(walker.values)
  return typeof outcome === 'string' ? outcome : null
}

function oneMore({ type }: Figure, value: unknown): number | string | undefined {
  if (typeof value === 'number') return value + 1
  return typeof value === 'string' && type.kind === 'date' ? dateOfDay(dayNumber(value) + 1) : undefined
}

/** The figure of somebody, and one more, as they are written. */
export function figuresOf(figure: Figure, { known }: Evaluation): readonly [string, string] {
  const write = (value: unknown): string =>
    typeof value === 'number' ? (figure.type.kind === 'money' ? plainMoney(value) : String(value)) : typeof value === 'string' ? value : ''
  return [write(known[figure.id]), write(oneMore(figure, known[figure.id]))]
}
