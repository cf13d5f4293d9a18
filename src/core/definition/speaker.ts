/** The single place that finds the words of each part of a service and fills them in. */
import type { Values } from '#core/expression/index.ts'
import { answerWords, faultKey, wordFlaw } from './answer-words.ts'
import type { Words } from './definition.ts'
import type { Flaw } from './fault.ts'
import type { Language } from './model/names.ts'
import type { Question } from './model/question.ts'
import type { QuestionWords } from './model/words.ts'
import type { Prepared } from './prepare.ts'
import { setName } from './program/scope.ts'
import { fixedText, partOfNone } from './fixed-text.ts'
import { kindFor } from './questions/index.ts'
import { type RuleSubject, ruleWords } from './rule-words.ts'
import type { Speech } from './questions/question.ts'
import { type Filling, fillProse, fillText } from './sentence.ts'
import type { FormPart, FormText, OptionText, QuestionText, Wording } from './wording.ts'

/** What a speaker speaks of: the words of one language, and the pages whose questions they name. */
export type Subject = {
  readonly prepared: Prepared
  readonly words: Words
  readonly values: Values
  readonly pages: readonly { readonly id: string; readonly questions: readonly Question[] }[]
}

/** Speaks one language of one service. */
export class Speaker {
  readonly #subject: Subject
  readonly #words: Words
  readonly #language: Language
  readonly #filling: Filling

  constructor(subject: Subject) {
    this.#subject = subject
    this.#words = subject.words
    this.#language = subject.words.language
    const { yes, no } = answerWords[this.#language]
    this.#filling = {
      language: this.#language,
      values: subject.values,
      types: subject.prepared.program.scope.variables,
      optionLabel: (set, id) => this.#optionLabel(set, id),
      yesOrNo: (answer) => (answer ? yes : no),
    }
  }

