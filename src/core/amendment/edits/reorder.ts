/** The single place where sections, pages, questions and options are put into another order. */
import type { Path } from '../../diff/change.ts'
import { faults } from '../faults.ts'
import type { Ground } from '../ground.ts'
import { done, type Edit, type Of, refused } from './edit.ts'

export const reorder: Edit<'reorder'> = (ground, amendment) => {
  const { id, after } = amendment
  const list = listOf(ground, amendment)
  const name = id.split('.').at(-1) ?? id
  const there = list === undefined ? [] : ground.namesIn(list)
  if (list === undefined || !there.includes(name)) return refused(faults.notFound(id, there))
  if (after !== null && (after === name || !there.includes(after))) return refused(faults.notFound(after, there))
  const before = there[there.indexOf(name) - 1] ?? null
  return before === after ? done([]) : done([{ kind: 'moved', path: [...list, name], after, before }])
}

/** The path of the list that holds what is to be moved. */
function listOf(ground: Ground, { what, of, id }: Of<'reorder'>): Path | undefined {
  const { sections } = ground.definition.service
  if (what === 'section') return ['service', 'sections']
  if (what === 'question') return ground.findQuestion(id)?.path.slice(0, -1)
  if (what === 'option') {
    const path = of === undefined ? undefined : ground.findQuestion(of)?.path
    return path === undefined ? undefined : [...path, 'options']
  }
  const section = sections.find(({ pages }) => pages.some((page) => page.id === id))
  return section === undefined ? undefined : ['service', 'sections', section.id, 'pages']
}
