/** The single place where a form begins: posted, with the token that proves the page was ours, checked by us and not the browser. */
import { given } from './attributes.ts'
import { html, type Html, type Renderable } from './html.ts'

export interface FormOptions {
  /** Where it is posted; the page's own address when not given. */
  readonly action?: string | undefined
  /** The token of the visitor's session. Left out only for a `get` form, which changes nothing. */
  readonly csrf?: string | undefined
  readonly method?: 'get' | 'post' | undefined
  readonly classes?: string | undefined
  readonly content: Renderable
}

/** `novalidate`: our own messages say what is wrong and how to put it right, in the person's language. */
export function form({ action, csrf, method = 'post', classes, content }: FormOptions): Html {
  return html`<form method="${method}"${given({ action, class: classes })} novalidate>
${csrf !== undefined && html`<input type="hidden" name="_csrf" value="${csrf}">`}${content}
</form>`
}