  wording(): Wording {
    const words = this.#words
    return {
      language: this.#language,
      translation: words.translation,
      service: this.#service(),
      section: (id) => words.sections[id] ?? id,
      page: (id) => this.#page(id),
      question: (id) => this.#question(id),
      form: (part, id) => this.#form(part, id),
      exit: (id) => ({ title: words.exits[id]?.title ?? id, body: this.#prose(words.exits[id]?.body ?? '') }),
      outcome: (id) => this.#outcome(id),
      reason: (key) => this.#text(words.reasons[key] ?? key),
      action: (id) => ({ label: words.actions[id]?.label ?? id, done: words.actions[id]?.done ?? id }),
      ...this.#casework(),
      message: (id) => ({ subject: this.#text(words.messages[id]?.subject ?? id), body: this.#prose(words.messages[id]?.body ?? '') }),
      purpose: (id) => words.purposes[id] ?? id,
      condition: (id) => words.conditions[id] ?? id,
      calculation: (id) => words.calculations[id] ?? id,
      ...ruleWords(this.#rules()),
      flag: (id) => words.flags[id] ?? id,
      clock: (id) => words.clocks[id] ?? id,
      benefit: (id) => words.benefits[id] ?? id,
      effect: (id) => words.effects[id] ?? id,
      answer: (question, answer) => kindFor(question).show(question, answer, this.#speech(this.#question(question.id))),
      fault: (fault) => this.#fault(fault, { words: ownOf(words.questions, fault.question), question: this.#find(fault.question) }),
    }
  }

  #rules(): RuleSubject {
    const { prepared } = this.#subject
    const words = this.#words
    const nameOf = (name: string): string | undefined => {
      if (prepared.questions.has(name)) return this.#question(name).short
      return ownOf(words.conditions, name) ?? ownOf(words.calculations, name)
    }
    return { prepared, words, filling: this.#filling, outcome: answerWords[this.#language].outcome, nameOf }
  }

  #text(text: Parameters<typeof fillText>[0]): string {
    return fillText(text, this.#filling)
  }

  #prose(prose: string): string {
    return fillProse(prose, this.#filling)
  }

  #service(): Wording['service'] {
    const { name, summary, search, start, needs, cost, after } = this.#words.service ?? {}
    return {
      name: name ?? this.#subject.prepared.definition.service.id,
      summary: summary ?? '',
      search: search ?? [],
      start: this.#prose(start ?? ''),
      needs: needs ?? [],
      after: this.#prose(after ?? ''),
      ...(cost === undefined ? {} : { cost: this.#text(cost) }),
    }
  }

  #page(id: string): ReturnType<Wording['page']> {
    const { title, body } = this.#words.pages[id] ?? {}
    const first = this.#subject.pages.find((page) => page.id === id)?.questions[0]
    const label = first === undefined ? id : this.#question(first.id).label
    return { title: title === undefined ? label : this.#text(title), ...(body === undefined ? {} : { body: this.#prose(body) }) }
  }

  #outcome(id: string): ReturnType<Wording['outcome']> {
    const { label, body } = this.#words.outcomes[id] ?? {}
    return { label: label ?? id, ...(body === undefined ? {} : { body: this.#prose(body) }) }
  }

  #question(id: string): QuestionText {
    return this.#questionText(this.#find(id), ownOf(this.#words.questions, id), id)
  }

  #casework(): Pick<Wording, 'task' | 'appointment' | 'status' | 'appeal'> {
    const { tasks, appointments, statuses, appeal } = this.#words
    return {
      task: (id) => {
        const { label = id, asked = '', given = id, done = id } = tasks?.[id] ?? {}
        return { label, asked: this.#prose(asked), given, done }
      },
      appointment: (id) => {
        const { label = id, where = '', help } = appointments?.[id] ?? {}
        return { label, where: this.#text(where), ...(help === undefined ? {} : { help: this.#prose(help) }) }
      },
      status: (status) => statuses?.[status],
      appeal: appeal ?? this.#subject.prepared.definition.service.casework.appeal?.to,
    }
  }

  #form(part: FormPart, id: string): FormText {
    const words = (question: string) => this.#words[part]?.[id]?.questions[question]
    const asks = this.#subject.prepared.definition.service.casework[part]?.find((one) => one.id === id)?.asks ?? []
    const find = (name: string) => asks.find((question) => question.id === name)
    const question = (name: string) => this.#questionText(find(name), words(name), name)
    return {
      question,
      answer: (asked, answer) => kindFor(asked).show(asked, answer, this.#speech(question(asked.id))),
      fault: (fault) => this.#fault(fault, { words: words(fault.question), question: find(fault.question) }),
    }
  }

  #questionText(question: Question | undefined, words: QuestionWords | undefined, id: string): QuestionText {
    return fixedText(question, words, () => this.#filledText(question, words, id))
  }

  #filledText(question: Question | undefined, words: QuestionWords | undefined, id: string): QuestionText {
    const label = words === undefined ? id : this.#text(words.label)
    const { hint, statement, one } = words ?? {}
    return {
      label,
      short: words?.short ?? label,
      options: this.#options(question, words),
      of: question?.kind === 'group' ? (member) => this.#memberText(question, words, member) : partOfNone,
      ...(hint === undefined ? {} : { hint: this.#text(hint) }),
      ...(statement === undefined ? {} : { statement: this.#prose(statement) }),
      ...(one === undefined ? {} : { one }),
    }
  }

  #memberText(group: Extract<Question, { kind: 'group' }>, words: QuestionWords | undefined, id: string): QuestionText {
    const member = group.of.find((one) => one.id === id)
    return this.#questionText(member, ownOf(words?.of, id), id)
  }

  #options(question: Question | undefined, words: QuestionWords | undefined): readonly OptionText[] {
    const { yes, no } = answerWords[this.#language]
    const usual: Readonly<Record<string, string>> = question?.kind === 'yes-no' ? { yes, no } : {}
    const ids =
      question?.kind === 'yes-no'
        ? ['yes', 'no']
        : question !== undefined && 'options' in question
          ? question.options.map(({ id }) => id)
          : []
    return ids.map((id) => {
      const given = words?.options?.[id] ?? usual[id] ?? id
      if (typeof given === 'string') return { id, label: given }
      return { id, label: given.label, ...(given.hint === undefined ? {} : { hint: this.#text(given.hint) }) }
    })
  }

  #speech(text: QuestionText): Speech & { readonly label: string } {
    return {
      language: this.#language,
      label: text.short,
      option: (id) =>
        text.options.find((option) => option.id === id)?.label ?? (id === 'confirmed' ? answerWords[this.#language].confirmed : id),
      of: (member) => this.#speech(text.of(member)),
    }
  }

  #optionLabel(set: string, id: string): string {
    if (set === 'outcome') return this.#words.outcomes[id]?.label ?? id
    for (const question of this.#subject.pages.flatMap(({ questions }) => questions)) {
      if (question.id === set) return this.#speech(this.#question(set)).option(id)
      const member = question.kind === 'group' ? question.of.find((one) => setName(`${question.id}.${one.id}`) === set) : undefined
      if (member !== undefined) return this.#speech(this.#question(question.id).of(member.id)).option(id)
    }
    return id
  }

  #fault(
    fault: Flaw & { readonly question: string },
    place: { readonly words: QuestionWords | undefined; readonly question: Question | undefined },
  ): string {
    const member = fault.path?.find((step) => typeof step === 'string')
    const inside = place.question?.kind === 'group' ? place.question.of.find(({ id }) => id === member) : undefined
    const words = member === undefined ? place.words : ownOf(place.words?.of, member)
    const question = member === undefined ? place.question : inside
    const own = words?.faults?.[faultKey(fault.code)]
    if (own !== undefined) return this.#text(own)
    const { label, short, one } = this.#questionText(question, words, member ?? fault.question)
    // English makes a noun of the short form; in Welsh its first letter would mutate.
    const isNamed = this.#language === 'en' && (words?.short !== undefined || !label.endsWith('?'))
    const noun = words?.noun ?? (isNamed ? lowerFirst(short) : undefined)
    const about = {
      kind: question?.kind ?? 'text',
      name: short,
      label,
      ...(noun === undefined ? {} : { noun }),
      ...(one === undefined ? {} : { one }),
    }
    return wordFlaw(fault, this.#language, about)
  }

  #find(id: string): Question | undefined {
    for (const { questions } of this.#subject.pages) for (const question of questions) if (question.id === id) return question
    return undefined
  }
}

/** Ids in faults may come from outside, so that only a record’s own keys count. */
function ownOf<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}

/** “Full name” inside a sentence; “NHS number” stays. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
