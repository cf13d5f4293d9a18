/** The single place for what surrounds every form field: the group, and the hint and error the field is described by. */
import { attributes, type Attributes } from '../attributes.ts'
import { html, type Html, type Renderable } from '../html.ts'
import { classes, contentOf, type Content, type Options } from '../options.ts'
import { errorMessage, type ErrorMessageOptions } from './error-message.ts'
import { fieldset, type FieldsetOptions } from './fieldset.ts'
import { hint, type HintOptions } from './hint.ts'

/** What every field may say around itself. */
export type Described = Options<{ describedBy: string; hint: HintOptions; errorMessage: ErrorMessageOptions }>

/** The group around one field (`beforeInput`, `afterInput`) or around several (`beforeInputs`, `afterInputs`). */
export type FormGroup = Options<{
  classes: string
  attributes: Attributes
  beforeInput: Content
  afterInput: Content
  beforeInputs: Content
  afterInputs: Content
}>

/** The hint and error of a field with the `aria-describedby` that names them, in reading order. */
export interface Description {
  readonly markup: Renderable
  readonly describedBy: string
}

export function describe(id: string | undefined, field: Described): Description {
  const ids = [field.describedBy, field.hint && `${id}-hint`, field.errorMessage && `${id}-error`]
  return {
    describedBy: classes(...ids),
    markup: [
      field.hint && hint({ ...field.hint, id: `${id}-hint` }),
      field.errorMessage && errorMessage({ ...field.errorMessage, id: `${id}-error` }),
    ],
  }
}

export function formGroup(field: Described & { readonly formGroup?: FormGroup | undefined }, content: Renderable): Html {
  return html`<div class="${classes(
    'govuk-form-group',
    field.errorMessage && 'govuk-form-group--error',
    field.formGroup?.classes,
  )}"${attributes(field.formGroup?.attributes)}>
  ${content}
</div>`
}

/** The content inside its fieldset where it has one, described by `describedBy`. */
export function inFieldset(options: FieldsetOptions | undefined, describedBy: string, content: Html): Html {
  return options === undefined ? content : fieldset({ ...options, describedBy, html: content })
}

export function before(group: FormGroup | undefined): Renderable {
  return contentOf(group?.beforeInput ?? group?.beforeInputs)
}

export function after(group: FormGroup | undefined): Renderable {
  return contentOf(group?.afterInput ?? group?.afterInputs)
}
