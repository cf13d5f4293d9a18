/** The single place where a submission becomes a case. */
import { hash } from 'node:crypto'
import type { Council } from '#http/council.ts'
import {
  areaOf,
  contactOf,
  correspondence,
  type Opened,
  nationOf,
  reasonsIn,
  referenceFrom,
  seal,
  type Submission,
  submitted,
} from '../domain/index.ts'
import { openCases, type Opening, rowOf, taskRowsOf } from '../store/index.ts'
import { onceMark } from './once.ts'
import { linkTo, messagesFrom } from './post.ts'

/** Opens a case, acknowledged after its commit; many at once are written together. The same `caseId` again gives the same reference. */
export function openCase(council: Council, submission: Submission): Promise<Opened> {
  const { caseId, prepared, evaluation } = submission
  const service = prepared.definition.service.id
  const openingFor = remember((reference: string) => openingOf(council, submission, reference))
  const referenceAt = (attempt: number) => referenceFrom(digest(`reference ${council.id} ${caseId} ${attempt}`))
  openingFor(referenceAt(0))
  const once = evaluation.once === undefined ? undefined : onceMark(council, digest(`once ${council.id} ${service} ${evaluation.once}`))
  return council.store.tell(openCases, { caseId, service, once, referenceAt, openingFor })
}

/** Everything written for a submission, worked out before its transaction begins. */
function openingOf(council: Council, submission: Submission, reference: string): Opening {
  const { caseId, prepared, lang, origin, evaluation } = submission
  const contact = contactOf(submission)
  const about = { prepared, lang, reference, link: linkTo(origin, lang, reference), contact, known: evaluation.known }
  const outgoing = submission.madeUp ? [] : correspondence(about, { moment: 'submitted', reasons: reasonsIn(evaluation, prepared, lang) })
  const nation = nationOf(council.settings['bank-holidays'])
  const messages = outgoing.map(({ id }) => id)
  const { fact, current } = submitted(submission, { reference, nation, personal: seal(submission), messages })
  return {
    fact,
    row: rowOf(current, { name: contact.name, area: areaOf(submission.answers, current.counts) }),
    messages: messagesFrom(outgoing, { caseId, seq: 1 }),
    tasks: taskRowsOf(current),
  }
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}

/** The same function, working only once for each argument in a row. */
function remember<Result>(work: (key: string) => Result): (key: string) => Result {
  let last: { readonly key: string; readonly result: Result } | undefined
  return (key) => {
    if (last?.key !== key) last = { key, result: work(key) }
    return last.result
  }
}
