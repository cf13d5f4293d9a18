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
  day: DatePart | false
  month: DatePart | false
  year: DatePart | false
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

const partNames = ['day', 'month', 'year'] as const

function partsOf(options: DateInputOptions): NonNullable<DateInputOptions['items']> {
  if (options.items && options.items.length > 0) return options.items
  return partNames.map((name) => {
    const part = options[name] ?? {}
    return part && { ...part, name: part.name ?? name }
  })
}

function isWrong(part: DatePart): boolean {
  return Boolean(part.error) || Boolean(part.classes?.includes('govuk-input--error'))
}

/** An error of the whole date marks every part, unless some parts are named as wrong or this one as right. */
function item(options: DateInputOptions, part: DatePart, allBlamed: boolean): Html {
  const prefix = options.namePrefix ? `${options.namePrefix}-` : ''
  const name = part.name ?? ''
  const width = partOf(options, name) === 'year' ? 4 : 2
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

/** The part that an item stands for, found by its usual or its given name. */
function partOf(options: DateInputOptions, name: string): (typeof partNames)[number] | undefined {
  return partNames.find((candidate) => {
    const part = options[candidate]
    return candidate === name || (part && part.name === name)
  })
}

/** An item may leave its value to the part of the same name, or to `values`. */
function valueOf(options: DateInputOptions, name: string): string | number | undefined {
  const partName = partOf(options, name)
  const part = partName && options[partName]
  return (part ? part.value : undefined) ?? options.values?.[partName ?? name] ?? options.values?.[name]
}
