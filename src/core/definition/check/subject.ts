/** The single place for what a check of meaning is given and gives. */
import type { Definition } from '../definition.ts'
import type { Question } from '../model/question.ts'
import type { Origins } from '../origins.ts'
import type { Finding } from '../program/compile.ts'
import type { Program } from '../program/program.ts'
import type { Path } from '../source/document.ts'

/** `files` are the names of all files of the pack, those with faults included. */
export type Subject = {
  readonly definition: Definition
  readonly program: Program
  readonly origins: Origins
  readonly files: ReadonlySet<string>
}
export type Check = (subject: Subject) => readonly Finding[]

/** A question with its place. `page` counts pages over all sections. */
export type PlacedQuestion = { readonly question: Question; readonly path: Path; readonly page: number; readonly block?: string }

/** Every question outside groups, in order, with its place. */
export function placedQuestions(definition: Definition): readonly PlacedQuestion[] {
  let page = -1
  return definition.service.sections.flatMap((section, at) =>
    section.pages.flatMap((one, index) => {
      page += 1
      const path = ['service', 'sections', at, 'pages', index, 'questions']
      return one.questions.map((question, number) => ({
        question,
        path: [...path, number],
        page,
        ...(one.block === undefined ? {} : { block: one.block }),
      }))
    }),
  )
}

/** A finding at the value of a path. */
export function at(path: Path, told: Pick<Finding, 'code' | 'message' | 'help'>): Finding {
  return { place: { path }, ...told }
}
