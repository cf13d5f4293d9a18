/** The single place for one question while it is reasoned about: whether it is asked and answered, what the answer is, and what must hold of it. */
import type { QuestionProgram } from '#core/definition/program/program.ts'
import type { Compiled } from '#core/expression/index.ts'
import { Reader } from '../reading/reader.ts'
import { isNode, missingValue, optionBit, type Slot, type Value, wholeOf } from '../reading/value.ts'
import { count } from '../solver/operations/calculated.ts'
import { gated, oneOf } from '../solver/operations/choice.ts'
import { compared } from '../solver/operations/linear.ts'
import { anyOf, isNotNo, isNotYes, isYes, mapped, reversed } from '../solver/operations/truth.ts'
import { type Node, states, yes } from '../solver/node.ts'
import type { Moments } from './moments.ts'
import { partId } from './part.ts'
import type { Free } from './variables.ts'

/** `present`: asked and answered. `free` is what a person chooses of it, `entries` those of a group. `rules` gives what must be yes. */
export type AnswerModel = {
  /** `people.0.income` */
  readonly path: string
  readonly program: QuestionProgram
  readonly asked: Node
  readonly present: Node
  readonly value: Value
  readonly free: readonly Free[]
  readonly rules: () => readonly Node[]
  readonly entries: readonly EntryModel[]
}

export type EntryModel = { readonly here: Node; readonly members: readonly AnswerModel[] }

/** Where a question stands: how its expressions are read, for its condition and for what must hold once it is answered. */
type Spot = {
  readonly model: Moments
  readonly path: string
  /** The question without the number of an entry: `people.income`. */
  readonly id: string
  readonly before: (compiled: Compiled) => Node
  readonly after: (compiled: Compiled) => Node
  readonly around: Node
  /** Whether the value is only read where `around` holds: a member of an entry, which is read only where the entry is there. */
  readonly isInside: boolean
}

/** A question of a page. */
export function answerOf(model: Moments, page: number, program: QuestionProgram): AnswerModel {
  const spot: Spot = {
    model,
    path: program.question.id,
    id: program.question.id,
    before: (compiled) => model.node(compiled, page - 1),
    after: (compiled) => model.node(compiled, page),
    around: model.shown(page),
    isInside: false,
  }
  return program.question.kind === 'group' ? groupOf(spot, page, program) : simpleOf(spot, program)
}

/** `gate`: where the value is known. */
type Presence = { readonly asked: Node; readonly present: Node; readonly gate: Node; readonly free: readonly Free[] }

function presenceOf({ model, path, id, before, around, isInside }: Spot, { question, when }: QuestionProgram): Presence {
  const { net } = model.variables.ground
  const isAsked = when === undefined || !model.has(partId.when(id)) ? [] : [net.make('truth', mapped('is yes', before(when), isYes))]
  const asked = model.all([around, ...isAsked])
  model.has(partId.question(id))
  const given = question.optional ? [model.variables.given(path)] : []
  const present = given.length === 0 ? asked : model.all([asked, ...given])
  const gate = isInside ? model.all([...isAsked, ...given]) : present
  return { asked, present, gate, free: given.map((node) => ({ node, what: 'given' })) }
}

function simpleOf(spot: Spot, program: QuestionProgram): AnswerModel {
  const { model, path } = spot
  const { question } = program
  if (question.kind === 'group') throw new Error(`${path} is a group`)
  const { asked, present, gate, free } = presenceOf(spot, program)
  const raw = model.variables.raw(question, path)
  const plain = model.instead.get(path) ?? raw.value
  const rules = (): readonly Node[] =>
    [
      ...offerRules(spot, program, plain),
      ...dayRules(spot, program, plain),
      ...manyRules(spot, program, plain),
      ...validRules(spot, program),
    ].map((rule) => unless(model, present, rule))
  return {
    path,
    program,
    asked,
    present,
    value: gatedValue(model, gate, plain),
    free: [...free, ...raw.free],
    rules: once(rules),
    entries: [],
  }
}

function gatedValue(model: Moments, when: Node, value: Value): Value {
  const { net } = model.variables.ground
  if (when.state === yes) return value
  return isNode(value) ? net.make(value.sort, gated(when, value)) : { ...value, whole: net.make('truth', gated(when, value.whole)) }
}

function unless(model: Moments, present: Node, rule: Node): Node {
  const { net } = model.variables.ground
  return net.make('truth', anyOf([net.make('truth', mapped('not', present, reversed)), rule]))
}

function validRules({ model, id, after }: Spot, { valid }: QuestionProgram): readonly Node[] {
  const { net } = model.variables.ground
  return valid.flatMap((one) => (model.has(partId.valid(id, one.id)) ? [net.make('truth', mapped('not no', after(one.is), isNotNo))] : []))
}

/** An option offered under a condition can be chosen only where the condition is yes. */
function offerRules({ model, id, before }: Spot, { offered, question }: QuestionProgram, value: Value): readonly Node[] {
  const { net } = model.variables.ground
  const options = 'options' in question ? question.options.map(({ id }) => id) : []
  return [...offered].flatMap(([option, when]) => {
    if (!model.has(partId.option(id, option))) return []
    const isOffered = net.make('truth', mapped('is yes', before(when), isYes))
    const isChosen = isNode(value)
      ? net.make('truth', oneOf(value, optionBit(option, options)))
      : slotOf(value, options.indexOf(option))?.here
    return isChosen === undefined ? [] : [unless(model, isChosen, isOffered)]
  })
}

