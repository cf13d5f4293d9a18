/** The single place where what a briefing is written from is gathered, from the doors of the features that keep it. */
import { type Published, gateName, companionsOf, listServices, waiversOf } from '#features/services/index.ts'
import { findStanding, isOverdue, listProposals, type Proposal, stateOf } from '#features/proposals/index.ts'
import { releasedTrial } from '#features/replay/index.ts'
import { valueSaid } from '#features/value/index.ts'
import { addMonths } from '#core/value/calendar-date.ts'
import { wordsIn } from '#core/definition/index.ts'
import { dayInLondon } from '#http/clock.ts'
import { type Council, isPreElection } from '#http/council.ts'
import type { Bilingual } from '#http/language.ts'
import type { Briefing } from './domain/briefing.ts'
import { compose } from './domain/compose.ts'
import type { ServiceEvidence, Suggested } from './domain/evidence.ts'
import { both } from './words/index.ts'

/** What a briefing is asked about: a service's id, or null for the council as a whole; `today` is `YYYY-MM-DD`. */
export type Asked = { readonly subject: string | null; readonly today: string }

/** The briefing as the entries stand now, over the last twelve months. */
export async function draftOf(council: Council, { subject, today }: Asked): Promise<Briefing> {
  const all = await listServices(council)
  const meant = all.filter(({ service }) => subject === null || service === subject)
  const services: ServiceEvidence[] = []
  for (const published of meant) services.push(await evidenceOf(council, published, today))
  return compose({ subject, on: today, from: yearBefore(today), services, isPreElection: isPreElection(council, today) })
}

async function evidenceOf(council: Council, published: Published, today: string): Promise<ServiceEvidence> {
  const { service: id, definition, prepared, version, sponsors } = published
  const [said, { proposals }, waivers, companions] = await Promise.all([
    valueSaid(council, id, today),
    listProposals(council, { service: id }),
    waiversOf(council, id),
    companionsOf(council, id, version),
  ])
  return {
    id,
    name: both((_, lang) => wordsIn(prepared, prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang)).service.name),
    sponsors,
    suggestions: await Promise.all(proposals.filter(isShown).map((proposal) => suggestedFrom(council, proposal, today))),
    figures: said.figures,
    comparisons: said.comparisons,
    benefits: said.benefits,
    waivers: waivers
      .filter(({ until }) => until >= today)
      .map(({ gate, reason, until }) => ({ check: both((_, lang) => gateName(gate, lang)), reason, until })),
    blocks: definition.service.uses.length,
    ...(definition.service.upstream === undefined ? {} : { origin: definition.service.upstream }),
    exampleCount: [...companions.keys()].filter((path) => path.startsWith('scenarios/')).length,
    draftLanguages: Object.values(definition.words).filter((words) => words?.translation.state === 'draft').length,
    isMadeUp: said.isMadeUp,
  }
}

/** What was hidden by the rules of the place, or taken back, is nobody's business any more. */
function isShown(proposal: Proposal): boolean {
  const state = stateOf(proposal)
  return state !== 'hidden' && state !== 'withdrawn'
}

async function suggestedFrom(council: Council, proposal: Proposal, today: string): Promise<Suggested> {
  const state = stateOf(proposal)
  const standing = await findStanding(council, proposal.id)
  const refusal = proposal.verdicts.find(({ verdict }) => verdict === 'refused')
  const endedAt = proposal.release?.at ?? refusal?.at
  const cannotTell = proposal.trial && (await releasedTrial(council, proposal.trial.trial))?.cantTell.count
  return {
    id: proposal.id,
    title: titleOf(proposal),
    state: state === 'released' || state === 'refused' ? state : 'open',
    isFromStaff: proposal.source !== 'resident',
    suggestedOn: dayOf(proposal.suggestedAt),
    ...(endedAt === undefined ? {} : { endedOn: dayOf(endedAt) }),
    backers: standing?.backings ?? 0,
    ...(refusal === undefined ? {} : { reason: refusal.reasons }),
    isOverdue: isOverdue(proposal, today),
    hasEvidence: proposal.trial !== undefined && proposal.regards.length === 2,
    ...(cannotTell === undefined ? {} : { cannotTell }),
  }
}

/**
 * The exact change in the council's words. Before there is one, only the question is named: what a person wrote is theirs, may be erased, and
 * so is never frozen.
 */
function titleOf({ content, shown }: Proposal): Bilingual {
  return both((say, lang) => {
    const sentences = content?.words[lang] ?? content?.words.en
    if (sentences !== undefined && sentences.length > 0) return sentences.join('. ')
    const question = shown[lang] ?? shown.en
    return question === undefined ? say.aboutService : say.aboutQuestion(question)
  })
}

function yearBefore(today: string): string {
  return addMonths(today, -12) ?? today
}

function dayOf(instant: string): string {
  return dayInLondon(new Date(instant))
}
