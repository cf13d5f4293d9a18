/** The single place that says in plain words what happens to what people tell a service: why, on what basis, who sees it, how long it is kept. */
import type { Definition, Language, Wording } from '#core/definition/index.ts'
import { parseDuration } from '#core/value/duration.ts'
import { wordsFor, type Words } from '../words/index.ts'

/** One purpose of a service, in sentences. */
export type DataUse = { readonly why: string; readonly sentences: readonly string[] }

/** How a role of the council is called, where the council names it. */
export type RoleNames = (role: string) => string | undefined

/** The purposes for which something is asked, in the order of the definition. */
export function dataUses({ service }: Definition, wording: Wording, roleName: RoleNames): readonly DataUse[] {
  const words = wordsFor(wording.language)
  const asked = new Set(service.sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions.map(({ purpose }) => purpose))))
  return Object.entries(service.purposes)
    .filter(([id]) => asked.has(id))
    .map(([id, { basis, law, special, readers, retention }]) => {
      const kept = service.retention[retention]
      return {
        why: wording.purpose(id),
        sentences: [
          words.dataBecause(law === undefined ? words.bases[basis] : `${words.bases[basis]} (${law})`),
          ...(special === undefined ? [] : [words.specials[special]]),
          words.dataReaders(readers.map((role) => roleName(role) ?? readerWord(words, role)).join(', ')),
          ...(kept ? [words.dataKept(lengthOfTime(words, kept.keep), words.moments[kept.from])] : []),
        ],
      }
    })
}

/** A length of time such as `P6Y` in words. */
export function timeIn(lang: Language, duration: string): string {
  return lengthOfTime(wordsFor(lang), duration)
}

function lengthOfTime(words: Words, duration: string): string {
  const length = parseDuration(duration)
  if (!length) return duration
  const { unit, count } = length
  if (unit === 'months') return count % 12 === 0 ? words.years(count / 12) : words.months(count)
  return unit === 'days' ? words.days(count) : words.workingDays(count)
}

function readerWord(words: Words, role: string): string {
  const known: Readonly<Record<string, string>> = words.readers
  return (Object.hasOwn(known, role) ? known[role] : undefined) ?? role.replaceAll('_', ' ')
}
