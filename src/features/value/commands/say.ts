/** The single place where the value of a service is said in sentences, for whoever quotes it: each with how sure it is and where it comes from. */
import { wordsIn } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { publishedService } from '#features/services/index.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import type { Bilingual, Language } from '#http/language.ts'
import {
  type Benefit,
  type BenefitState,
  type Compared,
  editionOf,
  type FigureId,
  published,
  type PublishedFigure,
  type ReleaseEffect,
  sayDifference,
  sayNumber,
  sayShown,
  twelveMonths,
} from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { valueOf } from './load.ts'

/** A figure or a difference in words. `link` leads to how it is worked out and to the entries it came from, without the language prefix. */
export type Said = { readonly value: Bilingual; readonly link: string; readonly sureness: 'sure' | 'unsure' | 'too-few' }

/** A month, `YYYY-MM`, with its figure and how many that was counted from; without the figure where that is the count itself or has no months. */
export type SaidMonth = { readonly month: string; readonly value: Bilingual | null; readonly of: Bilingual }

export type ValueSaid = {
  readonly figures: readonly (Said & { readonly id: FigureId; readonly label: Bilingual; readonly months: readonly SaidMonth[] })[]
  /** What each release did, saving and standard together, and to each thing compared; newest release first. */
  readonly comparisons: readonly Said[]
  readonly benefits: readonly { readonly label: Bilingual; readonly state: BenefitState; readonly link: string }[]
  readonly isMadeUp: boolean
}

const quoted: readonly FigureId[] = [
  'cost',
  'time-taken',
  'completion',
  'satisfaction',
  'take-up',
  'touches',
  'asked',
  'reopened',
  'finished',
]

/**
 * The value of a service as its public page says it, over the same twelve months: two stretches that differ in a month would give away that month.
 * In both languages; `today` is the day of asking.
 */
export async function valueSaid(council: Council, service: string, today: string): Promise<ValueSaid> {
  const { figures, effects, benefits } = await valueOf(council, service, { ...twelveMonths(today), today })
  const root = `/services/${service}/value`
  const isGuess = figures.costs?.confidence === 'assumed'
  return {
    figures: quoted.map((id) => figureSaid(published(figures, id), root, id === 'cost' && isGuess)),
    comparisons: effects.flatMap((effect) => [
      balanceSaid(effect, root),
      // Where there are too few cases for anything, that is said once.
      ...(effect.balance === 'too-few' ? [] : effect.compared.map((one) => comparisonSaid(one, effect, root))),
    ]),
    benefits: await benefitsSaid(council, service, benefits),
    isMadeUp: figures.madeUp !== 'none',
  }
}

function figureSaid({ id, unit, figure, months }: PublishedFigure, root: string, isGuess: boolean): ValueSaid['figures'][number] {
  return {
    id,
    label: both((lang) => wordsFor(lang).figures[id].name),
    value: both((lang) => sayShown(figure, unit, wordsFor(lang))),
    months: months.map(({ month, figure: own, of }) => ({
      month,
      value: unit === 'count' || unit === 'pence' ? null : both((lang) => sayShown(own, unit, wordsFor(lang))),
      of: both((lang) => (of === undefined ? wordsFor(lang).few : wordsFor(lang).number(of))),
    })),
    link: `${root}/${id}`,
    sureness: figure.state !== 'shown' ? 'too-few' : isGuess ? 'unsure' : 'sure',
  }
}

function comparisonSaid(one: Compared, { isMadeUp }: ReleaseEffect, root: string): Said {
  const sureness = one.verdict === 'too-few' ? 'too-few' : one.verdict === 'unclear' || !one.difference ? 'unsure' : 'sure'
  return { value: both((lang) => sentenceOf(one, lang, isMadeUp)), link: `${root}#changes`, sureness }
}

/** Saving and standard together, also where one cost the other. */
function balanceSaid({ released, balance, isMadeUp }: ReleaseEffect, root: string): Said {
  const value = both((lang) => {
    const words = wordsFor(lang)
    return `${words.releasedOn(editionOf(released), formatDate(dayInLondon(new Date(released.at)), lang))}: ${words.balance[balance]}${isMadeUp ? ` (${words.madeUpShort})` : ''}`
  })
  return { value, link: `${root}#changes`, sureness: balance === 'too-few' ? 'too-few' : balance === 'unclear' ? 'unsure' : 'sure' }
}

/** “Time taken: from 12 days to 8 days (better: between 2 and 6 days less)”. */
function sentenceOf({ id, unit, before, after, difference, verdict, isHidden }: Compared, lang: Language, isMadeUp: boolean): string {
  const words = wordsFor(lang)
  const say = (value: number | undefined) => (value === undefined || verdict === 'too-few' ? '–' : sayNumber(value, unit, words))
  const end = (by: number) => `${by < 0 ? '−' : '+'}${sayDifference(by, unit, words)}`
  const sure = difference
    ? `${words.verdicts[verdict]}: ${words.between(end(difference.low), end(difference.high))}`
    : verdict === 'too-few'
      ? words.verdicts[verdict]
      : words.reckoned
  if (isHidden) return `${words.aspects[id]}: ${words.verdicts[verdict]}`
  const made = isMadeUp ? `; ${words.madeUpShort}` : ''
  return `${words.aspects[id]}: ${words.fromTo(say(before), say(after))} (${sure}${made})`
}

async function benefitsSaid(council: Council, service: string, benefits: readonly Benefit[]): Promise<ValueSaid['benefits']> {
  const prepared = (await publishedService(council, service))?.prepared
  const label = (id: string) =>
    both((lang) =>
      prepared ? wordsIn(prepared, prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang)).benefit(id) : id,
    )
  return benefits.map(({ id, state }) => ({ label: label(id), state, link: `/services/${service}/value#benefit-${id}` }))
}

function both(say: (lang: Language) => string): Bilingual {
  return { en: say('en'), cy: say('cy') }
}
