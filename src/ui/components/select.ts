/** The GOV.UK Frontend `select`: one choice of a long list. */
import { attributes, type Attributes, given } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, type Options } from '../options.ts'
import { after, before, describe, type Described, type FormGroup, formGroup } from './form-group.ts'
import { label, type LabelOptions } from './label.ts'

export type SelectItem = Options<{
  value: string | number | boolean
  text: string | number
  selected: boolean
  disabled: boolean
  attributes: Attributes
}>

export type SelectOptions = Described &
  Options<{
    id: string
    name: string
    items: readonly (SelectItem | false | null | undefined)[]
    value: string | number
    disabled: boolean
    label: LabelOptions
    formGroup: FormGroup
    classes: string
    attributes: Attributes
  }>

export function select(options: SelectOptions): Html {
  const id = options.id || options.name
  const description = describe(id, options)
  const className = classes('govuk-select', options.classes, options.errorMessage && 'govuk-select--error')
  const written = attributes({ class: className, id, name: options.name })
  const optional = given({ disabled: options.disabled, 'aria-describedby': description.describedBy })
  return formGroup(
    options,
    html`${label({ ...options.label, for: id })}
  ${description.markup}
  ${before(options.formGroup)}
  <select${written}${optional}${attributes(options.attributes)}>${options.items?.map((item) => item && option(item, options.value))}</select>
  ${after(options.formGroup)}`,
  )
}

function option(item: SelectItem, value: string | number | undefined): Html {
  const effective = item.value ?? item.text
  const selected = item.selected || (Boolean(value) && item.selected !== false && String(effective) === String(value))
  const worth = item.value === undefined ? undefined : attributes({ value: item.value })
  return html`<option${worth}${given({ selected, disabled: item.disabled })}${attributes(item.attributes)}>${item.text}</option>`
}
