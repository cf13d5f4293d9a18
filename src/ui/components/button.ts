/** The GOV.UK Frontend `button`: a button, or a link that looks like one. */
import { attributes, type Attributes, given } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, type Content, contentOf, type Options } from '../options.ts'

export type ButtonOptions = Content &
  Options<{
    name: string
    type: 'submit' | 'button' | 'reset'
    value: string
    disabled: boolean
    href: string
    classes: string
    attributes: Attributes
    preventDoubleClick: boolean
    isStartButton: boolean
    id: string
  }>

const startIcon = html`<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>`

export function button(options: ButtonOptions): Html {
  const className = classes('govuk-button', options.classes, options.isStartButton && 'govuk-button--start')
  const shared = html` class="${className}" data-module="govuk-button"${attributes(options.attributes)}${given({ id: options.id })}`
  const words = options.isStartButton && options.html ? html`<span>${options.html}</span>` : contentOf(options)
  const content = html`${words}${options.isStartButton && html` ${startIcon}`}`
  if (options.href) return html`<a href="${options.href}" role="button" draggable="false"${shared}>${content}</a>`
  const { value, name, disabled, preventDoubleClick } = options
  const optional = given({
    value,
    name,
    disabled,
    'aria-disabled': disabled && 'true',
    'data-prevent-double-click': preventDoubleClick?.toString(),
  })
  return html`<button type="${options.type || 'submit'}"${optional}${shared}>${content}</button>`
}
