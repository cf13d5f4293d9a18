/** The single place where the rules of one service are put into words: its expressions, its tables, all of it. */
import { type Ast, compile, type Compiled } from '#core/expression/index.ts'
import type { Definition } from '../definition/definition.ts'
import type { Language } from '../definition/model/names.ts'
import type { Prepared } from '../definition/prepare.ts'
import { compileDefinition } from '../definition/program/compile.ts'
import { MemberSets } from '../definition/program/member-sets.ts'
import type { Program } from '../definition/program/program.ts'
import { scopeInside } from '../definition/program/scope.ts'
import { type Around, Caller } from './caller.ts'
import { type Grammar, grammars } from './grammar.ts'
import { Names, upperFirst } from './names.ts'
import { casesOf, flat } from './shape.ts'
import { Teller } from './teller.ts'
import type { Told } from './told.ts'

const tellings = new WeakMap<Definition, Partial<Record<Language, Telling>>>()

/** The rules of a checked service in one language. Made once for each. */
export function tellingOf({ definition, program }: Pick<Prepared, 'definition' | 'program'>, language: Language): Telling {
  return remembered(definition, language, () => program)
}

/** The same for a definition that may still have faults: what does not compile is said as it is written. */
export function tellingOfDraft(definition: Definition, language: Language): Telling {
  let program: Program | undefined
  return remembered(definition, language, () => (program ??= compileDefinition(definition).program))
}

function remembered(definition: Definition, language: Language, program: () => Program): Telling {
  const known = tellings.get(definition) ?? {}
  const telling = known[language] ?? new Telling(definition, language, program)
  tellings.set(definition, { ...known, [language]: telling })
  return telling
}

/** Says expressions of one service in one language. `within` is the group whose questions an expression names bare. */
export class Telling {
  readonly definition: Definition
  readonly language: Language
  readonly say: Grammar
  readonly names: Names
  readonly caller: Caller
  readonly #program: () => Program
  readonly #teller: Teller
  readonly #sets: MemberSets

  constructor(definition: Definition, language: Language, program: () => Program) {
    this.definition = definition
    this.language = language
    this.say = grammars[language]
    this.names = new Names(definition, language, this.say)
    this.caller = new Caller(this.names, this.say, language)
    this.#teller = new Teller(this.caller, this.say)
    this.#program = program
    this.#sets = new MemberSets(definition)
  }

  get program(): Program {
    return this.#program()
  }

  /** A checked expression in one sentence without a full stop: a clause for a condition, a noun for any other value. */
  expression(ast: Ast, within?: string): string {
    const around = aroundOf(within)
    return ast.type.kind === 'bool' ? this.#teller.clause(ast, around) : this.#teller.noun(ast, around)
  }

  /** The same, with what stands side by side and the cases of a choice as lists. */
  laidOut(ast: Ast, within?: string): Told {
    return this.#laidOut(ast, aroundOf(within))
  }

  /** A condition as it stands after “if”. */
  afterIf(source: string, within?: string): string {
    const compiled = this.compile(source, within)
    if (compiled === undefined) return this.say.afterIf([this.say.formula(this.say.quoted(source.trim()))], 'and')
    return this.#afterIf(compiled.ast, aroundOf(within))
  }

  /** A source in words; one that does not compile as it is written. */
  source(source: string, within?: string): string {
    const compiled = this.compile(source, within)
    return compiled === undefined ? this.say.quoted(source.trim()) : this.expression(compiled.ast, within)
  }

  /** A source of this service checked; undefined where it is at fault. */
  compile(source: string, within?: string): Compiled | undefined {
    const { scope } = this.program
    const group = this.definition.service.sections
      .flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
      .find(({ id }) => id === within)
    const compiled = compile(this.#sets.spoken(source), group?.kind === 'group' ? scopeInside(group, scope) : scope)
    return 'faults' in compiled ? undefined : compiled
  }

  /** A cell of a table as the language takes it. */
  spoken(cell: string): string {
    return this.#sets.spoken(cell)
  }

  #laidOut(ast: Ast, around: Around): Told {
    if (ast.kind === 'and' || ast.kind === 'or') {
      const parts = flat(ast, ast.kind)
      if (parts.length > 2 || parts.some(({ kind }) => kind === 'and' || kind === 'or'))
        return { say: ast.kind === 'and' ? this.say.allOf : this.say.anyOf, parts: parts.map((part) => this.#laidOut(part, around)) }
    }
    if (ast.kind === 'if' && ast.type.kind !== 'bool') return { say: this.say.firstThatFits, parts: this.#cases(ast, around) }
    const [only] = ast.kind === 'call' && ast.name === 'sum' ? ast.given : []
    if (only?.kind === 'walk' && only.walk === 'map' && only.where === undefined && only.body.kind === 'if') {
      const { list, inside } = this.#teller.into(only, around)
      return { say: this.say.totalOf(list), parts: this.#cases(only.body, inside) }
    }
    return { say: ast.type.kind === 'bool' ? this.#teller.clause(ast, around) : this.#teller.noun(ast, around) }
  }

  #afterIf(ast: Ast, around: Around): string {
    const { joint, clauses } = this.#teller.parts(ast, around)
    return this.say.afterIf(clauses, joint)
  }

  #cases(ast: Extract<Ast, { kind: 'if' }>, around: Around): readonly Told[] {
    const { cases, otherwise } = casesOf(ast)
    return [
      ...cases.map(({ when, value }) => this.#case(value, around, (said) => this.say.branch(said, this.#afterIf(when, around)))),
      this.#case(otherwise, around, (said) => this.say.otherwise(said)),
    ]
  }

  /** A case that is a choice itself has its own cases below it. */
  #case(value: Ast, around: Around, said: (value: string) => string): Told {
    const told = this.#laidOut(value, around)
    const whole = upperFirst(said(told.parts === undefined ? told.say : lowerFirst(told.say)))
    return told.parts === undefined ? { say: whole } : { say: whole, parts: told.parts }
  }
}

function aroundOf(within: string | undefined): Around {
  return { items: new Map(), within }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
