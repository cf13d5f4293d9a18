/**
 * The single place where an expression becomes words, from its checked tree: nouns for values, clauses for conditions. No word of the code and no
 * sign comes through, and brackets stand wherever a sentence could be read in two ways, so that what differs in meaning differs in words.
 */
import type { Ast } from '#core/expression/index.ts'
import { type Around, type Caller } from './caller.ts'
import { callWords } from './calls.ts'
import type { Comparison, Grammar } from './grammar.ts'
import { casesOf, flat, hasWalk, isOpen, isPlainPick, isRounded, sums } from './shape.ts'

/** How loosely words hang together: a name or number; a term of a sum; a phrase; a phrase with a clause or a comma in it. */
const ATOM = 0
const TERM = 1
const PHRASE = 2
const CLAUSAL = 3

/** A noun with how loosely it hangs together. */
type Noun = readonly [text: string, looseness: number]

type Of<Kind extends Ast['kind']> = Extract<Ast, { kind: Kind }>

export class Teller {
  readonly #caller: Caller
  readonly #grammar: Grammar

  constructor(caller: Caller, grammar: Grammar) {
    this.#caller = caller
    this.#grammar = grammar
  }

  /** A value in words; for a condition, whether it is so. */
  noun(ast: Ast, around: Around): string {
    return this.#noun(ast, around)[0]
  }

