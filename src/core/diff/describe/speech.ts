/** The single place that finds what the parts of one definition are called in one language. */
import type { Definition, Words } from '../../definition/definition.ts'
import type { Language } from '../../definition/model/names.ts'
import type { GroupQuestion, Question, SimpleQuestion } from '../../definition/model/question.ts'
import type { QuestionWords, Text } from '../../definition/model/words.ts'
import { nameInBraces } from '../../definition/sentence.ts'
import { type Sayings, sayings } from './sayings.ts'

/** A question with what it stands in. */
type Placed = { readonly question: Question; readonly page: string; readonly section: string }

type Listed = 'exits' | 'outcomes' | 'actions' | 'messages'

export class Speech {
  readonly definition: Definition
  readonly language: Language
  readonly say: Sayings
  readonly #words: Words | undefined
  readonly #questions: ReadonlyMap<string, Placed>

  constructor(definition: Definition, language: Language) {
    this.definition = definition
    this.language = language
    this.say = sayings[language]
    const [source = 'en'] = definition.service.languages
    this.#words = definition.words[language] ?? definition.words[source]
    this.#questions = new Map(
      definition.service.sections.flatMap((section) =>
        section.pages.flatMap((page) =>
          page.questions.map((question) => [question.id, { question, page: page.id, section: section.id }] as const),
        ),
      ),
    )
  }

  find(question: string): Placed | undefined {
    return this.#questions.get(question)
  }

  findMember(group: string, member: string): SimpleQuestion | undefined {
    const question = this.find(group)?.question
    return question?.kind === 'group' ? membersOf(question).find(({ id }) => id === member) : undefined
  }

  /** “What is your name?” */
  question(id: string, member?: string): string {
    return this.#labelled(this.questionWords(id, member), member ?? id)
  }

  option(option: string, words: QuestionWords | undefined): string {
    const given = own(words?.options, option)
    const usual: Readonly<Record<string, string>> = { yes: this.say.yes, no: this.say.no }
    return this.quoted(given === undefined ? (own(usual, option) ?? spaced(option)) : typeof given === 'string' ? given : given.label)
  }

  questionWords(id: string, member?: string): QuestionWords | undefined {
    const words = own(this.#words?.questions, id)
    return member === undefined ? words : own(words?.of, member)
  }

  asked(action: string, question: string): string {
    return this.#labelled(own(own(this.#words?.actions, action)?.questions, question), question)
  }

  /** Its heading, or its only question. */
  page(id: string): string {
    const title = own(this.#words?.pages, id)?.title
    if (title !== undefined) return this.quoted(this.plain(title))
    const [question] = this.definition.service.sections.flatMap(({ pages }) => pages.find((page) => page.id === id)?.questions ?? [])
    return question === undefined ? this.quoted(spaced(id)) : this.question(question.id)
  }

  section(id: string): string {
    return this.quoted(own(this.#words?.sections, id) ?? spaced(id))
  }

  /** Named by one sentence each. */
  named(part: 'purposes' | 'conditions' | 'calculations' | 'clocks' | 'flags' | 'benefits' | 'effects', id: string): string {
    return this.quoted(own(this.#words?.[part], id) ?? spaced(id))
  }

  constant(id: string): string {
    return own(this.#words?.constants, id) ?? upperFirst(spaced(id))
  }

  listed(part: Listed, id: string): string {
    const words = this.#words
    const found =
      part === 'exits'
        ? own(words?.exits, id)?.title
        : part === 'messages'
          ? own(words?.messages, id)?.subject
          : own(part === 'outcomes' ? words?.outcomes : words?.actions, id)?.label
    return this.quoted(found === undefined ? spaced(id) : this.plain(found))
  }

  reason(id: string): string {
    const given = own(this.#words?.reasons, id)
    return this.quoted(given === undefined ? spaced(id) : this.plain(given))
  }

  table(id: string): string {
    return this.quoted(own(this.#words?.tables, id)?.label ?? spaced(id))
  }

  /** What a name that expressions use is called, without quotation marks; undefined where nothing says it. */
  #short(name: string): string | undefined {
    const words = this.#words
    const question = own(words?.questions, name)
    if (question !== undefined) return question.short ?? this.plain(question.label)
    return own(words?.calculations, name) ?? own(words?.constants, name) ?? own(words?.conditions, name)
  }

  quoted(text: string): string {
    return this.say.quoted(text)
  }

  /** A sentence with the names in it called what they are called. */
  plain(text: Text): string {
    const sentence = typeof text === 'string' ? text : text.other
    return sentence.replace(nameInBraces, (_, name: string) => `[${this.#short(name) ?? spaced(name)}]`)
  }

  #labelled(words: QuestionWords | undefined, id: string): string {
    return this.quoted(words === undefined ? spaced(id) : this.plain(words.label))
  }
}

function membersOf(group: GroupQuestion): readonly SimpleQuestion[] {
  return group.of
}

/** Names may come from outside, so that only a record’s own keys count. */
function own<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}

export function spaced(id: string): string {
  return id.replaceAll(/[_-]/g, ' ')
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
