/** The single place where Markdown that was read becomes HTML. */
import { type Block, type Inline, type Markdown, readMarkdown } from '#core/definition/markdown.ts'
import { html, type Html } from './html.ts'

/** The blocks as GOV.UK Frontend body text. */
export function markdown(blocks: Markdown): Html {
  return html`${blocks.map((block) => html`${blockOf(block)}\n`)}`
}

/** The text of a pack, read and shown. */
export function prose(source: string): Html {
  return markdown(readMarkdown(source))
}

function blockOf(block: Block): Html {
  if (block.kind === 'paragraph') return html`<p class="govuk-body">${block.content.map(inline)}</p>`
  if (block.kind === 'heading') {
    return html`<h${block.level} class="govuk-heading-${block.level === 2 ? 'm' : 's'}">${block.content.map(inline)}</h${block.level}>`
  }
  const items = block.items.map((item) => html`<li>${item.map(inline)}</li>`)
  return block.ordered
    ? html`<ol class="govuk-list govuk-list--number">${items}</ol>`
    : html`<ul class="govuk-list govuk-list--bullet">${items}</ul>`
}

function inline(part: Inline): Html | string {
  if (part.kind === 'text') return part.text
  const content = part.content.map(inline)
  return part.kind === 'bold' ? html`<strong>${content}</strong>` : html`<a class="govuk-link" href="${part.href}">${content}</a>`
}
