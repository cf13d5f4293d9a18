/** The GOV.UK Frontend `radios`: one choice of several. */
import { attributes, type Attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, type Options } from '../options.ts'
import { type Choice, choice } from './choice.ts'
import type { FieldsetOptions } from './fieldset.ts'
import { after, before, describe, type Described, type FormGroup, formGroup, inFieldset } from './form-group.ts'

export type RadiosOptions = Options<{
  fieldset: FieldsetOptions
  hint: Described['hint']
  errorMessage: Described['errorMessage']
  formGroup: FormGroup
  idPrefix: string
  name: string
  items: readonly (Choice | false | null | undefined)[]
  value: string | number | null
  classes: string
  attributes: Attributes
}>

export function radios(options: RadiosOptions): Html {
  const prefix = options.idPrefix || options.name
  const described: Described = { describedBy: options.fieldset?.describedBy, hint: options.hint, errorMessage: options.errorMessage }
  const description = describe(prefix, described)
  const items = options.items?.map(
    (item, index) =>
      item &&
      choice(item, {
        kind: 'radios',
        id: item.id || (index > 0 ? `${prefix}-${index + 1}` : `${prefix}`),
        name: options.name,
        checked: isChecked(item, options.value),
        describedBy: '',
      }),
  )
  const content = html`${description.markup}
  <div class="${classes('govuk-radios', options.classes)}"${attributes(options.attributes)} data-module="govuk-radios">
    ${before(options.formGroup)}${items}${after(options.formGroup)}
  </div>`
  return formGroup({ ...described, formGroup: options.formGroup }, inFieldset(options.fieldset, description.describedBy, content))
}

function isChecked(item: Choice, value: string | number | null | undefined): boolean {
  if (item.checked) return true
  return Boolean(value) && item.checked !== false && String(item.value) === String(value)
}
