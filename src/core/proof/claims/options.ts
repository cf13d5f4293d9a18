/** The single place for options that change nothing: whichever of them is chosen, all that follows is the same. */
import type { QuestionProgram } from '#core/definition/program/program.ts'
import { Model } from '../model/model.ts'
import type { Prover } from '../prover.ts'
import { isNode, optionBit, type Value, wholeOf } from '../reading/value.ts'
import { type Node, no, states, yes } from '../solver/node.ts'

/** More values than this rest on an answer: then only what asks of the answer itself is compared. */
const mostCompared = 16

/** Every question with a choice that a rule reads. What nothing reads is told elsewhere. */
export function proveOptions(prover: Prover): void {
  const { program } = prover.prepared
  const results = resultsByNode(prover.model)
  for (const [page, { questions }] of program.pages.entries())
    for (const question of questions) proveChoice(prover, { page, program: question, results })
}

type Choice = { readonly page: number; readonly program: QuestionProgram; readonly results: ReadonlyMap<Node, Result> }

function proveChoice(prover: Prover, { page, program, results }: Choice): void {
  const { question } = program
  if (question.kind !== 'one-of' && question.kind !== 'yes-no') return
  const options = question.kind === 'one-of' ? question.options.map(({ id }) => id) : ['yes', 'no']
  const raw = prover.model.answer(page, program).free.find(({ what }) => what === 'value')?.node
  const asks = raw === undefined ? [] : asksOf(raw)
  if (raw === undefined || asks.length === 0) return
  const above = closureOf(raw, mostCompared)
  const kinds =
    above === undefined
      ? kindsByAsks(options, asks)
      : kindsByResults(prover, { id: question.id, options, results: [...above].flatMap((node) => results.get(node) ?? []) })
  const alike = [...kinds.values()].filter((same) => same.length > 1)
  const at = prover.places.of(`questions.${question.id}`)
  if (alike.length === 0) prover.prove({ code: 'options-differ', at, about: { question: question.id } })
  for (const same of alike) {
    const isAll = same.length === options.length
    prover.findings.push({
      code: 'alike-options',
      severity: 'warning',
      at,
      about: { question: question.id, options: same, ...(isAll ? { part: 'all' } : {}) },
    })
  }
}

/** What asks of the answer itself, past whether it was given. */
function asksOf(raw: Node): readonly Node[] {
  const asks: Node[] = []
  const pending = [raw]
  const seen = new Set<Node>()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    for (const above of node.above) {
      if (above.operation.key.startsWith('gated ')) pending.push(above)
      else if (!above.operation.key.startsWith('answered ')) asks.push(above)
    }
  }
  return asks
}

/** Options of which every question asked of the answer says the same. */
function kindsByAsks(options: readonly string[], asks: readonly Node[]): ReadonlyMap<string, readonly string[]> {
  const masks = [...new Set(asks.map(({ operation: { key } }) => (key.startsWith('one of ') ? key.slice(key.lastIndexOf(' ') + 1) : '')))]
  if (masks.includes('')) return new Map(options.map((option) => [option, [option]]))
  const chosen = masks.map(BigInt)
  return grouped(options, (option) => chosen.map((mask) => ((mask & optionBit(option, options)) === 0n ? '0' : '1')).join(''))
}

type Compared = { readonly id: string; readonly options: readonly string[]; readonly results: readonly Result[] }

/** Options for which all that follows is worked out in the same way, down to the same values of the net. */
function kindsByResults(prover: Prover, { id, options, results }: Compared): ReadonlyMap<string, readonly string[]> {
  return grouped(options, (option) => {
    const model = new Model(prover.model.variables, new Map([[id, answerIn(prover.model, option, options)]]))
    return results.map(({ node }) => node(model).id).join(' ')
  })
}

function answerIn({ variables: { ground } }: Model, option: string, options: readonly string[]): Value {
  if (options[0] === 'yes' && options[1] === 'no') return ground.net.fixed('truth', states(option === 'yes' ? yes : no))
  return ground.net.fixed('choice', { state: yes, least: 0, most: 0, choices: optionBit(option, options) })
}

type Result = { readonly node: (model: Model) => Node }

/** Each result by the value it is now. */
function resultsByNode(model: Model): ReadonlyMap<Node, Result> {
  return new Map(resultsOf(model).map((result) => [result.node(model), result]))
}

/** All that anybody notices: pages, questions, exits, results, amounts shown, reasons, and what the council does. */
function resultsOf({ prepared }: Model): readonly Result[] {
  const { program, definition } = prepared
  const last = program.pages.length
  const shown = new Set(definition.service.calculations.filter((one) => one.shown).map(({ id }) => id))
  const compiled = [program.outcome, program.fee, program.once].filter((one) => one !== undefined)
  const casework = [program.actions, program.messages, program.tasks, program.appointments].flatMap((part) => [...part.values()])
  return [
    ...program.pages.flatMap(({ questions }, page): readonly Result[] => [
      { node: (model) => model.shown(page) },
      ...questions.map((question): Result => ({ node: (model) => model.answer(page, question).asked })),
      ...questions.flatMap((question): readonly Result[] => [{ node: (model) => model.all(model.answer(page, question).rules()) }]),
      ...(prepared.schedule.after[page]?.exits ?? []).map(
        (_, at): Result => ({ node: (model) => model.exits(page)[at]?.node ?? model.all([]) }),
      ),
    ]),
    ...[...compiled, ...casework].map((one): Result => ({ node: (model) => model.node(one, last) })),
    ...program.derived.filter(({ id }) => shown.has(id)).map(({ id }): Result => ({ node: (model) => wholeNode(model.named(id, last)) })),
    ...reasonsOf(prepared.definition.tables).map(({ table, rows }): Result => ({ node: (model) => model.anyRow(table, rows) })),
  ]
}

function wholeNode(value: Value): Node {
  return isNode(value) ? value : wholeOf(value)
}

/** Rows that give the same reason. */
function reasonsOf(
  tables: Prover['prepared']['definition']['tables'],
): readonly { readonly table: string; readonly rows: readonly number[] }[] {
  return tables.flatMap(({ id, rows }) => {
    const reasons = new Set(rows.map(({ reason }) => reason))
    return [...reasons].map((reason) => ({ table: id, rows: rows.flatMap((row, at) => (row.reason === reason ? [at] : [])) }))
  })
}

/** Everything that rests on a node; undefined where that is more than so many values. */
function closureOf(node: Node, most: number): ReadonlySet<Node> | undefined {
  const found = new Set<Node>([node])
  for (const one of found) {
    for (const above of one.above) found.add(above)
    if (found.size > most) return undefined
  }
  return found
}

function grouped(options: readonly string[], keyOf: (option: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const option of options) {
    const key = keyOf(option)
    groups.set(key, [...(groups.get(key) ?? []), option])
  }
  return groups
}
