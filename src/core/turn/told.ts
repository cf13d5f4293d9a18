/** The single place that says which answers a person may be told would change their result. */
import type { Definition } from '../definition/definition.ts'
import type { SimpleQuestion } from '../definition/model/question.ts'
import { isProtected } from '../definition/protected.ts'

/** Whether a person may be told that this answer would change a result: theirs to act on, and not protected. `root` is the question or its group. */
export function mayBeTold(definition: Definition, root: string, question: SimpleQuestion): boolean {
  const asked = definition.service.sections
    .flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
    .find(({ id }) => id === root)
  const group = asked?.kind === 'group' ? asked : undefined
  const isTheirs = question.yours || (group?.yours ?? false)
  return isTheirs && !isProtected(definition, question, group)
}
