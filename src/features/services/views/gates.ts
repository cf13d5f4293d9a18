/** The single place that shows how the gates before a release stand, and what was set aside, as everybody may read it. */
import type { Language } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { roughCount } from '#core/value/rough-count.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { tag } from '#ui/components/tag.ts'
import { html, type Html } from '#ui/html.ts'
import type { Because, Gate, GateId, Waiver } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'

const colours = {
  passed: 'govuk-tag--green',
  failed: 'govuk-tag--red',
  'not-needed': 'govuk-tag--grey',
  waived: 'govuk-tag--yellow',
} as const

/** What a gate is called. */
export function gateName(gate: GateId, lang: Language): string {
  return wordsFor(lang).gateNames[gate]
}

/** Each gate with its state and why. */
export function gateList(gates: readonly Gate[], lang: Language): Html {
  const { gateNames, gateStates, gateBecause } = wordsFor(lang)
  return summaryList({
    rows: gates.map(({ id, state, because }) => ({
      key: { text: gateNames[id] },
      value: { html: html`${tag({ text: gateStates[state], classes: colours[state] })} ${gateBecause[because.code](toldTo(because))}` },
    })),
  })
}

/** How many cases a trial was of is told as the trial itself is: in fives, so that two trials never give one person away. */
function toldTo(because: Because): Because {
  return because.code === 'tried' && because.count !== undefined ? { ...because, count: roughCount(because.count) } : because
}

/** Every waiver ever given, newest first; nothing when there is none. */
export function waiverList(
  waivers: readonly Waiver[],
  { lang, today }: { readonly lang: Language; readonly today: string },
): Html | undefined {
  if (waivers.length === 0) return undefined
  const words = wordsFor(lang)
  return html`<ul class="govuk-list govuk-list--bullet">${waivers.map(({ gate, reason, name, until }) => {
    const said = words.waiverSaid(words.gateNames[gate], name, formatDate(until, lang))
    return html`<li>${said} ${reason}${until < today && html` (${words.waiverOver})`}</li>`
  })}</ul>`
}
