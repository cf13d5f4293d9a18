/** The GOV.UK Frontend `taskList`: what there is to do, with the status of each part. */
import { attributes, type Attributes, given } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, type Content, contentOf, type Options } from '../options.ts'
import { tag, type TagOptions } from './tag.ts'

type TaskListItem = Options<{
  title: Content & Options<{ classes: string }>
  hint: Content
  status: Content & Options<{ tag: TagOptions; classes: string }>
  href: string
  classes: string
}>

export type TaskListOptions = Options<{
  items: readonly (TaskListItem | false | null | undefined)[]
  classes: string
  attributes: Attributes
  idPrefix: string
}>

export function taskList(options: TaskListOptions): Html {
  const prefix = options.idPrefix || 'task-list'
  return html`<ul class="${classes('govuk-task-list', options.classes)}"${attributes(options.attributes)}>
${options.items?.map((item, index) => item && task(item, `${prefix}-${index + 1}`))}
</ul>`
}

function task(item: TaskListItem, id: string): Html {
  const { href, title, hint, status } = item
  const describedBy = classes(hint && `${id}-hint`, `${id}-status`)
  const name = href
    ? html`<a class="${classes('govuk-link govuk-task-list__link', title?.classes)}" href="${href}" aria-describedby="${describedBy}">${contentOf(title)}</a>`
    : html`<div${given({ class: title?.classes })}>${contentOf(title)}</div>`
  return html`<li class="${classes('govuk-task-list__item', href && 'govuk-task-list__item--with-link', item.classes)}">
  <div class="govuk-task-list__name-and-hint">
    ${name}
    ${hint && html`<div id="${id}-hint" class="govuk-task-list__hint">${contentOf(hint)}</div>`}
  </div>
  <div class="${classes('govuk-task-list__status', status?.classes)}" id="${id}-status">${status?.tag ? tag(status.tag) : contentOf(status)}</div>
</li>`
}
