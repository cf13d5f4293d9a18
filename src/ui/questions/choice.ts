/** How questions with options are shown: yes-no, one-of, many-of, declaration. */
import { checkboxes } from '../components/checkboxes.ts'
import type { Choice } from '../components/choice.ts'
import { radios } from '../components/radios.ts'
import { html } from '../html.ts'
import { prose } from '../markdown.ts'
import { wordsIn } from '../words/index.ts'
import { aroundOf, labelText, legendOf, type QuestionProps, typedIn, type View } from './view.ts'

export const yesNoView: View<'yes-no'> = (props) => {
  const words = wordsIn(props.lang)
  const labelFor = (id: 'yes' | 'no') => props.text.options.find((option) => option.id === id)?.label ?? words[id]
  return radios({
    ...aroundOf(props),
    name: props.name,
    fieldset: { legend: legendOf(props) },
    classes: 'govuk-radios--inline',
    value: typedIn(props),
    items: [
      { value: 'yes', text: labelFor('yes') },
      { value: 'no', text: labelFor('no') },
    ],
  })
}

export const oneOfView: View<'one-of'> = (props) =>
  radios({
    ...aroundOf(props),
    name: props.name,
    fieldset: { legend: legendOf(props) },
    value: typedIn(props),
    items: optionsOf(props),
  })

/** The option that means none of these stands last, parted from the others by "or". */
export const manyOfView: View<'many-of'> = (props) => {
  const { none } = props.question
  const words = wordsIn(props.lang)
  const options = optionsOf(props)
  const others = options.filter(({ value }) => value !== none)
  const exclusive = options.filter(({ value }) => value === none).map((option) => ({ ...option, behaviour: 'exclusive' }))
  return checkboxes({
    ...aroundOf(props),
    name: props.name,
    fieldset: { legend: legendOf(props) },
    hint: { text: props.text.hint ?? words.selectAll },
    values: props.typed.getAll(props.name),
    items: exclusive.length === 0 ? others : [...others, { divider: words.or }, ...exclusive],
  })
}

export const declarationView: View<'declaration'> = (props) => {
  const box = checkboxes({
    ...aroundOf(props),
    name: props.name,
    values: props.typed.getAll(props.name),
    items: [{ value: 'yes', text: labelText(props) }],
  })
  return html`${props.text.statement !== undefined && html`<div class="declaration">${prose(props.text.statement)}</div>`}${box}`
}

function optionsOf({ text }: QuestionProps): Choice[] {
  return text.options.map(({ id, label, hint }) => ({ value: id, text: label, hint: hint === undefined ? undefined : { text: hint } }))
}
