/** The single place where an edit finds the parts of the definition it is about, and writes what it does to them as changes. */
import type { Definition, ResolvedPage, ResolvedSection } from '../definition/definition.ts'
import type { GroupQuestion, Question, SimpleQuestion } from '../definition/model/question.ts'
import type { Change, Path } from '../diff/change.ts'
import type { Json } from '../diff/json.ts'
import { grow, jsonOf, type Tree } from '../diff/tree.ts'

/** A question or a member of a group, with what it stands in and its path; `words` is where its words are below a language. */
export type Found = {
  readonly section: ResolvedSection
  readonly page: ResolvedPage
  readonly group?: GroupQuestion
  readonly question: Question | SimpleQuestion
  readonly path: Path
  readonly words: Path
}

export class Ground {
  readonly definition: Definition
  readonly #tree: Tree

  constructor(definition: Definition) {
    this.definition = definition
    this.#tree = grow(definition).tree
  }

  /** A question by its id, or a member as `group.member`. */
  findQuestion(name: string): Found | undefined {
    const [id = '', member] = name.split('.')
    for (const section of this.definition.service.sections) {
      for (const page of section.pages) {
        const question = page.questions.find((one) => one.id === id)
        if (question === undefined) continue
        const path = ['service', 'sections', section.id, 'pages', page.id, 'questions', id]
        if (member === undefined) return { section, page, question, path, words: ['questions', id] }
        const inside = question.kind === 'group' ? question.of.find((one) => one.id === member) : undefined
        if (inside === undefined || question.kind !== 'group') return undefined
        const below = { path: [...path, 'of', member], words: ['questions', id, 'of', member] }
        return { section, page, group: question, question: inside, ...below }
      }
    }
    return undefined
  }

  findPart(path: Path): Tree | undefined {
    let part: Tree | undefined = this.#tree
    for (const step of path) part = part?.kind === 'map' || part?.kind === 'list' ? part.of.get(step) : undefined
    return part
  }

  findValue(path: Path): Json | undefined {
    const part = this.findPart(path)
    return part === undefined ? undefined : jsonOf(part)
  }

  /** Names of the members of a list, in order; keys of an object. */
  namesIn(path: Path): readonly string[] {
    const part = this.findPart(path)
    return part === undefined || part.kind === 'leaf' ? [] : [...part.of.keys()]
  }

  /** The changes that make a part this value, or take it away; none where it is so already. */
  set(path: Path, value: Json | undefined): readonly Change[] {
    const before = this.findValue(path)
    if (before === undefined) return value === undefined ? [] : [{ kind: 'added', path, value, after: null }]
    if (value === undefined) return [{ kind: 'removed', path, value: before, after: null }]
    return JSON.stringify(before) === JSON.stringify(value) ? [] : [{ kind: 'changed', path, before, after: value }]
  }

  /** The changes that take a part away with its words in every language. */
  dropped(path: Path, words: Path): readonly Change[] {
    return [...this.set(path, undefined), ...this.silenced(words)]
  }

  /** The changes that take words away in every language. */
  silenced(words: Path): readonly Change[] {
    return this.definition.service.languages.flatMap((language) => this.set(['words', language, ...words], undefined))
  }
}
