/** The single place where evidence becomes a briefing: vision to value, in sentences that say no more than the entries they rest on. Pure. */
import type { Bilingual } from '#http/language.ts'
import { both, type Words } from '../words/index.ts'
import type { Briefing, FrozenFigure, Line, Part } from './briefing.ts'
import { judgements } from './capability.ts'
import type { Evidence, ServiceEvidence, Suggested } from './evidence.ts'

/** At most this many suggestions are named in a part; how many more there are is said. */
const mostNamed = 8

export function compose(evidence: Evidence): Briefing {
  const { subject, services, on, from, isPreElection } = evidence
  const [only] = services
  const isOne = subject !== null && only !== undefined
  return {
    schema: 1,
    subject,
    title: isOne ? both((say, lang) => say.titleOf(only.name[lang])) : both((say) => say.titleOfCouncil),
    on,
    from,
    ...(isOne && !isPreElection ? { sponsors: { ...only.sponsors } } : {}),
    isPreElection,
    isMadeUp: services.some(({ isMadeUp }) => isMadeUp),
    parts: partsOf(evidence),
    figures: services.flatMap((service) => frozen(service)),
    capabilities: judgements(evidence),
  }
}

/** Each figure with its months, so that whoever follows a sentence later sees what it rested on. */
function frozen({ name, figures }: ServiceEvidence): FrozenFigure[] {
  return figures.map(({ link, label, value, months }) => ({
    ...{ link, service: { ...name }, label: { ...label }, value: { ...value } },
    months: months.map(({ month, value: own, of }) => ({ month, value: own && { ...own }, of: { ...of } })),
  }))
}

function partsOf(evidence: Evidence): Record<Part, Line[]> {
  return {
    asked: orNothing(asked(evidence), (say) => say.nothingAsked),
    changed: orNothing(changed(evidence), (say) => say.nothingChanged),
    worth: orNothing(eachOf(evidence, worth), (say) => say.nothingMeasured),
    refused: orNothing(refused(evidence), (say) => say.nothingRefused),
    unsure: orNothing(eachOf(evidence, unsure), (say) => say.nothingUnsure),
  }
}

function asked(evidence: Evidence): Line[] {
  const all = suggestionsOf(evidence, ({ suggestedOn }) => suggestedOn >= evidence.from)
  if (all.length === 0) return []
  const staff = all.filter(({ isFromStaff }) => isFromStaff).length
  const sum = { words: both((say) => say.asked(all.length, staff)), link: listOf(evidence) }
  return [sum, ...named(all.toSorted(byBackers), (one) => both((say, lang) => say.backed(one.title[lang], one.backers)))]
}

function changed(evidence: Evidence): Line[] {
  const all = suggestionsOf(evidence, ({ state, endedOn = '' }) => state === 'released' && endedOn >= evidence.from)
  return named(all.toSorted(byEnd), (one) => both((say, lang) => say.released(one.title[lang], one.endedOn ?? '')))
}

function refused(evidence: Evidence): Line[] {
  const all = suggestionsOf(evidence, ({ state, endedOn = '' }) => state === 'refused' && endedOn >= evidence.from)
  return named(all.toSorted(byEnd), (one) => both((say, lang) => say.refused(one.title[lang], one.reason ?? say.noReason)))
}

function worth({ figures, comparisons, benefits }: ServiceEvidence): Line[] {
  return [
    ...figures
      .filter(({ sureness }) => sureness !== 'too-few')
      .map(({ label, value, link }) => ({ words: both((_, lang) => `${label[lang]}: ${value[lang]}`), link })),
    ...comparisons.filter(({ sureness }) => sureness === 'sure').map(({ value, link }) => ({ words: value, link })),
    ...benefits.map(({ label, state, link }) => ({ words: both((say, lang) => say.benefit[state](label[lang])), link })),
  ]
}

function unsure({ figures, comparisons, benefits, suggestions, isMadeUp, id }: ServiceEvidence): Line[] {
  const promised = benefits.filter(({ state }) => state === 'promised').length
  const untold = suggestions.filter(({ cannotTell = 0 }) => cannotTell > 0)
  return [
    ...(isMadeUp ? [{ words: both((say) => say.madeUp), link: `/services/${id}/value` }] : []),
    ...figures
      .filter(({ sureness }) => sureness === 'too-few')
      .map(({ label, link }) => ({ words: both((say, lang) => say.tooFew(label[lang])), link })),
    ...comparisons.filter(({ sureness }) => sureness !== 'sure').map(({ value, link }) => ({ words: value, link })),
    ...(promised > 0 ? [{ words: both((say) => say.stillPromised(promised)), link: `/services/${id}/value` }] : []),
    ...untold.map((one) => ({
      words: both((say, lang) => say.cannotTell(one.title[lang], one.cannotTell ?? 0)),
      link: `/suggestions/${one.id}`,
    })),
  ]
}

/** The lines of each service; in a briefing of the whole council each begins with the service's name. */
function eachOf({ services, subject }: Evidence, lines: (service: ServiceEvidence) => Line[]): Line[] {
  if (subject !== null) return services.flatMap(lines)
  return services.flatMap((service) =>
    lines(service).map((line) => ({ ...line, words: both((_, lang) => `${service.name[lang]}. ${line.words[lang]}`) })),
  )
}

function named(list: readonly Suggested[], words: (one: Suggested) => Bilingual): Line[] {
  const lines = list.slice(0, mostNamed).map((one) => ({ words: words(one), link: `/suggestions/${one.id}` }))
  const more = list.length - lines.length
  return more > 0 ? [...lines, { words: both((say) => say.more(more)) }] : lines
}

function orNothing(lines: Line[], nothing: (say: Words) => string): Line[] {
  return lines.length > 0 ? lines : [{ words: both(nothing) }]
}

function suggestionsOf({ services }: Evidence, isMeant: (one: Suggested) => boolean): readonly Suggested[] {
  return services.flatMap(({ suggestions }) => suggestions.filter(isMeant))
}

/** The list of suggestions the briefing rests on. */
function listOf({ subject }: Evidence): string {
  return subject === null ? '/suggestions' : `/suggestions?service=${subject}`
}

function byBackers(one: Suggested, other: Suggested): number {
  return other.backers - one.backers || one.id.localeCompare(other.id)
}

function byEnd(one: Suggested, other: Suggested): number {
  return (other.endedOn ?? '').localeCompare(one.endedOn ?? '') || one.id.localeCompare(other.id)
}
