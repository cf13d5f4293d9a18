/** The single place where it is decided which messages of the service go out at a moment, to whom, and what they say. */
import type { Message, Moment } from '#core/definition/model/casework.ts'
import type { Language } from '#core/definition/model/names.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { wordsIn } from '#core/definition/words.ts'
import type { Values } from '#core/expression/index.ts'
import { showReference } from './reference.ts'
import type { Contact } from './sealed.ts'

/** A message before it is handed over. `to` is an email address or, for a letter, name and address line by line. */
export type Outgoing = {
  readonly id: string
  readonly by: 'email' | 'letter'
  readonly to: string
  readonly lang: Language
  readonly subject: string
  readonly body: string
}

/** What messages are about. `link` leads to the person's own page of the case; `known` is what expressions and words may name. */
export type About = {
  readonly prepared: Prepared
  readonly lang: Language
  readonly reference: string
  readonly link: string
  readonly contact: Contact
  readonly known: Values
}

/** Why messages go out: a moment of the case, or an action or clock that names one. */
export type Cause = {
  readonly moment?: Moment | undefined
  readonly message?: string | undefined
  readonly outcome?: string | undefined
  readonly reasons?: readonly string[] | undefined
  /** What an officer asked. */
  readonly question?: string | undefined
  /** Further names that the words may use. */
  readonly names?: Values | undefined
}

/** The messages that go out. Somebody who gave neither an email address nor a postal one is sent nothing. */
export function correspondence(about: About, cause: Cause): readonly Outgoing[] {
  const { casework } = about.prepared.definition.service
  const due = casework.messages.filter((message) => isDue(message, about, cause))
  if (due.length === 0) return []
  const wording = wordsIn(about.prepared, about.lang, { ...about.known, ...namesOf(about, cause) })
  return due.flatMap((message) => {
    const address = addressFor(message, about.contact)
    return address ? [{ id: message.id, lang: about.lang, ...address, ...wording.message(message.id) }] : []
  })
}

function isDue(message: Message, { prepared, known }: About, { moment, message: named }: Cause): boolean {
  const isMeant = message.id === named || (message.on !== undefined && message.on === moment)
  const when = prepared.program.messages.get(message.id)
  return isMeant && (when === undefined || when.evaluate(known) === true)
}

function addressFor(message: Message, { name, email, address }: Contact): Pick<Outgoing, 'by' | 'to'> | undefined {
  if (message.by === 'email' && email !== undefined) return { by: 'email', to: email }
  if (address !== undefined) return { by: 'letter', to: [...(name === undefined ? [] : [name]), ...address].join('\n') }
  return email === undefined ? undefined : { by: 'email', to: email }
}

/** What the words of a message may name besides what was answered and worked out. */
function namesOf({ prepared, lang, reference, link }: About, { outcome, reasons = [], question, names }: Cause): Values {
  return {
    ...names,
    reference: showReference(reference),
    link,
    reasons: reasons.join('\n\n'),
    ...(question !== undefined && { question }),
    ...(outcome !== undefined && { outcome: wordsIn(prepared, lang).outcome(outcome).label }),
  }
}