  /** A condition in words. */
  clause(ast: Ast, around: Around): string {
    const say = this.#grammar
    switch (ast.kind) {
      case 'literal':
        return ast.value === true ? say.always : say.never
      case 'variable':
      case 'item':
      case 'field':
        return this.#named(ast, around, true)
      case 'not':
        return this.#denied(ast.of, around)
      case 'and':
        return say.and(flat(ast, 'and').map((part) => this.#part(part, around)))
      case 'or':
        return say.or(flat(ast, 'or').map((part) => this.#part(part, around)))
      case 'operation':
        return this.#operation(ast, around)
      case 'if':
        return say.ifThen(
          say.afterIf([this.#part(ast.condition, around)], 'and'),
          this.#part(ast.then, around),
          this.#part(ast.otherwise, around),
        )
      case 'call':
        return this.#test(ast, around)
      case 'walk':
        return this.#quantified(ast, around)
      default:
        return say.isTrue(this.#tight(ast, around))
    }
  }

  /** The parts of a condition that stand side by side, each in words, so that they can be listed. */
  parts(ast: Ast, around: Around): { readonly joint: 'and' | 'or'; readonly clauses: readonly string[] } {
    const joint = ast.kind === 'or' ? 'or' : 'and'
    const parts = ast.kind === 'and' || ast.kind === 'or' ? flat(ast, ast.kind) : [ast]
    return { joint, clauses: parts.length === 1 ? [this.clause(ast, around)] : parts.map((part) => this.#part(part, around)) }
  }

  /** The list a walk goes over, and what the names inside it are called. */
  into(ast: Of<'walk'>, around: Around): { readonly list: string; readonly inside: Around } {
    const list = isPlainPick(ast) ? this.noun(ast.over, around) : this.#tight(ast.over, around)
    const isNested = around.items.size > 0 || [ast.body, ...(ast.where === undefined ? [] : [ast.where])].some(hasWalk)
    const called = isNested ? (this.#grammar.member[around.items.size] ?? this.#grammar.it) : ''
    const inside = { ...around, items: new Map(around.items).set(ast.item, called) }
    return { list: called === '' ? list : this.#grammar.calling(this.#tight(ast.over, around), called), inside }
  }

  #noun(ast: Ast, around: Around): Noun {
    const say = this.#grammar
    switch (ast.kind) {
      case 'literal':
        return [this.#caller.literal(ast.value, ast.type), ATOM]
      case 'option':
        return [this.#caller.option(ast), ATOM]
      case 'variable':
      case 'item':
      case 'field':
        return ast.type.kind === 'bool' && this.#caller.clause(ast, around) !== undefined
          ? this.#whether(ast, around)
          : [this.#name(ast, around), ATOM]
      case 'minus':
        return [say.opposite(this.#tight(ast.of, around)), PHRASE]
      case 'if':
        return ast.type.kind === 'bool' ? this.#whether(ast, around) : [this.#branches(ast, around), CLAUSAL]
      case 'list':
        return [say.listOf(ast.items.map((item) => this.#tight(item, around))), PHRASE]
      case 'operation':
        return ast.type.kind === 'bool' ? this.#whether(ast, around) : this.#arithmetic(ast, around)
      case 'call':
        return ast.type.kind === 'bool' ? this.#whether(ast, around) : this.#call(ast, around)
      case 'walk':
        return ast.type.kind === 'bool' ? this.#whether(ast, around) : [this.#walked(ast, around), CLAUSAL]
      default:
        return this.#whether(ast, around)
    }
  }

  #whether(ast: Ast, around: Around): Noun {
    return [this.#grammar.whether(this.clause(ast, around)), CLAUSAL]
  }

  /** A noun inside another: in brackets unless it is a name or a number. */
  #tight(ast: Ast, around: Around): string {
    return this.#upTo(ATOM, ast, around)
  }

  #upTo(most: number, ast: Ast, around: Around): string {
    const [text, looseness] = this.#noun(ast, around)
    return looseness > most ? this.#grammar.bracketed(text) : text
  }

  /** A clause beside others: in brackets unless it is a plain one. */
  #part(ast: Ast, around: Around): string {
    const clause = this.clause(ast, around)
    return isOpen(ast) ? this.#grammar.bracketed(clause) : clause
  }

  /** A name that stands for yes or no, as a clause. */
  #named(ast: Ast, around: Around, isSo: boolean): string {
    const say = this.#grammar
    const name = this.#name(ast, around)
    const yesNo = this.#caller.yesNo(ast, around, isSo)
    if (yesNo !== undefined) return say.answered(name, yesNo)
    return isSo ? (this.#caller.clause(ast, around) ?? say.isTrue(name)) : say.isNotTrue(name)
  }

  #name(ast: Ast, around: Around): string {
    return this.#caller.name(ast, around, (part) => this.#tight(part, around))
  }

  #denied(ast: Ast, around: Around): string {
    const say = this.#grammar
    if (ast.kind === 'variable' || ast.kind === 'item' || ast.kind === 'field') return this.#named(ast, around, false)
    if (ast.kind === 'not') return this.clause(ast.of, around)
    if (ast.kind === 'operation' && ast.operator in OPPOSITES)
      return this.#operation({ ...ast, operator: OPPOSITES[ast.operator] ?? ast.operator }, around)
    if (ast.kind === 'operation' && ast.operator === 'in') return this.#membership(ast, around, false)
    const [only] = ast.kind === 'call' && ast.name === 'answered' ? ast.given : []
    return only === undefined ? say.not(this.clause(ast, around)) : say.hasNone(this.#tight(only, around))
  }

  #operation(ast: Of<'operation'>, around: Around): string {
    const say = this.#grammar
    const { operator, left, right } = ast
    if (operator === 'in') return this.#membership(ast, around, true)
    if (!isComparison(operator)) return say.isTrue(this.#tight(ast, around))
    if (operator === '==' || operator === '!=') {
      if (left.type.kind === 'bool') {
        const [one, other] = [this.#tight(left, around), this.#tight(right, around)]
        return operator === '==' ? say.same(one, other) : say.different(one, other)
      }
      if (right.kind === 'option' && this.#caller.isAsked(left, around))
        return (operator === '==' ? say.answered : say.notAnswered)(this.#name(left, around), this.#caller.option(right))
    }
    const value = this.#caller.columnValue(left, right) ?? this.#upTo(PHRASE, right, around)
    return (left.type.kind === 'date' ? say.comparedDates : say.compared)(this.#upTo(PHRASE, left, around), operator, value)
  }

  #membership({ left, right }: Of<'operation'>, around: Around, isIn: boolean): string {
    const say = this.#grammar
    const value = this.#upTo(PHRASE, left, around)
    if (right.kind === 'list') {
      const items = right.items.map((item) => this.#tight(item, around))
      const isAnswer = this.#caller.isAsked(left, around) && right.items.every(({ kind }) => kind === 'option')
      if (isAnswer) return (isIn ? say.answeredOneOf : say.answeredNoneOf)(value, items)
      return (isIn ? say.oneOf : say.notOneOf)(value, items)
    }
    return (isIn ? say.includes : say.includesNot)(this.#tight(right, around), this.#tight(left, around))
  }

  #test({ name, given }: Of<'call'>, around: Around): string {
    const [only] = given
    if (name === 'answered' && only !== undefined) return this.#grammar.hasAnswer(this.#tight(only, around))
    return callWords(
      this.#grammar,
      name,
      given.map((part) => [this.#tight(part, around), part.type] as const),
    )
  }

  #call(ast: Of<'call'>, around: Around): Noun {
    const say = this.#grammar
    const [only] = ast.given
    if ((ast.name === 'days' || ast.name === 'months') && only?.kind === 'literal')
      return [this.#caller.literal(only.value, { kind: ast.name }), ATOM]
    if (ast.name === 'sum' && only?.kind === 'walk' && only.walk === 'map' && only.where === undefined) {
      const { list, inside } = this.into(only, around)
      return [say.total(this.#tight(only.body, inside), list), isPlainPick(only) ? CLAUSAL : PHRASE]
    }
    if (ast.name === 'size' && only?.kind === 'walk' && only.walk === 'filter') {
      const { list, inside } = this.into(only, around)
      return [say.counted(list, this.clause(only.body, inside)), CLAUSAL]
    }
    const given = ast.given.map((part, at) => {
      const said = ast.name === 'divide' && at === 0 ? this.#divided(part, around) : this.#given(part, ast.name, around)
      return [said, part.type] as const
    })
    return [callWords(say, ast.name, given), PHRASE]
  }

  /** What is divided; a comma after a product says that all of it is. */
  #divided(ast: Ast, around: Around): string {
    const [text, looseness] = this.#noun(ast, around)
    return looseness === TERM ? `${text},` : this.#tight(ast, around)
  }

  #given(part: Ast, name: string, around: Around): string {
    const steps: Readonly<Record<string, string>> = this.#grammar.steps
    const step = name === 'roundTo' && part.kind === 'option' ? steps[part.option] : undefined
    return step ?? this.#tight(part, around)
  }

  #arithmetic(ast: Of<'operation'>, around: Around): Noun {
    const say = this.#grammar
    const [left, right] = [this.#tight(ast.left, around), this.#tight(ast.right, around)]
    switch (ast.operator) {
      case '+':
        if (ast.left.type.kind === 'date') return [say.after(right, left), PHRASE]
        return ast.type.kind === 'string' ? [say.joined(left, right), PHRASE] : this.#sum(sums(ast), around, say)
      case '-':
        if (ast.left.type.kind !== 'date')
          return this.#sum([ast.left, ast.right], around, { plus: lessOf(say.less), longPlus: lessOf(say.longLess) })
        return [ast.right.type.kind === 'date' ? say.between(right, left) : say.before(right, left), PHRASE]
      case '*':
        return [say.times(left, right), TERM]
      case '/':
        return [say.divided(this.#divided(ast.left, around), right), PHRASE]
      default:
        return [say.rest(left, right), PHRASE]
    }
  }

  /** Terms with commas between them where one of them is more than a name or a number. */
  #sum(parts: readonly Ast[], around: Around, { plus, longPlus }: Pick<Grammar, 'plus' | 'longPlus'>): Noun {
    const nouns = parts.map((part) => this.#noun(part, around))
    const terms = nouns.map(([text, looseness], at) =>
      looseness <= TERM || (at === 0 && isRounded(parts[at])) ? text : this.#grammar.bracketed(text),
    )
    const isLong = nouns.some(([, looseness], at) => looseness === TERM || (at === 0 && isRounded(parts[at])))
    return isLong ? [longPlus(terms), CLAUSAL] : [plus(terms), PHRASE]
  }

  #branches(ast: Of<'if'>, around: Around): string {
    const say = this.#grammar
    const { cases, otherwise } = casesOf(ast)
    return say.branches([
      ...cases.map(({ when, value }) => say.branch(this.#tight(value, around), say.afterIf([this.#part(when, around)], 'and'))),
      say.otherwise(this.#tight(otherwise, around)),
    ])
  }

  #quantified(ast: Of<'walk'>, around: Around): string {
    const say = this.#grammar
    const { list, inside } = this.into(ast, around)
    const clause = this.clause(ast.body, inside)
    if (ast.walk === 'all') return say.all(list, clause)
    return ast.walk === 'exists' ? say.some(list, clause) : say.one(list, clause)
  }

  #walked(ast: Of<'walk'>, around: Around): string {
    const say = this.#grammar
    const { list, inside } = this.into(ast, around)
    if (ast.walk === 'filter') return say.picked(list, this.clause(ast.body, inside))
    const over = ast.where === undefined ? list : say.bracketed(say.picked(list, this.clause(ast.where, inside)))
    return say.each(this.#tight(ast.body, inside), over)
  }
}

const OPPOSITES: Readonly<Partial<Record<string, Comparison>>> = { '==': '!=', '!=': '==', '<': '>=', '>=': '<', '>': '<=', '<=': '>' }

function isComparison(operator: string): operator is Comparison {
  return Object.hasOwn(OPPOSITES, operator)
}

function lessOf(less: (left: string, right: string) => string): (parts: readonly string[]) => string {
  return ([left = '', right = '']) => less(left, right)
}
