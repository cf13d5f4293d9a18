/** The single place for the page about one's own account. */
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { type Content, form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { input } from '#ui/components/input.ts'
import { radios } from '#ui/components/radios.ts'
import { html } from '#ui/html.ts'
import { wordsIn as wordsOfUi } from '#ui/words/index.ts'
import { faults } from './sign-in.ts'
import { wordsIn } from './words.ts'

export function accountPage(ctx: Ctx, { name, isWrong }: { readonly name: string; readonly isWrong: boolean }): Content {
  const words = wordsIn(ctx.lang)
  const { languages } = ctx.council.settings
  const choices = languages.map((lang) => ({ value: lang, text: wordsOfUi(lang).languageName }))
  const fields = html`${input({
    id: 'name',
    name: 'name',
    value: name,
    autocomplete: 'name',
    label: { text: words.name },
    errorMessage: isWrong ? { text: words.nameFault } : undefined,
  })}
${languages.length > 1 && radios({ name: 'lang', value: ctx.actor.lang ?? ctx.lang, fieldset: { legend: { text: words.language } }, items: choices })}
${button({ text: words.save })}`
  const main = html`${isWrong && faults(ctx, [{ text: words.nameFault, href: '#name' }])}
<h1 class="govuk-heading-l">${words.account}</h1>
<p class="govuk-body">${ctx.actor.email}</p>
${form(ctx, path(ctx.lang, '/account'), fields)}
${form(ctx, path(ctx.lang, '/sign-out'), button({ text: words.signOut, classes: 'govuk-button--secondary' }))}`
  return { title: words.account, main, error: isWrong }
}
