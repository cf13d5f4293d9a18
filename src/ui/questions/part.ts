/** How answers of several text fields are shown: a fieldset of labelled inputs. */
import { formGroup, inFieldset, describe } from '../components/form-group.ts'
import { input, type InputOptions } from '../components/input.ts'
import { html, type Html, type Renderable } from '../html.ts'
import { aroundOf, legendOf, type QuestionProps, typedIn } from './view.ts'

/** One text field of an answer with parts; marked as wrong where the fault names it. */
export function part(props: QuestionProps, name: string, options: InputOptions): Html {
  const isWrong = props.wrongParts?.includes(name) ?? false
  return input({
    ...options,
    name: `${props.name}-${name}`,
    value: typedIn(props, name),
    classes: `${options.classes ?? ''}${isWrong ? ' govuk-input--error' : ''}`.trim(),
  })
}

/** The fieldset around the parts, with the question as its legend and its hint and error before them. */
export function parts(props: QuestionProps, content: Renderable): Html {
  const around = aroundOf(props)
  const description = describe(props.name, around)
  const fields = html`${description.markup}<div id="${props.name}">${content}</div>`
  return formGroup(around, inFieldset({ role: 'group', legend: legendOf(props) }, description.describedBy, fields))
}
