/** The single place where sections, pages, questions and options are put into another order. */
import type { Path } from '../../diff/change.ts'
import { faults } from '../faults.ts'
import type { Ground } from '../ground.ts'
import { done, type Edit, type Of, refused } from './edit.ts'

export const reorder: Edit<'reorder'> = (ground, amendment) => {
  const { id, after, section } = amendment
  if (amendment.what === 'page' && section !== undefined) return placeIn(ground, { page: id, section, after })
  const list = listOf(ground, amendment)
  const name = id.split('.').at(-1) ?? id
  const there = list === undefined ? [] : ground.namesIn(list)
  if (list === undefined || !there.includes(name)) return refused(faults.notFound(id, there))
  if (after !== null && (after === name || !there.includes(after))) return refused(faults.notFound(after, there))
  const before = there[there.indexOf(name) - 1] ?? null
  return before === after ? done([]) : done([{ kind: 'moved', path: [...list, name], after, before }])
}

type Placing = { readonly page: string; readonly section: string; readonly after: string | null }

/** Into another section. One that held nothing else goes. */
function placeIn(ground: Ground, { page, section, after }: Placing): ReturnType<typeof done> {
  const { sections } = ground.definition.service
  const from = sections.find(({ pages }) => pages.some(({ id }) => id === page))
  const to = ['service', 'sections', section, 'pages']
  const there = ground.namesIn(to)
  if (from === undefined)
    return refused(
      faults.notFound(
        page,
        sections.flatMap(({ pages }) => pages.map(({ id }) => id)),
      ),
    )
  if (!sections.some(({ id }) => id === section))
    return refused(
      faults.notFound(
        section,
        sections.map(({ id }) => id),
      ),
    )
  if (from.id === section) return reorder(ground, { edit: 'reorder', what: 'page', id: page, after })
  if (after !== null && !there.includes(after)) return refused(faults.notFound(after, there))
  const path = ['service', 'sections', from.id, 'pages', page]
  const value = ground.findValue(path)
  if (value === undefined) return refused(faults.notFound(page, []))
  const isLast = from.pages.length === 1
  const gone = isLast
    ? [...ground.set(path.slice(0, 3), undefined), ...ground.silenced(['sections', from.id])]
    : ground.set(path, undefined)
  return done(gone, [{ kind: 'added', path: [...to, page], value, after }])
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
