/** The single place that makes a copy of the house in which rules may be broken, and that runs its checkers there. */
import { execFile } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const house = fileURLToPath(new URL('../..', import.meta.url))
const parts = ['src', 'test', 'bench', 'bin', 'packs', 'councils', 'blocks', 'docs']
const files = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'biome.json',
  '.oxlintrc.json',
  '.dependency-cruiser.cjs',
  'GLOSSARY.md',
  'README.md',
]

export interface Copy {
  readonly root: string
  /** Writes a file, in place of one that was there. */
  plant(path: string, text: string): void
  append(path: string, text: string): void
  /** What a tool of node_modules says about the copy: both its streams, whatever its exit code. */
  ask(tool: string, ...args: string[]): Promise<string>
  remove(): void
}

export function copyOfTheHouse(): Copy {
  const root = mkdtempSync(join(tmpdir(), 'folkmoot-proofs-'))
  for (const part of [...parts, ...files])
    if (existsSync(join(house, part))) cpSync(join(house, part), join(root, part), { recursive: true })
  symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'))
  return {
    root,
    plant(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    },
    append: (path, text) => appendFileSync(join(root, path), text),
    ask: (tool, ...args) => said(root, [join(root, 'node_modules', tool), ...args]),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

function said(root: string, args: readonly string[]): Promise<string> {
  const { NODE_TEST_CONTEXT: _parent, ...env } = process.env
  const options = { cwd: root, env, maxBuffer: 1e9 }
  return new Promise((resolve) =>
    execFile(process.execPath, ['--import', join(house, 'test/walls/typescript-5.ts'), ...args], options, (_error, out, err) =>
      resolve(out + err),
    ),
  )
}
