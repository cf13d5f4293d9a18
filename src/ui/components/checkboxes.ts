/** The GOV.UK Frontend `checkboxes`: any number of choices. */
import { attributes, type Attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, type Options } from '../options.ts'
import { type Choice, choice } from './choice.ts'
import type { FieldsetOptions } from './fieldset.ts'
import { after, before, describe, type Described, type FormGroup, formGroup, inFieldset } from './form-group.ts'

export type CheckboxesOptions = Described &
  Options<{
    fieldset: FieldsetOptions
    formGroup: FormGroup
    idPrefix: string
    name: string
    items: readonly (Choice | false | null | undefined)[]
    values: readonly (string | number)[]
    classes: string
    attributes: Attributes
  }>

export function checkboxes(options: CheckboxesOptions): Html {
  const prefix = options.idPrefix || options.name
  const outer = options.fieldset?.describedBy || options.describedBy
  const description = describe(prefix, { ...options, describedBy: outer })
  const items = options.items?.map(
    (item, index) =>
      item &&
      choice(item, {
        kind: 'checkboxes',
        id: item.id || (index > 0 ? `${prefix}-${index + 1}` : `${prefix}`),
        name: item.name || options.name,
        checked: isChecked(item, options.values),
        describedBy: options.fieldset ? '' : description.describedBy,
      }),
  )
  const content = html`${description.markup}
  <div class="${classes('govuk-checkboxes', options.classes)}"${attributes(options.attributes)} data-module="govuk-checkboxes">
    ${before(options.formGroup)}${items}${after(options.formGroup)}
  </div>`
  return formGroup(options, inFieldset(options.fieldset, description.describedBy, content))
}

function isChecked(item: Choice, values: readonly (string | number)[] | undefined): boolean {
  if (item.checked) return true
  return item.checked !== false && item.value !== undefined && (values ?? []).includes(item.value)
}
