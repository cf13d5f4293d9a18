/** The single place where plain data is written as the YAML that packs are made of. */
import { Document, isCollection, isMap, isScalar, type Node, type Pair, visit } from 'yaml'

const widest = 110

/** YAML 1.2 that reads back as the same data: small parts on one line, prose in blocks, no line folded. */
export function yamlOf(data: unknown): string {
  const document = new Document(data, { version: '1.2', aliasDuplicateObjects: false })
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && isRisky(node.value)) node.type = 'QUOTE_DOUBLE'
    },
    Collection: (_, node) => {
      if (node.items.length > 0 && isSmall(node)) node.flow = true
    },
  })
  if (isMap(document.contents)) for (const pair of document.contents.items.slice(1)) part(pair)
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}

/** What a reader of blocks would take for a line end or trim. */
function isRisky(text: string): boolean {
  return /[\r\t\u0085\u2028\u2029\ufeff]|[ ]\n|^\s|[^\S\n]$/.test(text)
}

/** Only values that fit on a line together, all on one level, or lists of such. */
function isSmall(node: Node): boolean {
  const text = JSON.stringify(node)
  return text.length <= widest && !text.includes('\\n') && (isCollection(node) ? depthOf(node) <= 2 : true)
}

function depthOf(node: unknown): number {
  if (!isCollection(node)) return 0
  return 1 + Math.max(0, ...node.items.map((item) => depthOf(isPairOf(item) ? item.value : item)))
}

function isPairOf(item: unknown): item is Pair {
  return typeof item === 'object' && item !== null && 'key' in item
}

/** A large part stands apart from the one before. */
function part({ key, value }: Pair): void {
  if (isScalar(key) && isCollection(value) && value.flow !== true) key.spaceBefore = true
}
