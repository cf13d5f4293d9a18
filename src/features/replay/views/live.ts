/** The single place that says what a version would do to the latest past cases, as somebody types it. */
import type { Language } from '#core/definition/index.ts'
import type { Trial } from '#core/replay/index.ts'
import { formatMoney } from '#core/value/money.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { html, type Html } from '#ui/html.ts'
import type { LiveTrial } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { shown } from './summary.ts'
import { Caller } from './tables.ts'

/** What a version would do to the latest cases: `said` in one or two sentences, and `more` below them. For officers only. */
export function liveSummary(live: LiveTrial, lang: Language): { readonly said: string; readonly more: Html } {
  const say = wordsFor(lang)
  const { trial, names, isOfPeople, most, leftOut } = live
  const { cases, changed, cantTell, fee, madeUp } = trial
  const caller = new Caller(lang, names)
  const ofCases = say.live[cases === most ? 'latest' : leftOut === 0 ? 'all' : 'some'](cases)
  const of = isOfPeople ? say.live.people(cases) : ofCases
  const said = [
    say.live.changed(changed, of),
    ...(fee.before === fee.after ? [] : [say.live.paid(formatMoney(fee.before), formatMoney(fee.after))]),
    ...amountsThatMove(trial, caller).map(({ name, before, after }) => say.live.amount(name, formatMoney(before), formatMoney(after))),
    ...(cantTell.count === 0 ? [] : [say.live.cantTell(cantTell.count)]),
  ]
  const notes = [
    ...(isOfPeople ? [say.live.peopleNote] : madeUp === 0 ? [] : [say.madeUp[madeUp === cases ? 'all' : 'some']]),
    ...(leftOut === 0 ? [] : [say.live.leftOut(leftOut)]),
  ]
  const more = html`${notes.length > 0 && insetText({ text: notes.join(' ') })}
${cases > 0 && shown(trial, caller, 'live')}`
  return { said: said.join(' '), more }
}

/** Amounts that people are told and that add up to something else; not those that are what they pay. */
function amountsThatMove({ values, fee }: Trial, caller: Caller): readonly { name: string; before: number; after: number }[] {
  return Object.entries(values).flatMap(([id, { before, after }]) => {
    const isPaid = before === fee.before && after === fee.after
    return caller.isMoney(id) && before !== after && !isPaid ? [{ name: caller.value(id), before, after }] : []
  })
}
