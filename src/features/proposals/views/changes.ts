/** The single place that shows an exact change: in words, and each text before and after, in both languages. */
import { type Change, type Json, together } from '#core/diff/index.ts'
import type { Language } from '#core/definition/index.ts'
import { details } from '#ui/components/details.ts'
import { html, type Html } from '#ui/html.ts'
import type { Content } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'

/** The change in the page's language, and the same sentences in the other one where there is one. */
export function changesView({ changes, words: sentences }: Pick<Content, 'changes' | 'words'>, lang: Language): Html {
  const words = wordsFor(lang)
  const own = sentences[lang] ?? sentences.en ?? []
  const other = lang === 'en' ? 'cy' : 'en'
  const others = sentences[other]
  const groups = together(changes)
  return html`<ul class="change-list">${own.map((sentence, place) => html`<li class="change-list__item"><p class="govuk-body">${sentence}</p>${(groups[place] ?? []).map((change) => texts(change, lang))}</li>`)}</ul>
${
  others !== undefined &&
  sentences[lang] !== undefined &&
  details({
    summaryText: words.changesOther,
    html: html`<ul class="govuk-list govuk-list--bullet" lang="${other}">${others.map((sentence) => html`<li>${sentence}</li>`)}</ul>`,
  })
}`
}

/** Words as they stand and as they would; the sentence says everything of all else. */
function texts(change: Change, lang: Language): Html | undefined {
  if (change.kind !== 'changed' || change.path[0] !== 'words') return undefined
  const [before, after] = [textOf(change.before), textOf(change.after)]
  if (before === undefined || after === undefined) return undefined
  const words = wordsFor(lang)
  const [, spoken] = change.path
  const said = (text: string) => (spoken === 'en' || spoken === 'cy' ? html`<span lang="${spoken}">${text}</span>` : html`${text}`)
  return html`<dl class="before-after govuk-body"><div class="before-after__before"><dt>${words.before}</dt><dd>${said(before)}</dd></div><div class="before-after__after"><dt>${words.after}</dt><dd>${said(after)}</dd></div></dl>`
}

function textOf(value: Json): string | undefined {
  return typeof value === 'string' ? value : undefined
}
