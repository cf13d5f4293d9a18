/** The single place that shows officers what others have been asked to do in a case and which times are booked, and lets them ask or call it off. */
import { wordsIn } from '#core/definition/words.ts'
import { formatDateWithWeekday } from '#core/value/date-words.ts'
import { button } from '#ui/components/button.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { tag } from '#ui/components/tag.ts'
import { textarea } from '#ui/components/textarea.ts'
import { html, type Html } from '#ui/html.ts'
import { findBooking, taskKey, type TaskMark } from '../domain/index.ts'
import { type ActionsProps, errorOf, folded, post, typedIn } from './actions.ts'
import { showDay } from './moment.ts'
import { taskStateWords } from './task-pages.ts'

/** What stands in the case about tasks. */
export function tasksIn(props: ActionsProps): Html | undefined {
  const { desk, current, prepared } = props
  const { say } = desk
  if (current.tasks.length === 0) return undefined
  const wording = wordsIn(prepared, desk.ctx.lang)
  return html`<h2 class="govuk-heading-m">${say('tasks')}</h2>
${summaryList({ rows: current.tasks.map((mark) => ({ key: { text: wording.task(mark.task).label }, value: { html: standing(props, mark) } })) })}`
}

function standing({ desk }: ActionsProps, { state, team, due, isLate, awaited }: TaskMark): Html {
  const { say, ctx } = desk
  const isOpen = state === 'open'
  return html`${say(taskStateWords[state])} · ${desk.teamName(team)}${isOpen && due !== undefined && html` · ${say('taskDue')} ${showDay(due, ctx.lang)}`}
${isOpen && isLate && tag({ text: say('late'), classes: 'govuk-tag--red' })}${isOpen && awaited && html`<br>${say('taskAwaited')}`}`
}

/** The appointments of the case, booked or not, each with the page on which staff book it. */
export function appointmentsIn({ desk, current, prepared, rights }: ActionsProps): Html | undefined {
  const { say, ctx, to } = desk
  const ids = [...new Set([...rights.appointments, ...current.booked.map(({ appointment }) => appointment)])]
  if (ids.length === 0) return undefined
  const wording = wordsIn(prepared, ctx.lang)
  const rows = ids.map((id) => {
    const booked = findBooking(current.booked, id)
    const link = html`<br><a class="govuk-link" href="${to(`/staff/cases/${current.id}/appointments/${id}`)}">${say('bookFor')}</a>`
    const time = booked ? `${formatDateWithWeekday(booked.day, ctx.lang)}, ${booked.at}` : say('notBooked')
    return {
      key: { text: wording.appointment(id).label },
      value: { html: html`${time}${rights.work && current.closedAt === undefined && link}` },
    }
  })
  return html`<h2 class="govuk-heading-m">${say('appointments')}</h2>
${summaryList({ rows })}`
}

/** What an officer may do about tasks: ask for one, or call an open one off. */
export function taskForms(props: ActionsProps): Html {
  const { desk, current, prepared, rights } = props
  const { say } = desk
  const labelOf = (task: string) => wordsIn(prepared, desk.ctx.lang).task(task).label
  const open = current.tasks.filter(({ state }) => state === 'open')
  return html`${rights.tasks.map((task) =>
    post(props, {
      deed: `give/${task}`,
      content: button({ text: say('giveTask', { task: labelOf(task) }), classes: 'govuk-button--secondary' }),
    }),
  )}
${open.map((mark) => {
  const deed = `call-off/${taskKey(mark)}`
  const area = textarea({
    id: `${deed}-text`,
    name: 'text',
    rows: 3,
    label: { text: say('whyCallOff') },
    value: typedIn(props, deed, 'text'),
    errorMessage: errorOf(props, deed),
  })
  const content = html`${area}${button({ text: say('callOff'), classes: 'govuk-button--secondary' })}`
  return folded(props, { deed, title: `${labelOf(mark.task)}: ${say('callOff').toLowerCase()}`, content })
})}`
}
