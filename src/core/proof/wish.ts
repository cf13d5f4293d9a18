/** The single place for what can be wished of an example person: as values to look for, and as something to see in a real evaluation. */
import { type Answer, isEntries } from '#core/definition/answers.ts'
import type { Prepared } from '#core/definition/index.ts'
import { askedOfEntry, type Evaluation, type Walk } from '#core/journey/index.ts'
import type { AnswerModel } from './model/answer.ts'
import type { Model } from './model/model.ts'
import { isNode, optionBit, type Value } from './reading/value.ts'
import { isYes, mapped, reversed } from './solver/operations/truth.ts'
import { among, no, type Node, type Reach, states, yes } from './solver/node.ts'

/**
 * Something wished of a person. `question` is an id, or `group.member`; `row` a table and one of its rows (by its number from 1 where it has no
 * id); `answer` a question, or `group.member` of any entry, and one of its options, or yes or no; `exit` where the journey is to end.
 */
export type Wish =
  | { readonly page: string }
  | { readonly question: string }
  | { readonly condition: string; readonly is: boolean }
  | { readonly row: readonly [table: string, row: string] }
  | { readonly answer: readonly [question: string, option: string | boolean] }
  | { readonly outcome: string }
  | { readonly exit: string }

/** A value of the net and what it is to be. */
export type Want = { readonly node: Node; readonly to: Reach }

/** The wish as a value to look for, of somebody who has answered all pages; undefined where the definition has no such thing. */
export function wantOf(model: Model, wish: Exclude<Wish, { readonly exit: string }>): Want | undefined {
  const last = model.prepared.program.pages.length - 1
  if ('page' in wish) return yesTo(shownTo(model, wish.page))
  if ('question' in wish) return yesTo(askedNode(model, wish.question))
  if ('outcome' in wish) return outcomeWant(model, wish.outcome)
  if ('answer' in wish) return answerWant(model, wish.answer)
  if ('row' in wish) return yesTo(rowNode(model, wish.row))
  const value = model.prepared.program.derived.some(({ id }) => id === wish.condition) ? model.named(wish.condition, last) : undefined
  return value === undefined || !isNode(value) ? undefined : { node: value, to: states(wish.is ? yes : no) }
}

function yesTo(node: Node | undefined): Want | undefined {
  return node === undefined ? undefined : { node, to: states(yes) }
}

/** Yes where a page is shown and asks something. */
export function shownTo(model: Model, id: string): Node | undefined {
  const page = model.prepared.program.pages.findIndex((one) => one.id === id)
  const program = model.prepared.program.pages[page]
  return program === undefined ? undefined : model.any(program.questions.map((question) => model.answer(page, question).asked))
}

function askedNode(model: Model, path: string): Node | undefined {
  const [id = '', member] = path.split('.')
  const answer = findAnswer(model, id)
  if (answer === undefined || member === undefined) return answer?.asked
  return model.any(
    answer.entries.flatMap(({ members }) => members.filter(({ program }) => program.question.id === member).map(({ asked }) => asked)),
  )
}

/** The answer to a question outside groups. */
export function findAnswer(model: Model, id: string): AnswerModel | undefined {
  for (const [page, { questions }] of model.prepared.program.pages.entries()) {
    const program = questions.find(({ question }) => question.id === id)
    if (program !== undefined) return model.answer(page, program)
  }
  return undefined
}

function outcomeWant(model: Model, outcome: string): Want | undefined {
  const { outcome: proposed, pages, scope } = model.prepared.program
  const options = scope.options['outcome'] ?? []
  if (proposed === undefined || !options.includes(outcome)) return undefined
  return { node: model.node(proposed, pages.length), to: among(optionBit(outcome, options)) }
}

function rowNode(model: Model, [id, row]: readonly [string, string]): Node | undefined {
  const table = model.table(id, model.prepared.program.pages.length)
  const at = table?.trees.rows.findIndex((one) => one.id === row) ?? -1
  const node = table?.rows[at]
  if (table === undefined || node === undefined || table.trees.policy !== 'first') return node
  return model.reachedRow(table, at)
}

