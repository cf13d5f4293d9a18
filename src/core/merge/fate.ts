/** The single place that says what becomes of words and cells when what they belong to is kept or taken away: they follow it. */
import { wordsOfService } from '../definition/check/needed-words.ts'
import type { Definition } from '../definition/definition.ts'
import { keyOfPath, type Path } from '../diff/change.ts'
import type { Tree } from '../diff/tree.ts'
import { namesIn, partAt } from '../diff/belongings.ts'
import type { Side, Three } from './merger.ts'

export type Fate = Side | 'gone' | undefined

/** Which names there may be, in what comes of the merge and on each side. */
type Known = { readonly merged: readonly string[]; readonly ours: readonly string[]; readonly theirs: readonly string[] }

/** Whoever has not what it belongs to has it not either, or else it is looked at by itself. */
function fateIn({ merged, ours, theirs }: Known, name: string, member: Three): Fate {
  const lacking = (['ours', 'theirs'] as const).filter((side) => !(side === 'ours' ? ours : theirs).includes(name))
  if (!lacking.some((side) => member[side] === undefined)) return undefined
  if (lacking.length === 2) return undefined
  if (!merged.includes(name)) return 'gone'
  return lacking[0] === 'ours' ? 'theirs' : 'ours'
}

/** Words follow the questions, options, rows and all else they are for. Paths begin with `words` and a language. */
export function fateOfWords(
  merged: Definition,
  ours: Definition,
  theirs: Definition,
): { readonly fateOf: (path: Path, member: Three) => Fate; readonly isFollowing: (path: Path) => boolean } {
  const [here, our, their] = [merged, ours, theirs].map((definition) => wordsOfService(definition).known)
  const namesAt = (path: Path): Known | undefined => {
    const key = path.slice(2).join('.')
    const [inMerged, inOurs, inTheirs] = [here, our, their].map((known) => known?.get(key)?.names)
    if (inMerged === undefined && inOurs === undefined && inTheirs === undefined) return undefined
    return { merged: inMerged ?? [], ours: inOurs ?? [], theirs: inTheirs ?? [] }
  }
  return {
    fateOf: (path, member) => {
      const known = namesAt(path.slice(0, -1))
      return known === undefined ? undefined : fateIn(known, path.at(-1) ?? '', member)
    },
    isFollowing: (path) => namesAt(path) !== undefined,
  }
}

/** Cells follow their columns, of which `merged` has those that came of the merge. */
export function fateOfCells(ours: Tree, theirs: Tree): (path: Path, member: Three, merged: ReadonlyMap<string, Tree>) => Fate {
  return ([first, table = '', list, , cells, name], member, merged) => {
    if (first !== 'tables' || list !== 'rows' || name === undefined || (cells !== 'when' && cells !== 'then')) return undefined
    const columns = ['tables', table, cells === 'when' ? 'inputs' : 'outputs']
    const here = merged.get(keyOfPath(columns))
    if (here === undefined) return undefined
    const [known, our, their] = [here, partAt(ours, columns), partAt(theirs, columns)].map(namesIn)
    return known && our && their && fateIn({ merged: known, ours: our, theirs: their }, name, member)
  }
}
