/** The single place where the rules of the house read the tree. Every rule is a function of a root folder, so that a proof can break it in a copy. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const skipped = /(^|\/)(node_modules|\.git|\.folkmoot)(\/|$)/

/** Paths below `folder`, relative to `root`, in order; none if there is no such folder. */
export function filesIn(root: string, folder: string, pattern: RegExp): string[] {
  const top = join(root, folder)
  if (!existsSync(top)) return []
  return readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => pattern.test(path) && !skipped.test(path))
    .sort()
}

export function foldersIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
}

export const textOf = (root: string, path: string): string => readFileSync(join(root, path), 'utf8')

/** All code of ours, tests too. */
export const codeIn = (root: string): string[] => ['src', 'test', 'bench', 'bin'].flatMap((folder) => filesIn(root, folder, /\.(ts|mjs)$/))

/** The lines of these files that match, as `path:line: what stands there`. */
export function linesWith(root: string, paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    textOf(root, path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  )
}
