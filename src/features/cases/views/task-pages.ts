/** The single place that shows tasks to the people who do them: their list, and one task with what it needs. */
import type { AnswerFault } from '#core/definition/fault.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { wordsIn } from '#core/definition/words.ts'
import type { Values } from '#core/expression/index.ts'
import type { SimpleQuestion } from '#core/definition/model/question.ts'
import type { Form } from '#http/form.ts'
import type { Content } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { details } from '#ui/components/details.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { table } from '#ui/components/table.ts'
import { tag } from '#ui/components/tag.ts'
import { textarea } from '#ui/components/textarea.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { prose } from '#ui/markdown.ts'
import { fieldId, questionView } from '#ui/questions/index.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { wordsIn as wordsInUse } from '#ui/words/index.ts'
import {
  type Case,
  type ListedTask,
  never,
  type Seen,
  showReference,
  taskKey,
  type TaskList,
  type TaskMark,
  type TasksAsked,
  type TaskState,
} from '../domain/index.ts'
import type { WordKey } from '../words/index.ts'
import type { Desk } from './desk.ts'
import { lines } from './lines.ts'
import { showDay, showShortDay } from './moment.ts'

export type TaskListProps = {
  readonly desk: Desk
  readonly list: TaskList
  readonly asked: TasksAsked
  readonly labelOf: (row: ListedTask) => string
  /** The address of the list with these choices. */
  readonly address: (asked: Partial<TasksAsked>) => string
  readonly mostCounted: number
}

export const taskStateWords: Readonly<Record<TaskState, WordKey>> = {
  open: 'taskOpen',
  done: 'taskDone',
  'handed-back': 'taskBack',
  'called-off': 'taskOff',
}
const stateColours: Readonly<Record<TaskState, string>> = {
  open: 'govuk-tag--blue',
  done: 'govuk-tag--green',
  'handed-back': 'govuk-tag--yellow',
  'called-off': 'govuk-tag--grey',
}

export function taskListPage(props: TaskListProps): Content {
  const { desk, list } = props
  const { say } = desk
  const main = html`<h1 class="govuk-heading-l">${say('tasks')}</h1>
<p class="govuk-body">${say('tasksHelp')}</p>
${countLinks(props)}
${list.rows.length === 0 ? html`<p class="govuk-body">${say('noTasks')}</p>` : rowsTable(props)}
${list.isMore && html`<p class="govuk-body"><a class="govuk-link" rel="next" href="${props.address({ after: lastOf(list) })}">${say('tasksNext')}</a></p>`}`
  return { title: say('tasks'), main, wide: true }
}

function lastOf({ rows }: TaskList): TasksAsked['after'] {
  const last = rows.at(-1)
  return last && { due: last.dueOn, caseId: last.caseId, given: last.given, task: last.task }
}

function countLinks({ desk, list, asked, address, mostCounted }: TaskListProps): Html {
  const { say } = desk
  const count = (pick: (tally: TaskList['tallies'][number]) => number) => list.tallies.reduce((sum, tally) => sum + pick(tally), 0)
  const ofState = (state: TaskState) => count((tally) => (tally.state === state ? tally.tasks : 0))
  const link = (text: string, number: number, changed: Pick<TasksAsked, 'state' | 'isLate' | 'service'>) => {
    const isCurrent = changed.state === asked.state && changed.isLate === asked.isLate && changed.service === asked.service
    const shown = changed.state !== 'open' && number >= mostCounted ? say('manyMore', { count: String(number) }) : String(number)
    return html`<li><a href="${address({ ...changed, after: undefined })}"${isCurrent && html` aria-current="page"`}>${text}<span class="counts__number">${shown}</span></a></li>`
  }
  const services = list.tallies.filter(({ state }) => state === 'open')
  return html`<ul class="counts">${link(say('taskOpen'), ofState('open'), { state: 'open', isLate: false, service: undefined })}
${link(
  say('late'),
  count(({ state, late }) => (state === 'open' ? late : 0)),
  { state: 'open', isLate: true, service: undefined },
)}
${services.length > 1 && services.map(({ service, tasks }) => link(desk.serviceName(service), tasks, { state: 'open', isLate: false, service }))}
${(['done', 'handed-back', 'called-off'] as const).map((state) => link(say(taskStateWords[state]), ofState(state), { state, isLate: false, service: undefined }))}</ul>`
}

function rowsTable({ desk, list, labelOf }: TaskListProps): Html {
  const { say, ctx, to } = desk
  const head = [say('taskEntry'), say('service'), say('reference'), say('taskDue'), say('team'), say('taskGivenOn')]
  const rows = list.rows.map((row) => {
    const isLate = row.state === 'open' && row.dueOn < ctx.today
    const due = row.dueOn === never ? '–' : showShortDay(row.dueOn, ctx.lang)
    const href = to(`/staff/tasks/${row.caseId}/${taskKey(row)}`)
    return [
      { html: html`<a class="govuk-link" href="${href}">${labelOf(row)}</a>` },
      { text: desk.serviceName(row.service) },
      {
        html: html`${showReference(row.reference)}${row.isMadeUp && html`<br>${tag({ text: say('madeUp'), classes: 'govuk-tag--grey' })}`}`,
      },
      { html: isLate ? html`<strong>${due}</strong> ${tag({ text: say('late'), classes: 'govuk-tag--red' })}` : html`${due}` },
      { text: desk.teamName(row.team) },
      { text: showShortDay(row.givenAt.slice(0, 10), ctx.lang) },
    ]
  })
  const content = table({
    caption: say('tasks'),
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: head.map((text) => ({ text })),
    rows,
  })
  return tableScroll(say('tasks'), content)
}

