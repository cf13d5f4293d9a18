/** The single place that checks that every question says why it is asked, on what lawful basis and for how long its answer is kept. */
import type { Compiled } from '#core/expression/index.ts'
import type { Definition } from '../definition.ts'
import type { Question, SimpleQuestion } from '../model/question.ts'
import type { Purpose, Retention } from '../model/service.ts'
import type { Finding } from '../program/compile.ts'
import type { Program } from '../program/program.ts'
import { bornNames, isProtected } from '../protected.ts'
import { penceOf } from '../questions/money.ts'
import { suggest } from '#core/expression/nearest.ts'
import type { Path } from '../source/document.ts'
import { at, type Check, placedQuestions } from './subject.ts'

type Ledger = {
  readonly purposes: Readonly<Record<string, Purpose>>
  readonly retention: Readonly<Record<string, Retention>>
  readonly path: Path
}

/** UK GDPR, articles 5(1)(b) and (e), 6 and 13: purpose limitation, storage limitation, lawfulness, and telling people. */
export const checkData: Check = ({ definition, program }) => {
  const { service, equality } = definition
  const ledger = { purposes: service.purposes, retention: service.retention, path: ['service'] }
  const asked = placedQuestions(definition)
  const asks = (['actions', 'tasks'] as const).flatMap((part) =>
    (service.casework[part] ?? []).flatMap((one, index) =>
      one.asks.map((question, number) => ({ question, path: ['service', 'casework', part, index, 'asks', number] })),
    ),
  )
  return [
    ...ledgerFindings(ledger),
    ...[...asked, ...asks].flatMap(({ question, path }) => questionFindings(question, path, ledger)),
    ...asked.flatMap(({ question, path }) => boundFindings(question, path)),
    ...protectedFindings(definition, program),
    ...(equality === undefined ? [] : equalityFindings(equality.block)),
  ]
}

function equalityFindings(
  block: { readonly pages: readonly { readonly questions: readonly Question[] }[] } & Omit<Ledger, 'path'>,
): readonly Finding[] {
  const ledger = { purposes: block.purposes, retention: block.retention, path: ['equality', 'block'] }
  const questions = block.pages.flatMap((page, index) =>
    page.questions.map((question, number) => ({ question, path: ['equality', 'block', 'pages', index, 'questions', number] })),
  )
  const required = questions.filter(({ question }) => !question.optional)
  return [
    ...ledgerFindings(ledger),
    ...questions.flatMap(({ question, path }) => questionFindings(question, path, ledger)),
    ...required.map(({ question, path }) =>
      at([...path, 'id'], {
        code: 'not-optional',
        message: `“${question.id}” is an equality question and must be optional.`,
        help: 'Add optional: true.',
      }),
    ),
  ]
}

/** What a person is told would change a result is never a protected characteristic (Equality Act 2010, section 4). */
function protectedFindings(definition: Definition, program: Program): readonly Finding[] {
  const born = bornNames(expressionsOf(program))
  return placedQuestions(definition).flatMap(({ question, path }) => {
    const members = question.kind === 'group' ? question.of.map((member, index) => ({ member, path: [...path, 'of', index] })) : []
    const isAsked = question.yours && (isProtected(definition, question) || born.has(question.id))
    return [
      ...(isAsked ? [refusedMark(question.id, path)] : []),
      ...members.flatMap(({ member, path: at }) => {
        const isOwn = member.yours || question.yours
        return isOwn && (isProtected(definition, member, question) || born.has(`${question.id}.${member.id}`))
          ? [refusedMark(member.id, member.yours ? at : path)]
          : []
      }),
    ]
  })
}

function refusedMark(id: string, path: Path): Finding {
  return at([...path, 'yours'], {
    code: 'protected-yours',
    message: `“${id}” is about a protected characteristic and cannot be marked as a person’s to act on.`,
    help: 'Take yours: true out.',
  })
}

function expressionsOf({ derived, exits, outcome, fee, pages }: Program): readonly Compiled[] {
  return [
    ...derived.flatMap((one) => (one.kind === 'table' ? [] : [one.compiled])),
    ...exits.map(({ when }) => when),
    ...[outcome, fee].flatMap((result) => result ?? []),
    ...pages.flatMap(({ when, questions }) => [...when, ...questions.flatMap((question) => question.when ?? [])]),
  ]
}

