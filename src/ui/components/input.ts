/** The GOV.UK Frontend `input`: one line of text. */
import { attributes, type Attributes, given } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, contentOf, type Options, type Styled } from '../options.ts'
import { after, before, describe, type Described, type FormGroup, formGroup } from './form-group.ts'
import { label, type LabelOptions } from './label.ts'

export type InputOptions = Described &
  Options<{
    id: string
    name: string
    type: string
    inputmode: string
    value: string | number
    disabled: boolean
    label: LabelOptions
    prefix: Styled
    suffix: Styled
    formGroup: FormGroup
    classes: string
    autocomplete: string
    pattern: string
    spellcheck: boolean
    autocapitalize: string
    inputWrapper: Options<{ classes: string; attributes: Attributes }>
    attributes: Attributes
  }>

export function input(options: InputOptions): Html {
  const id = options.id || options.name
  const description = describe(id, options)
  return formGroup(
    options,
    html`${label({ ...options.label, for: id })}
  ${description.markup}
  ${wrapped(options, element(options, id, description.describedBy))}`,
  )
}

function element(options: InputOptions, id: string | undefined, describedBy: string): Html {
  const written = attributes({
    class: classes('govuk-input', options.classes, options.errorMessage && 'govuk-input--error'),
    id,
    name: options.name,
    type: options.type || 'text',
    spellcheck: { value: options.spellcheck?.toString(), optional: true },
    value: { value: options.value, optional: true },
    disabled: { value: options.disabled, optional: true },
    'aria-describedby': { value: describedBy || undefined, optional: true },
  })
  const { autocomplete, autocapitalize, pattern, inputmode } = options
  return html`<input${written}${given({ autocomplete, autocapitalize, pattern, inputmode })}${attributes(options.attributes)}>`
}

function wrapped(options: InputOptions, field: Html): Html {
  const { inputWrapper, prefix, suffix } = options
  const parts = [before(options.formGroup), affix('prefix', prefix), affix('suffix', suffix), after(options.formGroup)]
  const [first, left, right, last] = parts
  if (!parts.some(Boolean)) return field
  return html`<div class="${classes('govuk-input__wrapper', inputWrapper?.classes)}"${attributes(inputWrapper?.attributes)}>
    ${first}${left}${field}${right}${last}
  </div>`
}

function affix(side: 'prefix' | 'suffix', options: Styled | undefined): Html | undefined {
  const content = contentOf(options)
  if (options === undefined || content === undefined || content === '') return undefined
  return html`<div class="${classes(`govuk-input__${side}`, options.classes)}" aria-hidden="true"${attributes(options.attributes)}>${content}</div>`
}
