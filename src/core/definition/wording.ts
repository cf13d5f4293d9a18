/** The single place for the shape of a service’s words in one language, ready to be shown. */
import type { Answer } from './answers.ts'
import type { Words } from './definition.ts'
import type { AnswerFault, Flaw } from './fault.ts'
import type { Language } from './model/names.ts'
import type { Question, SimpleQuestion } from './model/question.ts'

/** One option of a question as it is shown. */
export type OptionText = { readonly id: string; readonly label: string; readonly hint?: string }

/** The words of one question, filled in. `short` is the label where no short form is given. */
export type QuestionText = {
  readonly label: string
  readonly short: string
  readonly hint?: string
  /** Markdown. */
  readonly statement?: string
  /** For one-of, many-of and yes-no, in the order of the definition. */
  readonly options: readonly OptionText[]
  /** For a group: what one of them is called. */
  readonly one?: string
  readonly of: (member: string) => QuestionText
}

/** The words of a form that an action or a task asks to be filled in. */
export type FormText = {
  readonly question: (id: string) => QuestionText
  readonly answer: (question: SimpleQuestion, answer: Answer) => string
  /** What to do about a flaw in an answer. */
  readonly fault: (fault: Pick<AnswerFault, 'question'> & Flaw) => string
}

/** The parts of casework that ask for a form. */
export type FormPart = 'actions' | 'tasks'

/** What a status may be called to people. */
export type StatusName = keyof NonNullable<Words['statuses']>

/** The words of a table of rules. */
export type TableText = {
  readonly label: string
  /** What an input or output is called. */
  readonly column: (id: string) => string
  /** A result in an output: outcomes and options by their labels, money and dates written out. */
  readonly value: (output: string, result: unknown) => string
}

/** The words of a service in one language. Everything called `body`, `start`, `after` or `statement` is Markdown. */
export type Wording = {
  readonly language: Language
  readonly translation: Words['translation']
  readonly service: {
    readonly name: string
    readonly summary: string
    readonly search: readonly string[]
    readonly start: string
    readonly needs: readonly string[]
    readonly cost?: string
    readonly after: string
  }
  readonly section: (id: string) => string
  /** `title` is the label of the page’s first question where the page has no title of its own. */
  readonly page: (id: string) => { readonly title: string; readonly body?: string }
  readonly question: (id: string) => QuestionText
  /** The words of what an action or task asks. */
  readonly form: (part: FormPart, id: string) => FormText
  readonly exit: (id: string) => { readonly title: string; readonly body: string }
  readonly outcome: (id: string) => { readonly label: string; readonly body?: string }
  readonly reason: (key: string) => string
  readonly action: (id: string) => { readonly label: string; readonly done: string }
  /** `asked` is Markdown: what whoever does it is asked; `given` and `done` are told to the person. */
  readonly task: (id: string) => { readonly label: string; readonly asked: string; readonly given: string; readonly done: string }
  /** `help` is Markdown. */
  readonly appointment: (id: string) => { readonly label: string; readonly where: string; readonly help?: string }
  /** What people are told of a status, where the service has words of its own for it. */
  readonly status: (status: StatusName) => string | undefined
  /** Who hears an appeal; undefined for a service that says nothing of it. */
  readonly appeal?: string | undefined
  readonly message: (id: string) => { readonly subject: string; readonly body: string }
  readonly purpose: (id: string) => string
  readonly condition: (id: string) => string
  readonly calculation: (id: string) => string
  /** What a figure of the scheme is called. */
  readonly constant: (id: string) => string
  readonly table: (id: string) => TableText
  /** What a condition, calculation or table gave, written out by its type; undefined where it can’t be told. */
  readonly result: (id: string, value: unknown) => string | undefined
  readonly flag: (id: string) => string
  readonly clock: (id: string) => string
  readonly benefit: (id: string) => string
  readonly effect: (id: string) => string
  /** An answer as it is read on the check page and in the case; lines are joined by `\n`. */
  readonly answer: (question: Question, answer: Answer) => string
  /** What to do about a fault in an answer: “Enter your full name”. */
  readonly fault: (fault: Pick<AnswerFault, 'question'> & Flaw) => string
}
