/** The single list of what `npm test` runs, in order, and what each step needs of the machine. */
import { existsSync, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Step } from './step.ts'

const tool = (path: string) => join('node_modules', path)
const tests = (pattern: string, ...options: string[]) => {
  const files = globSync(pattern).sort()
  return files.length > 0 ? [['--test', '--test-reporter=spec', ...options, ...files]] : []
}

/** What the compiler found out about files that have not changed since. */
const kept = (name: string) => ['--incremental', '--tsBuildInfoFile', tool(`.cache/${name}.tsbuildinfo`)]

/** Cheap and silent about data. */
const looks = (): readonly Step[] => [
  { name: 'house', commands: tests('test/house/*.test.ts') },
  {
    name: 'types',
    commands: [
      [tool('typescript/bin/tsc'), '-p', '.', ...kept('types')],
      [tool('typescript/bin/tsc'), '-p', 'src/core', ...kept('types-of-core')],
    ],
  },
  { name: 'lint', commands: [[tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', ...folders()]] },
  { name: 'format', commands: [[tool('@biomejs/biome/bin/biome'), 'format', '.']] },
  {
    name: 'walls',
    commands: [['--import', './test/walls/typescript-5.ts', tool('dependency-cruiser/bin/dependency-cruiser.mjs'), ...folders()]],
  },
]

/** What `npm run check` runs, longest first so that nothing long is left at the end: a minute on two quiet cores. */
export const quickTests = (): readonly Step[] => [
  // Pure: one process for all.
  { name: 'units', commands: pureTests() },
  { name: 'store', commands: inShares('{src/{app,http,store,ui},test}/**/*.db.test.ts') },
  ...looks(),
]

/** Beside each other like the quick ones. Many share a process: starting one for each file would take longer than the tests do. */
export const featureTests = (): readonly Step[] => [
  { name: 'features', commands: inShares('src/features/**/*.db.test.ts') },
  { name: 'held against', commands: tests(heldAgainst).flatMap(eachAlone) },
]

/** Here each test file of the store has a process of its own, so that none leans on another. */
export const slowTests = (): readonly Step[] => [
  {
    name: 'packs',
    commands: existsSync('src/app/cli/main.ts')
      ? [
          ['src/app/cli/main.ts', 'check'],
          ['src/app/cli/main.ts', 'scenarios'],
        ]
      : [],
  },
  {
    name: "store on Debian's server",
    commands: tests('{src,test}/**/*.db.test.ts', '--test-concurrency=2'),
    env: { FOLKMOOT_TEST_SERVER: 'debian' },
    missing: missingServer(),
  },
  { name: 'process', commands: tests('test/process/*.test.ts', '--test-concurrency=1') },
  { name: 'stories', commands: tests('test/stories/*.test.ts', '--test-concurrency=1') },
  { name: 'browser', commands: tests('test/{browser,ui}/*.test.ts', '--test-concurrency=1'), missing: missingBrowser() },
  { name: 'kill -9', commands: tests('test/crash/*.test.ts', '--test-concurrency=1') },
  { name: 'proofs', commands: tests('test/proofs/*.test.ts') },
]

/** Test files keep up to four connections each until their process ends, three such processes run at once, and a database has a hundred. */
const filesAtOnce = 8

function inShares(pattern: string) {
  const files = globSync(pattern).sort()
  const size = Math.ceil(files.length / Math.ceil(files.length / filesAtOnce))
  const shares = Array.from({ length: Math.ceil(files.length / size) }, (_, index) => files.slice(index * size, (index + 1) * size))
  return shares.map((share) => ['--test', '--test-reporter=spec', '--test-isolation=none', ...share])
}

function folders(): string[] {
  return ['src', 'test', 'bench', 'bin'].filter((folder) => existsSync(folder))
}

/** Thousands of made-up definitions, each held against another way to find the answer. */
const heldAgainst = 'src/core/{proof/{z3,everybody},telling/random-rules}.test.ts'

function eachAlone(command: readonly string[]) {
  const files = command.filter((argument) => argument.endsWith('.test.ts'))
  return files.map((file) => [...command.filter((argument) => !argument.endsWith('.test.ts')), file])
}

/** These need the machine to themselves, or more of it than Node alone. */
const withStepOfTheirOwn = /^test\/(house|process|stories|browser|ui|crash|proofs)\/|\.db\.test\.ts$/

function pureTests() {
  const held = new Set(globSync(heldAgainst))
  const files = globSync('{src,bench,test}/**/*.test.ts')
    .filter((path) => !withStepOfTheirOwn.test(path) && !held.has(path))
    .sort()
  return files.length > 0 ? [['--test', '--test-reporter=spec', '--test-isolation=none', ...files]] : []
}

function missingServer(): string | undefined {
  return existsSync('/usr/lib/postgresql/15/bin/initdb') ? undefined : 'no PostgreSQL 15 found (apt-get install postgresql-15)'
}

function missingBrowser(): string | undefined {
  if (!['chromium', 'chromium-browser', 'google-chrome'].some(isOnPath)) return 'no Chromium found (apt-get install chromium)'
  return isOnPath('java') ? undefined : 'no Java found for the W3C checker (apt-get install default-jre-headless)'
}

const isOnPath = (program: string) => (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
