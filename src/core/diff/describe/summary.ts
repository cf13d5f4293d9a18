/** The single place where changes that belong together are said together: a question with its words, a sentence in both languages. */
import type { Language } from '../../definition/model/names.ts'
import { wordsOf } from '../belongings.ts'
import type { Between, Change, Path } from '../change.ts'
import { keyOfPath } from '../change.ts'
import { treeOf } from '../tree.ts'
import { describe, readingsIn } from './describe.ts'
import { sayings } from './sayings.ts'

/** One sentence and the changes it tells of. */
export type Told = { readonly sentence: string; readonly changes: readonly Change[] }

/**
 * All changes, each in one sentence, fewer than there are changes: words that come or go with a question, an option or anything else are
 * told with it, and a sentence that changes in several languages is told once, as it now reads in each.
 */
export function summary(changes: readonly Change[], between: Between, language: Language): readonly Told[] {
  return together(changes).map((own) => ({ sentence: sentenceOf(own, between, language), changes: own }))
}

/** The changes that are told in one sentence each, whatever the language, in the order of their first. */
export function together(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups: (readonly Change[])[] = []
  const done = new Set<Change>()
  const spoken = changes.filter(({ path }) => path[0] === 'words')
  for (const change of changes) {
    if (done.has(change)) continue
    const others = change.path[0] === 'words' ? translationsOf(change, spoken) : belonging(change, spoken)
    const own = [change, ...others.filter((other) => !done.has(other))]
    for (const one of own) done.add(one)
    groups.push(own)
  }
  return groups
}

/** The same words in other languages, changed in the same way. */
function translationsOf({ path, kind }: Change, spoken: readonly Change[]): readonly Change[] {
  const key = keyOfPath(path.slice(2))
  return spoken.filter((other) => other.kind === kind && other.path[1] !== path[1] && keyOfPath(other.path.slice(2)) === key)
}

/** Words that come or go with a part. */
function belonging(change: Change, spoken: readonly Change[]): readonly Change[] {
  if (change.kind !== 'added' && change.kind !== 'removed') return []
  const own = wordsOf(change.path, treeOf(change.value))
  return spoken.filter(({ kind, path }) => kind === change.kind && own.some((words) => startsWith(path.slice(2), words)))
}

function startsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((step, index) => path[index] === step)
}

function sentenceOf([first, ...others]: readonly Change[], between: Between, language: Language): string {
  if (first === undefined) return ''
  const own = first.path[0] === 'words' ? [first, ...others].find(({ path }) => path[1] === language) : first
  const lead = own ?? first
  const rest = [first, ...others].filter(
    (change) => change !== lead && change.path[1] !== (first.path[0] === 'words' ? lead.path[1] : language),
  )
  const sentence = describe(lead, between, language)
  const said = rest.flatMap((change) => alsoSaid(change, between, language))
  return said.length === 0 ? sentence : `${sentence}; ${said.join('; ')}`
}

/** What a change of words adds to a sentence about the same words or what they are for. */
function alsoSaid(change: Change, between: Between, language: Language): readonly string[] {
  const say = sayings[language]
  const spoken = change.path[1] === 'cy' ? say.language.cy : say.language.en
  const { now, was } = readingsIn(change, between, language)
  if (now === undefined) return []
  return [was === undefined ? say.inOther(spoken, now) : say.alsoReads(spoken, now, was)]
}
