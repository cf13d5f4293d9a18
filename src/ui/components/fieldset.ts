/** The GOV.UK Frontend `fieldset`: several form fields under one legend. */
import { attributes, type Attributes } from '../attributes.ts'
import { html, isEmpty, type Html } from '../html.ts'
import { classes, contentOf, type Options, type Styled } from '../options.ts'

export type Legend = Styled & Options<{ isPageHeading: boolean }>

export type FieldsetOptions = Options<{
  describedBy: string
  legend: Legend
  classes: string
  role: string
  attributes: Attributes
  html: Html
}>

export function fieldset(options: FieldsetOptions): Html {
  return html`<fieldset class="${classes('govuk-fieldset', options.classes)}"${options.role && html` role="${options.role}"`}${
    options.describedBy && html` aria-describedby="${options.describedBy}"`
  }${attributes(options.attributes)}>
  ${legendOf(options.legend)}
  ${options.html}
</fieldset>`
}

function legendOf(legend: Legend | undefined): Html | undefined {
  const content = contentOf(legend)
  if (isEmpty(content)) return undefined
  return html`<legend class="${classes('govuk-fieldset__legend', legend?.classes)}">${
    legend?.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${content}</h1>` : content
  }</legend>`
}
