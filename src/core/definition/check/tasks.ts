/** The single place that checks tasks for other teams: each can be given, its answers exist and may be read, and no decision waits for ever. */
import type { Task } from '../model/casework.ts'
import type { Finding } from '../program/compile.ts'
import { suggest } from '#core/expression/nearest.ts'
import type { Path } from '../source/document.ts'
import { at, type Check, placedQuestions, type Subject } from './subject.ts'

const root: Path = ['service', 'casework']

export const checkTasks: Check = (subject) => {
  const { tasks = [] } = subject.definition.service.casework
  return [
    ...actionFindings(subject, tasks),
    ...tasks.flatMap((task, index) => {
      const path = [...root, 'tasks', index]
      return [...startFindings(subject, task, path), ...awaitedFindings(task, path), ...shownFindings(subject, task, path)]
    }),
  ]
}

/** Actions that give a task the service does not have. */
function actionFindings({ definition }: Subject, tasks: readonly Task[]): readonly Finding[] {
  const known = tasks.map(({ id }) => id)
  return definition.service.casework.actions.flatMap(({ effect: { task } }, index) =>
    task === undefined || known.includes(task)
      ? []
      : [
          at([...root, 'actions', index, 'effect', 'task'], {
            code: 'unknown-task',
            message: `There is no task “${task}”.`,
            help: suggest(task, known),
          }),
        ],
  )
}

/** A task that nothing and nobody gives. */
function startFindings({ definition }: Subject, { id, on, offered }: Task, path: Path): readonly Finding[] {
  const isGiven = on !== undefined || offered || definition.service.casework.actions.some(({ effect }) => effect.task === id)
  if (isGiven) return []
  const help = 'Say on: what gives it, offered: true to let officers give it, or let an action give it.'
  return [at([...path, 'id'], { code: 'unused-task', message: `Nothing gives the task “${id}”.`, help })]
}

/** What begins with the decision cannot hold it up. */
function awaitedFindings({ id, on, awaited }: Task, path: Path): readonly Finding[] {
  if (!awaited || on !== 'decided') return []
  const message = `The decision cannot wait for “${id}”: it is given once that has been made.`
  return [at([...path, 'awaited'], { code: 'wrong-value', message, help: 'Take awaited out, or let something earlier give it.' })]
}

/** Answers shown that are none, or that nobody who does the task may read. */
function shownFindings({ definition }: Subject, { who, shows = [] }: Task, path: Path): readonly Finding[] {
  const questions = new Map(placedQuestions(definition).map(({ question }) => [question.id, question]))
  return shows.flatMap((name, index): Finding[] => {
    const question = questions.get(name)
    const place = [...path, 'shows', index]
    if (question === undefined) {
      const help = suggest(name, [...questions.keys()])
      return [at(place, { code: 'unknown-question', message: `There is no question “${name}”.`, help })]
    }
    const purpose = question.purpose === undefined ? undefined : definition.service.purposes[question.purpose]
    if (purpose === undefined || purpose.readers.some((role) => who.includes(role))) return []
    const message = `None of ${who.join(', ')} may read the answer to “${name}”.`
    return [at(place, { code: 'not-readable', message, help: `Add one of them to the readers of ${question.purpose}, or take it out.` })]
  })
}
