/** The single place that says what a trial showed: for officers exactly, for everybody as it was made public. For other features to embed. */
import type { Language } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { path } from '#http/language.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { html, type Html } from '#ui/html.ts'
import type { Released, TrialRun } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { releasedParts } from './released.ts'
import { Caller, cantTellList, figureTable, outcomePicture, type Shown } from './tables.ts'

/** What stands above the figures. */
type About = Pick<Released, 'cases' | 'removed' | 'madeUp' | 'changed'> &
  Pick<TrialRun, 'id' | 'since' | 'until'> & { readonly isRounded?: true }

/** A trial as officers see it, with sums; a run still going on says how far it is. No heading: the page has one. */
export function trialSummary(run: TrialRun, lang: Language): Html {
  const say = wordsFor(lang)
  const { trial } = run
  if (run.state === 'called-off') return html`<p class="govuk-body">${say.calledOff(run.done, run.cases)}</p>`
  if (trial === undefined) {
    const href = path(lang, `/staff/trials/${run.id}`)
    return html`<p class="govuk-body">${say.running(run.done, run.cases)} <a class="govuk-link" href="${href}">${say.look}</a></p>`
  }
  const madeUp = trial.madeUp === 0 ? 'none' : trial.madeUp === trial.cases ? 'all' : 'some'
  const caller = new Caller(lang, run.names)
  return html`${run.ways?.isOfPeople === true ? ofPeople(trial, lang) : above({ ...run, ...trial, madeUp }, lang)}
${trial.cases > 0 && shown(trial, caller, run.id)}
${trial.cases > 0 && html`<p class="govuk-body">${say.person(trial.person.before, trial.person.after)}</p>`}`
}

/** What everybody may see of a trial; nothing where nothing was made public. */
export function releasedSummary(run: TrialRun, lang: Language): Html | undefined {
  const { released } = run
  if (released === undefined) return undefined
  const caller = new Caller(lang, run.names)
  return html`${above({ ...run, ...released, isRounded: true }, lang)}
${shown(released, caller, `public-${run.id}`)}
${releasedParts(released, caller)}
<p class="govuk-body">${wordsFor(lang).rounded}</p>`
}

/** People made up stand for nobody, so that no days and no deleted answers are told of. */
function ofPeople({ cases, changed }: Pick<About, 'cases' | 'changed'>, lang: Language): Html {
  const say = wordsFor(lang)
  return html`${insetText({ text: say.people(cases) })}
<p class="govuk-body"><strong>${say.changed(changed, cases)}</strong></p>`
}

function above({ cases, removed, madeUp, changed, since, until, isRounded }: About, lang: Language): Html {
  const say = wordsFor(lang)
  if (cases === 0) return html`<p class="govuk-body">${say.none}</p>`
  return html`${madeUp !== 'none' && insetText({ text: say.madeUp[madeUp] })}
<p class="govuk-body">${say.lead(cases, formatDate(since, lang), formatDate(until, lang))} <strong>${isRounded && changed === 0 ? say.changedFew : say.changed(changed, cases)}</strong></p>
${removed > 0 && html`<p class="govuk-body">${say.removed(removed)}</p>`}`
}

/** The picture, the tables and what can't be told. */
export function shown(figures: Shown, caller: Caller, id: string): Html {
  return html`${outcomePicture(figures, caller, `trial-${id}`)}
${figureTable(figures, caller)}
${cantTellList(figures, caller)}`
}
