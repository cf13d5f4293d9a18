/** The single place for claims on the journey: every page, question and option is met by somebody, and every condition decides something. */
import type { QuestionProgram } from '#core/definition/program/program.ts'
import type { Compiled } from '#core/expression/index.ts'
import { isNotYes, mapped } from '../solver/operations/truth.ts'
import { type Node, states, yes } from '../solver/node.ts'
import type { Model } from '../model/model.ts'
import { partId } from '../model/part.ts'
import type { Prover, Sought } from '../prover.ts'
import { chosenWant, type Want } from '../wish.ts'

/** Every page, question, condition, exit and the end. */
export function proveJourney(prover: Prover): void {
  const { program } = prover.prepared
  const conditions = new Set<string>()
  for (const [page] of program.pages.entries()) provePage(prover, page, conditions)
  proveEnd(prover)
  for (const one of program.derived) if (one.kind === 'condition') proveCondition(prover, one.id)
  for (const { id } of program.exits) proveExit(prover, id)
  proveCasework(prover)
}

function provePage(prover: Prover, page: number, conditions: Set<string>): void {
  const { prepared, places } = prover
  const program = prepared.program.pages[page]
  if (program === undefined) return
  const { id } = program
  const isMet = prover.exists({
    claim: { code: 'page-reachable', at: places.of(`pages.${id}`), about: { page: id } },
    sought: { wants: (model) => shown(model, page), pages: page, open: page },
    seen: `page ${id}`,
    otherwise: (conflict) => ({
      code: 'unreachable-page',
      severity: 'fault',
      at: places.of(`pages.${id}.when`),
      about: { page: id },
      conflict,
    }),
  })
  for (const [at, part] of (partId.pageConditions(prepared.definition)[page] ?? []).entries()) {
    const when = program.when[at]
    if (conditions.has(part) || when === undefined) continue
    conditions.add(part)
    if (isMet !== false)
      proveUntrue(prover, part, { wants: (model) => [isUntrue(model, model.holds(when, page - 1))], pages: page, open: page })
  }
  if (isMet === false) return
  for (const question of program.questions) proveQuestion(prover, page, question)
}

function shown(model: Model, page: number): readonly Want[] {
  const questions = model.prepared.program.pages[page]?.questions ?? []
  const asked = questions.map((question) => model.answer(page, question).asked)
  return [{ node: model.any(asked), to: states(yes) }]
}

function proveQuestion(prover: Prover, page: number, program: QuestionProgram): void {
  const { id } = program.question
  if (program.when !== undefined) {
    const asked = (model: Model): readonly Want[] => [{ node: model.answer(page, program).asked, to: states(yes) }]
    const untrue = (model: Model): readonly Want[] => [isYes(model.shown(page)), isUntrue(model, model.answer(page, program).asked)]
    if (proveAsked(prover, id, { wants: asked, pages: page, open: page }) === false) return
    proveUntrue(prover, partId.when(id), { wants: untrue, pages: page, open: page })
  }
  for (const [option] of program.offered) proveOffered(prover, page, { program, option })
  for (const member of program.of) proveMember(prover, page, { group: program, member })
}

type Member = { readonly group: QuestionProgram; readonly member: QuestionProgram }

function proveMember(prover: Prover, page: number, { group, member }: Member): void {
  if (member.when === undefined) return
  const path = `${group.question.id}.${member.question.id}`
  const entries = (model: Model): readonly { readonly here: Node; readonly asked: Node }[] =>
    model
      .answer(page, group)
      .entries.flatMap(({ here, members }) => members.filter(({ program }) => program === member).map(({ asked }) => ({ here, asked })))
  const untrue = (model: Model): readonly Want[] => {
    const { net } = model.variables.ground
    return [
      isYes(model.any(entries(model).map(({ here, asked }) => model.all([here, net.make('truth', mapped('not yes', asked, isNotYes))])))),
    ]
  }
  const wants = (model: Model): readonly Want[] => [isYes(model.any(entries(model).map(({ asked }) => asked)))]
  if (proveAsked(prover, path, { wants, pages: page + 1, open: page }) === false) return
  proveUntrue(prover, partId.when(path), { wants: untrue, pages: page + 1, open: page })
}

function proveAsked(prover: Prover, path: string, sought: Sought): boolean | undefined {
  const { places } = prover
  return prover.exists({
    claim: { code: 'question-reachable', at: places.of(`questions.${path}`), about: { question: path } },
    sought,
    seen: `yes ${partId.when(path)}`,
    otherwise: (conflict) => ({
      code: 'unreachable-question',
      severity: 'fault',
      at: places.of(partId.when(path)),
      about: { question: path },
      conflict,
    }),
  })
}

