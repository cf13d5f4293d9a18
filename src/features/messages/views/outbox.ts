/** The single place for the pages that show messages: the outbox of demonstration mode, and letters to print. */
import { inLanguage, nameOf } from '#http/council.ts'
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { type Content, form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { table } from '#ui/components/table.ts'
import { html } from '#ui/html.ts'
import { prose } from '#ui/markdown.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { type KeptMessage, withLinks } from '../domain.ts'

const words = {
  en: {
    outbox: 'Outbox',
    outboxIntro: 'This is a demonstration: nothing is sent. What would go out is shown here, newest first.',
    empty: 'Nothing has gone out yet.',
    to: 'To',
    letters: 'Letters to print',
    noLetters: 'No letters wait to be printed.',
    subject: 'Subject',
    asked: 'Since',
    print: 'Print',
    printed: 'It is printed',
    email: 'email',
    letter: 'letter',
  },
  cy: {
    outbox: 'Blwch allan',
    outboxIntro: 'Arddangosiad yw hwn: nid oes dim yn cael ei anfon. Dangosir yma yr hyn a fyddai’n mynd allan, y diweddaraf yn gyntaf.',
    empty: 'Nid oes dim wedi mynd allan eto.',
    to: 'At',
    letters: 'Llythyrau i’w hargraffu',
    noLetters: 'Nid oes llythyrau’n aros i’w hargraffu.',
    subject: 'Pwnc',
    asked: 'Ers',
    print: 'Argraffu',
    printed: 'Mae wedi’i argraffu',
    email: 'e-bost',
    letter: 'llythyr',
  },
} as const

export function outboxPage(ctx: Ctx, messages: readonly KeptMessage[]): Content {
  const say = words[ctx.lang]
  const items = messages.map(
    (message) => html`<article class="govuk-!-margin-bottom-6" lang="${message.lang}">
<h2 class="govuk-heading-m">${message.subject}</h2>
<p class="govuk-hint"><span lang="${ctx.lang}">${say.to}</span> ${message.to} · <span lang="${ctx.lang}">${say[message.by]}</span> · ${moment(message.askedAt)}</p>
${prose(withLinks(message.body))}
</article>`,
  )
  const main = html`<h1 class="govuk-heading-l">${say.outbox}</h1>
<p class="govuk-body">${say.outboxIntro}</p>
${messages.length === 0 ? html`<p class="govuk-body">${say.empty}</p>` : items}`
  return { title: say.outbox, main }
}

export function lettersPage(ctx: Ctx, letters: readonly KeptMessage[]): Content {
  const say = words[ctx.lang]
  const rows = letters.map((letter) => [
    { html: html`<a class="govuk-link" href="${path(ctx.lang, `/staff/letters/${letter.id}`)}">${letter.subject}</a>` },
    { text: letter.to.split('\n')[0] ?? '' },
    { text: moment(letter.askedAt) },
  ])
  const head = [say.subject, say.to, say.asked].map((text) => ({ text }))
  const list = tableScroll(say.letters, table({ head, rows, caption: say.letters, captionClasses: 'govuk-visually-hidden' }))
  const main = html`<h1 class="govuk-heading-l">${say.letters}</h1>
${letters.length === 0 ? html`<p class="govuk-body">${say.noLetters}</p>` : list}`
  return { title: say.letters, main, wide: true }
}

/** Print-ready: the browser's own print command puts it on paper without menus. */
export function letterPage(ctx: Ctx, letter: KeptMessage): Content {
  const say = words[ctx.lang]
  const { contact } = ctx.council.settings
  const main = html`<article class="letter" lang="${letter.lang}">
<p class="govuk-body letter__sender">${nameOf(ctx.council, letter.lang)}<br>${lines(contact.address)}</p>
<p class="govuk-body letter__recipient">${lines(letter.to.split('\n'))}</p>
<p class="govuk-body">${longDate(letter)}</p>
<h1 class="govuk-heading-m">${letter.subject}</h1>
${prose(letter.body)}
<p class="govuk-body">${contact.email}, ${contact.phone}. ${inLanguage(contact.opening, letter.lang)}</p>
</article>
${letter.doneAt === null && form(ctx, path(ctx.lang, `/staff/letters/${letter.id}`), button({ text: say.printed, classes: 'govuk-!-display-none-print' }))}`
  return { title: letter.subject, main, backLink: { href: path(ctx.lang, '/staff/letters') } }
}

function lines(texts: readonly string[]) {
  return texts.map((text, index) => html`${index > 0 && html`<br>`}${text}`)
}

function longDate({ askedAt, lang }: KeptMessage): string {
  const locale = lang === 'cy' ? 'cy' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { timeZone: 'Europe/London', dateStyle: 'long' }).format(new Date(askedAt))
}

function moment(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso))
}
