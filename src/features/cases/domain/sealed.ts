/** The single place for the personal part of a submission: divided by retention class when it is sealed, put together when it is read. */
import { z } from 'zod'
import type { Answer } from '#core/definition/answers.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { StoredAnswer } from './answer.ts'
import type { Values } from '#core/expression/index.ts'
import { evaluate } from '#core/journey/evaluate.ts'
import type { CaseFact } from './fact.ts'
import type { Question } from '#core/definition/model/question.ts'
import { wordsIn } from '#core/definition/words.ts'
import type { OpenedPersonal, Personal } from '#store/fact.ts'
import type { Json } from '#store/json.ts'
import { classOfQuestion, classOfReads, longestClass } from './retention.ts'
import type { Submission } from './submission.ts'

const Step = z.object({
  id: z.string(),
  kind: z.string(),
  value: z.json(),
  rows: z.array(z.string()).optional(),
  reads: z.array(z.string()),
  cites: z.array(z.string()).optional(),
  fault: z.string().optional(),
})
/** One step of the rules as it was recorded. */
export type RecordedStep = z.infer<typeof Step>

/** A question and its answer in the words the person saw. `place` is its place in the journey. */
const Seen = z.object({ place: z.int(), question: z.string(), label: z.string(), value: z.string() })
export type Seen = z.infer<typeof Seen>

const Contact = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  address: z.array(z.string()).optional(),
})
/** How to reach the person, as far as they said. */
export type Contact = z.infer<typeof Contact>

const Reason = z.object({ key: z.string(), words: z.partialRecord(z.enum(['en', 'cy']), z.string()) })

const Part = z.object({
  answers: z.record(z.string(), StoredAnswer).default({}),
  seen: z.array(Seen).default([]),
  trace: z.array(Step.extend({ place: z.int() })).default([]),
  values: z.record(z.string(), z.json()).default({}),
  reasons: z.array(Reason).default([]),
  contact: Contact.default({}),
})

/** What was submitted, as far as its keys still exist. `isErased` when some of it is gone. */
export type Sealed = z.infer<typeof Part> & { readonly isErased: boolean }

/** A part while it is filled: the same shape as `Part` reads back. */
type Filling = {
  readonly answers: Record<string, Json>
  readonly seen: Json[]
  readonly trace: Json[]
  readonly values: Record<string, Json>
  readonly reasons: Json[]
  readonly contact: Record<string, string | readonly string[]>
}

/** Gives the part of a retention class, making it when it is first asked for. */
type Parts = (retention: string) => Filling

/** The personal values of a submission, one for each retention class it touches. */
export function seal(submission: Submission): readonly Personal[] {
  const filled = new Map<string, Filling>()
  const parts: Parts = (retention) => {
    const part = filled.get(retention) ?? { answers: {}, seen: [], trace: [], values: {}, reasons: [], contact: {} }
    filled.set(retention, part)
    return part
  }
  sealAnswers(submission, parts)
  sealEvaluation(submission, parts)
  const answered = answeredContact(submission)
  const { email = answered.email, phone = answered.phone } = submission
  const signedIn = { ...(answered.email === undefined && email && { email }), ...(answered.phone === undefined && phone && { phone }) }
  if (Object.keys(signedIn).length > 0) Object.assign(parts(longestClass(submission.prepared)).contact, signedIn)
  return [...filled].map(([retention, value]) => ({ person: submission.person, retention, value }))
}

/** How to reach the person: what they answered, else what is known from signing in. */
export function contactOf(submission: Submission): Contact {
  const { email, phone } = submission
  return { ...(email !== undefined && { email }), ...(phone !== undefined && { phone }), ...answeredContact(submission) }
}

function answeredContact({ prepared, answers }: Submission): Contact {
  const known: Contact = {}
  for (const [id, { question }] of prepared.questions) {
    const answer = answers[id]
    if (answer !== undefined) Object.assign(known, reach(question, answer))
  }
  return known
}

/** Where the property behind an address question lies, so that coverage by area can count it. */
export type Area = { readonly ward: string | null; readonly parish: string | null }

export function areaOf(answers: Readonly<Record<string, unknown>>, question: string | undefined): Area | undefined {
  const answer = question === undefined ? undefined : answers[question]
  if (typeof answer !== 'object' || answer === null) return undefined
  const { ward, parish }: { ward?: unknown; parish?: unknown } = answer
  return { ward: typeof ward === 'string' ? ward : null, parish: typeof parish === 'string' ? parish : null }
}

/** Put together from what could be opened. */
export function unseal(personal: readonly OpenedPersonal[]): Sealed {
  const parts = personal.flatMap((one) => (one.erased ? [] : [Part.parse(one.value)]))
  return {
    answers: Object.assign({}, ...parts.map((one) => one.answers)),
    seen: parts.flatMap((one) => one.seen).sort((one, other) => one.place - other.place),
    trace: parts.flatMap((one) => one.trace).sort((one, other) => one.place - other.place),
    values: Object.assign({}, ...parts.map((one) => one.values)),
    reasons: parts.flatMap((one) => one.reasons),
    contact: Object.assign({}, ...parts.map((one) => one.contact)),
    isErased: personal.some((one) => one.erased),
  }
}

/** What is sealed in the first fact of a case. */
export function sealedOf(facts: readonly CaseFact[]): Sealed {
  return unseal(facts.find(({ kind }) => kind === 'submitted')?.personal ?? [])
}

/** Everything expressions and words may name, as it was when the case was opened, as far as it still exists. */
export function knownOf(prepared: Prepared, sealed: Pick<Sealed, 'answers' | 'values'>, day: string): Values {
  return { ...evaluate(prepared, sealed.answers, day).known, ...sealed.values }
}

function sealAnswers({ prepared, answers, lang, evaluation }: Submission, parts: Parts): void {
  const wording = wordsIn(prepared, lang, evaluation.known)
  let place = 0
  for (const [id, { question }] of prepared.questions) {
    const answer = answers[id]
    if (answer === undefined) continue
    const part = parts(classOfQuestion(prepared, question))
    part.answers[id] = answer
    part.seen.push({ place, question: id, label: wording.question(id).short, value: wording.answer(question, answer) })
    Object.assign(part.contact, reach(question, answer))
    place += 1
  }
}

function sealEvaluation({ prepared, evaluation }: Submission, parts: Parts): void {
  evaluation.trace.forEach((step, place) => {
    const part = parts(classOfReads(prepared, step.reads))
    part.trace.push({ ...step, place })
    if (step.kind === 'calculation') part.values[step.id] = step.value
  })
  if (evaluation.reasons.length > 0) parts(longestClass(prepared)).reasons.push(...evaluation.reasons)
}

/** True for a question whose answer is what the person is called. */
export function asksName(question: Question): boolean {
  return question.kind === 'text' && question.fill === 'name'
}

/** What an answer says about reaching the person, by the kind of its question. */
function reach(question: Question, answer: Answer): Filling['contact'] {
  if (typeof answer === 'string') {
    if (question.kind === 'email') return { email: answer }
    if (question.kind === 'phone') return { phone: answer }
    return asksName(question) ? { name: answer } : {}
  }
  if (question.kind !== 'address' || typeof answer !== 'object' || !('lines' in answer)) return {}
  return { address: [...answer.lines, ...(answer.town ? [answer.town] : []), ...(answer.postcode ? [answer.postcode] : [])] }
}
