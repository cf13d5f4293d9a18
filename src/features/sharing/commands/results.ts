/** The single place that gathers what a service did here, as others may know it: figures measured, and what was made public of changes tried on past cases. */
import { listProposals, type Proposal } from '#features/proposals/index.ts'
import { type Released, releasedTrial } from '#features/replay/index.ts'
import { valueSaid } from '#features/value/index.ts'
import { dayInLondon } from '#http/clock.ts'
import { type Council, inLanguage } from '#http/council.ts'
import type { Bilingual } from '#http/language.ts'
import type { Results, Said } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'

/** How many trials and figures travel along. */
const mostTrials = 10
const mostFigures = 40

/** Everything of the last twelve months that is public here anyway; null while nothing was measured. `today` is `YYYY-MM-DD`. */
export async function resultsOf(council: Council, service: string, today: string): Promise<Results | null> {
  const [said, { proposals }] = await Promise.all([
    valueSaid(council, service, today),
    listProposals(council, { service, states: ['released'], most: mostTrials }),
  ])
  const trials = (await Promise.all(proposals.map((proposal) => trialOf(council, proposal)))).flatMap((trial) => trial ?? [])
  const figures = said.figures.filter(({ sureness }) => sureness !== 'too-few')
  const compared = said.comparisons.filter(({ sureness }) => sureness !== 'too-few')
  if (figures.length + compared.length + trials.length === 0) return null
  const measured = [
    ...figures.map(({ label, value }) => ({ label: short(label), value: short(value) })),
    ...compared.map(({ value }) => ({ label: both((words) => words.resultsChange), value: short(value) })),
  ]
  return { asOf: today, isMadeUp: said.isMadeUp, measured: measured.slice(0, mostFigures), trials }
}

async function trialOf(council: Council, { content, trial, release }: Proposal): Promise<Results['trials'][number] | undefined> {
  const tried = trial && (await releasedTrial(council, trial.trial))
  if (!content || !release || !tried) return undefined
  const en = content.words.en?.join('; ') ?? ''
  const cy = content.words.cy?.join('; ')
  return { title: short(cy === undefined ? { en } : { en, cy }), on: dayInLondon(new Date(release.at)), figures: figuresOf(tried) }
}

function figuresOf({ cases, changed, cantTell }: Released): Results['trials'][number]['figures'] {
  const said = (count: number) => both((words) => (count === 0 ? words.resultsFew : String(count)))
  return [
    { label: both((words) => words.resultsTried), value: said(cases) },
    { label: both((words) => words.resultsChanged), value: said(changed) },
    { label: both((words) => words.resultsCantTell), value: said(cantTell.count) },
  ]
}

const longest = 600

function short(said: Bilingual | Said): Said {
  const en = said.en.slice(0, longest)
  const cy = inLanguage(said, 'cy').slice(0, longest)
  return { en, cy }
}

function both(say: (words: ReturnType<typeof wordsFor>) => string): Said {
  return { en: say(wordsFor('en')), cy: say(wordsFor('cy')) }
}