function answerWant(model: Model, [path, option]: readonly [string, string | boolean]): Want | undefined {
  const [id = '', member] = path.split('.')
  const answer = findAnswer(model, id)
  if (answer === undefined || member === undefined) return answer && choiceWant(model, answer, option)
  const wanted = answer.entries.flatMap(({ here, members }) => {
    const asked = members.find(({ program }) => program.question.id === member)
    const node = asked && choiceNode(model, asked, option)
    return node === undefined ? [] : [model.all([here, node])]
  })
  return wanted.length === 0 ? undefined : yesTo(model.any(wanted))
}

function choiceWant(model: Model, answer: AnswerModel, option: string | boolean): Want | undefined {
  if (typeof option === 'boolean') return isNode(answer.value) ? { node: answer.value, to: states(option ? yes : no) } : undefined
  return chosenWant(model, answer, option)
}

/** Yes where an option is chosen, to stand beside other conditions. */
function choiceNode(model: Model, { value, path, present }: AnswerModel, option: string | boolean): Node | undefined {
  const { net, sets } = model.variables.ground
  if (typeof option === 'boolean') {
    if (!isNode(value)) return undefined
    return net.make('truth', mapped('is yes', option ? value : net.make('truth', mapped('not', value, reversed)), isYes))
  }
  const options = sets[path.replace(/\.\d+\./, '_')] ?? []
  if (isNode(value)) return net.make('truth', mapped('is yes', model.isChoice(value, optionBit(option, options)), isYes))
  return model.all([present, slotAt(value, options.indexOf(option)) ?? model.any([])])
}

/** An option chosen, of one or of many. */
export function chosenWant(model: Model, { value, path, present }: AnswerModel, option: string): Want | undefined {
  const options = model.variables.ground.sets[path] ?? []
  if (isNode(value)) return { node: value, to: among(optionBit(option, options)) }
  return yesTo(model.all([present, slotAt(value, options.indexOf(option)) ?? model.any([])]))
}

function slotAt(value: Value, at: number): Node | undefined {
  return !isNode(value) && value.kind === 'list' ? value.slots[at]?.here : undefined
}

/** Whether a real evaluation shows what was wished. */
export function isFulfilled(prepared: Prepared, evaluation: Evaluation, wish: Wish): boolean {
  const { walk, trace, outcome, known } = evaluation
  if ('page' in wish) return walk.pages.some(({ page }) => page.id === wish.page)
  if ('question' in wish) return isAsked(prepared, evaluation, wish.question)
  if ('outcome' in wish) return outcome === wish.outcome
  if ('row' in wish)
    return trace.some(({ kind, id, rows }) => kind === 'table' && id === wish.row[0] && rows?.includes(wish.row[1]) === true)
  if ('exit' in wish) return walk.exit === wish.exit
  if ('answer' in wish) return isAnswered(walk, wish.answer)
  return known[wish.condition] === wish.is
}

function isAnswered({ relevant }: Walk, [path, option]: readonly [string, string | boolean]): boolean {
  const [id = '', member] = path.split('.')
  const answer = relevant[id]
  if (member === undefined) return isChosen(answer, option)
  return isEntries(answer) && answer.some((entry) => isChosen(entry[member], option))
}

function isChosen(answer: Answer | undefined, option: string | boolean): boolean {
  return Array.isArray(answer) ? answer.some((chosen) => chosen === option) : answer === option
}

function isAsked(prepared: Prepared, { walk }: Evaluation, path: string): boolean {
  const [group = '', member] = path.split('.')
  if (!walk.pages.some(({ questions }) => questions.some(({ id }) => id === group))) return false
  if (member === undefined) return true
  const entries = walk.relevant[group]
  if (!Array.isArray(entries)) return false
  return entries.some((entry) => typeof entry === 'object' && askedOfEntry(prepared, walk, { group, entry }).includes(member))
}
