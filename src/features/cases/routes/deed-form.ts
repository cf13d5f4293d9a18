/** The single place where a posted form becomes a deed. */
import type { AnswerFault } from '#core/definition/fault.ts'
import type { Answer, Answers } from '#core/definition/answers.ts'
import { readAnswer } from '#core/definition/questions/index.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { parseMoney } from '#core/value/money.ts'
import type { Form } from '#http/form.ts'
import { type Deed, methods } from '../domain/index.ts'

/** What staff may post, by the last part of the address. */
export const deedNames = [
  'assign',
  'note',
  'ask',
  'answer',
  'decide',
  'confirm',
  'send-back',
  'reopen',
  'pay',
  'withdraw',
  'close',
] as const
export type PostedDeed = (typeof deedNames)[number]

/** Where the case stood on the page that was acted from; -1 when the form does not say. */
export function seqIn(form: Form): number {
  const seq = Number(form.get('seq'))
  return Number.isSafeInteger(seq) && seq > 0 ? seq : -1
}

const actorId = /^[0-9a-f-]{36}$/

const readers: { readonly [Name in PostedDeed]: (form: Form) => Deed<Name> } = {
  assign: (form) => ({ do: 'assign', to: actorId.test(form.get('to')) ? form.get('to') : null }),
  note: (form) => ({ do: 'note', text: form.get('text') }),
  ask: (form) => ({ do: 'ask', text: form.get('text') }),
  answer: (form) => ({ do: 'answer', ask: Number(form.get('ask')), text: form.get('text') }),
  decide: (form) => ({ do: 'decide', outcome: form.get('outcome'), reason: form.get('reason') }),
  confirm: () => ({ do: 'confirm' }),
  'send-back': (form) => ({ do: 'send-back', text: form.get('text') }),
  reopen: (form) => ({ do: 'reopen', text: form.get('text') }),
  pay: (form) => ({
    do: 'pay',
    pence: parseMoney(form.get('amount')) ?? 0,
    method: methods.find((method) => method === form.get('method')) ?? 'card',
    receipt: form.get('receipt'),
  }),
  withdraw: (form) => ({ do: 'withdraw', text: form.get('text') }),
  close: () => ({ do: 'close' }),
}

export function readDeed(name: PostedDeed, form: Form): Deed {
  return readers[name](form)
}

/** What asks for a form: an action or a task, by its id. */
export type Asking = { readonly part: 'actions' | 'tasks'; readonly id: string }

/** The answers to what an action or a task asks, or what is wrong with the first of them. */
export function readAsked(
  prepared: Prepared,
  { part, id }: Asking,
  form: Form,
): { readonly answers: Answers } | { readonly fault: AnswerFault } {
  const asks = prepared.definition.service.casework[part]?.find((one) => one.id === id)?.asks ?? []
  const answers: Record<string, Answer> = {}
  for (const question of asks) {
    const reading = readAnswer(question, { getAll: (name) => form.all(name) }, `${id}-${question.id}`)
    const [flaw] = reading.flaws
    if (flaw) return { fault: { ...flaw, page: id, question: question.id } }
    if (reading.answer !== undefined) answers[question.id] = reading.answer
    else if (!question.optional) return { fault: { code: 'missing', page: id, question: question.id } }
  }
  return { answers }
}
