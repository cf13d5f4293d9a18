/** The single place that puts conditions, calculations and tables into an order in which each reads only earlier ones, or names the circle. */
import type { Definition } from '../definition.ts'
import type { Path } from '../source/document.ts'

/** A name to be worked out: the sources it is written in, and where it stands in the definition. */
export type Unit = {
  readonly id: string
  readonly kind: 'condition' | 'calculation' | 'table'
  readonly path: Path
  /** Names it depends on; a cell that is the id of an option is taken for the option. */
  readonly names: ReadonlySet<string>
  /** Every name written in it. */
  readonly mentions: ReadonlySet<string>
}

/** Units in order, and the circles found: each as the names in it, in order. */
export type Order = { readonly units: readonly Unit[]; readonly circles: readonly (readonly Unit[])[] }

/** Every condition, calculation and table of a definition, ordered. */
export function orderOf(definition: Definition): Order {
  const units = new Map(unitsOf(definition).map((unit) => [unit.id, unit]))
  const ordered: Unit[] = []
  const circles: Unit[][] = []
  const state = new Map<string, 'open' | 'done'>()
  const trail: Unit[] = []
  const visit = (unit: Unit): void => {
    if (state.get(unit.id) === 'done') return
    if (state.get(unit.id) === 'open') {
      circles.push(trail.slice(trail.indexOf(unit)))
      return
    }
    state.set(unit.id, 'open')
    trail.push(unit)
    for (const name of unit.names) {
      const next = units.get(name)
      if (next !== undefined) visit(next)
    }
    trail.pop()
    state.set(unit.id, 'done')
    ordered.push(unit)
  }
  for (const unit of units.values()) visit(unit)
  return { units: ordered, circles }
}

/** The names an expression speaks of, outside texts and not behind a dot. */
export function namesIn(source: string): readonly string[] {
  const bare = source.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""')
  return bare.match(/(?<![\w.])[a-z][a-z0-9_]*(?!\w)/g) ?? []
}

function unitsOf({ service, tables }: Definition): readonly Unit[] {
  const options = new Set(service.outcomes.map(({ id }) => id))
  for (const section of service.sections) {
    for (const question of section.pages.flatMap(({ questions }) => questions))
      if ('options' in question) for (const { id } of question.options) options.add(id)
  }
  return [
    ...Object.entries(service.conditions).map(
      ([id, is]): Unit => ({ id, kind: 'condition', path: ['service', 'conditions', id], ...mentioned(namesIn(is)) }),
    ),
    ...service.calculations.map(
      ({ id, is }, index): Unit => ({ id, kind: 'calculation', path: ['service', 'calculations', index], ...mentioned(namesIn(is)) }),
    ),
    ...tables.map((table, index): Unit => {
      const cells = table.rows
        .flatMap((row) => [...row.when, ...row.then])
        .flatMap((cell) => (typeof cell === 'string' ? namesIn(cell) : []))
      const names = new Set([
        ...table.inputs.flatMap(({ is }) => namesIn(is)),
        ...cells.filter((name) => !options.has(name) && name !== table.id),
      ])
      const mentions = new Set([...names, ...cells])
      return { id: table.id, kind: 'table', path: ['tables', index], names, mentions }
    }),
  ]
}

function mentioned(names: readonly string[]): Pick<Unit, 'names' | 'mentions'> {
  const mentions = new Set(names)
  return { names: mentions, mentions }
}
