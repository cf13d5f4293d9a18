/** The single place that says which files a package may hold, and under which names. Pure. */

export type PathFault = 'unsafe-path' | 'same-path' | 'unknown-file'

const part = '[a-z0-9][a-z0-9._-]{0,99}'
const known = [
  /^service\.yaml$/,
  /^words\.(en|cy)\.yaml$/,
  new RegExp(`^rules/${part}\\.yaml$`),
  new RegExp(`^scenarios/${part}\\.yaml$`),
  /^blocks\/[a-z][a-z0-9-]*@[1-9][0-9]*\/(block|words\.(en|cy))\.yaml$/,
  new RegExp(`^blocks/[a-z][a-z0-9-]*@[1-9][0-9]*/rules/${part}\\.yaml$`),
  /^README\.md$/,
]

/** What is wrong with the names, and with which; undefined where nothing is. Nothing is ever written to disk under a name that was not looked at here. */
export function findPathFault(paths: readonly string[]): { readonly code: PathFault; readonly path: string } | undefined {
  const unsafe = paths.find(isUnsafe)
  if (unsafe !== undefined) return { code: 'unsafe-path', path: unsafe }
  const seen = new Set<string>()
  for (const path of paths) {
    const folded = path.normalize('NFC').toLowerCase()
    if (seen.has(folded)) return { code: 'same-path', path }
    seen.add(folded)
  }
  const unknown = paths.find((path) => !known.some((pattern) => pattern.test(path)))
  return unknown === undefined ? undefined : { code: 'unknown-file', path: unknown }
}

/** Names that mean another place on some machine: absolute, upwards, with a drive, a backslash, or characters that do not show. */
function isUnsafe(path: string): boolean {
  if (path === '' || path.startsWith('/') || path.includes('\\') || path.includes(':')) return true
  if ([...path].some((character) => (character.codePointAt(0) ?? 0) < 32 || character === '\u007f')) return true
  return path.split('/').some((step) => step === '' || step === '.' || step === '..')
}