export type TaskProps = {
  readonly desk: Desk
  readonly task: {
    readonly opened: { readonly current: Case; readonly prepared: Prepared }
    readonly mark: TaskMark
    readonly seen: readonly Seen[]
    readonly known: Values
  }
  /** Whether the whole case may be read too. */
  readonly mayReadCase: boolean
  /** Which form was refused, why, at which of its questions if at one, and what had been typed. */
  readonly refused?:
    | { readonly form: 'done' | 'back'; readonly message: string; readonly fault?: AnswerFault | undefined; readonly typed: Form }
    | undefined
}

export function taskPage(props: TaskProps): Content {
  const { desk, task, mayReadCase, refused } = props
  const { say, ctx, to } = desk
  const { opened, mark, seen } = task
  const { current, prepared } = opened
  const wording = wordsIn(prepared, ctx.lang, task.known)
  const { label, asked } = wording.task(mark.task)
  const reference = showReference(current.reference)
  const about = [
    { key: { text: say('service') }, value: { text: wording.service.name } },
    {
      key: { text: say('reference') },
      value: {
        html: mayReadCase ? html`<a class="govuk-link" href="${to(`/staff/cases/${current.id}`)}">${reference}</a>` : html`${reference}`,
      },
    },
    { key: { text: say('team') }, value: { text: desk.teamName(mark.team) } },
    ...(mark.due === undefined ? [] : [{ key: { text: say('taskDue') }, value: { text: showDay(mark.due, ctx.lang) } }]),
  ]
  const answers = summaryList({ rows: seen.map((one) => ({ key: { text: one.label }, value: { html: lines(one.value) } })) })
  const state = tag({ text: say(taskStateWords[mark.state]), classes: stateColours[mark.state] })
  const main = html`${refused && errorSummary({ titleText: say('problemTitle'), errorList: [{ text: refused.message, href: `#${placeOfFault(props)}` }] })}
<h1 class="govuk-heading-l">${label} ${state} ${mark.state === 'open' && mark.isLate && tag({ text: say('late'), classes: 'govuk-tag--red' })} ${current.isMadeUp && tag({ text: say('madeUp'), classes: 'govuk-tag--grey' })}</h1>
${summaryList({ rows: about })}
<h2 class="govuk-heading-m">${say('taskAsked')}</h2>
${prose(asked)}
<h2 class="govuk-heading-m">${say('taskNeeds')}</h2>
${seen.length === 0 ? html`<p class="govuk-body">${say('taskNoAnswers')}</p>` : answers}
${mark.state === 'open' && forms(props)}`
  return { title: label, main, error: refused !== undefined, backLink: { href: to('/staff/tasks'), text: say('backToTasks') } }
}

function forms(props: TaskProps): Html {
  const { desk, task, refused } = props
  const { say, ctx, to } = desk
  const { mark, opened } = task
  const action = (last: string) => to(`/staff/tasks/${opened.current.id}/${taskKey(mark)}/${last}`)
  const asks = opened.prepared.definition.service.casework.tasks?.find(({ id }) => id === mark.task)?.asks ?? []
  const isElsewhere = refused?.form === 'done' && refused.fault === undefined
  const done = html`${isElsewhere && html`<p class="govuk-error-message">${refused.message}</p>`}${asks.map((question) => fieldFor(props, question))}${button({ text: say('finishTask') })}`
  const back = html`${textarea({
    id: 'text',
    name: 'text',
    rows: 4,
    label: { text: say('whyHandBack') },
    value: refused?.form === 'back' ? refused.typed.get('text') : undefined,
    errorMessage: refused?.form === 'back' ? { text: refused.message, visuallyHiddenText: wordsInUse(ctx.lang).error } : undefined,
  })}${button({ text: say('handBack'), classes: 'govuk-button--secondary' })}`
  return html`<div id="what-to-do">${form({ action: action('done'), csrf: ctx.csrf, content: done })}
${details({ summaryText: say('handBack'), open: refused?.form === 'back', html: form({ action: action('back'), csrf: ctx.csrf, content: back }) })}</div>`
}

/** The id of what is at fault. */
function placeOfFault({ task, refused }: TaskProps): string {
  if (refused?.form === 'back') return 'text'
  const { casework } = task.opened.prepared.definition.service
  const asks = casework.tasks?.find(({ id }) => id === task.mark.task)?.asks
  const question = asks?.find(({ id }) => id === refused?.fault?.question)
  const parts = refused?.fault?.part === undefined ? [] : [refused.fault.part]
  return question ? fieldId(question, `${task.mark.task}-${question.id}`, parts) : 'what-to-do'
}

function fieldFor({ desk, task, refused }: TaskProps, question: SimpleQuestion): Html {
  const typed = refused?.form === 'done' ? { getAll: (field: string) => refused.typed.all(field) } : { getAll: () => [] }
  const { lang } = desk.ctx
  const text = wordsIn(task.opened.prepared, lang).form('tasks', task.mark.task).question(question.id)
  const fault = refused?.fault?.question === question.id ? refused.fault : undefined
  return questionView({
    ...{ question, text, name: `${task.mark.task}-${question.id}`, typed, lang, isPageHeading: false },
    error: fault && refused?.message,
    wrongParts: fault?.part === undefined ? undefined : [fault.part],
  })
}
