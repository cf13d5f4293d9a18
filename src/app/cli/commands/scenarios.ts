/** `folkmoot scenarios`: every example person of every pack, where what happened differs from what was expected, and what nobody among them reaches. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Coverage,
  coverageOf,
  type Language,
  type Mismatch,
  type Part,
  prepare,
  type Prepared,
  proposeScenarios,
  runScenario,
  scenarioText,
  tellMismatch,
  tellUnreached,
  type ToldMismatch,
  type Unreached,
  wordsIn,
} from '#core/index.ts'
import { type Command, type Invocation, type Io, NotDone, UsedWrongly } from '../command.ts'
import { loadPacks, type LoadedPack } from '../packs.ts'

type Result = {
  readonly pack: string
  readonly scenario: string
  readonly ok: boolean
  readonly differences: readonly string[]
  /** The same in words, in each language of the pack. */
  readonly told: Readonly<Partial<Record<Language, readonly ToldMismatch[]>>>
}

type Walked = { readonly pack: string; readonly results: readonly Result[]; readonly coverage?: Coverage }

export const scenarios: Command = {
  name: 'scenarios',
  summary: 'Walk the example people of packs, say what differs from what is expected, and what nobody reaches',
  usage: 'scenarios [PACK…] [--lang en|cy] [--write]',
  help: [
    'PACK is a folder, or the name of a pack in packs/. Without one, all in packs/ are walked.',
    '--lang en|cy   the language differences are told in; the one the pack was written in unless given',
    '--write        propose an example person for each page, row, answer, end and outcome nobody reaches, as files marked “proposed”;',
    '               where nobody can be found it says why',
    '',
    'A proposed example person has been walked to what they were made for. Read each, give them a name and a life, and take the mark out.',
  ],
  options: { lang: { type: 'string' }, write: { type: 'boolean' } },
  words: { least: 0, most: 100 },
  run: async (invocation) => {
    const { positionals, json, io } = invocation
    const language = languageAsked(invocation)
    const loaded = await loadPacks(positionals)
    const written = invocation.has('write') ? await Promise.all(loaded.map((one) => writeProposed(one, language))) : []
    const walked = (written.length > 0 ? await loadPacks(positionals) : loaded).map(walkPack)
    const results = walked.flatMap((one) => one.results)
    const failed = results.filter((result) => !result.ok)
    const passed = results.length - failed.length
    if (json) {
      const coverage = walked.flatMap((one) => (one.coverage === undefined ? [] : [{ pack: one.pack, ...one.coverage }]))
      io.out(JSON.stringify({ passed, failed: failed.length, results, coverage, ...(written.length > 0 ? { written } : {}) }, null, 2))
    } else {
      for (const result of failed) describe(result, language, io)
      for (const one of written) describeWritten(one, io)
      for (const one of walked) describeCoverage(one, io)
      io.out(`${passed} passed, ${failed.length} failed`)
    }
    return failed.length > 0 ? 1 : 0
  },
}

function languageAsked({ option }: Pick<Invocation, 'option'>): Language | undefined {
  const language = option('lang')
  if (language === undefined || language === 'en' || language === 'cy') return language
  throw new UsedWrongly(`"${language.slice(0, 20)}" is not a language of packs. Say --lang en or --lang cy`)
}

function walkPack({ pack, definition, scenarios, faults }: LoadedPack): Walked {
  if (!definition) {
    const lacking = `The pack has ${faults.length} faults. See: folkmoot check ${pack}`
    return { pack, results: [{ pack, scenario: '(check)', ok: false, differences: [lacking], told: {} }] }
  }
  const prepared = prepare(definition)
  const results = scenarios.map((example) => {
    const { scenario, ok, differences, mismatches } = runScenario(prepared, example)
    return { pack, scenario, ok, differences, told: tellAll(prepared, mismatches) }
  })
  return { pack, results, coverage: coverageOf(prepared, scenarios) }
}

function tellAll(prepared: Prepared, mismatches: readonly Mismatch[]): Result['told'] {
  const inEach = prepared.languages.map((language) => {
    const wording = wordsIn(prepared, language)
    return [language, mismatches.map((mismatch) => tellMismatch(mismatch, wording))] as const
  })
  return Object.fromEntries(inEach)
}

/** `why` says in words why there is no example person for a part. */
type Written = {
  readonly pack: string
  readonly files: readonly string[]
  readonly unreached: readonly (Unreached & { readonly why: string })[]
}

/** A file that is there already is never written over. */
async function writeProposed({ pack, folder, definition, scenarios }: LoadedPack, asked: Language | undefined): Promise<Written> {
  if (!definition) return { pack, files: [], unreached: [] }
  const prepared = prepare(definition)
  const { proposed, unreached } = proposeScenarios(prepared, scenarios)
  const [language = 'en'] = prepared.languages.filter((one) => one === asked).concat(prepared.languages)
  const files: string[] = []
  for (const scenario of proposed) {
    const file = join('scenarios', `${scenario.id}.yaml`)
    await mkdir(join(folder, 'scenarios'), { recursive: true })
    await writeFile(join(folder, file), scenarioText(scenario), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
      throw new NotDone(error.code === 'EEXIST' ? `${join(folder, file)} is there already` : `${join(folder, file)} cannot be written`)
    })
    files.push(file)
  }
  return { pack, files, unreached: unreached.map((one) => ({ ...one, why: tellUnreached(one, prepared, language) })) }
}

function describeWritten({ pack, files, unreached }: Written, io: Io): void {
  for (const file of files) io.out(`${pack}: proposed ${file}`)
  for (const { part, why } of unreached) io.out(`${pack}: ${what(part)}: ${why}`)
}

const between = {
  en: (expected: string, came: string) => `expected ${expected}, came ${came}`,
  cy: (expected: string, came: string) => `disgwyliwyd ${expected}, daeth ${came}`,
} as const

function describe({ pack, scenario, differences, told }: Result, asked: Language | undefined, io: Io): void {
  io.out(`${pack} ${scenario}`)
  const [written] = Object.entries(told)
  const language = asked !== undefined && told[asked] ? asked : written?.[0] === 'cy' ? 'cy' : 'en'
  const lines = told[language]?.map(({ what, expected, came }) => `${what}: ${between[language](expected, came)}`)
  for (const line of lines ?? differences) io.out(`  ${line}`)
}

const mostListed = 20

function describeCoverage({ pack, coverage }: Walked, io: Io): void {
  if (coverage === undefined) return
  const lacking = unreached(coverage)
  io.out(`${pack}: example people reach ${coverage.covered} of ${coverage.of} pages, rows, answers, ends and outcomes`)
  for (const part of lacking.slice(0, mostListed)) io.out(`  reached by nobody: ${part}`)
  if (lacking.length > mostListed) io.out(`  and ${lacking.length - mostListed} more; see --json`)
}

function unreached({ pages, tables, options, exits, outcomes }: Coverage): readonly string[] {
  const of = (kind: Part['kind'], all: Coverage['pages'], within?: string) =>
    all.flatMap(({ id, by }) => (by.length === 0 ? [what({ kind, id, ...(within === undefined ? {} : { within }) })] : []))
  return [
    ...of('page', pages),
    ...tables.flatMap(({ id, rows }) => of('row', rows, id)),
    ...options.flatMap(({ question, options: all }) => of('answer', all, question)),
    ...of('exit', exits),
    ...of('outcome', outcomes),
  ]
}

/** `items.what answer sofa`, as people look for it in the files. */
function what({ kind, id, within }: Part): string {
  return `${within === undefined ? '' : `${within} `}${kind} ${id}`
}
