/**
 * The single place that says which of the six capabilities helped or held a service back, by stated rules over what the platform has seen.
 * What it has not seen it says it has not seen: nobody's own opinion of themselves is counted.
 */
import { daysBetween } from '#core/value/calendar-date.ts'
import { both } from '../words/index.ts'
import { capabilities, type Briefing, type Capability, type Line, type Standing } from './briefing.ts'
import type { Evidence, Suggested } from './evidence.ts'

/** Something seen that speaks for (`true`) or against it; `undefined` says something without speaking for either. */
type Seen = Line & { readonly isGood: boolean | undefined }

/** One judgement for each capability, in the briefing's order. */
export function judgements(evidence: Evidence): Briefing['capabilities'] {
  return capabilities.map((id) => {
    const seen = looks[id](evidence)
    const lines = seen.map(({ words, link }) => (link === undefined ? { words } : { words, link }))
    return { id, standing: standingOf(seen), lines: lines.length > 0 ? lines : [{ words: both((say) => say.noEvidence[id]) }] }
  })
}

function standingOf(seen: readonly Seen[]): Standing {
  const good = seen.some(({ isGood }) => isGood === true)
  const bad = seen.some(({ isGood }) => isGood === false)
  if (good && bad) return 'mixed'
  if (good) return 'helped'
  return bad ? 'held-back' : 'no-evidence'
}

const looks: Readonly<Record<Capability, (evidence: Evidence) => readonly Seen[]>> = {
  leadership: ({ services }) => {
    const decided = services.flatMap(ended)
    const overdue = services.flatMap(({ suggestions }) => suggestions.filter(({ isOverdue }) => isOverdue))
    return [
      ...(services.length > 0 ? [{ words: both((say) => say.sponsorsNamed(services.length)), isGood: undefined }] : []),
      ...(decided.length > 0 ? [{ words: both((say) => say.decided(decided.length)), link: '/decisions', isGood: true }] : []),
      ...(overdue.length > 0 ? [{ words: both((say) => say.overdue(overdue.length)), link: '/suggestions', isGood: false }] : []),
    ]
  },
  governance: ({ services }) => {
    const decided = services.flatMap(ended)
    const withEvidence = decided.filter(({ hasEvidence }) => hasEvidence).length
    const waivers = services.flatMap((service) => service.waivers.map((waived) => ({ service, waived })))
    return [
      ...(decided.length > 0
        ? [
            {
              words: both((say) => say.withEvidence(withEvidence, decided.length)),
              link: '/decisions',
              isGood: withEvidence === decided.length,
            },
          ]
        : []),
      ...waivers.map(({ service, waived }) => ({
        words: both((say, lang) => say.waived(waived.check[lang], waived.until)),
        link: `/services/${service.id}/about`,
        isGood: false,
      })),
    ]
  },
  change: ({ services, from }) => {
    const all = services.flatMap(({ suggestions }) => suggestions)
    const released = all.filter(({ state, endedOn = '' }) => state === 'released' && endedOn >= from)
    const open = all.filter(({ state }) => state === 'open').length
    const days = median(released.map(({ suggestedOn, endedOn = suggestedOn }) => daysBetween(suggestedOn, endedOn)))
    return [
      ...(days === undefined ? [] : [{ words: both((say) => say.changedIn(released.length, days)), link: '/decisions', isGood: true }]),
      ...(open > 0
        ? [{ words: both((say) => say.waiting(open)), link: '/suggestions', isGood: released.length > 0 ? undefined : false }]
        : []),
    ]
  },
  procurement: () => [],
  resources: ({ services }) => {
    const blocks = services.reduce((sum, service) => sum + service.blocks, 0)
    return [
      ...(blocks > 0 ? [{ words: both((say) => say.blocksUsed(blocks)), isGood: true }] : []),
      ...services.flatMap(({ id, name, origin }) =>
        origin === undefined
          ? []
          : [{ words: both((say, lang) => say.takenOver(name[lang], origin)), link: `/services/${id}/about`, isGood: true }],
      ),
    ]
  },
  professionalism: ({ services }) => {
    const examples = services.reduce((sum, { exampleCount }) => sum + exampleCount, 0)
    const drafts = services.filter(({ draftLanguages }) => draftLanguages > 0)
    return [
      ...(examples > 0 ? [{ words: both((say) => say.examples(examples)), isGood: true }] : []),
      ...drafts.map(({ id, name }) => ({
        words: both((say, lang) => say.draftWords(name[lang])),
        link: `/services/${id}/about`,
        isGood: false,
      })),
    ]
  },
}

function ended({ suggestions }: { readonly suggestions: readonly Suggested[] }): readonly Suggested[] {
  return suggestions.filter(({ state }) => state === 'released' || state === 'refused')
}

/** The lower middle value, so that it is one that happened. */
function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)]
}
