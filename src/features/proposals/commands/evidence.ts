/** The single place for what is known of an exact change before it is decided: what it would make of the service, and how the gates stand. */
import { draftedOf, type Evidence as Shows, type Gate, gateList, gatesOf, publishedService } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import type { Language } from '#http/language.ts'
import { currentTrial, type Proposal, type Role } from '../domain/index.ts'
import type { Html } from '#ui/html.ts'
import type { DraftFound } from '../views/checks.ts'
import { examplesTable } from '../views/edit-page.ts'
import type { Evidence, ExampleChange } from '../views/proposal-page.ts'
import { titlesIn, walkExamples } from './example.ts'
import { findOutcome } from './outcome.ts'
import { findReleasedView, isDone } from './trial.ts'

/** What can be shown for it so far, as the gates ask for it. A trial counts once every case has been gone through. */
export async function showsOf(council: Council, proposal: Proposal): Promise<Shows> {
  const trial = currentTrial(proposal)
  const [regard] = proposal.regards
  const approvedBy = (role: Role) => proposal.verdicts.find((one) => one.role === role && one.verdict === 'approved')?.by
  const [member, director] = [approvedBy('member'), approvedBy('director')]
  return {
    tried: trial && (await isDone(council, trial)) ? { trial: trial.trial, cases: trial.cases } : undefined,
    regard: regard && { by: proposal.regards.map(({ by }) => by), at: regard.at },
    approvals: member !== undefined && director !== undefined ? { member, director } : undefined,
  }
}

/** How each gate stands for it, in order; none where nothing can come of it. */
export async function gatesFor(council: Council, proposal: Proposal, at: string): Promise<readonly Gate[]> {
  const outcome = proposal.content && (await findOutcome(council, proposal.service, proposal.content))
  return outcome ? await gatesOf(council, outcome.after, { ...(await showsOf(council, proposal)), companions: outcome.companions, at }) : []
}

/** What everybody is shown of it. */
export async function evidenceOf(council: Council, proposal: Proposal, { lang, at }: { lang: Language; at: string }): Promise<Evidence> {
  const gates = await gatesFor(council, proposal, at)
  const trial = currentTrial(proposal)
  return {
    gates: gates.length > 0 ? gateList(gates, lang) : undefined,
    examples: await examplesView(council, proposal, lang),
    examplesChanged: await examplesChanged(council, proposal),
    trial: trial && (await findReleasedView(council, trial, lang)),
    isOutdated: await isOutdated(council, proposal),
  }
}

/** True when the service has changed since the exact change was worked out. */
export async function isOutdated(council: Council, proposal: Proposal): Promise<boolean> {
  const current = await publishedService(council, proposal.service)
  return proposal.content !== undefined && !proposal.release && current !== undefined && current.version !== proposal.content.base
}

/** Example people who would get something other than expected, expected beside what would come; undefined where there are none. */
export async function examplesView(council: Council, { content, service }: Proposal, lang: Language): Promise<Html | undefined> {
  const outcome = content && (await findOutcome(council, service, content))
  if (!outcome) return undefined
  const differing = (await walkExamples(outcome.after, outcome.companions)).filter(({ isAsExpected }) => !isAsExpected)
  if (differing.length === 0) return undefined
  return examplesTable(lang, differing)
}

/** Example people who change together with the service: left out, new, or what is written of them. */
async function examplesChanged(council: Council, { content, service }: Proposal): Promise<readonly ExampleChange[]> {
  const outcome = content && Object.keys(content.examples).length > 0 ? await findOutcome(council, service, content) : undefined
  if (!content || !outcome) return []
  const [before, after] = [titlesIn(outcome.companionsBefore), titlesIn(outcome.companions)]
  return Object.entries(content.examples).flatMap(([path, text]): ExampleChange[] => {
    const title = (text === null ? before : after).get(path)
    return title === undefined ? [] : [{ title, how: text === null ? 'left-out' : before.has(path) ? 'changed' : 'new' }]
  })
}

/** What the checks say of it beside what is so already; undefined where nothing can come of it. */
export async function checksFor(
  council: Council,
  { content, service }: Proposal,
  { lang, at }: { lang: Language; at: string },
): Promise<DraftFound | undefined> {
  const outcome = content && (await findOutcome(council, service, content))
  if (!outcome) return undefined
  const { before, after, companions } = outcome
  const from = { service, version: content.base, definition: before }
  return (await draftedOf(council, { from, to: after, companions, lang, now: at })).checks
}

/** Whether everything is open that must be before the two decide: their regard and their approval come with the decision. */
export function areReadyToDecide(gates: readonly Gate[]): boolean {
  const own: readonly Gate['id'][] = ['effects', 'sponsors']
  return gates.length > 0 && gates.every(({ id, state }) => state !== 'failed' || own.includes(id))
}
