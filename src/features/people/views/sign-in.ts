/** The single place for the pages on which people sign in. */
import { inLanguage } from '#http/council.ts'
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { type Content, form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { input } from '#ui/components/input.ts'
import { html, type Html } from '#ui/html.ts'
import { wordsIn as wordsOfUi } from '#ui/words/index.ts'
import { wordsIn, type Words } from './words.ts'

export interface SignInPage {
  readonly returnTo: string
  /** What was typed and is no email address. */
  readonly typed?: string | undefined
}

export function signInPage(ctx: Ctx, { returnTo, typed }: SignInPage): Content {
  const words = wordsIn(ctx.lang)
  const settings = ctx.council.settings['sign-in']
  const isWrong = typed !== undefined
  const main = html`${isWrong && faults(ctx, [{ text: words.emailFault, href: '#email' }])}
<h1 class="govuk-heading-l">${words.signIn}</h1>
${settings.oidc && directoryLink(ctx, inLanguage(settings.oidc.name, ctx.lang), returnTo)}
${ctx.site.demo && examples(ctx, returnTo)}
${settings['email-link'] && emailForm(ctx, { returnTo, typed })}`
  return { title: words.signIn, main, error: isWrong }
}

function directoryLink(ctx: Ctx, name: string, returnTo: string): Html {
  const href = `/sign-in/directory?return=${encodeURIComponent(returnTo)}`
  return html`<p>${button({ text: `${wordsIn(ctx.lang).signInWith} ${name}`, href })}</p>`
}

function emailForm(ctx: Ctx, { returnTo, typed }: SignInPage): Html {
  const words = wordsIn(ctx.lang)
  const content = html`<h2 class="govuk-heading-m">${words.signInByEmail}</h2>
<input type="hidden" name="return" value="${returnTo}">
${input({
  id: 'email',
  name: 'email',
  type: 'email',
  autocomplete: 'email',
  spellcheck: false,
  value: typed,
  label: { text: words.email },
  hint: { text: words.emailHint },
  errorMessage: typed === undefined ? undefined : { text: words.emailFault },
})}
${button({ text: words.sendLink })}`
  return form(ctx, path(ctx.lang, '/sign-in'), content)
}

function examples(ctx: Ctx, returnTo: string): Html {
  const words = wordsIn(ctx.lang)
  const people = ctx.council.settings.people.map(
    (person) =>
      html`<li>${form(
        ctx,
        path(ctx.lang, '/sign-in/example'),
        html`<div class="examples__person"><input type="hidden" name="return" value="${returnTo}"><input type="hidden" name="person" value="${person.id}">
${button({ text: `${words.signInAs} ${person.name}`, classes: 'govuk-button--secondary' })}
<p class="govuk-hint">${words.kinds[person.kind]}${person.about && html`. ${inLanguage(person.about, ctx.lang)}`}</p></div>`,
      )}</li>`,
  )
  return html`<h2 class="govuk-heading-m">${words.examples}</h2>
<p class="govuk-body">${words.examplesHint}</p>
<ul class="examples">${people}</ul>`
}

/** After asking for a link; `isWrong` when the code typed here was. */
export function linkSentPage(ctx: Ctx, { isWrong }: { readonly isWrong: boolean }): Content {
  const words = wordsIn(ctx.lang)
  const code = input({
    id: 'code',
    name: 'code',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    classes: 'govuk-input--width-10',
    label: { text: words.code },
    hint: { text: words.codeHint },
    errorMessage: isWrong ? { text: words.codeFault } : undefined,
  })
  const main = html`${isWrong && faults(ctx, [{ text: words.codeFault, href: '#code' }])}
<h1 class="govuk-heading-l">${words.checkEmail}</h1>
<p class="govuk-body">${words.linkSent}</p>
${form(ctx, path(ctx.lang, '/sign-in/code'), html`${code}${button({ text: words.signIn })}`)}
<p class="govuk-body">${words.notArrived} <a class="govuk-link" href="${path(ctx.lang, '/sign-in')}">${words.askAgain}</a></p>`
  return { title: words.checkEmail, main, error: isWrong }
}

/** Where the link of the email leads in the browser that asked: a step of its own, because mail programs open links to look at them. */
export function linkHerePage(ctx: Ctx): Content {
  const words = wordsIn(ctx.lang)
  const main = html`<h1 class="govuk-heading-l">${words.linkHereTitle}</h1>
<p class="govuk-body">${words.linkHere}</p>
${form(ctx, path(ctx.lang, ctx.path), button({ text: words.continueToSignIn }))}`
  return { title: words.linkHereTitle, main }
}

export function linkElsewherePage(ctx: Ctx): Content {
  const words = wordsIn(ctx.lang)
  const main = html`<h1 class="govuk-heading-l">${words.linkElsewhere}</h1>
<p class="govuk-body">${words.linkElsewhereHow}</p>`
  return { title: words.linkElsewhere, main }
}

export type SignInRefusal = 'expired' | 'declined' | 'no-role' | 'inactive'

export function refusedPage(ctx: Ctx, refusal: SignInRefusal): Content {
  const words = wordsIn(ctx.lang)
  const sentences: Readonly<Record<SignInRefusal, keyof Words>> = {
    expired: 'refusedExpired',
    declined: 'refusedDeclined',
    'no-role': 'refusedNoRole',
    inactive: 'refusedInactive',
  }
  const main = html`<h1 class="govuk-heading-l">${words.signIn}</h1>
<p class="govuk-body">${String(words[sentences[refusal]])}</p>
<p class="govuk-body"><a class="govuk-link" href="${path(ctx.lang, '/sign-in')}">${words.signIn}</a></p>`
  return { title: words.signIn, main }
}

interface Fault {
  readonly text: string
  readonly href: string
}

export function faults(ctx: Ctx, errorList: readonly Fault[]): Html {
  return errorSummary({ titleText: wordsOfUi(ctx.lang).errorSummaryTitle, errorList })
}
