/** The single place where all expressions and tables of a definition are compiled. The checker keeps the faults; `prepare` expects none. */
import { compileTable, type TableFault } from '#core/decision/index.ts'
import { compile, type Compiled, type Scope, type Type } from '#core/expression/index.ts'
import type { Known } from '#core/expression/index.ts'
import type { Definition, ResolvedPage, Table } from '../definition.ts'
import type { Fault } from '../fault.ts'
import type { Question, SimpleQuestion } from '../model/question.ts'
import type { Place } from '../origins.ts'
import type { Path } from '../source/document.ts'
import { namesIn, orderOf, type Unit } from './derive.ts'
import { asksOf, roots } from './asks.ts'
import { MemberSets } from './member-sets.ts'
import type { Derived, PageProgram, Program, QuestionProgram } from './program.ts'
import { givesList, narrowed, scopeInside, setName, startScope, typeNamed, valueOfConstant } from './scope.ts'

/** A fault before it is known which file its place is in. */
export type Finding = Pick<Fault, 'code' | 'message' | 'help'> & { readonly place: Place }

/** A program holds all that compiled; it is whole only where there are no findings. */
export type Compilation = { readonly program: Program; readonly findings: readonly Finding[] }

const bool: Type = { kind: 'bool' }
const mostExplained = 20

/** What an expression may name, whether that is only what it mentions, and the type it must have. */
type At = { readonly scope?: Scope; readonly isNarrow?: boolean; readonly expected?: Type | undefined }

/** Compiles everything once. */
export function compileDefinition(definition: Definition): Compilation {
  const compiler = new Compiler(definition)
  return { program: compiler.program(), findings: compiler.findings }
}

class Compiler {
  readonly findings: Finding[] = []
  readonly #definition: Definition
  readonly #sets: MemberSets
  /** Names worked out that did not compile: what reads them is not judged. */
  readonly #broken = new Set<string>()
  #scope: Scope
  readonly #variables: Record<string, Type>

  constructor(definition: Definition) {
    this.#definition = definition
    this.#scope = startScope(definition)
    this.#variables = { ...this.#scope.variables }
    this.#sets = new MemberSets(definition)
  }

  program(): Program {
    const { service } = this.#definition
    const constants = this.#constants()
    const derived = this.#derived()
    this.#scope = this.#known()
    const questions = new Set(service.sections.flatMap(({ pages }) => pages.flatMap((page) => page.questions.map(({ id }) => id))))
    const asks = (compiled: Compiled): readonly string[] => asksOf(compiled.reads, derived, questions)
    const exits = service.exits.flatMap(({ id, when, cites }, index) => {
      const compiled = this.#expression(when, ['service', 'exits', index, 'when'], { expected: bool })
      return compiled === undefined ? [] : [{ id, when: compiled, asks: asks(compiled), cites: listed(cites) }]
    })
    return {
      scope: this.#scope,
      constants,
      pages: this.#pages(),
      derived: derived.map((one) => ({ ...one, asks: asksOf(one.reads, derived, questions) })),
      exits,
      ...this.#results(),
      actions: this.#whens('actions'),
      messages: this.#whens('messages'),
      tasks: this.#whens('tasks'),
      appointments: this.#whens('appointments'),
    }
  }

