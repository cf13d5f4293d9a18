/** The single place for the staff page of API keys. */
import type { Permission } from '#http/actor.ts'
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { type Content, form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { checkboxes } from '#ui/components/checkboxes.ts'
import { input } from '#ui/components/input.ts'
import { table } from '#ui/components/table.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import type { ApiKey } from '../domain.ts'
import { faults } from './sign-in.ts'
import { wordsIn } from './words.ts'

export interface KeysPage {
  readonly keys: readonly ApiKey[]
  /** What a new key may be given. */
  readonly scopes: readonly Permission[]
  /** A key just made, to be shown this once. */
  readonly made?: string
  readonly name?: string
  readonly faults?: readonly { readonly field: string; readonly text: string }[]
}

export function keysPage(ctx: Ctx, shown: KeysPage): Content {
  const words = wordsIn(ctx.lang)
  const found = shown.faults ?? []
  const main = html`${
    found.length > 0 &&
    faults(
      ctx,
      found.map(({ field, text }) => ({ text, href: `#${field}` })),
    )
  }
<h1 class="govuk-heading-l">${words.keys}</h1>
<p class="govuk-body">${words.keysIntro}</p>
${shown.made !== undefined && madeKey(ctx, shown.made)}
${shown.keys.length > 0 && keyTable(ctx, shown.keys)}
${keyForm(ctx, shown)}`
  return { title: words.keys, main, wide: true, error: found.length > 0 }
}

function madeKey(ctx: Ctx, key: string): Html {
  const words = wordsIn(ctx.lang)
  return html`<div class="govuk-inset-text" role="status"><h2 class="govuk-heading-m">${words.keyMade}</h2>
<p class="govuk-body"><code>${key}</code></p><p class="govuk-body">${words.keyOnce}</p></div>`
}

function keyTable(ctx: Ctx, keys: readonly ApiKey[]): Html {
  const words = wordsIn(ctx.lang)
  const head = [words.keyName, words.keyScopes, words.status, words.revoke].map((text) => ({ text }))
  const rows = keys.map((key) => {
    const works = key.revokedAt === null
    const status = works ? `${words.works} ${key.expiresAt.slice(0, 10)}` : words.revoked
    const end = button({
      text: words.revoke,
      classes: 'govuk-button--warning govuk-!-margin-bottom-0',
      attributes: { 'aria-label': `${words.revoke}: ${key.name}` },
    })
    return [
      { text: key.name },
      { text: key.scopes.map((scope) => scopeName(ctx, scope)).join(', ') },
      { text: status },
      { html: works ? form(ctx, path(ctx.lang, `/staff/keys/${key.id}/revoke`), end) : html`` },
    ]
  })
  return tableScroll(
    words.keys,
    table({ head, rows, firstCellIsHeader: true, caption: words.keys, captionClasses: 'govuk-visually-hidden' }),
  )
}

function keyForm(ctx: Ctx, { scopes, name = '', faults: found = [] }: KeysPage): Html {
  const words = wordsIn(ctx.lang)
  const fault = (field: string) => found.find((one) => one.field === field)
  const items = scopes.map((scope) => ({ value: scope, text: scopeName(ctx, scope) }))
  return form(
    ctx,
    path(ctx.lang, '/staff/keys'),
    html`<h2 class="govuk-heading-m">${words.makeKey}</h2>
${input({ id: 'name', name: 'name', value: name, classes: 'govuk-input--width-20', label: { text: words.keyName }, errorMessage: fault('name') })}
${checkboxes({ idPrefix: 'scopes', name: 'scopes', fieldset: { legend: { text: words.keyScopes } }, items, errorMessage: fault('scopes') })}
${button({ text: words.makeKey })}`,
  )
}

function scopeName({ site, lang }: Ctx, scope: string): string {
  const words = [...site.scopes].find(([name]) => name === scope)?.[1]
  return words ? words[lang] : scope
}
