/** The single place where the choices of a list of tasks are read from its address and written back into it. */
import { z } from 'zod'
import type { TasksAsked } from '../domain/index.ts'
import { taskStates } from '../domain/index.ts'

const Service = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/)
const Cursor = z.string().regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}_[1-9]\d{0,8}_[a-z][a-z0-9_]{0,62}$/)

/** Reads the choices. What cannot be read is left out: an old link never fails. */
export function readTasksAsked(query: URLSearchParams): Omit<TasksAsked, 'today'> {
  const state = z.enum(taskStates).safeParse(query.get('state')).data ?? 'open'
  const [due, caseId, given, ...task] = Cursor.safeParse(query.get('after')).data?.split('_') ?? []
  const after = due && caseId && given ? { due, caseId, given: Number(given), task: task.join('_') } : undefined
  return { state, isLate: state === 'open' && query.has('late'), service: Service.safeParse(query.get('service')).data, after }
}

export function tasksAddress({ state, isLate, service, after }: Omit<TasksAsked, 'today'>): string {
  const query = new URLSearchParams()
  if (state !== 'open') query.set('state', state)
  if (isLate) query.set('late', 'yes')
  if (service !== undefined) query.set('service', service)
  if (after) query.set('after', `${after.due}_${after.caseId}_${after.given}_${after.task}`)
  const text = query.toString()
  return text === '' ? '/staff/tasks' : `/staff/tasks?${text}`
}
