/** The GOV.UK Frontend `textarea`: several lines of text. */
import { attributes, type Attributes, given } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, type Options } from '../options.ts'
import { after, before, describe, type Described, type FormGroup, formGroup } from './form-group.ts'
import { label, type LabelOptions } from './label.ts'

export type TextareaOptions = Described &
  Options<{
    id: string
    name: string
    spellcheck: boolean
    rows: number | string
    value: string
    disabled: boolean
    label: LabelOptions
    formGroup: FormGroup
    classes: string
    autocomplete: string
    attributes: Attributes
  }>

export function textarea(options: TextareaOptions): Html {
  const id = options.id || options.name
  const description = describe(id, options)
  const { disabled, autocomplete } = options
  const written = attributes({
    class: classes('govuk-textarea', options.errorMessage && 'govuk-textarea--error', options.classes),
    id,
    name: options.name,
    rows: options.rows || 5,
  })
  const optional = given({
    spellcheck: options.spellcheck?.toString(),
    disabled,
    'aria-describedby': description.describedBy,
    autocomplete,
  })
  return formGroup(
    options,
    html`${label({ ...options.label, for: id })}
  ${description.markup}
  ${before(options.formGroup)}
  <textarea${written}${optional}${attributes(options.attributes)}>${firstLineKept(options.value)}</textarea>
  ${after(options.formGroup)}`,
  )
}

/** HTML drops one line break right after `<textarea>`, so a value that begins with one gets another. */
function firstLineKept(value: string | undefined): string | undefined {
  return value?.startsWith('\n') ? `\n${value}` : value
}