function ledgerFindings({ purposes, retention, path }: Ledger): readonly Finding[] {
  const unknown = Object.entries(purposes).filter(([, purpose]) => !Object.hasOwn(retention, purpose.retention))
  const working = Object.entries(retention).filter(([, { keep }]) => keep.endsWith('WD'))
  return [
    ...unknown.map(([id, purpose]) => unknownRetention(purpose.retention, [...path, 'purposes', id, 'retention'], retention)),
    ...working.map(([id]) =>
      at([...path, 'retention', id, 'keep'], {
        code: 'wrong-value',
        message: 'How long something is kept is not counted in working days.',
        help: 'Write P6M, P1Y or P30D.',
      }),
    ),
  ]
}

function questionFindings(question: Question | SimpleQuestion, path: Path, ledger: Ledger): readonly Finding[] {
  const findings = [...ownFindings(question, path, ledger)]
  if (question.purpose === undefined) {
    const message = `“${question.id}” has no purpose, and so no lawful basis and no retention.`
    findings.push(
      at([...path, 'id'], { code: 'missing-purpose', message, help: `Add purpose: ${suggest('', Object.keys(ledger.purposes))}` }),
    )
  }
  if (question.kind !== 'group') return findings
  return [...findings, ...question.of.flatMap((member, index) => ownFindings(member, [...path, 'of', index], ledger))]
}

function ownFindings({ purpose, retention }: Question | SimpleQuestion, path: Path, ledger: Ledger): readonly Finding[] {
  const findings: Finding[] = []
  if (purpose !== undefined && !Object.hasOwn(ledger.purposes, purpose)) {
    const help = suggest(purpose, Object.keys(ledger.purposes))
    findings.push(at([...path, 'purpose'], { code: 'unknown-purpose', message: `There is no purpose “${purpose}”.`, help }))
  }
  if (retention !== undefined && !Object.hasOwn(ledger.retention, retention)) {
    findings.push(unknownRetention(retention, [...path, 'retention'], ledger.retention))
  }
  return findings
}

function unknownRetention(name: string, path: Path, retention: Ledger['retention']): Finding {
  return at(path, {
    code: 'unknown-retention',
    message: `There is no retention class “${name}”.`,
    help: suggest(name, Object.keys(retention)),
  })
}

/** Bounds of a question that no answer can meet, or that are no amounts. */
function boundFindings(question: Question, path: Path): readonly Finding[] {
  const members = question.kind === 'group' ? question.of.flatMap((member, index) => boundFindings(member, [...path, 'of', index])) : []
  if (question.kind === 'many-of' && question.none !== undefined && !question.options.some(({ id }) => id === question.none)) {
    const help = suggest(
      question.none,
      question.options.map(({ id }) => id),
    )
    return [at([...path, 'none'], { code: 'unknown-option', message: `“${question.none}” is not one of the options.`, help })]
  }
  const { min, max } = boundsOf(question)
  const [least, most] = question.kind === 'money' ? [penceOf(min), penceOf(max)] : [Number(min), Number(max)]
  const noAmount = question.kind === 'money' && ((min !== undefined && least === undefined) || (max !== undefined && most === undefined))
  if (noAmount)
    return [
      at([...path, least === undefined && min !== undefined ? 'min' : 'max'], {
        code: 'wrong-type',
        message: 'This is not an amount of money.',
        help: 'Write "12.50".',
      }),
    ]
  const isCrossed = min !== undefined && max !== undefined && least !== undefined && most !== undefined && least > most
  return isCrossed
    ? [...members, at([...path, 'min'], { code: 'wrong-value', message: 'The least is more than the most.', help: 'Swap min and max.' })]
    : members
}

function boundsOf(question: Question): { readonly min?: string | number | undefined; readonly max?: string | number | undefined } {
  switch (question.kind) {
    case 'number':
    case 'money':
    case 'many-of':
    case 'group':
      return question
    default:
      return {}
  }
}
