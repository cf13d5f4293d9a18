/** The single place where a message becomes an email: plain text and simple HTML from the same Markdown, in the council's name. */
import { hash } from 'node:crypto'
import type { SendMailOptions } from 'nodemailer'
import { plainText, readMarkdown } from '#core/definition/markdown.ts'
import { type Council, inLanguage, nameOf } from '#http/council.ts'
import { html } from '#ui/html.ts'
import { markdown } from '#ui/markdown.ts'
import { type KeptMessage, withLinks } from './domain.ts'

/**
 * The `Message-ID` follows from council and idempotency key, so that a mail sent again after a crash is known by every mail system
 * as the one it has.
 */
export function mailOf(council: Council, message: KeptMessage): SendMailOptions {
  const { settings } = council
  const blocks = readMarkdown(withLinks(message.body))
  const name = nameOf(council, message.lang)
  const contact = `${settings.contact.email}, ${settings.contact.phone}. ${inLanguage(settings.contact.opening, message.lang)}`
  const domain = settings.contact.email.slice(settings.contact.email.indexOf('@') + 1)
  const document = html`<!DOCTYPE html>
<html lang="${message.lang}"><head><meta charset="utf-8"><title>${message.subject}</title></head>
<body>${markdown(blocks)}<hr><p>${name}<br>${contact}</p></body></html>`
  return {
    from: { name, address: settings.contact.email },
    to: { name: '', address: message.to },
    subject: message.subject,
    text: `${plainText(blocks)}\n\n-- \n${name}\n${contact}\n`,
    html: String(document),
    messageId: `<${hash('sha256', `${council.id}/${message.idempotency}`, 'hex').slice(0, 40)}@${domain}>`,
    headers: { 'Content-Language': message.lang, 'Auto-Submitted': 'auto-generated' },
  }
}
