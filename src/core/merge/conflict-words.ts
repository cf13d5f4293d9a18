/** The single place where a conflict is said in words: what kind it is, what this side did, and what the other did. */
import type { Language } from '../definition/model/names.ts'
import { partAt, wordsOf } from '../diff/belongings.ts'
import type { Change, Path } from '../diff/change.ts'
import { summary } from '../diff/describe/summary.ts'
import { diff } from '../diff/diff.ts'
import type { Layer } from '../diff/layer.ts'
import { grow, type Tree } from '../diff/tree.ts'
import type { Conflict, ConflictCode, Sides } from './conflict.ts'
import type { Clash } from './merger.ts'

type Words = {
  readonly leads: Readonly<Record<ConflictCode, string>>
  readonly here: (sentence: string) => string
  readonly there: (sentence: string) => string
  readonly unchanged: string
}

const english: Words = {
  leads: {
    'both-changed': 'Both changed this, in different ways.',
    'deleted-and-changed': 'One takes away what the other changed.',
    'both-added': 'Both added this, in different ways.',
    order: 'Both changed what comes after what, in different ways.',
    'too-few': 'Between them they take away too much: too little would be left.',
    'too-many': 'Together they have more than a service can hold.',
    translation: 'These words say the same as others, in another language, that both changed.',
  },
  here: (sentence) => `Here: ${sentence}.`,
  there: (sentence) => `There: ${sentence}.`,
  unchanged: 'nothing changed',
}

const welsh: Words = {
  leads: {
    'both-changed': 'Newidiodd y ddau hyn, mewn ffyrdd gwahanol.',
    'deleted-and-changed': 'Mae un yn dileu’r hyn a newidiodd y llall.',
    'both-added': 'Ychwanegodd y ddau hyn, mewn ffyrdd gwahanol.',
    order: 'Newidiodd y ddau y drefn, mewn ffyrdd gwahanol.',
    'too-few': 'Rhyngddynt maent yn dileu gormod: byddai rhy ychydig ar ôl.',
    'too-many': 'Gyda’i gilydd mae ganddynt fwy nag y gall gwasanaeth ei ddal.',
    translation: 'Mae’r geiriau hyn yn dweud yr un peth â geiriau mewn iaith arall a newidiwyd gan y ddau.',
  },
  here: (sentence) => `Yma: ${sentence}.`,
  there: (sentence) => `Yno: ${sentence}.`,
  unchanged: 'dim wedi newid',
}

/** More than this nobody reads at once. */
const mostTold = 3

/** Puts conflicts between the same sides into words. */
export class ConflictTeller {
  readonly #sides: Sides
  readonly #base: Tree
  readonly #ours: readonly Change[]
  readonly #theirs: readonly Change[]

  constructor(sides: Sides) {
    this.#sides = sides
    this.#base = grow(sides.base).tree
    this.#ours = diff(sides.base, sides.ours)
    this.#theirs = diff(sides.base, sides.theirs)
  }

  /** The conflict with its layer, and sentences in both languages. */
  tell({ path, code, base, ours, theirs }: Clash, layer: Layer): Conflict {
    const conflict = { path, code, layer, message: { en: this.#said(path, code, 'en'), cy: this.#said(path, code, 'cy') } }
    return {
      ...conflict,
      ...(base === undefined ? {} : { base }),
      ...(ours === undefined ? {} : { ours }),
      ...(theirs === undefined ? {} : { theirs }),
    }
  }

  #said(path: Path, code: ConflictCode, language: Language): string {
    const words = language === 'cy' ? welsh : english
    if (code === 'too-many') return words.leads[code]
    const { base, ours, theirs } = this.#sides
    const here = this.#told(this.#ours, path, (changes) => summary(changes, { before: base, after: ours }, language))
    const there = this.#told(this.#theirs, path, (changes) => summary(changes, { before: base, after: theirs }, language))
    return [words.leads[code], words.here(here ?? words.unchanged), words.there(there ?? words.unchanged)].join(' ')
  }

  /** What one side did to the part, to what is around it, and to what belongs to it; undefined for nothing. */
  #told(
    changes: readonly Change[],
    path: Path,
    tell: (changes: readonly Change[]) => readonly { readonly sentence: string }[],
  ): string | undefined {
    const part = partAt(this.#base, path)
    const words = part === undefined ? [] : wordsOf(path, part)
    const own = changes.filter(
      (change) => isAlong(change.path, path) || (change.path[0] === 'words' && words.some((each) => isAlong(change.path.slice(2), each))),
    )
    const sentences = tell(own).map(({ sentence }) => sentence)
    if (sentences.length === 0) return undefined
    return sentences.length <= mostTold ? sentences.join('; ') : `${sentences.slice(0, mostTold).join('; ')}; …`
  }
}

function isAlong(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length).every((step, index) => step === other[index])
}
