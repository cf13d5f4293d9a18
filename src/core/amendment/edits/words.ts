/** The single place where words are put in place of others. */
import type { Change, Path } from '../../diff/change.ts'
import type { Json } from '../../diff/json.ts'
import { faults } from '../faults.ts'
import type { Ground } from '../ground.ts'
import { done, type Edit, refused } from './edit.ts'

/** Lists of words take a line for each. */
const listed = new Set(['search', 'needs'])

export const reword: Edit<'reword'> = (ground, { words, to }) => {
  const [part = ''] = words
  const given = ground.definition.service.languages.flatMap((language) => {
    const text = to[language]
    return text === undefined ? [] : [{ at: ['words', language], text }]
  })
  const stray = given.find(({ at }) => ground.findPart([...at, part]) === undefined)
  if (stray !== undefined) return refused(faults.notFound(words.join('.'), ground.namesIn(stray.at)))
  return done(...given.map(({ at, text }) => reworded(ground, [...at, ...words], text)))
}

function reworded(ground: Ground, path: Path, text: string): readonly Change[] {
  const last = path.at(-1) ?? ''
  const above = path.slice(0, -1)
  const parent = ground.findValue(above)
  if (typeof parent === 'string') return ofOption(ground, above, { last, parent, text })
  if (text === '') return ground.set(path, undefined)
  const value = listed.has(last) ? text.split('\n').flatMap((line) => line.trim() || []) : kept(ground, path, text)
  return parent === undefined ? nested(ground, above, { [last]: value }) : ground.set(path, value)
}

/** Words of an option are its label alone, or label and hint. */
function ofOption(
  ground: Ground,
  path: Path,
  { last, parent, text }: { readonly last: string; readonly parent: string; readonly text: string },
): readonly Change[] {
  if (last === 'label') return ground.set(path, text)
  return text === '' ? [] : ground.set(path, { label: parent, [last]: text })
}

/** The label of an option that has a hint too is put in place of the label alone. */
function kept(ground: Ground, path: Path, text: string): Json {
  const standing = ground.findValue(path)
  const isLabelled = typeof standing === 'object' && standing !== null && 'label' in standing && path.at(-2) === 'options'
  return isLabelled ? { ...standing, label: text } : text
}

/** Words for a part that had none of this sort so far. */
function nested(ground: Ground, path: Path, value: Json): readonly Change[] {
  const last = path.at(-1)
  if (last === undefined) return []
  const above = path.slice(0, -1)
  return ground.findPart(above) === undefined ? nested(ground, above, { [last]: value }) : ground.set(path, value)
}
