/** The single place where values become markup: an escaping template tag, so that nothing a person typed can be read as HTML. */

/** What may stand in a template. `null`, `undefined` and `false` render nothing, arrays render their items one after another. */
export type Renderable = Html | string | number | bigint | false | null | undefined | readonly Renderable[]

/**
 * Markup that is safe to send. Only the `html` tag and `raw` make it; reading it back is `String(markup)`.
 *
 * It is kept as the bytes that are sent (UTF-8), one character of a string for each byte: half the memory of a text with a single dash or curly apostrophe in it, nothing
 * to count and nothing to encode when it leaves.
 */
export class Html {
  readonly bytes: string

  private constructor(bytes: string) {
    this.bytes = bytes
  }

  static compose(template: TemplateStringsArray, values: readonly Renderable[]): Html {
    const fixed = fixedParts(template)
    let bytes = fixed[0] ?? ''
    for (let index = 0; index < values.length; index += 1) {
      bytes += render(values[index]) + (fixed[index + 1] ?? '')
    }
    return new Html(bytes)
  }

  static trust(markup: string): Html {
    return new Html(bytesOf(markup))
  }

  static trustBytes(bytes: string): Html {
    return new Html(bytes)
  }

  toString(): string {
    return beyondAscii.test(this.bytes) ? Buffer.from(this.bytes, 'latin1').toString() : this.bytes
  }
}

const beyondAscii = /[^\x00-\x7f]/

/** A text as UTF-8, one character for each byte. What is no character, half a surrogate pair, becomes U+FFFD. */
function bytesOf(text: string): string {
  return beyondAscii.test(text) ? Buffer.from(text).toString('latin1') : text
}

const encoded = new WeakMap<readonly string[], readonly string[]>()

/** What stands between the values of a template, encoded once. */
function fixedParts(template: readonly string[]): readonly string[] {
  const known = encoded.get(template)
  if (known !== undefined) return known
  const parts = template.map(bytesOf)
  encoded.set(template, parts)
  return parts
}

/** `` html`<p>${anything}</p>` ``: strings and numbers are escaped for text and for quoted attributes; always quote attributes. */
export function html(template: TemplateStringsArray, ...values: readonly Renderable[]): Html {
  return Html.compose(template, values)
}

/** Trusts `markup` as it stands. For assets that ship with the project and for tests, never for what a person typed. */
export function raw(markup: string): Html {
  return Html.trust(markup)
}

/** The same markup in one piece: what is shown again and again is put together once. */
export function inOnePiece(markup: Html): Html {
  return Html.trustBytes(Buffer.from(markup.bytes, 'latin1').toString('latin1'))
}

/** True when `markup` would show nothing: the empty template and whatever renders to it. */
export function isEmpty(markup: Renderable): boolean {
  return render(markup) === ''
}

const special = /["&'<>\x80-\uffff]/
const specials = /["&'<>]/g
const entities: Readonly<Record<string, string>> = { '"': '&quot;', '&': '&amp;', "'": '&#39;', '<': '&lt;', '>': '&gt;' }

/** The bytes of a text, the five characters that mean something in HTML replaced by entities. */
export function escape(text: string): string {
  return special.test(text) ? bytesOf(text.replace(specials, (character) => entities[character] ?? '')) : text
}

function render(value: Renderable): string {
  if (typeof value === 'string') return escape(value)
  if (value instanceof Html) return value.bytes
  if (value === undefined || value === null || value === false) return ''
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return renderAll(value)
  throw new TypeError(`A template cannot show a value of type ${typeof value}`)
}

function renderAll(values: readonly Renderable[]): string {
  let bytes = ''
  for (const value of values) bytes += render(value)
  return bytes
}
