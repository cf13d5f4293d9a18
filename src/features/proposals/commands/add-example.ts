/** The single place where an example person is put beside a suggested change, to be released with it. */
import type { Actor } from '#http/actor.ts'
import type { Council } from '#http/council.ts'
import { isOpen } from '../domain/index.ts'
import { mayChange } from '../policy.ts'
import { contentData } from './change.ts'
import { isAuthor } from './moderate.ts'
import { type Saved, saveStep } from './save.ts'
import { dueOn } from './suggest.ts'

/** `path` is its file, `scenarios/<id>.yaml`. */
export type Adding = { readonly actor: Actor; readonly at: string; readonly today: string; readonly path: string; readonly text: string }

/** What people back stays the same: the change itself does not. */
export function addExample(
  council: Council,
  id: string,
  adding: Adding,
): Promise<Saved<'not-allowed' | 'closed' | 'no-content' | 'taken'>> {
  const { actor, at, today, path, text } = adding
  return saveStep(council, id, (proposal) => {
    const { content } = proposal
    if (!isOpen(proposal)) return { refused: 'closed' }
    if (!mayChange(actor, proposal, isAuthor(proposal, actor))) return { refused: 'not-allowed' }
    if (!content) return { refused: 'no-content' }
    if (Object.hasOwn(content.examples, path)) return { refused: 'taken' }
    const data = contentData({ ...content, revision: content.revision + 1, examples: { ...content.examples, [path]: text } })
    return { facts: [{ kind: 'changed', at, by: actor.id, data: { ...data, due: dueOn(council, today) } }] }
  })
}
