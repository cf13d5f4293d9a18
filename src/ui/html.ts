/** The single place where values become markup: an escaping template tag, so that nothing a person typed can be read as HTML. */

/** What may stand in a template. `null`, `undefined` and `false` render nothing, arrays render their items one after another. */
export type Renderable = Html | string | number | bigint | false | null | undefined | readonly Renderable[]

/** Markup that is safe to send. Only the `html` tag and `raw` make it; reading it back is `String(markup)`. */
export class Html {
  readonly #markup: string

  private constructor(markup: string) {
    this.#markup = markup
  }

  static compose(template: TemplateStringsArray, values: readonly Renderable[]): Html {
    let markup = template[0] ?? ''
    for (let index = 0; index < values.length; index += 1) {
      markup += render(values[index]) + (template[index + 1] ?? '')
    }
    return new Html(markup)
  }

  static trust(markup: string): Html {
    return new Html(markup)
  }

  toString(): string {
    return this.#markup
  }
}

/** `` html`<p>${anything}</p>` ``: strings and numbers are escaped for text and for quoted attributes; always quote attributes. */
export function html(template: TemplateStringsArray, ...values: readonly Renderable[]): Html {
  return Html.compose(template, values)
}

/** Trusts `markup` as it stands. For assets that ship with the project and for tests, never for what a person typed. */
export function raw(markup: string): Html {
  return Html.trust(markup)
}

/** True when `markup` would show nothing: the empty template and whatever renders to it. */
export function isEmpty(markup: Renderable): boolean {
  return render(markup) === ''
}

const special = /["&'<>]/
const specials = /["&'<>]/g
const entities: Readonly<Record<string, string>> = { '"': '&quot;', '&': '&amp;', "'": '&#39;', '<': '&lt;', '>': '&gt;' }

/** The text with the five characters that mean something in HTML replaced by entities. */
export function escape(text: string): string {
  return special.test(text) ? text.replace(specials, (character) => entities[character] ?? '') : text
}

function render(value: Renderable): string {
  if (typeof value === 'string') return escape(value)
  if (value instanceof Html) return value.toString()
  if (value === undefined || value === null || value === false) return ''
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return renderAll(value)
  throw new TypeError(`A template cannot show a value of type ${typeof value}`)
}

function renderAll(values: readonly Renderable[]): string {
  let markup = ''
  for (const value of values) markup += render(value)
  return markup
}
