/** The single place that shows what staff can do to a case: one small form for each, and only what makes sense now. */
import type { SimpleQuestion } from '#core/definition/model/question.ts'
import { wordsIn } from '#core/definition/words.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import type { Form } from '#http/form.ts'
import { button } from '#ui/components/button.ts'
import { details } from '#ui/components/details.ts'
import { input } from '#ui/components/input.ts'
import { radios } from '#ui/components/radios.ts'
import { select } from '#ui/components/select.ts'
import { textarea } from '#ui/components/textarea.ts'
import { form } from '#ui/form.ts'
import { html, type Html, type Renderable } from '#ui/html.ts'
import { questionView } from '#ui/questions/index.ts'
import { type Case, methods } from '../domain/index.ts'
import type { Desk } from './desk.ts'

/** What was refused: which form, why, and what had been typed. */
export type Refused = { readonly deed: string; readonly message: string; readonly typed: Form }

/** What the actor may do, apart from whether the case allows it now. */
export type Rights = {
  readonly work: boolean
  readonly decide: boolean
  /** Colleagues the case may be given to, by id. */
  readonly assignTo: readonly { readonly id: string; readonly name: string }[]
  /** Ids of the service's own actions that may be done now. */
  readonly actions: readonly string[]
  /** Ids of the tasks that may be given now. */
  readonly tasks: readonly string[]
  /** Ids of the appointments that may be booked now. */
  readonly appointments: readonly string[]
}

export type ActionsProps = {
  readonly desk: Desk
  readonly current: Case
  readonly prepared: Prepared
  readonly rights: Rights
  readonly refused?: Refused | undefined
}

export function actions(props: ActionsProps): Html {
  const { desk, current, rights } = props
  const isOpen = current.closedAt === undefined
  const isUndecided = isOpen && !current.decision
  const blocks: Renderable[] = [
    isOpen && rights.work && assignForms(props),
    isUndecided && rights.decide && (current.proposal ? secondForms(props) : decideForm(props)),
    isUndecided &&
      rights.work &&
      !current.proposal &&
      textForm(props, { deed: 'ask', open: 'askPerson', label: 'question', hint: 'askHint', send: 'sendQuestion' }),
    isUndecided && rights.work && answerForms(props),
    ...rights.actions.map((id) => actionForm(props, id)),
    rights.work && textForm(props, { deed: 'note', open: 'addNote', label: 'note', hint: 'noteHint', send: 'save' }),
    rights.work && paymentForm(props),
    isUndecided && rights.work && textForm(props, { deed: 'withdraw', open: 'withdraw', label: 'whyWithdraw', send: 'withdraw' }),
    isOpen && current.decision && rights.work && closeForm(props),
    (current.decision || !isOpen) && rights.work && textForm(props, { deed: 'reopen', open: 'reopen', label: 'whyReopen', send: 'reopen' }),
  ]
  return html`<section aria-labelledby="actions"><h2 class="govuk-heading-m" id="actions">${desk.say('actions')}</h2>${blocks}</section>`
}

type Posted = { readonly deed: string; readonly content: Renderable }

/** Every form says where the case stood when the page was made, so that nobody acts on what has changed. */
export function post({ desk, current }: ActionsProps, { deed, content }: Posted): Html {
  const action = desk.to(`/staff/cases/${current.id}/${deed}`)
  return form({ action, csrf: desk.ctx.csrf, content: html`<input type="hidden" name="seq" value="${current.seq}">${content}` })
}

export function folded(props: ActionsProps, { deed, title, content }: Posted & { readonly title: string }): Html {
  return details({ summaryText: title, html: post(props, { deed, content }), open: props.refused?.deed === deed, classes: 'act' })
}

export function errorOf({ refused }: ActionsProps, deed: string): { readonly text: string } | undefined {
  return refused?.deed === deed ? { text: refused.message } : undefined
}

export function typedIn({ refused }: ActionsProps, deed: string, name: string): string | undefined {
  return refused?.deed === deed ? refused.typed.get(name) : undefined
}

function assignForms(props: ActionsProps): Html {
  const { desk, current, rights } = props
  const { say, ctx } = desk
  const isMine = current.assignee === ctx.actor.id
  const own = isMine ? { to: '', text: say('giveBack') } : { to: ctx.actor.id, text: say('take') }
  const others = rights.assignTo.filter(({ id }) => id !== current.assignee)
  const items = [{ value: '', text: say('nobody') }, ...others.map(({ id, name }) => ({ value: id, text: name }))]
  return html`${post(props, {
    deed: 'assign',
    content: html`<input type="hidden" name="to" value="${own.to}">${button({ text: own.text, classes: isMine ? 'govuk-button--secondary' : '' })}`,
  })}
${
  others.length > 0 &&
  folded(props, {
    deed: 'assign',
    title: say('assignedTo'),
    content: html`${select({ id: 'to', name: 'to', label: { text: say('assignedTo') }, items })}${button({ text: say('save'), classes: 'govuk-button--secondary' })}`,
  })
}`
}

type TextWords = Parameters<Desk['say']>[0]
type TextForm = {
  readonly deed: string
  readonly open: TextWords
  readonly label: TextWords
  readonly hint?: TextWords
  readonly send: TextWords
}

function textForm(props: ActionsProps, { deed, open, label, hint, send }: TextForm): Html {
  const { say } = props.desk
  const area = textarea({
    id: `${deed}-text`,
    name: 'text',
    rows: 4,
    label: { text: say(label) },
    hint: hint && { text: say(hint) },
    value: typedIn(props, deed, 'text'),
    errorMessage: errorOf(props, deed),
  })
  return folded(props, { deed, title: say(open), content: html`${area}${button({ text: say(send), classes: 'govuk-button--secondary' })}` })
}

