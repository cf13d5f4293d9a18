/** The GOV.UK Frontend `dateInput`: a date as day, month and year. */
import { attributes, type Attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, type Options } from '../options.ts'
import type { FieldsetOptions } from './fieldset.ts'
import { after, before, describe, type Described, type FormGroup, formGroup, inFieldset } from './form-group.ts'
import { input } from './input.ts'

export type DatePart = Options<{
  id: string
  name: string
  label: string
  value: string | number
  autocomplete: string
  pattern: string
  inputmode: string
  classes: string
  error: boolean
  attributes: Attributes
}>

type Values = Readonly<Record<string, string | number | undefined>>

export type DateInputOptions = Options<{
  id: string
  namePrefix: string
  day: DatePart
  month: DatePart
  year: DatePart
  items: readonly (DatePart | false | null | undefined)[]
  values: Values
  hint: Described['hint']
  errorMessage: Described['errorMessage']
  formGroup: FormGroup
  fieldset: FieldsetOptions
  classes: string
  attributes: Attributes
}>

export function dateInput(options: DateInputOptions): Html {
  const described: Described = { describedBy: options.fieldset?.describedBy, hint: options.hint, errorMessage: options.errorMessage }
  const description = describe(options.id, described)
  const parts = partsOf(options)
  const someNamed = parts.some((part) => part && isWrong(part))
  const items = parts.map((part) => part && item(options, part, !someNamed))
  const content = html`${description.markup}
  <div class="${classes('govuk-date-input', options.classes)}"${attributes(options.attributes)}${options.id && html` id="${options.id}"`}>
    ${before(options.formGroup)}${items}${after(options.formGroup)}
  </div>`
  const group = options.fieldset && { ...options.fieldset, role: 'group' }
  return formGroup({ ...described, formGroup: options.formGroup }, inFieldset(group, description.describedBy, content))
}

function partsOf(options: DateInputOptions): NonNullable<DateInputOptions['items']> {
  if (options.items && options.items.length > 0) return options.items
  const { day = {}, month = {}, year = {} } = options
  return [
    { ...day, name: day.name ?? 'day' },
    { ...month, name: month.name ?? 'month' },
    { ...year, name: year.name ?? 'year' },
  ]
}

function isWrong(part: DatePart): boolean {
  return Boolean(part.error) || Boolean(part.classes?.includes('govuk-input--error'))
}

/** An error of the whole date marks every part, unless some parts are named as wrong or this one as right. */
function item(options: DateInputOptions, part: DatePart, allBlamed: boolean): Html {
  const prefix = options.namePrefix ? `${options.namePrefix}-` : ''
  const name = part.name ?? ''
  const width = [options.year?.name, 'year'].includes(name) ? 4 : 2
  const blamed = isWrong(part) || (part.error !== false && Boolean(options.errorMessage) && allBlamed)
  return html`<div class="govuk-date-input__item">
  ${input({
    label: { text: part.label || `${name.charAt(0).toUpperCase()}${name.slice(1).toLowerCase()}`, classes: 'govuk-date-input__label' },
    id: part.id || `${options.id}-${name}`,
    classes: classes(
      'govuk-date-input__input',
      blamed && !part.classes?.includes('govuk-input--error') && 'govuk-input--error',
      !part.classes?.includes('govuk-input--width-') && `govuk-input--width-${width}`,
      part.classes,
    ),
    name: `${prefix}${name}`,
    value: part.value ?? valueOf(options, name) ?? options.values?.[`${prefix}${name}`],
    type: 'text',
    inputmode: part.inputmode || 'numeric',
    autocomplete: part.autocomplete,
    pattern: part.pattern,
    attributes: part.attributes,
  })}
</div>`
}

/** An item may leave its value to the part of the same name, or to `values`. */
function valueOf(options: DateInputOptions, name: string): string | number | undefined {
  const part = [options.day, options.month, options.year].find((candidate) => candidate?.name === name)
  return part?.value ?? options.values?.[name]
}
