/** The single place for what radios and checkboxes have in common: one item with its label, hint and conditional part. */
import { attributes, type Attributes, given } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, type Content, contentOf, type Options } from '../options.ts'
import { hint, type HintOptions } from './hint.ts'
import { label, type LabelOptions } from './label.ts'

/** One item to choose. An item with a `divider` shows only those words between the others. */
export type Choice = Content &
  Options<{
    id: string
    name: string
    value: string | number
    label: LabelOptions
    hint: HintOptions
    divider: string
    checked: boolean
    conditional: Options<{ html: Html }> | false
    behaviour: string
    disabled: boolean
    attributes: Attributes
  }>

/** What the surrounding component decides for an item. */
export interface ChoiceSetting {
  readonly kind: 'radios' | 'checkboxes'
  readonly id: string
  readonly name: string | undefined
  readonly checked: boolean
  readonly describedBy: string
}

export function choice(item: Choice, setting: ChoiceSetting): Html {
  const { kind, id, checked } = setting
  if (item.divider) return html`<div class="govuk-${kind}__divider">${item.divider}</div>`
  const revealed = item.conditional ? item.conditional.html : undefined
  return html`<div class="govuk-${kind}__item">
  ${field(item, setting)}
  ${label({ html: item.html, text: item.text, classes: classes(`govuk-${kind}__label`, item.label?.classes), attributes: item.label?.attributes, for: id })}
  ${hasHint(item) && hint({ ...item.hint, id: `${id}-item-hint`, classes: classes(`govuk-${kind}__hint`, item.hint?.classes) })}
</div>${
    revealed &&
    html`<div class="${classes(`govuk-${kind}__conditional`, !checked && `govuk-${kind}__conditional--hidden`)}" id="conditional-${id}">${revealed}</div>`
  }`
}

function field(item: Choice, { kind, id, name, checked, describedBy }: ChoiceSetting): Html {
  const written = attributes({
    class: `govuk-${kind}__input`,
    id,
    name,
    type: kind === 'radios' ? 'radio' : 'checkbox',
    value: item.value,
  })
  const optional = given({
    checked,
    disabled: item.disabled,
    'data-aria-controls': item.conditional && item.conditional.html && `conditional-${id}`,
    'data-behaviour': item.behaviour,
    'aria-describedby': classes(describedBy, hasHint(item) && `${id}-item-hint`),
  })
  return html`<input${written}${optional}${attributes(item.attributes)}>`
}

function hasHint(item: Choice): boolean {
  return Boolean(contentOf(item.hint))
}
