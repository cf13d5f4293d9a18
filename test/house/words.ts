/** The single place that holds pages against GLOSSARY.md: words that stay in the code, found where people would read them. */
import ts from 'typescript-5'
import { parse } from 'yaml'
import { filesIn, textOf } from './tree.ts'

/** The places, as `path: "the words"`, where a page says a word from the table of words that stay in the code. */
export function codeWordsOnPages(root: string): string[] {
  const words = wordsKeptInCode(textOf(root, 'GLOSSARY.md'))
  const pattern = new RegExp(`\\b(${words.join('|')})s?\\b`, 'i')
  const views = [...filesIn(root, 'src/features', /\/views\/.*\.ts$/), ...filesIn(root, 'src/ui', /\.ts$/)].filter(
    (path) => !path.endsWith('.test.ts'),
  )
  const spoken = views.flatMap((path) => textsOfModule(textOf(root, path)).map((text) => ({ path, text })))
  const written = filesIn(root, 'packs', /words\.\w+\.yaml$/).flatMap((path) =>
    textsOfValue(parse(textOf(root, path))).map((text) => ({ path, text })),
  )
  return [...spoken, ...written].filter(({ text }) => pattern.test(text)).map(({ path, text }) => `${path}: "${text.trim().slice(0, 100)}"`)
}

/** First column of the table under "Words that stay in the code". Throws when there is none, so that the rule cannot fall asleep. */
export function wordsKeptInCode(glossary: string): string[] {
  const section = /## Words that stay in the code\n([\s\S]*?)(\n## |$)/.exec(glossary)?.[1] ?? ''
  const words = [...section.matchAll(/^\| \*\*([a-z ]+)\*\* \|/gm)].map((match) => match[1] ?? '')
  if (words.length === 0) throw new Error('GLOSSARY.md has no table of words that stay in the code')
  return words
}

/** What a module could show: strings and templates with a space in their text. Without one it is a class, a name or a key. */
function textsOfModule(source: string): string[] {
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    ) {
      texts.push(...shown(node.text))
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('page.ts', source, ts.ScriptTarget.Latest, true))
  return texts
}

/** The text between tags: attributes are for machines, and a lone word in code is a key. */
function shown(markup: string): string[] {
  return markup.split(/<[^>]*>?|^[^<]*>/).filter((text) => /[a-z] [a-z]/i.test(text) && !/[=;{]/.test(text))
}

function textsOfValue(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOfValue) : []
}
