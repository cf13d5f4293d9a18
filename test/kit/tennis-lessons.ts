/** The single place for the made-up service that tests of tasks, appointments and renewal use: tennis lessons, in both languages. */
import { readFileSync } from 'node:fs'
import { prepare, type Prepared, readPack } from '#core/definition/index.ts'
import { evaluate } from '#core/journey/index.ts'
import type { Submission } from '#features/cases/index.ts'
import { newId } from '#store/uuid.ts'

const names = ['service.yaml', 'words.en.yaml', 'words.cy.yaml']

function prepared(): Prepared {
  const files = new Map(names.map((name) => [name, readFileSync(new URL(`tennis-lessons/${name}`, import.meta.url), 'utf8')]))
  const { definition, faults } = readPack(files)
  if (!definition) throw new Error(faults.map(({ file, line, message, help }) => `${file}:${line} ${message} ${help}`).join('\n'))
  return prepare(definition)
}

/** The service, compiled once for all tests of a file. */
export const tennisLessons = prepared()

/** What a finished journey hands over; each call is another person. */
export function lessonAsked(change: Partial<Submission> = {}): Submission {
  const answers = { full_name: 'Ada Player', email: 'ada@example.org', age: 30, health: 'A bad knee', ...change.answers }
  return {
    caseId: newId(),
    prepared: tennisLessons,
    channel: 'web',
    by: 'visitor',
    person: newId(),
    lang: 'en',
    evaluation: evaluate(tennisLessons, answers, '2026-11-02'),
    at: '2026-11-02T10:00:00.000Z',
    today: '2026-11-02',
    origin: 'https://northby.example',
    ...change,
    answers,
  }
}
