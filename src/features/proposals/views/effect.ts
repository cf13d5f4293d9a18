/** The single place for the part of an edit's page that says what it would do to the latest past cases. */
import { button } from '#ui/components/button.ts'
import type { Html } from '#ui/html.ts'
import { live } from '#ui/live.ts'
import { reachesCases } from '../domain/index.ts'
import { editWordsFor } from '../words/index.ts'
import type { Asked } from './edit-form.ts'
import { effectHref, type Workshop } from './workshop.ts'

export const effectId = 'effect'

/** What it would do in a sentence or two, and the figures. */
export type Effect = { readonly said: string; readonly more?: Html }

export type EffectPart = Asked & { readonly workshop: Workshop; readonly effect?: Effect | undefined }

/** Nothing for an edit that leaves the outcome, the cost and the questions of every past case as they are. */
export function effectPart({ workshop, target, effect }: EffectPart): Html | undefined {
  const reach = reachesCases(target.edit)
  if (reach === 'none') return undefined
  const words = editWordsFor(workshop.lang)
  const href = effectHref(workshop, target)
  const attributes = { formaction: href }
  return live({
    ...{ id: effectId, title: words.effect, href, isDue: reach === 'as-it-is', said: effect?.said, more: effect?.more },
    button: button({ text: words.effectButton, classes: 'govuk-button--secondary', attributes }),
    words: { working: words.effectWorking, stale: words.effectStale },
  })
}
