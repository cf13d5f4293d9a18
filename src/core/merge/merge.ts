/** The single place where two ways a definition went are put together over the version both come from. */
import type { Definition } from '../definition/definition.ts'
import { readWords } from '../definition/model/definition.ts'
import { withWholeBlocks } from '../definition/write/blocks.ts'
import type { Change, Path } from '../diff/change.ts'
import { differences } from '../diff/diff.ts'
import { definitionOf, grow, jsonOf, type Tree } from '../diff/tree.ts'
import { namesIn, partAt } from '../diff/belongings.ts'
import type { Conflict, Merging, Settlements, Sides } from './conflict.ts'
import { ConflictTeller } from './conflict-words.ts'
import { fateOfCells, fateOfWords } from './fate.ts'
import { layersOf } from '../diff/layer.ts'
import { type Clash, Merger, type Side, type Telling, type Three } from './merger.ts'

/**
 * Puts ours and theirs together. What one side alone changed is taken, what both changed alike too; where they went different ways there is a
 * conflict, and until it is settled `merged` holds ours there, or theirs where the law fixes it. Words go with what they are for.
 */
export function merge({ base, ours, theirs }: Sides): Merging {
  return settle({ base, ours, theirs }, {})
}

/** The same with conflicts settled. Those not named stay, and one settled may bring up another: the words that now stand in two languages. */
export function settle({ base, ours, theirs }: Sides, settlements: Settlements): Merging {
  return new Putting({ base, ours, theirs }, settlements).together()
}

type Trees = { readonly base: Tree; readonly ours: Tree; readonly theirs: Tree }

class Putting {
  readonly #sides: Sides
  readonly #trees: Trees
  readonly #telling: Omit<Telling, 'fateOf'>

  constructor(sides: Sides, settlements: Settlements) {
    this.#sides = sides
    const base = grow(sides.base)
    const [ours, theirs] = [grow(sides.ours, base), grow(sides.theirs, base)]
    this.#trees = { base: base.tree, ours: ours.tree, theirs: theirs.tree }
    const layerOf = layersOf(sides.theirs)
    this.#telling = {
      whole: this.#trees,
      settlements,
      sideAt: (path): Side => (layerOf(path) === 'statutory' ? 'theirs' : 'ours'),
      doesOrderCount: (path) => this.#doesOrderCount(path),
    }
  }

  together(): Merging {
    const merger = new Merger({ ...this.#telling, fateOf: fateOfCells(this.#trees.ours, this.#trees.theirs) })
    const of = new Map<string, Tree>()
    for (const part of ['service', 'tables', 'equality'] as const) {
      const three = this.#at([part])
      const merged = part === 'equality' ? merger.whole(three, [part]) : merger.merge(three, [part])
      if (merged !== undefined) of.set(part, merged)
    }
    const structure = definitionOf({ kind: 'map', of: new Map([...of, ['words', { kind: 'map', of: new Map() }]]) })
    if (structure === undefined) return this.#tooMany()
    const words = this.#words(structure)
    const spoken = words.tree === undefined ? undefined : readWords(jsonOf(words.tree))
    if (words.tree === undefined || spoken === undefined) return this.#tooMany()
    of.set('words', words.tree)
    return this.#result({ ...structure, words: spoken }, { kind: 'map', of }, [...merger.clashes, ...words.clashes])
  }

  /** Words whose other language is in conflict are looked at again: sentences that say different things must not come to stand side by side. */
  #words(structure: Definition): { readonly tree: Tree | undefined; readonly clashes: readonly Clash[] } {
    const telling = { ...this.#telling, ...fateOfWords(structure, this.#sides.ours, this.#sides.theirs) }
    const unsettled = new Merger({ ...telling, settlements: {} })
    const first = unsettled.merge(this.#at(['words']), ['words'])
    if (unsettled.clashes.length === 0) return { tree: first, clashes: [] }
    const disputed = new Set(unsettled.clashes.flatMap(({ path }) => this.#translationsOf(path)))
    const merger = new Merger({ ...telling, isDisputed: (path) => disputed.has(JSON.stringify(path)) })
    return { tree: merger.merge(this.#at(['words']), ['words']), clashes: merger.clashes }
  }

  /** The same sentence in the other languages. */
  #translationsOf([, language, ...path]: Path): readonly string[] {
    const languages = namesIn(partAt(this.#trees.ours, ['words'])).filter((other) => other !== language)
    return languages.map((other) => JSON.stringify(['words', other, ...path]))
  }

  #at(path: Path): Three {
    const { base, ours, theirs } = this.#trees
    return { base: partAt(base, path), ours: partAt(ours, path), theirs: partAt(theirs, path) }
  }

  #doesOrderCount([first, table, list]: Path): boolean {
    if (first !== 'tables' || list !== 'rows') return false
    const tables = [this.#sides.ours, this.#sides.theirs].map(({ tables }) => tables.find(({ id }) => id === table))
    return tables.some((one) => one?.hit === 'first' || one?.hit === 'rule-order')
  }

  /** More of something than a service can hold: nothing is put together. */
  #tooMany(): Merging {
    const { base, ours, theirs } = this.#trees
    const [whole, our, their] = [base, ours, theirs].map(jsonOf)
    return this.#result(this.#sides.ours, ours, [{ path: [], code: 'too-many', base: whole, ours: our, theirs: their }])
  }

  #result(definition: Definition, grown: Tree, clashes: readonly Clash[]): Merging {
    const { base, ours } = this.#trees
    const merged = withWholeBlocks(definition)
    const tree = merged === definition ? grown : grow(merged).tree
    const conflicts = this.#told(clashes)
    const standing = new Set(differences(base, tree).map(nameOf))
    const kept = differences(base, ours).filter((change) => standing.has(nameOf(change)))
    return { ...this.#sides, merged, taken: differences(ours, tree), kept, conflicts }
  }

  #told(clashes: readonly Clash[]): readonly Conflict[] {
    if (clashes.length === 0) return []
    const [teller, layerOf] = [new ConflictTeller(this.#sides), layersOf(this.#sides.theirs)]
    return clashes.map((clash) => teller.tell(clash, layerOf(clash.path)))
  }
}

/** A change without its place, which another’s may have shifted. */
function nameOf(change: Change): string {
  const { kind, path } = change
  const to = kind === 'added' || kind === 'removed' ? change.value : kind === 'changed' ? change.after : null
  return JSON.stringify([kind, path, to])
}
