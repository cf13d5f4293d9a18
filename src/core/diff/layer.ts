/** The single place that says to which layer a part of a definition belongs: fixed by law, recommended, or a council's own. */
import type { Definition } from '../definition/definition.ts'
import { namesIn } from '../definition/program/derive.ts'
import type { Change, Path } from './change.ts'

/** Statutory: fixed by a law, and changed only where it changes. Local: for a council to make its own. All else is recommended. */
export type Layer = 'statutory' | 'recommended' | 'local'

/** A part fixed by law: the law, and the part as a definition names it, `exits.too_young`. */
export type Lock = { readonly law: string; readonly part: string }

/** The layer of a path, from what the definition says under `change`. Of two parts that hold the path the narrower counts, then the law. */
export function layerOf(definition: Definition, path: Path): Layer {
  return layersOf(definition)(path)
}

/** The layers of a definition whose paths are looked up often. */
export function layersOf(definition: Definition): (path: Path) => Layer {
  const locked = locksOf(definition).map(({ part }) => part)
  const { local } = definition.service.change
  return (path) => {
    const names = partsNamed(path)
    const [fixed, own] = [deepest(locked, names), deepest(local, names)]
    if (fixed === -1 && own === -1) return 'recommended'
    return fixed >= own ? 'statutory' : 'local'
  }
}

/** The law that fixes a part which one of the changes touches, or takes away with what is around it. `definition` is the one they change. */
export function lockOn(definition: Definition, changes: readonly Change[]): Lock | undefined {
  const locks = locksOf(definition)
  const layer = layersOf(definition)
  const places = new Map(locks.map((lock) => [lock, placeOf(definition, lock.part)]))
  for (const { path, kind } of changes) {
    if (kind !== 'moved' && layer(path) === 'statutory') {
      const names = partsNamed(path)
      return locks.toSorted((a, b) => deepest([b.part], names) - deepest([a.part], names))[0]
    }
    const inside = kind === 'removed' ? locks.find((lock) => startsWith(places.get(lock) ?? [], path)) : undefined
    if (inside !== undefined) return inside
  }
  return undefined
}

/**
 * The parts that the law fixes, and the named conditions, calculations and figures that these are made of: else the rule could be changed
 * behind its name. What the service names as local among the latter stays local.
 */
function locksOf({ service, tables }: Definition): readonly Lock[] {
  const named: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    conditions: service.conditions,
    calculations: Object.fromEntries(service.calculations.map((one) => [one.id, one.is])),
    constants: service.constants,
  }
  const locks = new Map<string, Lock>()
  const add = (law: string, part: string, value: unknown): void => {
    if (locks.has(part)) return
    locks.set(part, { law, part })
    for (const name of textsIn(value).flatMap(namesIn)) {
      const kind = Object.keys(named).find((one) => Object.hasOwn(named[one] ?? {}, name))
      if (kind !== undefined && !service.change.local.includes(`${kind}.${name}`)) add(law, `${kind}.${name}`, named[kind]?.[name])
    }
  }
  const questions = service.sections.flatMap(({ pages }) => pages.flatMap((page) => page.questions))
  const whole = { ...service, rules: tables, questions }
  for (const { law, part } of service.change.statutory) add(law, part, part.startsWith('words') ? undefined : below(whole, part.split('.')))
  return [...locks.values()]
}

/** What a path may be called in `change`: questions by themselves too, tables as `rules`. */
function partsNamed(path: Path): readonly Path[] {
  const [first = '', ...rest] = path
  if (first === 'tables') return [['rules', ...rest]]
  if (first !== 'service') return [path]
  return rest[0] === 'sections' && rest[2] === 'pages' && rest[4] === 'questions' ? [rest, ['questions', ...rest.slice(5)]] : [rest]
}

/** The path of a part. */
function placeOf({ service }: Definition, part: string): Path {
  const [first = '', ...rest] = part.split('.')
  if (first === 'rules') return ['tables', ...rest]
  if (first === 'words') return [first, ...rest]
  if (first !== 'questions') return ['service', first, ...rest]
  for (const section of service.sections) {
    const page = section.pages.find(({ questions }) => questions.some(({ id }) => id === rest[0]))
    if (page !== undefined) return ['service', 'sections', section.id, 'pages', page.id, 'questions', ...rest]
  }
  return []
}

/** How many names of the longest part that holds one of the paths; -1 where none does. */
function deepest(parts: readonly string[], names: readonly Path[]): number {
  const depths = parts.map((part) => part.split('.')).filter((part) => names.some((name) => startsWith(name, part)))
  return Math.max(-1, ...depths.map(({ length }) => length))
}

function startsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((step, index) => path[index] === step)
}

function below(value: unknown, [name, ...rest]: Path): unknown {
  if (name === undefined) return value
  if (Array.isArray(value))
    return below(
      value.find((item: unknown) => typeof item === 'object' && item !== null && Reflect.get(item, 'id') === name),
      rest,
    )
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? below(Reflect.get(value, name), rest) : undefined
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
