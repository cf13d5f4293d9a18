/** The single place that says what becomes of words and cells when what they belong to is kept or taken away: they follow it. */
import { wordsOfService } from '../definition/check/needed-words.ts'
import type { Definition } from '../definition/definition.ts'
import { keyOfPath, type Path } from '../diff/change.ts'
import type { Tree } from '../diff/tree.ts'
import { namesIn, partAt } from './belongings.ts'
import type { Side, Three } from './merger.ts'

export type Fate = Side | 'gone' | undefined

/** Which names there may be, in what comes of the merge and on each side. */
type Known = { readonly merged: ReadonlySet<string>; readonly ours: ReadonlySet<string>; readonly theirs: ReadonlySet<string> }

/** Whoever has not what it belongs to has it not either, or else it is looked at by itself. */
function fateIn({ merged, ours, theirs }: Known, name: string, member: Three): Fate {
  const lacking = (['ours', 'theirs'] as const).filter((side) => !(side === 'ours' ? ours : theirs).has(name))
  if (!lacking.some((side) => member[side] === undefined)) return undefined
  if (lacking.length === 2) return undefined
  if (!merged.has(name)) return 'gone'
  return lacking[0] === 'ours' ? 'theirs' : 'ours'
}

/** Words follow the questions, options, rows and all else they are for. Paths begin with `words` and a language. */
export function fateOfWords(
  merged: Definition,
  ours: Definition,
  theirs: Definition,
): { readonly fateOf: (path: Path, member: Three) => Fate; readonly isFollowing: (path: Path) => boolean } {
  const known = new Map<string, Known>()
  const given = [merged, ours, theirs].map((definition) => wordsOfService(definition).known)
  for (const key of new Set(given.flatMap((each) => [...each.keys()]))) {
    const [here, our, their] = given.map((each) => new Set(each.get(key)?.names))
    if (here !== undefined && our !== undefined && their !== undefined) known.set(key, { merged: here, ours: our, theirs: their })
  }
  return {
    fateOf: ([, , ...path], member) => {
      const names = known.get(path.slice(0, -1).join('.'))
      return names === undefined ? undefined : fateIn(names, path.at(-1) ?? '', member)
    },
    isFollowing: ([, , ...path]) => known.has(path.join('.')),
  }
}

/** Cells follow their columns, of which `merged` has those that came of the merge. */
export function fateOfCells(ours: Tree, theirs: Tree): (path: Path, member: Three, merged: ReadonlyMap<string, Tree>) => Fate {
  return ([first, table = '', list, , cells, name], member, merged) => {
    if (first !== 'tables' || list !== 'rows' || name === undefined || (cells !== 'when' && cells !== 'then')) return undefined
    const columns = ['tables', table, cells === 'when' ? 'inputs' : 'outputs']
    const here = merged.get(keyOfPath(columns))
    if (here === undefined) return undefined
    const [known, our, their] = [here, partAt(ours, columns), partAt(theirs, columns)].map((each) => new Set(namesIn(each)))
    return known && our && their && fateIn({ merged: known, ours: our, theirs: their }, name, member)
  }
}
