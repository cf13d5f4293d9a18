/** The single place where the words of a command name one person of one council, or it is said why they do not. */
import { findPeople } from '#features/records/index.ts'
import type { Council } from '#http/council.ts'
import type { Installation } from '../installation.ts'
import { type Invocation, NotDone, UsedWrongly } from './command.ts'
import { councilsMeant } from './installation.ts'

/** What `--help` says of the word PERSON. */
export const personHelp = 'PERSON         the reference of something they sent, their email address, or the id of a person'

/** @throws UsedWrongly without `--council`, before anything is opened */
export function refuseWithoutCouncil({ option }: Pick<Invocation, 'option'>): void {
  if (option('council') === undefined) throw new UsedWrongly('Say at which council: --council ID')
}

/** @throws NotDone when it means nobody, or several people */
export async function personMeant(
  installation: Installation,
  invocation: Pick<Invocation, 'option' | 'positionals' | 'io'>,
): Promise<{ readonly council: Council; readonly person: string }> {
  const [council] = councilsMeant(installation, invocation)
  if (!council) throw new UsedWrongly('Say at which council: --council ID')
  const typed = invocation.positionals[0] ?? ''
  invocation.io.progress('looking through all cases')
  const [found, ...others] = await findPeople(council, typed, { everywhere: true })
  if (!found)
    throw new NotDone(`${council.id} holds nothing about "${typed.slice(0, 80)}". Check it, or give the reference of something they sent`)
  if (others.length === 0) return { council, person: found.person }
  const lines = [found, ...others].map(
    ({ person, references, hasAccount }) => `  ${person}${hasAccount ? ' (signed in)' : ''} ${references.join(' ')}`,
  )
  throw new NotDone(`"${typed.slice(0, 80)}" can mean several. Say which, by id, and go on with each of them:\n${lines.join('\n')}`)
}
