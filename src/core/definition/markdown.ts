/** The single place where the safe part of Markdown that packs may use is read: paragraphs, headings, lists, bold and links. */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold'; readonly content: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly Inline[] }

export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }

export type Markdown = readonly Block[]

/** Reads any text in linear time and never throws. What is not in the subset, raw HTML included, stays text. */
export function readMarkdown(source: string): Markdown {
  return source
    .split(/\r?\n/)
    .reduce<Draft[]>((drafts, line) => withLine(drafts, line.trim()), [])
    .filter((draft) => draft.kind !== 'gap')
    .map(blockOf)
}

/** The text with every character that Markdown could read as syntax escaped: for what a person typed, put into a sentence. */
export function literal(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[-\\*[\]()#.]/g, '\\$&')
}

/** What was read as plain text, blocks parted by blank lines: for plain-text messages and for counting words. */
export function plainText(markdown: Markdown): string {
  return markdown.map(plainBlock).join('\n\n')
}

type Draft = { readonly kind: 'gap' | 'paragraph' | 'h2' | 'h3' | 'bullets' | 'numbers'; readonly lines: string[] }

const markers = [
  { kind: 'h3', pattern: /^### +(?=\S)/ },
  { kind: 'h2', pattern: /^## +(?=\S)/ },
  { kind: 'bullets', pattern: /^[-*] +(?=\S)/ },
  { kind: 'numbers', pattern: /^\d{1,9}\. +(?=\S)/ },
] as const

/** Adds to the last draft, the only one that can still grow; `drafts` is the reader's own. */
function withLine(drafts: Draft[], line: string): Draft[] {
  const last = drafts.at(-1)
  const marker = markers.find(({ pattern }) => pattern.test(line))
  if (line === '') drafts.push({ kind: 'gap', lines: [] })
  else if (marker) withMarked(drafts, marker.kind, line.replace(marker.pattern, ''))
  else if (last?.kind === 'paragraph') last.lines.push(line)
  else if (last?.kind === 'bullets' || last?.kind === 'numbers') last.lines.push(`${last.lines.pop()} ${line}`)
  else drafts.push({ kind: 'paragraph', lines: [line] })
  return drafts
}

function withMarked(drafts: Draft[], kind: Draft['kind'], text: string): void {
  const last = drafts.at(-1)
  const isList = kind === 'bullets' || kind === 'numbers'
  if (isList && last?.kind === kind) last.lines.push(text)
  else drafts.push({ kind, lines: [text] })
}

function blockOf({ kind, lines }: Draft): Block {
  if (kind === 'bullets' || kind === 'numbers')
    return { kind: 'list', ordered: kind === 'numbers', items: lines.map((line) => inlines(line)) }
  const content = inlines(lines.join(' '))
  if (kind === 'h2' || kind === 'h3') return { kind: 'heading', level: kind === 'h2' ? 2 : 3, content }
  return { kind: 'paragraph', content }
}

/** Each alternative stops at the first character it cannot hold, so that no text is scanned more than a few times. */
const syntax = /\\([!-/:-@[-`{-~])|\*\*(?!\s)((?:\\.|[^*\\])+)\*\*|\[((?:\\.|[^[\]\\])+)\]\(([^()\s\\]+)\)/g

/** Where a link may lead: the web, an email address, or this site. */
const safe = /^(?:https?:\/\/[^/]|mailto:[^:]+@|\/(?!\/)|#)/i

function inlines(source: string, isNested = false): Inline[] {
  const found: Inline[] = []
  let from = 0
  for (const match of source.matchAll(syntax)) {
    const [all, escaped, bold, words, href] = match
    push(found, source.slice(from, match.index))
    from = match.index + all.length
    if (escaped !== undefined) push(found, escaped)
    else if (bold !== undefined && !isNested) found.push({ kind: 'bold', content: inlines(bold, true) })
    else if (words !== undefined && href !== undefined && safe.test(href))
      found.push({ kind: 'link', href, content: [{ kind: 'text', text: unescaped(words) }] })
    else push(found, all)
  }
  push(found, source.slice(from))
  return found
}

function push(found: Inline[], text: string): void {
  const last = found.at(-1)
  if (text === '') return
  if (last?.kind === 'text') found[found.length - 1] = { kind: 'text', text: last.text + text }
  else found.push({ kind: 'text', text })
}

function unescaped(words: string): string {
  return words.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('**', '')
}

function plainBlock(block: Block): string {
  if (block.kind !== 'list') return plainInline(block.content)
  return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${plainInline(item)}`).join('\n')
}

function plainInline(content: readonly Inline[]): string {
  return content
    .map((part) => {
      if (part.kind === 'text') return part.text
      const words = plainInline(part.content)
      return part.kind === 'link' && words !== part.href ? `${words} (${part.href.replace(/^mailto:/i, '')})` : words
    })
    .join('')
}