function slotOf(value: Value, at: number): Slot | undefined {
  return !isNode(value) && value.kind === 'list' ? value.slots[at] : undefined
}

function dayRules({ model, id, before }: Spot, { earliest, latest }: QuestionProgram, value: Value): readonly Node[] {
  if (!isNode(value)) return []
  const { net } = model.variables.ground
  const reader = model.readerAt(-1)
  const never = (broken: Node): Node => net.make('truth', mapped('not yes', broken, isNotYes))
  return [
    ...(earliest !== undefined && model.has(partId.bound(id, 'earliest')) ? [never(reader.compare('<', value, before(earliest)))] : []),
    ...(latest !== undefined && model.has(partId.bound(id, 'latest')) ? [never(reader.compare('>', value, before(latest)))] : []),
  ]
}

/** How many may be chosen, and that none of these excludes the others. */
function manyRules({ model }: Spot, { question }: QuestionProgram, value: Value): readonly Node[] {
  if (question.kind !== 'many-of' || isNode(value) || value.kind !== 'list') return []
  const { net } = model.variables.ground
  const { none, options, optional, min = optional ? 0 : 1, max } = question
  const here = value.slots.map((slot) => slot.here)
  const size = net.make('number', count(here, []))
  const atMost = (most: number): Node => net.make('truth', compared('at most', size, { than: most, needs: [] }))
  const not = (node: Node): Node => net.make('truth', mapped('not', node, reversed))
  const alone = here[options.findIndex(({ id }) => id === none)]
  const escape = [...(alone === undefined ? [] : [alone]), ...(optional ? [atMost(0)] : [])]
  const orElse = (rule: Node): Node => (escape.length === 0 ? rule : net.make('truth', anyOf([...escape, rule])))
  return [
    orElse(not(atMost(min - 1))),
    ...(max === undefined ? [] : [orElse(atMost(max))]),
    ...(alone === undefined ? [] : [unless(model, alone, atMost(1))]),
  ]
}

function groupOf(spot: Spot, page: number, program: QuestionProgram): AnswerModel {
  const { model, path } = spot
  const { question } = program
  if (question.kind !== 'group') throw new Error(`${path} is no group`)
  const { asked, present, gate, free } = presenceOf(spot, program)
  const most = model.reads.has(path) ? question.max : Math.max(question.min, 1)
  const chosen = model.variables.number(path, Math.min(question.min, most), most)
  const instead = model.instead.get(path)
  const size = instead !== undefined && isNode(instead) ? instead : chosen
  const entries = Array.from({ length: most }, (_, index) =>
    entryOf(spot, { page, program, index, here: model.all([present, model.variables.isThere(size, index)]) }),
  )
  const { net } = model.variables.ground
  const whole = net.fixed('truth', states(yes))
  const slots = entries.map(({ here, members }) => ({
    here,
    value: {
      kind: 'record',
      whole,
      fields: new Map(
        members.map(
          ({
            program: {
              question: { id },
            },
            value,
          }) => [id, value],
        ),
      ),
    } as const,
  }))
  return {
    path,
    program,
    asked,
    present,
    value: gatedValue(model, gate, { kind: 'list', whole, slots }),
    free: [...free, { node: chosen, what: 'size' }],
    rules: once(() => entries.flatMap(({ members }) => members.flatMap(({ rules }) => rules()))),
    entries,
  }
}

type EntrySpot = { readonly page: number; readonly program: QuestionProgram; readonly index: number; readonly here: Node }

/** The members of one entry: their conditions read the members before them, `valid` reads all of them. */
function entryOf({ model, path }: Spot, { page, program, index, here }: EntrySpot): EntryModel {
  const members: AnswerModel[] = []
  const inside = (cut: number, seen: readonly AnswerModel[] | undefined): Reader =>
    new Reader(model.variables.ground, (name) => {
      const member = program.of.find(({ question }) => question.id === name)
      if (member === undefined) return model.named(name, cut)
      return (seen ?? members).find((one) => one.program === member)?.value ?? missing(model, path, name)
    })
  for (const member of program.of) {
    const seen = [...members]
    const spot: Spot = {
      model,
      path: `${path}.${index}.${member.question.id}`,
      id: `${path}.${member.question.id}`,
      before: (compiled) => wholeOf(inside(page - 1, seen).read(compiled.ast)),
      after: (compiled) => wholeOf(inside(page - 1, undefined).read(compiled.ast)),
      around: here,
      isInside: true,
    }
    members.push(simpleOf(spot, member))
  }
  return { here, members }
}

/** Rules read what is only known once all answers are made, so they are made when asked for. */
function once(make: () => readonly Node[]): () => readonly Node[] {
  let made: readonly Node[] | undefined
  return () => {
    made ??= make()
    return made
  }
}

function missing(model: Moments, group: string, member: string): Value {
  const { scope } = model.prepared.program
  const type = scope.variables[group]
  const field = type?.kind === 'list' && type.of.kind === 'map' ? type.of.fields[member] : undefined
  return missingValue(model.variables.ground.net, field ?? { kind: 'bool' })
}
