/** The GOV.UK Frontend `summaryList`: what was answered, with links to change it, alone or in a card. */
import { attributes, type Attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, type Content, contentOf, type Options, type Styled } from '../options.ts'

export type SummaryAction = Content & Options<{ href: string; visuallyHiddenText: string; classes: string; attributes: Attributes }>
type Actions = Options<{ items: readonly SummaryAction[]; classes: string }>
type Term = Content & Options<{ classes: string }>

export type SummaryRow = Options<{ key: Term; value: Term; actions: Actions; classes: string }>

export type SummaryCard = Options<{
  title: Term & Options<{ headingLevel: number }>
  actions: Actions
  classes: string
  attributes: Attributes
}>

export type SummaryListOptions = Options<{
  rows: readonly (SummaryRow | false | null | undefined)[]
  card: SummaryCard
  classes: string
  attributes: Attributes
}>

export function summaryList(options: SummaryListOptions): Html {
  const rows = options.rows ?? []
  const someActions = rows.some((row) => row && (row.actions?.items?.length ?? 0) > 0)
  const title = options.card?.title
  const list = html`<dl class="${classes('govuk-summary-list', options.classes)}"${attributes(options.attributes)}>
${rows.map((row) => row && rowOf(row, someActions, title))}
</dl>`
  return options.card ? cardOf(options.card, list) : list
}

function rowOf(row: SummaryRow, someActions: boolean, cardTitle: Styled | undefined): Html {
  const items = row.actions?.items ?? []
  const bare = someActions && row.actions?.items === undefined
  return html`<div class="${classes('govuk-summary-list__row', bare && 'govuk-summary-list__row--no-actions', row.classes)}">
  <dt class="${classes('govuk-summary-list__key', row.key?.classes)}">${contentOf(row.key)}</dt>
  <dd class="${classes('govuk-summary-list__value', row.value?.classes)}">${contentOf(row.value)}</dd>
  ${
    items.length > 0 &&
    html`<dd class="${classes('govuk-summary-list__actions', row.actions?.classes)}">${
      items.length === 1
        ? items.map((action) => link(action, cardTitle))
        : html`<ul class="govuk-summary-list__actions-list">${items.map(
            (action) => html`<li class="govuk-summary-list__actions-list-item">${link(action, cardTitle)}</li>`,
          )}</ul>`
    }</dd>`
  }
</div>`
}

function cardOf(card: SummaryCard, list: Html): Html {
  const level = card.title?.headingLevel || 2
  const title =
    card.title && html`<h${level} class="${classes('govuk-summary-card__title', card.title.classes)}">${contentOf(card.title)}</h${level}>`
  return html`<div class="${classes('govuk-summary-card', card.classes)}"${attributes(card.attributes)}>
  <div class="govuk-summary-card__title-wrapper">${title}${cardActions(card)}</div>
  <div class="govuk-summary-card__content">${list}</div>
</div>`
}

function cardActions({ actions, title }: SummaryCard): Html | undefined {
  const items = actions?.items ?? []
  const className = classes('govuk-summary-card__actions', actions?.classes)
  if (items.length === 0) return undefined
  if (items.length === 1) return html`<div class="${className}">${items.map((action) => link(action, title))}</div>`
  return html`<ul class="${className}">${items.map(
    (action) => html`<li class="govuk-summary-card__action">${link(action, title)}</li>`,
  )}</ul>`
}

function link(action: SummaryAction, cardTitle: Styled | undefined): Html {
  const spoken =
    (action.visuallyHiddenText || cardTitle) &&
    html`<span class="govuk-visually-hidden">${action.visuallyHiddenText && html` ${action.visuallyHiddenText}`}${
      cardTitle && html` (${contentOf(cardTitle)})`
    }</span>`
  return html`<a class="${classes('govuk-link', action.classes)}" href="${action.href}"${attributes(action.attributes)}>${contentOf(action)}${spoken}</a>`
}
