/** The one seam between suggested changes and trying them on past cases. */
import { prepare } from '#core/definition/index.ts'
import {
  findTrial,
  firstChoice,
  type Posted,
  readChoice,
  releasedSummary,
  releaseTrial,
  splitsOf,
  trialSummary,
  tryOn,
} from '#features/replay/index.ts'
import type { Council } from '#http/council.ts'
import { type Language, path } from '#http/language.ts'
import { html, type Html } from '#ui/html.ts'
import { currentTrial, isOpen, type Proposal, type Trial } from '../domain/index.ts'
import { deskWordsFor } from '../words/index.ts'
import { findOutcome } from './outcome.ts'
import type { Doing } from './moderate.ts'
import { findProposal } from './read.ts'
import { type Saved, saveStep } from './save.ts'

/** `chosen` is which cases and splits were asked for, where anything was; `today` is `YYYY-MM-DD`. */
export type Trying = Doing & { readonly chosen?: { readonly posted: Posted; readonly today: string } }

/** Runs past cases through the service as it is and as it would be. Many cases go on by themselves after the answer. */
export async function tryIt(council: Council, id: string, { actor, at, chosen }: Trying): Promise<Saved<'nothing-to-try' | 'bad-day'>> {
  const proposal = await findProposal(council, id)
  const content = proposal?.content
  const outcome = proposal && content && isOpen(proposal) ? await findOutcome(council, proposal.service, content) : undefined
  if (!proposal || !content || !outcome) return { refused: 'nothing-to-try' }
  const { before: from, after: to } = outcome
  const choice = chosen === undefined ? {} : readChoice(chosen.posted, { offered: splitsOf(prepare(to)), today: chosen.today })
  if ('fault' in choice) return { refused: 'bad-day' }
  const run = await tryOn(council, { service: proposal.service, from, to, by: actor.id, at, ...choice })
  const { base, digest } = content
  return await saveStep(council, id, (current) =>
    current.content?.digest === digest && current.content.base === base
      ? { facts: [{ kind: 'tried', at, by: actor.id, data: { base, digest, trial: run.id, cases: run.cases } }] }
      : { refused: 'nothing-to-try' },
  )
}

/** What can be chosen before it is tried; undefined where nothing can be tried. */
export async function findChoice(
  council: Council,
  { service, content }: Proposal,
  { lang, ...asked }: { readonly lang: Language; readonly today: string; readonly posted?: Posted | undefined },
): Promise<Html | undefined> {
  const outcome = content && (await findOutcome(council, service, content))
  return outcome && firstChoice(outcome.after, lang, asked)
}

/** Why the result of a trial is not published: too few cases to keep people apart from it, or not done yet. */
export type NotPublished = 'nothing-to-try' | 'still-running' | 'too-few-cases' | 'soon'

/** Publishes the result, counted so that nobody can be told apart by it. */
export async function publishTrial(council: Council, id: string, { actor, at }: Doing): Promise<Saved<NotPublished>> {
  const proposal = await findProposal(council, id)
  const trial = proposal && currentTrial(proposal)
  if (!trial) return { refused: 'nothing-to-try' }
  const came = await releaseTrial(council, { trial: trial.trial, by: actor.id, at })
  if ('refused' in came) return { refused: came.refused === 'no-such-trial' ? 'nothing-to-try' : came.refused }
  if ('state' in came) return { refused: 'soon' }
  const { base, digest } = trial
  return await saveStep(council, id, (current) =>
    currentTrial(current)?.trial === trial.trial
      ? { facts: [{ kind: 'trial-released', at, by: actor.id, data: { base, digest, trial: trial.trial } }] }
      : { refused: 'nothing-to-try' },
  )
}

/** Whether every case has been gone through: until then it shows nothing. */
export async function isDone(council: Council, { trial }: Trial): Promise<boolean> {
  return (await findTrial(council, trial))?.state === 'done'
}

/** Whether cases are still being gone through. */
export async function isGoingOn(council: Council, { trial }: Trial): Promise<boolean> {
  return (await findTrial(council, trial))?.state === 'running'
}

/** The published result, as everybody may see it; undefined where none is published. */
export async function findReleasedView(council: Council, trial: Trial, lang: Language): Promise<Html | undefined> {
  const run = trial.isReleased ? await findTrial(council, trial.trial) : undefined
  return run?.released && releasedSummary(run, lang)
}

/** The exact result, for staff only. */
export async function findTrialView(council: Council, trial: Trial, lang: Language): Promise<Html | undefined> {
  const run = await findTrial(council, trial.trial)
  if (run === undefined) return undefined
  const link = html`<p class="govuk-body"><a class="govuk-link" href="${path(lang, `/staff/trials/${run.id}`)}">${deskWordsFor(lang).tryWhole}</a></p>`
  return html`${trialSummary(run, lang)}${run.state === 'done' && link}`
}
