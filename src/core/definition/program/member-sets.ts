/** The single place that turns the options of a group’s members, written `people.role.tenant`, into the one word the language takes, and back. */
import type { Definition } from '../definition.ts'
import { questionsOf, setName } from './scope.ts'

/** The option sets of members of groups. A set is one word beneath, `people_role`, of the same length, so that offsets stay true. */
export class MemberSets {
  readonly #sets: readonly string[]
  readonly #pattern: RegExp

  constructor(definition: Definition) {
    this.#sets = questionsOf(definition).flatMap((group) =>
      group.kind === 'group' ? group.of.filter((member) => 'options' in member).map((member) => `${group.id}.${member.id}`) : [],
    )
    const names = this.#sets.map((set) => set.replace('.', '\\.')).join('|')
    // Texts in quotes are found too, and stay as they are.
    this.#pattern = new RegExp(`"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'|(?<![\\w.])(${names})(?=\\.)`, 'g')
  }

  /** An expression as the language takes it. */
  spoken(source: string): string {
    if (this.#sets.length === 0) return source
    return source.replace(this.#pattern, (found, set: string | undefined) => (set === undefined ? found : setName(set)))
  }

  /** What the language says, as authors write it. */
  written(text: string): string {
    return this.#sets.reduce((said, set) => said.replaceAll(setName(set), set), text)
  }
}
