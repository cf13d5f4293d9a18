/** The single place where a definition becomes a tree in which every part has a name, members of lists too, and becomes a definition again. */
import type { Definition } from '../definition/definition.ts'
import { readDefinition } from '../definition/model/definition.ts'
import { isJson, isList, isSame, type Json } from './json.ts'
import { isMadeName, type NamedTable, namedTable } from './rows.ts'

export type Leaf = { readonly kind: 'leaf'; readonly value: Json }
/** `list` keeps its order, that of a `map` says nothing. */
export type Branch = { readonly kind: 'map' | 'list'; readonly of: ReadonlyMap<string, Tree> }
export type Tree = Leaf | Branch

/** A tree with the tables it was grown from, so that another definition’s rows can be named like these. */
export type Grown = { readonly tree: Tree; readonly tables: readonly NamedTable[] }

/** Lists that are one text in several lines: their members belong together and have no names. */
const whole = new Set(['needs', 'when', 'then'])

/** The tree of a definition. With `like`, what is the same there is the same part here, and rows that have no id are named as there. */
export function grow(definition: Definition, like?: Grown): Grown {
  const tables = definition.tables.map((table) =>
    namedTable(
      table,
      like?.tables.find(({ id }) => id === table.id),
    ),
  )
  return { tree: treeOf({ ...definition, tables }, '', like?.tree), tables }
}

/** The tree of any plain data. Keys without a value are left out. Where nothing differs from `like` it is that part itself. */
export function treeOf(value: unknown, name = '', like?: Tree): Tree {
  if (Array.isArray(value) && !whole.has(name)) return listOf(value, like)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return leafOf(value, like)
  const known = like?.kind === 'map' ? like : undefined
  const of = new Map<string, Tree>()
  let isKnown = known !== undefined
  for (const [key, inside] of Object.entries(value)) {
    if (inside === undefined) continue
    const old = known?.of.get(key)
    const now = treeOf(inside, key, old)
    isKnown &&= now === old
    of.set(key, now)
  }
  return known !== undefined && isKnown && known.of.size === of.size ? known : { kind: 'map', of }
}

function leafOf(value: unknown, like: Tree | undefined): Leaf {
  const data = isJson(value) ? value : null
  return like?.kind === 'leaf' && isSame(like.value, data) ? like : { kind: 'leaf', value: data }
}

function listOf(items: readonly unknown[], like: Tree | undefined): Branch {
  const known = like?.kind === 'list' ? like : undefined
  const names = known?.of.keys()
  const of = new Map<string, Tree>()
  let isKnown = known !== undefined
  for (const item of items) {
    const name = nameOf(item)
    let free = name
    for (let count = 2; of.has(free); count += 1) free = `${name} (${count})`
    const old = known?.of.get(free)
    const now = treeOf(item, '', old)
    isKnown &&= now === old && names?.next().value === free
    of.set(free, now)
  }
  return known !== undefined && isKnown && known.of.size === of.size ? known : { kind: 'list', of }
}

/** Its id; for what the law fixes the part, for maintainers their name; for texts and figures themselves. */
function nameOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item)
  for (const key of ['id', 'part', 'name']) {
    const name: unknown = Reflect.get(item, key)
    if (typeof name === 'string') return name
  }
  return JSON.stringify(item)
}

export function jsonOf(tree: Tree): Json {
  if (tree.kind === 'leaf') return tree.value
  if (tree.kind === 'list') return [...tree.of.values()].map(jsonOf)
  return Object.fromEntries([...tree.of].map(([key, inside]) => [key, jsonOf(inside)]))
}

/** The definition a tree stands for; undefined where it does not have the shape of one. */
export function definitionOf(tree: Tree): Definition | undefined {
  const value = jsonOf(tree)
  if (!isRecord(value)) return undefined
  const tables = value['tables']
  return readDefinition({ ...value, tables: tables !== undefined && isList(tables) ? tables.map(withCells) : tables })
}

function withCells(table: Json): Json {
  if (!isRecord(table)) return table
  const { inputs = null, outputs = null, rows = null } = table
  if (!isList(rows)) return table
  return {
    ...table,
    rows: rows.map((row) => (isRecord(row) ? rowWithCells(row, { inputs: idsOf(inputs), outputs: idsOf(outputs) }) : row)),
  }
}

/** A row that says nothing of a column accepts anything there. A result it does not give stays away, so that a check finds it. */
function rowWithCells(
  row: Readonly<Record<string, Json>>,
  columns: { readonly inputs: readonly string[]; readonly outputs: readonly string[] },
): Json {
  const { id, when = null, then = null, ...rest } = row
  return {
    ...(typeof id !== 'string' || isMadeName(id) ? {} : { id }),
    ...rest,
    when: isRecord(when) ? columns.inputs.map((column) => when[column] ?? '-') : when,
    then: isRecord(then) ? columns.outputs.flatMap((column) => then[column] ?? []) : then,
  }
}

function idsOf(columns: Json): readonly string[] {
  return isList(columns) ? columns.flatMap((column) => (isRecord(column) && typeof column['id'] === 'string' ? [column['id']] : [])) : []
}

function isRecord(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !isList(value)
}

/** Whether two parts are of one sort, so that what is inside them can be told apart: a question of another kind is another question. */
export function isOneSort(one: Tree, other: Tree): boolean {
  if (one.kind !== other.kind) return false
  if (one.kind === 'leaf' || other.kind === 'leaf') return true
  return textAt(one, 'kind') === textAt(other, 'kind') && textAt(one, 'type') === textAt(other, 'type')
}

function textAt(branch: Branch, key: string): Json | undefined {
  const inside = branch.of.get(key)
  return inside?.kind === 'leaf' ? inside.value : undefined
}

/** Whether two parts are the same, order of lists included. */
export function isSameTree(one: Tree, other: Tree): boolean {
  if (one === other) return true
  if (one.kind === 'leaf' || other.kind === 'leaf') return one.kind === 'leaf' && other.kind === 'leaf' && isSame(one.value, other.value)
  if (one.kind !== other.kind || one.of.size !== other.of.size) return false
  const others = one.kind === 'list' ? [...other.of.keys()] : undefined
  let at = 0
  for (const [key, inside] of one.of) {
    const same = other.of.get(key)
    if (same === undefined || (others !== undefined && others[at] !== key) || !isSameTree(inside, same)) return false
    at += 1
  }
  return true
}
