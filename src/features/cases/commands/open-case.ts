/** The single place where a submission becomes a case. */
import { createHash } from 'node:crypto'
import type { Council } from '#http/council.ts'
import type { OpenedPersonal } from '#store/fact.ts'
import {
  caseFrom,
  correspondence,
  type Opened,
  nationOf,
  reasonsIn,
  readFact,
  referenceFrom,
  seal,
  type Submission,
  submitted,
  unseal,
} from '../domain/index.ts'
import { openCases, type Opening, rowOf, streamOf } from '../store/index.ts'
import { linkTo, messagesFrom } from './post.ts'

/** Opens a case, acknowledged after its commit; many at once are written together. The same `caseId` again gives the same reference. */
export function openCase(council: Council, submission: Submission): Promise<Opened> {
  const { caseId, prepared, evaluation } = submission
  const service = prepared.definition.service.id
  const openingFor = remember((reference: string) => openingOf(council, submission, reference))
  const referenceAt = (attempt: number) => referenceFrom(digest(`reference ${council.id} ${caseId} ${attempt}`))
  openingFor(referenceAt(0))
  const once = evaluation.once === undefined ? undefined : digest(`once ${council.id} ${service} ${evaluation.once}`)
  return council.store.tell(openCases, { caseId, service, once, referenceAt, openingFor })
}

/** Everything written for a submission, worked out before its transaction begins. */
function openingOf(council: Council, submission: Submission, reference: string): Opening {
  const { caseId, prepared, lang, origin, answers, evaluation } = submission
  const personal = seal(submission)
  const opened = personal.map((part): OpenedPersonal => ({ ...part, erased: false }))
  const sealed = unseal(opened)
  const about = { prepared, lang, reference, link: linkTo(origin, lang, reference), contact: sealed.contact, known: evaluation.known }
  const outgoing = correspondence(about, { moment: 'submitted', reasons: reasonsIn(sealed, prepared, lang) })
  const messages = outgoing.map(({ id }) => id)
  const fact = submitted(submission, { reference, nation: nationOf(council.settings['bank-holidays']), personal, messages })
  const read = readFact({ ...fact, id: caseId, stream: streamOf(caseId), seq: 1, personal: opened })
  const current = read && caseFrom(caseId, [read])
  if (!current) throw new Error(`a submission to ${Object.keys(answers).length} questions did not open a case`)
  return { fact, row: rowOf(current, sealed.contact.name), messages: messagesFrom(outgoing, { caseId, seq: 1 }) }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** The same function, working only once for each argument in a row. */
function remember<Result>(work: (key: string) => Result): (key: string) => Result {
  let last: { readonly key: string; readonly result: Result } | undefined
  return (key) => {
    if (last?.key !== key) last = { key, result: work(key) }
    return last.result
  }
}
