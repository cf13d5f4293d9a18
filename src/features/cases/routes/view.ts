/** The single place where a case is prepared for whoever looks at it: only what they may see, and what they may do. */
import { listServices } from '#features/services/index.ts'
import { staff } from '#features/people/index.ts'
import type { Answers } from '#core/definition/answers.ts'
import type { Language } from '#core/definition/model/names.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { wordsIn } from '#core/definition/words.ts'
import { tellTurn } from '#core/telling/index.ts'
import { type Turn, turnsOf } from '#core/turn/index.ts'
import { mayDo } from '#http/actor.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Ctx } from '#http/route.ts'
import { applicableTo, type Opened } from '../commands/act.ts'
import { type CaseFact, filledIn, sealedOf } from '../domain/index.ts'
import { mayAct, mayDecide, mayReadAnswer, mayReadNotes, mayReadStep } from '../policy.ts'
import type { Refused, Rights } from '../views/actions.ts'
import type { CaseProps } from '../views/case-page.ts'
import { type Desk, deskFor } from '../views/desk.ts'

type Colleague = { readonly id: string; readonly name: string; readonly teams: readonly string[]; readonly isActive: boolean }

/** Words and names for an officer's page, the colleagues they come from, and what the flags of any service are called. */
export type OpenDesk = { readonly desk: Desk; readonly colleagues: readonly Colleague[]; readonly flagName: (flag: string) => string }

export async function openDesk(ctx: Ctx): Promise<OpenDesk> {
  const colleagues = await ctx.council.store.transaction(staff)
  const published = await listServices(ctx.council)
  const wordings = published.map(({ service, prepared }) => ({ service, wording: wordsIn(prepared, languageFor(prepared, ctx.lang)) }))
  const services = new Map(wordings.map(({ service, wording }) => [service, wording.service.name]))
  const flags = new Map(published.flatMap((one) => flagsOf(one, ctx.lang)))
  const people = new Map(colleagues.map(({ id, name }) => [id, name]))
  const flagName = (flag: string) => flags.get(flag) ?? flag.replaceAll('_', ' ')
  return { desk: deskFor(ctx, { people, services }), colleagues, flagName }
}

/** Staff may work in a language that the service does not have: then its own is shown. */
function languageFor(prepared: Prepared, lang: Language): Language {
  return prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? 'en')
}

function flagsOf({ prepared }: { readonly prepared: Prepared }, lang: Language): (readonly [string, string])[] {
  const wording = wordsIn(prepared, languageFor(prepared, lang))
  const { clocks, actions } = prepared.definition.service.casework
  const flags = [...clocks.map(({ fires }) => fires.flag), ...actions.map(({ effect }) => effect.flag)]
  return flags.flatMap((flag) => (flag === undefined ? [] : [[flag, wording.flag(flag)] as const]))
}

export async function viewOf(ctx: Ctx, opened: Opened, refused?: Refused): Promise<CaseProps> {
  const { current, facts, prepared } = opened
  const { actor } = ctx
  const { desk, colleagues } = await openDesk(ctx)
  const sealed = sealedOf(facts)
  const readable = (id: string) => {
    const found = prepared.questions.get(id)
    return found !== undefined && mayReadAnswer(actor, prepared, found.question)
  }
  const seen = sealed.seen.filter(({ question }) => readable(question))
  const steps = sealed.trace.filter(({ reads }) => mayReadStep(actor, prepared, reads))
  const isApplicable = applicableTo(opened)
  const ready = prepared.definition.service.casework.actions.filter(
    (action) =>
      current.closedAt === undefined && mayDo(actor, 'cases.act') && mayAct(actor, current, action) && isApplicable('actions', action.id),
  )
  const rights: Rights = {
    work: mayDo(actor, 'cases.work'),
    decide: mayDecide(actor, current),
    assignTo: mayDo(actor, 'cases.assign') ? colleagues.filter(({ isActive, teams }) => isActive && teams.includes(current.team)) : [],
    actions: ready.map(({ id }) => id),
    tasks: current.closedAt === undefined ? tasksToGive(opened) : [],
    appointments: current.closedAt === undefined ? appointmentsOf(opened) : [],
  }
  return {
    desk,
    current,
    prepared,
    facts,
    sealed: { ...sealed, reasons: steps.length === sealed.trace.length ? sealed.reasons : [] },
    seen,
    steps,
    turns: turnsFor(opened, sealed.answers).flatMap((turn) => (readable(turn.question) ? [tellTurn(turn, prepared, ctx.lang)] : [])),
    isSomeHidden: seen.length < sealed.seen.length || steps.length < sealed.trace.length,
    mayReadNotes: mayReadNotes(actor, current),
    answersOf: (fact) => actionAnswers(ctx, prepared, fact),
    rights,
    refused,
  }
}

/** What would change what the rules propose, as they stood on the day it was sent; nothing once it is decided. */
function turnsFor({ current, prepared }: Opened, answers: Answers): readonly Turn[] {
  return current.decision === undefined ? turnsOf(prepared, { answers, today: dayInLondon(new Date(current.openedAt)) }) : []
}

function appointmentsOf(opened: Opened): readonly string[] {
  const declared = opened.prepared.definition.service.casework.appointments ?? []
  const isApplicable = applicableTo(opened)
  return declared.flatMap(({ id }) => (isApplicable('appointments', id) ? [id] : []))
}

/** Tasks that officers may give: those offered, and those that came back; none that is open. */
function tasksToGive(opened: Opened): readonly string[] {
  const { current, prepared } = opened
  const isApplicable = applicableTo(opened)
  return (prepared.definition.service.casework.tasks ?? []).flatMap(({ id, offered }) => {
    const earlier = current.tasks.filter(({ task }) => task === id)
    const isGivable = (offered || earlier.length > 0) && !earlier.some(({ state }) => state === 'open')
    return isGivable && isApplicable('tasks', id) ? [id] : []
  })
}

/** What a form of an action or a task was filled in with, as far as it may be read. */
function actionAnswers(ctx: Ctx, prepared: Opened['prepared'], fact: CaseFact): { label: string; value: string }[] {
  if (fact.kind !== 'action-done' && fact.kind !== 'task-done') return []
  const [part, id] = fact.kind === 'action-done' ? (['actions', fact.data.action] as const) : (['tasks', fact.data.task] as const)
  const asks = prepared.definition.service.casework[part]?.find((one) => one.id === id)?.asks ?? []
  const form = wordsIn(prepared, ctx.lang).form(part, id)
  const filled = filledIn(fact)
  return asks.flatMap((question) => {
    const answer = filled[question.id]
    if (answer === undefined || !mayReadAnswer(ctx.actor, prepared, question)) return []
    return [{ label: form.question(question.id).short, value: form.answer(question, answer) }]
  })
}
