/** The single place for the claim that every question earns its place: a rule, work, a message, a figure or a law needs its answer. */
import type { Prepared } from '#core/definition/index.ts'
import type { Question, SimpleQuestion } from '#core/definition/model/question.ts'
import type { Program, QuestionProgram } from '#core/definition/program/program.ts'
import type { Compiled } from '#core/expression/index.ts'
import type { Prover } from '../prover.ts'

/** UK GDPR, article 5(1)(c): personal data shall be limited to what is necessary. */
export function proveReading(prover: Prover): void {
  const { prepared, places } = prover
  const read = namesRead(prepared)
  for (const { question } of prepared.questions.values()) {
    for (const { path, asked } of leavesOf(question)) {
      const at = places.of(`questions.${path}`)
      const about = { question: path }
      const isRead = read.has(path) || (question.kind !== 'group' && read.has(question.id)) || isNeeded(prepared, question, asked)
      if (isRead) prover.prove({ code: 'question-read', at, about })
      else prover.findings.push({ code: 'unread-question', severity: 'warning', at, about })
    }
  }
}

function leavesOf(question: Question): readonly { readonly path: string; readonly asked: SimpleQuestion }[] {
  if (question.kind !== 'group') return [{ path: question.id, asked: question }]
  return question.of.map((asked) => ({ path: `${question.id}.${asked.id}`, asked }))
}

/** A law behind the purpose, a statement to be confirmed, or how to reach and call somebody: with these every case is worked on. */
function isNeeded({ definition: { service } }: Prepared, question: Question, asked: SimpleQuestion): boolean {
  const purpose = service.purposes[asked.purpose ?? question.purpose ?? '']
  if (purpose?.law !== undefined || purpose?.basis === 'legal-obligation') return true
  if (asked.kind === 'declaration' || asked.kind === 'email' || asked.kind === 'phone') return true
  return asked.kind === 'text' && asked.fill !== 'off'
}

/** Answers that something uses, members of groups by their path; a task that is shown a group is shown its members. */
function namesRead({ definition, program }: Prepared): ReadonlySet<string> {
  const { service, words } = definition
  const { casework } = service
  const shown = (casework.tasks ?? []).flatMap(({ shows = [] }) => shows)
  const said = JSON.stringify(Object.values(words).map(({ messages }) => messages))
  const filledIn = [...said.matchAll(/\{([a-z][a-z0-9_]*)[.}]/g)].flatMap(([, name]) => name ?? [])
  const kept = [...(casework.renewal?.carries ?? []), ...(service.coverage === undefined ? [] : [service.coverage.address])]
  const whole = new Set([...shown, ...filledIn, ...kept])
  const members = service.sections.flatMap(({ pages }) =>
    pages.flatMap(({ questions }) => questions.flatMap((one) => (whole.has(one.id) ? leavesOf(one).map(({ path }) => path) : []))),
  )
  return new Set([...whole, ...members, ...readByRules(program)])
}

function readByRules({ pages, derived, exits, outcome, fee, once, actions, messages, tasks, appointments }: Program): readonly string[] {
  const results = [outcome, fee, once].filter((one) => one !== undefined)
  const casework = [actions, messages, tasks, appointments].flatMap((part) => [...part.values()])
  const whens = pages.flatMap(({ when }) => when)
  return [
    ...[...results, ...casework, ...whens, ...exits.map(({ when }) => when)].flatMap(({ reads }) => reads),
    ...derived.flatMap((one) => (one.kind === 'table' ? one.table.reads : one.compiled.reads)),
    ...pages.flatMap(({ questions }) => questions.flatMap((question) => readByQuestion(question))),
  ]
}

/** A question that reads only its own answer, to say whether it is valid, is not read by anything. */
function readByQuestion({ question, of, ...own }: QuestionProgram): readonly string[] {
  const inside = new Set(of.map((member) => member.question.id))
  const members = of.flatMap((member) => readByQuestion(member)).map((name) => (inside.has(name) ? `${question.id}.${name}` : name))
  const reads = expressionsOf(own).flatMap((compiled) => compiled.reads)
  return [...reads.filter((name) => name !== question.id), ...members]
}

function expressionsOf({ when, valid, offered, earliest, latest }: Omit<QuestionProgram, 'question' | 'of'>): readonly Compiled[] {
  return [when, earliest, latest, ...valid.map(({ is }) => is), ...offered.values()].filter((one) => one !== undefined)
}
