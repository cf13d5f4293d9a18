/** The single place that says what else belongs to a part of a definition: its words in every language, and the cells of a column. */
import type { Path } from './change.ts'
import { isSameTree, type Tree } from './tree.ts'

/** Whether a side changed what belongs to a part, though perhaps not the part itself: whoever takes the part away takes that too. */
export function areBelongingsChanged(path: Path, base: Tree, side: Tree): boolean {
  const part = partAt(base, path)
  if (part === undefined) return false
  if (isColumn(path)) return areCellsChanged(path, base, side)
  const languages = namesIn(partAt(base, ['words']))
  return wordsOf(path, part).some((words) => languages.some((language) => isChanged(['words', language, ...words], base, side)))
}

export function partAt(tree: Tree | undefined, path: Path): Tree | undefined {
  let part = tree
  for (const step of path) part = part === undefined || part.kind === 'leaf' ? undefined : part.of.get(step)
  return part
}

export function namesIn(tree: Tree | undefined): readonly string[] {
  return tree === undefined || tree.kind === 'leaf' ? [] : [...tree.of.keys()]
}

/** Where the words of a part are, below a language. */
export function wordsOf(path: Path, part: Tree): readonly Path[] {
  const [first, second = '', name, ...rest] = path
  if (first === 'tables') return ofTable(path, part)
  if (first !== 'service' || name === undefined) return []
  if (second === 'sections') return ofJourney([name, ...rest], part)
  if (second === 'casework') return ofCasework([name, ...rest])
  if (second === 'measures') return rest[0] === undefined ? [] : [['benefits', rest[0]]]
  return rest.length === 0 ? [[second, name]] : []
}

/** `path` begins with the section: section, `pages`, page, `questions`, question, and what is in it. */
function ofJourney(path: Path, part: Tree): readonly Path[] {
  const [section = '', , page, , question, ...inside] = path
  if (page === undefined) return path.length === 1 ? [['sections', section], ...pagesIn(part)] : []
  if (question === undefined) return path.length === 3 ? [['pages', page], ...questionsIn(part)] : []
  const below = inside.map((step) => (step === 'valid' ? 'faults' : step))
  return inside.length % 2 === 0 ? [['questions', question, ...below]] : []
}

function pagesIn(section: Tree): readonly Path[] {
  const pages = partAt(section, ['pages'])
  return namesIn(pages).flatMap((page) => {
    const part = partAt(pages, [page])
    return part === undefined ? [] : [['pages', page], ...questionsIn(part)]
  })
}

function questionsIn(page: Tree): readonly Path[] {
  return namesIn(partAt(page, ['questions'])).map((question) => ['questions', question])
}

function ofCasework([list = '', name, , question]: Path): readonly Path[] {
  if (name === undefined) return []
  return question === undefined ? [[list, name]] : [[list, name, 'questions', question]]
}

function ofTable([, table = '', list, name, ...rest]: Path, part: Tree): readonly Path[] {
  if (list === undefined) {
    const rows = partAt(part, ['rows'])
    return [['tables', table], ...namesIn(rows).flatMap((row) => reasonsOf(partAt(rows, [row])))]
  }
  if (name === undefined || rest.length > 0) return []
  return list === 'rows' ? reasonsOf(part) : [['tables', table, 'columns', name]]
}

function reasonsOf(row: Tree | undefined): readonly Path[] {
  const reason = partAt(row, ['reason'])
  return reason?.kind === 'leaf' && typeof reason.value === 'string' ? [['reasons', reason.value]] : []
}

function isColumn([first, , list, name, ...rest]: Path): boolean {
  return first === 'tables' && (list === 'inputs' || list === 'outputs') && name !== undefined && rest.length === 0
}

/** A row that the side added and that asks something of the column counts too. */
function areCellsChanged([, table = '', list, column = '']: Path, base: Tree, side: Tree): boolean {
  const cells = list === 'inputs' ? 'when' : 'then'
  const rows = ['tables', table, 'rows']
  return namesIn(partAt(side, rows)).some((row) => {
    const now = partAt(side, [...rows, row, cells, column])
    const old = partAt(base, [...rows, row, cells, column])
    if (now === undefined || (old !== undefined && isSameTree(old, now))) return false
    return old !== undefined || now.kind !== 'leaf' || now.value !== '-'
  })
}

function isChanged(path: Path, base: Tree, side: Tree): boolean {
  const [old, now] = [partAt(base, path), partAt(side, path)]
  if (old === undefined || now === undefined) return old !== now
  return !isSameTree(old, now)
}