  #constants(): Readonly<Record<string, Known>> {
    const constants: Record<string, Known> = {}
    for (const [name, constant] of Object.entries(this.#definition.service.constants)) {
      const value = valueOfConstant(constant)
      const path = ['service', 'constants', name, 'is']
      if (value !== undefined) constants[name] = value
      else
        this.#find(
          { path },
          { code: 'wrong-type', message: `“${constant.is}” is not of type ${constant.type}.`, help: constantHelp[constant.type] },
        )
    }
    return constants
  }

  #derived(): readonly Derived[] {
    const { units, circles } = orderOf(this.#definition)
    for (const circle of circles) this.#circle(circle)
    const derived: Derived[] = []
    for (const unit of units) {
      const isSound = !this.#broken.has(unit.id) && [...unit.names].every((name) => !this.#broken.has(name))
      const one = isSound ? this.#unit(unit) : undefined
      if (one === undefined) this.#broken.add(unit.id)
      else derived.push(one)
    }
    return derived
  }

  #circle(circle: readonly Unit[]): void {
    const [first] = circle
    if (first === undefined || this.#broken.has(first.id)) return
    for (const { id } of circle) this.#broken.add(id)
    const names = [...circle.map(({ id }) => id), first.id].join(' → ')
    const message = `“${first.id}” depends on itself: ${names}.`
    this.#find({ path: first.path, part: 'key' }, { code: 'circle', message, help: 'Take one of these steps out.' })
  }

  #unit(unit: Unit): Derived | undefined {
    if (unit.kind === 'table') return this.#table(unit)
    const { service } = this.#definition
    const calculation = service.calculations.find(({ id }) => id === unit.id)
    const isCondition = unit.kind === 'condition'
    const source = isCondition ? (service.conditions[unit.id] ?? '') : (calculation?.is ?? '')
    const at = { scope: narrowed(this.#known(), unit.mentions), isNarrow: true, expected: isCondition ? bool : undefined }
    const compiled = this.#expression(source, isCondition ? unit.path : [...unit.path, 'is'], at)
    if (compiled === undefined) return undefined
    if (!isCondition) this.#variables[unit.id] = compiled.type
    const cites = isCondition ? [] : listed(calculation?.cites)
    return { id: unit.id, kind: unit.kind, type: compiled.type, compiled, reads: roots(compiled.reads), asks: [], cites }
  }

  #table(unit: Unit): Derived | undefined {
    const table = this.#definition.tables.find(({ id }) => id === unit.id)
    const type = this.#scope.variables[unit.id]
    if (table === undefined || type === undefined) return undefined
    const outputs = table.outputs.map((output, index) => {
      const known = typeNamed(output.type, this.#scope.options)
      if (known === undefined) {
        const help = 'It is int, string, bool, money, date, days, months, outcome, or the id of a question with options.'
        this.#find(
          { path: [...unit.path, 'outputs', index, 'type'] },
          { code: 'unknown-type', message: `“${output.type}” is not a type.`, help },
        )
      }
      return { id: output.id, values: output.values, type: known ?? { kind: 'string' as const } }
    })
    if (table.outputs.some(({ type: name }) => typeNamed(name, this.#scope.options) === undefined)) return undefined
    const options = table.outputs.map(({ type: name }) => setName(name))
    const scope = narrowed(this.#known(), new Set([...unit.mentions, ...options]))
    const compiled = compileTable({ ...table, outputs, ...this.#spoken(table) }, scope)
    if ('faults' in compiled) {
      for (const fault of compiled.faults) this.#tableFault(unit.path, table, fault)
      return undefined
    }
    const cites = table.rows.flatMap((row) => listed(row.cites))
    return { id: unit.id, kind: 'table', type, table: compiled, isList: givesList(table), reads: roots(compiled.reads), asks: [], cites }
  }

  /** The sources of a table with the options of group members called as they are beneath. */
  #spoken(table: Table): Pick<Table, 'inputs' | 'rows'> {
    const cell = <Cell>(written: Cell): Cell | string => (typeof written === 'string' ? this.#sets.spoken(written) : written)
    return {
      inputs: table.inputs.map((input) => ({ ...input, is: this.#sets.spoken(input.is) })),
      rows: table.rows.map((row) => ({ ...row, when: row.when.map(cell), then: row.then.map(cell) })),
    }
  }

  #tableFault(path: Path, table: Table, fault: TableFault): void {
    const { row, column, start, code, message, help } = fault
    const width = table.inputs.length
    const heading = column === undefined ? [] : column < width ? ['inputs', column, 'is'] : ['outputs', column - width]
    const cell = column === undefined ? [] : column < width ? ['when', column] : ['then', column - width]
    const at = [...path, ...(row === undefined ? heading : ['rows', row, ...cell])]
    this.#find(column === undefined ? { path: at } : { path: at, offset: start }, { code, message, help })
  }

  #pages(): readonly PageProgram[] {
    return this.#definition.service.sections.flatMap((section, at) => {
      const path: Path = ['service', 'sections', at]
      const outer = this.#optional(section.when, [...path, 'when'])
      return section.pages.map((page, index) => this.#page(page, [...path, 'pages', index], outer))
    })
  }

  #page(page: ResolvedPage, path: Path, outer: Compiled | undefined): PageProgram {
    const when = [outer, this.#optional(page.placed, [...path, 'placed']), this.#optional(page.when, [...path, 'when'])]
    return {
      id: page.id,
      when: when.filter((one) => one !== undefined),
      questions: page.questions.map((question, index) => this.#question(question, [...path, 'questions', index])),
    }
  }

  #question(question: Question, path: Path): QuestionProgram {
    if (question.kind !== 'group') return { question, ...this.#conditions(question, path, this.#scope), of: [] }
    const hasOwn = question.of.some(
      (member) => member.when !== undefined || member.valid.length > 0 || 'options' in member || member.kind === 'date',
    )
    const inside = hasOwn ? scopeInside(question, this.#scope) : this.#scope
    const of = question.of.map((member, index) => ({
      question: member,
      ...this.#conditions(member, [...path, 'of', index], inside),
      of: [],
    }))
    return { question, ...this.#conditions(question, path, this.#scope), of }
  }

  #conditions(question: Question | SimpleQuestion, path: Path, scope: Scope): Omit<QuestionProgram, 'question' | 'of'> {
    const at = { scope, expected: bool }
    const when = this.#optional(question.when, [...path, 'when'], at)
    const valid = question.valid.flatMap(({ id, is }, index) => {
      const compiled = this.#optional(is, [...path, 'valid', index, 'is'], at)
      return compiled === undefined ? [] : [{ id, is: compiled }]
    })
    const offered = new Map<string, Compiled>()
    for (const [index, option] of ('options' in question ? question.options : []).entries()) {
      const compiled = 'when' in option ? this.#optional(option.when, [...path, 'options', index, 'when'], at) : undefined
      if (compiled !== undefined) offered.set(option.id, compiled)
    }
    const date = { scope, expected: { kind: 'date' } as const }
    const earliest = question.kind === 'date' ? this.#optional(question.earliest, [...path, 'earliest'], date) : undefined
    const latest = question.kind === 'date' ? this.#optional(question.latest, [...path, 'latest'], date) : undefined
    return { valid, offered, ...(when && { when }), ...(earliest && { earliest }), ...(latest && { latest }) }
  }

  #results(): Pick<Program, 'outcome' | 'fee' | 'once'> {
    const { outcome, fee, once } = this.#definition.service
    const proposed = this.#optional(outcome, ['service', 'outcome'], { scope: this.#scope, expected: { kind: 'option', of: 'outcome' } })
    const price = this.#optional(fee?.is, ['service', 'fee', 'is'], { scope: this.#scope, expected: { kind: 'money' } })
    const only = this.#optional(once, ['service', 'once'], { scope: this.#scope, expected: { kind: 'string' } })
    return { ...(proposed && { outcome: proposed }), ...(price && { fee: price }), ...(only && { once: only }) }
  }

  /** Conditions of casework may also read the outcome decided. */
  #whens(part: 'actions' | 'messages' | 'tasks' | 'appointments'): ReadonlyMap<string, Compiled> {
    const conditions = new Map<string, Compiled>()
    const entries: readonly { readonly id: string; readonly when?: string | undefined }[] = this.#definition.service.casework[part] ?? []
    if (entries.every(({ when }) => when === undefined)) return conditions
    const scope = {
      variables: { ...this.#scope.variables, decided: { kind: 'option', of: 'outcome' } as const },
      options: this.#scope.options,
    }
    for (const [index, { id, when }] of entries.entries()) {
      const compiled = this.#optional(when, ['service', 'casework', part, index, 'when'], { scope, expected: bool })
      if (compiled !== undefined) conditions.set(id, compiled)
    }
    return conditions
  }

  #optional(
    source: string | undefined,
    path: Path,
    at: { scope: Scope; expected: Type } = { scope: this.#scope, expected: bool },
  ): Compiled | undefined {
    return source === undefined ? undefined : this.#expression(source, path, at)
  }

  #expression(source: string, path: Path, at: At): Compiled | undefined {
    if (this.#broken.size > 0 && namesIn(source).some((name) => this.#broken.has(name))) return undefined
    const compiled = this.#compile(source, at)
    if (!('faults' in compiled)) return compiled
    // The whole scope knows which name may have been meant.
    const again =
      at.isNarrow === true && this.findings.length < mostExplained ? this.#compile(source, { ...at, scope: this.#known() }) : compiled
    for (const { code, message, help, start } of 'faults' in again ? again.faults : compiled.faults) {
      this.#find({ path, offset: start }, { code, message, help })
    }
    return undefined
  }

  #compile(source: string, { scope = this.#scope, expected }: At): ReturnType<typeof compile> {
    const spoken = this.#sets.spoken(source)
    return expected === undefined ? compile(spoken, scope) : compile(spoken, scope, expected)
  }

  /** The names known so far, calculations included. */
  #known(): Scope {
    return { variables: this.#variables, options: this.#scope.options }
  }

  #find(place: Place, told: Omit<Finding, 'place'>): void {
    this.findings.push({ place, code: told.code, message: this.#sets.written(told.message), help: this.#sets.written(told.help) })
  }
}

const constantHelp = {
  int: 'Write a whole number: 12.',
  money: 'Write pounds and pence: "12.50".',
  date: 'Write a date: 2026-04-01.',
  days: 'Write a length in days: P10D or 10.',
  months: 'Write a length in months or years: P3M, P1Y or 3.',
  string: 'Write a text.',
} as const

function listed(cites: string | undefined): readonly string[] {
  return cites === undefined ? [] : [cites]
}