function answerForms(props: ActionsProps): Html {
  const { say } = props.desk
  const open = props.current.asks.filter(({ isAnswered }) => !isAnswered)
  return html`${open.map(({ seq }) => {
    const area = textarea({
      id: `answer-${seq}`,
      name: 'text',
      label: { text: say('answer') },
      value: typedIn(props, 'answer', 'text'),
      errorMessage: errorOf(props, 'answer'),
    })
    const content = html`<input type="hidden" name="ask" value="${seq}">${area}${button({ text: say('save'), classes: 'govuk-button--secondary' })}`
    return folded(props, { deed: 'answer', title: say('recordAnswer'), content })
  })}`
}

function decideForm(props: ActionsProps): Html {
  const { desk, prepared, current } = props
  const { say, ctx } = desk
  const wording = wordsIn(prepared, ctx.lang)
  const { outcomes, casework } = prepared.definition.service
  const chosen = typedIn(props, 'decide', 'outcome') ?? current.proposed ?? undefined
  const pair = casework.pair.map((id) => wording.outcome(id).label).join(', ')
  const content = html`${radios({
    name: 'outcome',
    fieldset: { legend: { text: say('outcome'), classes: 'govuk-fieldset__legend--s' } },
    hint: pair === '' ? undefined : { text: say('pairHint', { outcomes: pair }) },
    items: outcomes.map(({ id }) => ({ value: id, text: wording.outcome(id).label })),
    value: chosen,
    classes: 'govuk-radios--small',
    errorMessage: errorOf(props, 'decide'),
  })}${textarea({
    id: 'reason',
    name: 'reason',
    rows: 4,
    label: { text: say('reason') },
    hint: { text: say('reasonHint') },
    value: typedIn(props, 'decide', 'reason'),
  })}${button({ text: say('makeDecision') })}`
  return html`<section class="act act--open" aria-labelledby="decide"><h3 class="govuk-heading-s" id="decide">${say('decide')}</h3>${post(props, { deed: 'decide', content })}</section>`
}

function secondForms(props: ActionsProps): Html {
  const { desk, prepared, current } = props
  const { say, ctx } = desk
  const outcome = wordsIn(prepared, ctx.lang).outcome(current.proposal?.outcome ?? '').label
  const isOwn = current.proposal?.by === ctx.actor.id
  return html`<section class="act act--open" aria-labelledby="second"><h3 class="govuk-heading-s" id="second">${say('secondOpinion')}</h3>
<p class="govuk-body">${say('secondWaits', { outcome })}</p>
${
  isOwn
    ? html`<p class="govuk-body">${say('refusedSamePerson')}</p>`
    : html`${post(props, { deed: 'confirm', content: button({ text: say('agree') }) })}
${textForm(props, { deed: 'send-back', open: 'sendBack', label: 'whySentBack', send: 'sendBack' })}`
}</section>`
}

function paymentForm(props: ActionsProps): Html {
  const { say } = props.desk
  const names = { card: say('payCard'), cash: say('payCash'), cheque: say('payCheque'), transfer: say('payTransfer') }
  const content = html`${input({
    id: 'amount',
    name: 'amount',
    label: { text: say('amount') },
    hint: { text: say('amountHint') },
    prefix: { text: '£' },
    inputmode: 'decimal',
    classes: 'govuk-input--width-10',
    value: typedIn(props, 'pay', 'amount'),
    errorMessage: errorOf(props, 'pay'),
  })}${select({ id: 'method', name: 'method', label: { text: say('method') }, items: methods.map((value) => ({ value, text: names[value] })) })}${input(
    {
      id: 'receipt',
      name: 'receipt',
      label: { text: say('receipt') },
      classes: 'govuk-input--width-20',
      value: typedIn(props, 'pay', 'receipt'),
    },
  )}${button({ text: say('recordPayment'), classes: 'govuk-button--secondary' })}`
  return folded(props, { deed: 'pay', title: say('recordPayment'), content })
}

function closeForm(props: ActionsProps): Html {
  const { say } = props.desk
  const content = html`<p class="govuk-body">${say('closeHelp')}</p>${button({ text: say('close'), classes: 'govuk-button--secondary' })}`
  return folded(props, { deed: 'close', title: say('close'), content })
}

/** A form made from the questions an action asks. */
function actionForm(props: ActionsProps, id: string): Html {
  const { desk, prepared } = props
  const wording = wordsIn(prepared, desk.ctx.lang)
  const asks = prepared.definition.service.casework.actions.find((action) => action.id === id)?.asks ?? []
  const deed = `act/${id}`
  const fields = asks.map((question) => fieldFor(props, { question, deed, id }))
  const content = html`${errorOf(props, deed) && html`<p class="govuk-error-message">${props.refused?.message}</p>`}${fields}${button({ text: wording.action(id).label, classes: 'govuk-button--secondary' })}`
  return folded(props, { deed, title: wording.action(id).label, content })
}

function fieldFor({ desk, prepared, refused }: ActionsProps, asked: { question: SimpleQuestion; deed: string; id: string }): Html {
  const { question, deed, id } = asked
  const name = `${id}-${question.id}`
  const typed = refused?.deed === deed ? { getAll: (field: string) => refused.typed.all(field) } : { getAll: () => [] }
  const text = wordsIn(prepared, desk.ctx.lang).form('actions', id).question(question.id)
  return questionView({ question, text, name, typed, lang: desk.ctx.lang, isPageHeading: false })
}
