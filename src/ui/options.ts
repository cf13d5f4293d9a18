/** The single place for what component options have in common; names and meaning are those of the official GOV.UK Frontend macros. */
import type { Attributes } from './attributes.ts'
import type { Html, Renderable } from './html.ts'

/** Every option may be left out or be undefined, as in the official macros. */
export type Options<T> = { readonly [Key in keyof T]?: T[Key] | undefined }

/** Words as plain text, or as markup where `html` is given: `html` wins. */
export type Content = Options<{ text: string; html: Html }>

/** Words with the classes and attributes of the element around them. */
export type Styled = Content & Options<{ classes: string; attributes: Attributes }>

/** What stands inside an element: the markup where there is some, else the text. */
export function contentOf(content: Content | undefined): Renderable {
  return content?.html ?? content?.text
}

/** The class names that are given, with one space between them. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  let all = ''
  for (const name of names) {
    if (name) all += all === '' ? name : ` ${name}`
  }
  return all
}
