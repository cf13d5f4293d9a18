/** The single place that finds questions which several services of a council ask, by what they mean, and says why they are the same. */
import type { Prepared } from '#core/definition/prepare.ts'
import { wordsIn } from '#core/definition/words.ts'
import { type Leaf, leavesOf } from './leaf.ts'
import { optionsOf } from './weigh.ts'

/** Why two questions are taken for the same. The first is certain; the others say that the same kind of answer is asked with the same words, answers, scheme or meaning. */
export type SameBecause = 'block' | 'words' | 'options' | 'scheme' | 'name'

export type AskedTwice = {
  readonly kind: string
  readonly because: readonly SameBecause[]
  readonly places: readonly { readonly service: string; readonly path: string; readonly page: string }[]
}

type Place = { readonly service: string; readonly leaf: Leaf; readonly words: ReadonlySet<string> }

/** Words in common, of all words of both, that make two labels the same. */
const sameWords = 0.6

/** Each once, those asked by most services first. Members of groups are about somebody else and are not compared. */
export function askedTwice(services: readonly Prepared[]): readonly AskedTwice[] {
  const places = services.flatMap(placesOf)
  const found: { places: Place[]; because: Set<SameBecause> }[] = []
  for (const place of places) {
    const same = found.map((group) => ({ group, because: becauseOf(group.places[0], place) })).find(({ because }) => because.length > 0)
    if (same === undefined) found.push({ places: [place], because: new Set() })
    else if (!same.group.places.some(({ service }) => service === place.service)) {
      same.group.places.push(place)
      for (const one of same.because) same.group.because.add(one)
    }
  }
  return found
    .filter((group) => group.places.length > 1)
    .map(({ places: all, because }) => ({
      kind: all[0]?.leaf.question.kind ?? '',
      because: [...because],
      places: all.map(({ service, leaf: { path, page } }) => ({ service, path, page })),
    }))
    .toSorted((a, b) => b.places.length - a.places.length)
}

function placesOf(prepared: Prepared): readonly Place[] {
  const language = prepared.languages.includes('en') ? 'en' : prepared.languages[0]
  if (language === undefined) return []
  const wording = wordsIn(prepared, language)
  return leavesOf(prepared)
    .filter(({ group }) => group === undefined)
    .map((leaf) => ({ service: prepared.definition.service.id, leaf, words: wordsOf(wording.question(leaf.path).label) }))
}

function becauseOf(first: Place | undefined, { leaf: other, words, service }: Place): readonly SameBecause[] {
  if (first === undefined || first.service === service) return []
  const one = first.leaf
  if (one.question.kind !== other.question.kind) return []
  if (one.block !== undefined && one.block === other.block && one.path === other.path) return ['block']
  const because: SameBecause[] = []
  if (areSameWords(first.words, words)) because.push('words')
  const options = optionsOf(one.question)
  if (one.question.kind !== 'yes-no' && options.length > 0 && JSON.stringify(options) === JSON.stringify(optionsOf(other.question)))
    because.push('options')
  if (one.question.kind === 'identifier' && other.question.kind === 'identifier' && one.question.scheme === other.question.scheme)
    because.push('scheme')
  if (
    one.question.kind === 'text' &&
    other.question.kind === 'text' &&
    one.question.fill !== 'off' &&
    one.question.fill === other.question.fill
  )
    because.push('name')
  return because
}

const common = new Set(
  'a an and are at do does for have how in is it many much of on or that the their there they this to was what when where which who will with would you your'.split(
    ' ',
  ),
)

function wordsOf(label: string): ReadonlySet<string> {
  const words = label.toLowerCase().match(/\p{L}+/gu) ?? []
  return new Set(words.filter((word) => !common.has(word)))
}

function areSameWords(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const both = [...one].filter((word) => other.has(word)).length
  const all = new Set([...one, ...other]).size
  return all > 0 && both / all >= sameWords
}
