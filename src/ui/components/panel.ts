/** The GOV.UK Frontend `panel`: what has been achieved, large, or an interruption with its actions. */
import { attributes, type Attributes } from '../attributes.ts'
import { html, isEmpty, type Html } from '../html.ts'
import { classes, contentOf, type Options, type Styled } from '../options.ts'
import { button } from './button.ts'

type PanelAction = Options<{ text: string; type: 'button' | 'submit'; href: string; classes: string; attributes: Attributes }>

export type PanelOptions = Styled &
  Options<{
    titleText: string
    titleHtml: Html
    headingLevel: number
    actions: Options<{ items: readonly PanelAction[]; classes: string; attributes: Attributes }>
  }>

export function panel(options: PanelOptions): Html {
  const level = options.headingLevel || 1
  const isInterruption = options.classes?.includes('govuk-panel--interruption') ?? false
  const content = contentOf(options)
  return html`<div class="${classes('govuk-panel', !isInterruption && 'govuk-panel--confirmation', options.classes)}"${attributes(options.attributes)}>
  <h${level} class="govuk-panel__title">${options.titleHtml ?? options.titleText}</h${level}>
  ${!isEmpty(content) && html`<div class="govuk-panel__body">${content}</div>`}
  ${isInterruption && actionsOf(options.actions)}
</div>`
}

function actionsOf(actions: PanelOptions['actions']): Html | undefined {
  if (actions === undefined) return undefined
  const items = actions.items ?? []
  return html`<div class="${classes('govuk-panel__actions', actions.classes)}"${attributes(actions.attributes)}>${
    items.length > 0 && html`<div class="govuk-button-group">${items.map(action)}</div>`
  }</div>`
}

function action(item: PanelAction): Html {
  const { text, href, attributes: further } = item
  if (href && item.type !== 'button') {
    return html`<a class="${classes('govuk-link govuk-link--inverse', item.classes)}" href="${href}"${attributes(further)}>${text}</a>`
  }
  return button({ text, type: item.type || 'button', classes: classes('govuk-button--inverse', item.classes), href, attributes: further })
}
