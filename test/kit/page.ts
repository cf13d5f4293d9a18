/** The single place where tests read a page as a person would: by headings, links, labels, buttons and error messages. */
import { type DefaultTreeAdapterTypes, html as names, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

/** What one reads in an answer. Everything that is asked for by name and is not there is an error naming what is. */
export class Page {
  readonly status: number
  readonly url: string
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>
  readonly body: string
  readonly #document: DefaultTreeAdapterTypes.Document

  constructor(reply: { readonly status: number; readonly url: string; readonly headers: Page['headers']; readonly body: string }) {
    this.status = reply.status
    this.url = reply.url
    this.headers = reply.headers
    this.body = reply.body
    this.#document = parse(reply.body)
  }

  get title(): string {
    return textOf(this.all('title')[0])
  }

  get heading(): string {
    return textOf(this.all('h1')[0])
  }

  /** The words of the main part, as one line. */
  get text(): string {
    return textOf(this.all('main')[0] ?? this.all('body')[0])
  }

  get lang(): string | undefined {
    return attribute(this.all('html')[0], 'lang')
  }

  get json(): unknown {
    return JSON.parse(this.body)
  }

  /** The messages of the error summary. */
  get errors(): string[] {
    const summary = this.all('div').find((div) => hasClass(div, 'govuk-error-summary'))
    return summary ? within(summary, 'li').map(textOf) : []
  }

  /** Elements of that name, in order. */
  all(tag: string): Element[] {
    return within(this.#document, tag)
  }

  texts(tag: string): string[] {
    return this.all(tag).map(textOf)
  }

  get links(): string[] {
    return this.all('a').map(textOf)
  }

  /** Where the link of these words leads. */
  href(text: string): string {
    return attribute(this.named('a', text), 'href') ?? ''
  }

  hasLink(text: string): boolean {
    return this.links.includes(text)
  }

  get buttons(): string[] {
    return this.all('button').map(textOf)
  }

  /** The form a button of these words sends. */
  formOf(button: string): Element {
    const form = this.all('form').find((one) => within(one, 'button').some((each) => textOf(each) === button))
    if (form === undefined) throw new Error(`No form has the button “${button}”; buttons here: ${this.buttons.join(' | ')}`)
    return form
  }

  /** The field of a label, or of a legend for a group: its name. */
  fieldName(label: string): string {
    return attribute(this.field(label), 'name') ?? ''
  }

  field(label: string): Element {
    const target = attribute(this.named('label', label), 'for')
    const field = [...this.all('input'), ...this.all('textarea'), ...this.all('select')].find((one) => attribute(one, 'id') === target)
    if (field === undefined) throw new Error(`The label “${label}” belongs to no field`)
    return field
  }

  /** What a field holds. */
  value(label: string): string {
    const field = this.field(label)
    return field.nodeName === 'textarea' ? rawText(field) : (attribute(field, 'value') ?? '')
  }

  /** The rows of the table with this caption, as texts; the head is the first. */
  table(caption: string): string[][] {
    const table = this.all('table').find((one) => within(one, 'caption').some((each) => textOf(each) === caption))
    if (table === undefined) throw new Error(`No table is called “${caption}”; tables here: ${this.texts('caption').join(' | ')}`)
    return within(table, 'tr').map((row) => row.childNodes.filter(isElement).map(textOf))
  }

  /** The summary list's rows: key to value. */
  summary(): ReadonlyMap<string, string> {
    const rows = this.all('div').filter((div) => hasClass(div, 'govuk-summary-list__row'))
    return new Map(rows.map((row) => [textOf(within(row, 'dt')[0]), textOf(within(row, 'dd')[0])]))
  }

  named(tag: string, text: string): Element {
    const found = this.all(tag).find((one) => textOf(one) === text)
    if (found === undefined)
      throw new Error(
        `No <${tag}> says “${text}” on “${this.title}” (${this.status} ${this.url}); there are: ${this.texts(tag).join(' | ')}`,
      )
    return found
  }
}

/** What a form would send as it stands, button aside. */
export function valuesOf(form: Element): [string, string][] {
  const fields = within(form, 'input').concat(within(form, 'textarea'), within(form, 'select'))
  return fields.flatMap((field): [string, string][] => {
    const name = attribute(field, 'name')
    if (name === undefined || attribute(field, 'disabled') !== undefined) return []
    if (field.nodeName === 'textarea') return [[name, rawText(field)]]
    if (field.nodeName === 'select') return [[name, chosenOption(field)]]
    const type = attribute(field, 'type') ?? 'text'
    if ((type === 'radio' || type === 'checkbox') && attribute(field, 'checked') === undefined) return []
    return [[name, attribute(field, 'value') ?? (type === 'checkbox' ? 'on' : '')]]
  })
}

function chosenOption(select: Element): string {
  const options = within(select, 'option')
  const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0]
  return attribute(chosen, 'value') ?? textOf(chosen)
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => one.name === name)?.value
}

/** Words as read: white space joined, hidden words included. */
export function textOf(node: Node | undefined): string {
  return node === undefined ? '' : rawText(node).replace(/\s+/g, ' ').trim()
}

function rawText(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(rawText).join('') : ''
}

export function within(node: Node, tag: string): Element[] {
  if (!('childNodes' in node)) return []
  return node.childNodes.flatMap((child) => [...(isElement(child) && child.nodeName === tag ? [child] : []), ...within(child, tag)])
}

function isElement(node: Node): node is Element {
  return 'attrs' in node && node.namespaceURI !== names.NS.MATHML
}

function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(' ').includes(name)
}
