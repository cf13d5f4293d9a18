/** The single place that shows rules in words: a sentence, or one that leads a list. */
import type { Told } from '#core/telling/index.ts'
import { html, type Html } from '../html.ts'

/** A rule as a paragraph, with what it lists below it. */
export function toldRule(told: Told): Html {
  return html`${told.say !== '' && html`<p class="govuk-body rule__lead">${upperFirst(told.say)}</p>`}${listOf(told)}`
}

function listOf({ parts }: Told): Html | undefined {
  if (parts === undefined || parts.length === 0) return undefined
  return html`<ol class="rule__cases">${parts.map((part) => html`<li>${part.say}${listOf(part)}</li>`)}</ol>`
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
