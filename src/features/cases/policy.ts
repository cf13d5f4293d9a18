/** The single place that says who may do what to which case. Pure. */
import type { Action } from '#core/definition/model/casework.ts'
import type { Question } from '#core/definition/model/question.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { type Actor, isStaff, mayDo, type Permissions } from '#http/actor.ts'
import { asksName, type Case, type Deed, findTask, questionsBehind, readersOf, type TaskMark, type TasksOf } from './domain/index.ts'

/** Who holds what from the start. Partners read and act on the cases of their teams, as far as the services name their roles. */
export const permissions: Permissions = {
  'cases.read': ['officer', 'manager', 'partner'],
  'cases.act': ['officer', 'manager', 'partner'],
  'cases.tasks': ['officer', 'manager', 'partner'],
  'cases.work': ['officer', 'manager'],
  'cases.decide': ['officer', 'manager'],
  'cases.assign': ['manager'],
  'cases.manage': ['manager'],
  'cases.find-names': ['officer', 'manager'],
  'cases.export': ['officer', 'manager'],
}

/** Staff read the cases of their teams, those who manage read all; nobody works on their own, which they follow as residents do. */
export function mayRead(actor: Actor, { team, person }: Pick<Case, 'team' | 'person'>): boolean {
  if (!isStaff(actor) || !mayDo(actor, 'cases.read') || actor.id === person) return false
  return mayDo(actor, 'cases.manage') || actor.teams.includes(team)
}

/** The teams whose cases an actor may read; `all` for those who manage. */
export function teamsRead(actor: Actor): 'all' | readonly string[] {
  if (!isStaff(actor) || !mayDo(actor, 'cases.read')) return []
  return mayDo(actor, 'cases.manage') ? 'all' : actor.teams
}

/** Whoever does a task sees the task and what it needs, also where the case is not theirs; who manages sees all. Nobody does one about themselves. */
export function mayReadTask(actor: Actor, { person }: Pick<Case, 'person'>, { team, who }: Pick<TaskMark, 'team' | 'who'>): boolean {
  if (!isStaff(actor) || !mayDo(actor, 'cases.tasks') || actor.id === person) return false
  return mayDo(actor, 'cases.manage') || (actor.teams.includes(team) && who.some((role) => actor.roles.includes(role)))
}

/** Whose tasks an actor is shown in the list. */
export function tasksRead(actor: Actor): TasksOf {
  if (!isStaff(actor) || !mayDo(actor, 'cases.tasks')) return { teams: [], roles: [] }
  return { teams: mayDo(actor, 'cases.manage') ? 'all' : actor.teams, roles: actor.roles }
}

/** An answer is read by the roles its purpose names, and by nobody else. */
export function mayReadAnswer(actor: Actor, prepared: Prepared, question: Question): boolean {
  return readersOf(prepared, question).some((role) => actor.roles.includes(role))
}

/** The name in a list is an answer like any other: read where the questions that ask for it may be read. */
export function mayReadName(actor: Actor, prepared: Prepared): boolean {
  const questions = [...prepared.questions.values()].map(({ question }) => question)
  return questions.every((question) => !asksName(question) || mayReadAnswer(actor, prepared, question))
}

/** What was worked out is read by whoever may read everything it was worked out from. */
export function mayReadStep(actor: Actor, prepared: Prepared, reads: readonly string[]): boolean {
  return questionsBehind(prepared, reads).every((question) => mayReadAnswer(actor, prepared, question))
}

/** What officers write is read by officers; partners read only what they may do something about. */
export function mayReadNotes(actor: Actor, current: Case): boolean {
  return mayRead(actor, current) && actor.kind === 'officer'
}

/** A further action is done by the roles it names. */
export function mayAct(actor: Actor, current: Case, action: Action): boolean {
  return mayRead(actor, current) && action.who.some((role) => actor.roles.includes(role))
}

/** Assigning to oneself or letting go is everyday work; giving work to somebody else needs `cases.assign`. */
export function mayAssign(actor: Actor, current: Case, to: string | null): boolean {
  if (!mayRead(actor, current) || !mayDo(actor, 'cases.work')) return false
  return to === actor.id || (to === null && current.assignee === actor.id) || mayDo(actor, 'cases.assign')
}

/** Whoever decides is an officer of the case. */
export function mayDecide(actor: Actor, current: Case): boolean {
  return mayRead(actor, current) && actor.kind === 'officer' && mayDo(actor, 'cases.decide')
}

/** Whether an actor may do a deed at all; whether the case allows it now is for `judge`. */
export function mayDoTo(actor: Actor, current: Case, { deed, prepared }: { deed: Deed; prepared: Prepared }): boolean {
  if (deed.do === 'decide' || deed.do === 'confirm' || deed.do === 'send-back') return mayDecide(actor, current)
  if (deed.do === 'finish-task' || deed.do === 'hand-back') {
    const mark = findTask(current.tasks, deed.place)
    return mark !== undefined && mayReadTask(actor, current, mark)
  }
  if (deed.do === 'renew') return false
  if (deed.do === 'assign') return mayAssign(actor, current, deed.to)
  if (deed.do === 'act') {
    const action = prepared.definition.service.casework.actions.find(({ id }) => id === deed.action)
    return action !== undefined && mayAct(actor, current, action)
  }
  return mayRead(actor, current) && mayDo(actor, 'cases.work')
}

/** Searching by name shows who has a case at all, so it is a right of its own. */
export function mayFindByName(actor: Actor): boolean {
  return mayDo(actor, 'cases.find-names')
}