/** A condition that nobody fails decides nothing. */
function proveUntrue(prover: Prover, part: string, sought: Sought): void {
  const { places } = prover
  prover.exists({
    claim: { code: 'can-be-untrue', at: places.of(part), about: { part } },
    sought,
    seen: `no ${part}`,
    otherwise: (conflict) => ({ code: 'always-true', severity: 'warning', at: places.of(part), about: { part }, conflict }),
  })
}

function proveOffered(
  prover: Prover,
  page: number,
  { program, option }: { readonly program: QuestionProgram; readonly option: string },
): void {
  const { places } = prover
  const { id } = program.question
  const when: Compiled | undefined = program.offered.get(option)
  const about = { question: id, options: [option] }
  if (when === undefined) return
  prover.exists({
    claim: { code: 'option-reachable', at: places.of(`questions.${id}`), about },
    sought: { wants: (model) => listed(chosenWant(model, model.answer(page, program), option)), pages: page + 1, open: page },
    seen: `answer ${id} ${option}`,
    otherwise: (conflict) => ({ code: 'unreachable-option', severity: 'fault', at: places.of(`questions.${id}`), about, conflict }),
  })
}

function proveEnd(prover: Prover): void {
  const { places, prepared } = prover
  const pages = prepared.pages.length
  prover.exists({
    claim: { code: 'end-reachable', at: places.of('service'), about: {} },
    sought: { wants: () => [], pages, open: pages },
    seen: 'end',
    otherwise: (conflict) => ({ code: 'unreachable-end', severity: 'fault', at: places.of('service'), about: {}, conflict }),
  })
}

function proveCondition(prover: Prover, id: string): void {
  const { prepared, places } = prover
  const one = prepared.program.derived.find((derived) => derived.id === id)
  if (one?.kind !== 'condition') return
  const part = partId.derived(one)
  const cut = prover.model.settledAt(one.asks)
  const met = prover.exists({
    claim: { code: 'can-be-true', at: places.of(part), about: { part } },
    sought: { wants: (model) => [isYes(model.holds(one.compiled, cut))], pages: cut + 1, open: cut },
    seen: `yes ${part}`,
    otherwise: (conflict) => ({ code: 'never-true', severity: 'fault', at: places.of(part), about: { part }, conflict }),
  })
  const wants = (model: Model): readonly Want[] => [isUntrue(model, model.holds(one.compiled, cut))]
  if (met !== false) proveUntrue(prover, part, { wants, pages: cut + 1, open: cut })
}

/** An exit is tried after each page that may settle it: somebody must meet it after one of them. */
function proveExit(prover: Prover, id: string): void {
  const { places, prepared, evidence, finder, budget } = prover
  const part = partId.exit(id)
  const about = { part, exit: id }
  const claim = { code: 'can-be-true', at: places.of(part), about } as const
  const tried = prepared.schedule.after.flatMap(({ exits }, page) => (exits.some((exit) => exit.id === id) ? [page] : []))
  const sought = tried.map((page): Sought => ({ wants: (model) => [isYes(model.exitMet(page, id))], pages: page + 1, open: page }))
  let isSure = true
  for (const { wants, pages, open } of sought) {
    if (evidence.has(`exit ${id}`)) break
    const found = finder.find({ wants: wants(prover.model) ?? [], pages, open }, budget)
    if (typeof found === 'object') evidence.see(found)
    if (found !== 'none') isSure = false
  }
  const last = sought.at(-1)
  if (evidence.has(`exit ${id}`)) prover.prove(claim)
  else if (!isSure || last === undefined) prover.leave(claim, 'beyond')
  else prover.findings.push({ code: 'never-true', severity: 'fault', at: places.of(part), about, conflict: prover.conflict(last) })
}

/** Conditions of what the council does: read once a person has decided. */
function proveCasework(prover: Prover): void {
  const { prepared, places } = prover
  const pages = prepared.pages.length
  for (const kind of ['actions', 'messages', 'tasks', 'appointments'] as const) {
    for (const [id, when] of prepared.program[kind]) {
      const part = `${kind}.${id}`
      const claim = { code: 'can-be-true', at: places.of(part), about: { part } } as const
      const sought: Sought = { wants: (model) => [isYes(model.holds(when, pages))], pages, open: pages }
      const found = prover.finder.find({ ...sought, wants: sought.wants(prover.model) ?? [] }, prover.budget)
      if (found === 'unknown') prover.leave(claim, 'budget')
      else if (found === 'none')
        prover.findings.push({
          code: 'never-true',
          severity: 'fault',
          at: places.of(part),
          about: { part },
          conflict: prover.conflict(sought),
        })
      else if (prover.holdsFor(found, when)) prover.prove(claim)
      else prover.leave(claim, 'beyond')
    }
  }
}

function isYes(node: Node): Want {
  return { node, to: states(yes) }
}

function isUntrue(model: Model, node: Node): Want {
  return isYes(model.variables.ground.net.make('truth', mapped('not yes', node, isNotYes)))
}

function listed(want: Want | undefined): readonly Want[] | undefined {
  return want === undefined ? undefined : [want]
}
