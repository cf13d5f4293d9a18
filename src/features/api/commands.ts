/** The single place where a program's submission is read, checked as a person's would be, and sent. */
import { createHash } from 'node:crypto'
import {
  type Answer,
  type AnswerFault,
  type Answers,
  evaluate,
  type GroupEntry,
  type Prepared,
  readFileAnswers,
  type SimpleAnswer,
  wordsIn,
} from '#core/index.ts'
import { addressBook, locate } from '#features/addresses/index.ts'
import { openCase } from '#features/cases/index.ts'
import type { Published } from '#features/services/index.ts'
import type { Ctx } from '#http/route.ts'
import type { AnswerProblem, NewSubmission } from './shapes.ts'

export type Sent =
  | { readonly reference: string; readonly isNew: boolean }
  | { readonly refused: 'answers'; readonly faults: readonly AnswerProblem[] }
  | { readonly refused: 'not-accepted'; readonly why: string }
  | { readonly refused: 'sent-before' }

/** One wish to submit: `id` is the sender's own UUID for it. */
export type Wish = { readonly published: Published; readonly id: string; readonly submission: NewSubmission }

/** Opens a case for the answers when nothing is wrong with them. Sent again by the same key with the same id, it finds the same case. */
export async function send(ctx: Ctx, { published, id, submission }: Wish): Promise<Sent> {
  const { prepared } = published
  const { answers: given, faults } = readFileAnswers(prepared, submission.answers)
  const answers = await located(ctx, given)
  const lang = submission.language ?? prepared.languages[0] ?? 'en'
  const evaluation = evaluate(prepared, answers, ctx.today)
  const { walk } = evaluation
  if (faults.length > 0) return { refused: 'answers', faults: inWords(prepared, faults) }
  if (evaluation.exit !== undefined) return { refused: 'not-accepted', why: wordsIn(prepared, lang).exit(evaluation.exit).title }
  if (!walk.done) return { refused: 'answers', faults: inWords(prepared, walk.faults) }
  return openCase(ctx.council, {
    caseId: caseIdOf(ctx.actor.id, id),
    prepared,
    channel: 'machine',
    by: ctx.actor.id,
    person: caseIdOf(`person of ${ctx.actor.id}`, id),
    lang,
    answers: walk.relevant,
    evaluation,
    at: ctx.now,
    today: ctx.today,
    origin: ctx.origin,
  })
}

/** Addresses lie where the council's register says, as those given on a page do. */
async function located({ council }: Ctx, answers: Answers): Promise<Answers> {
  const book = addressBook(council.store)
  const simple = async (answer: SimpleAnswer): Promise<SimpleAnswer> =>
    typeof answer === 'object' && 'lines' in answer ? locate(book, answer) : answer
  return mapped(answers, async (answer) => (isGroup(answer) ? Promise.all(answer.map((entry) => mapped(entry, simple))) : simple(answer)))
}

async function mapped<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => Promise<To>): Promise<Record<string, To>> {
  const entries = Object.entries(record).map(async ([id, value]) => [id, await change(value)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

function isGroup(answer: Answer): answer is readonly GroupEntry[] {
  return Array.isArray(answer) && answer.some((entry) => typeof entry === 'object')
}

/** A name that is no question of the service is not repeated: it could be anything. */
function inWords(prepared: Prepared, faults: readonly AnswerFault[]): readonly AnswerProblem[] {
  const wording = wordsIn(prepared, prepared.languages[0] ?? 'en')
  return faults.map((fault) => {
    const question = prepared.questions.has(fault.question) ? fault.question : ''
    return { page: fault.page, question, code: fault.code, message: wording.fault({ ...fault, question }) }
  })
}

/** A UUID (version 8, RFC 9562) made of who sends and what they call it, so that no sender can hit upon another's case. */
function caseIdOf(sender: string, id: string): string {
  const hex = createHash('sha256').update(`${sender} ${id.toLowerCase()}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
