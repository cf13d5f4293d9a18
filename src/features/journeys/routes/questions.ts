/** The routes of question pages: shown, answered, and the news that the service is not for them. */
import { type Answer, type FormFields, fieldsOf, type Question } from '#core/definition/index.ts'
import { findPageBefore, type WalkedPage } from '#core/journey/index.ts'
import { path } from '#http/language.ts'
import { type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param } from '#http/route.ts'
import { typedFrom } from '#ui/questions/index.ts'
import { answerPage, type Answered, fieldsFrom } from '../commands/answer.ts'
import { findJourney, type Journey, type Origin } from '../commands/journey.ts'
import { chosenFields, type Found, lookUpAgain } from '../commands/look-up.ts'
import { entriesOf, findPage, frontOf, groupOn, startOf } from '../domain/index.ts'
import { entryTitle } from '../views/entry-page.ts'
import { exitPage } from '../views/notices.ts'
import { type QuestionPage, questionPage } from '../views/question-page.ts'
import {
  addressOf,
  below,
  isChanging,
  type JourneyRoute,
  noService,
  onwardAddress,
  questionInvites,
  redirectOrSay,
  returning,
  showIn,
  shownOn,
} from './frame.ts'

export const questionRoutes: readonly JourneyRoute[] = [
  { method: 'GET', rest: '/apply', audit: 'journey-continued', handle: goOn },
  { method: 'GET', rest: '/apply/:page', audit: 'question-read', handle: showQuestions },
  { method: 'POST', rest: '/apply/:page', audit: 'question-answered', handle: takeAnswers },
  { method: 'GET', rest: '/not-here', audit: 'exit-read', handle: showExit },
]

/** To where they were, or to the first page. */
async function goOn(ctx: Ctx, origin: Origin): Promise<Reply> {
  const journey = await findJourney(ctx, origin)
  return journey ? seeOther(addressOf(ctx, journey, startOf(journey.walked))) : noService
}

async function showQuestions(ctx: Ctx, origin: Origin): Promise<Reply> {
  const journey = await findJourney(ctx, origin)
  if (!journey) return noService
  const whereabouts = findPage(journey, param(ctx, 'page'))
  if (whereabouts.at !== 'page') return redirectOrSay(ctx, journey, whereabouts)
  const { page } = whereabouts
  const group = groupOn(page)
  if (group && group.min > 0 && entriesOf(journey.answers, group).length === 0) {
    return seeOther(below(ctx, journey, `/apply/${page.page.id}/1${returning(ctx)}`))
  }
  const typed = storedFields(journey, page)
  const asked = page.questions.map((question) => ({ question, name: question.id }))
  return showPage(ctx, journey, { page, typed, faults: [], found: await lookUpAgain(ctx, asked, typed) })
}

async function takeAnswers(ctx: Ctx, origin: Origin): Promise<Reply> {
  const answered = await answerPage(ctx, { origin, pageId: param(ctx, 'page'), isChanging: isChanging(ctx) })
  return replyTo(ctx, answered)
}

function replyTo(ctx: Ctx, answered: Answered): Reply {
  if (answered.done === 'none') return noService
  const { journey } = answered
  if (answered.done === 'elsewhere') return redirectOrSay(ctx, journey, answered.whereabouts)
  if (answered.done === 'saved') return seeOther(onwardAddress(ctx, journey, answered.stop))
  const { page, faults, found } = answered
  return showPage(ctx, journey, { page, typed: fieldsFrom(ctx), faults, found })
}

type Shown = Pick<QuestionPage, 'page' | 'typed' | 'faults'> & { readonly found: Found }

function showPage(ctx: Ctx, journey: Journey, shown: Shown): Reply {
  const { page, questions } = shown.page
  const [only, ...more] = questions
  const before = findPageBefore(journey.walked, page.id)
  const isFirst = before === undefined
  const backHref = isChanging(ctx)
    ? addressOf(ctx, journey, 'check')
    : isFirst
      ? below(ctx, journey, '')
      : addressOf(ctx, journey, { page: before })
  const main = questionPage({
    ...shown,
    isCarried: questions.some((question) => journey.answers[question.id] === undefined && startingAnswer(journey, question) !== undefined),
    ...membersOf(ctx, journey, shown.page),
    lang: ctx.lang,
    csrf: ctx.csrf,
    shownAt: shownOn(ctx),
    wording: journey.wording,
    saveHref: journey.origin.mayBegin && !isFirst ? below(ctx, journey, '/save') : undefined,
    invites: questionInvites(ctx, journey, { page: page.id, question: more.length === 0 ? only?.id : undefined }),
  })
  const { title } = journey.wording.page(page.id)
  return showIn(ctx, journey, { title, main, backLink: { href: backHref }, error: shown.faults.length > 0 })
}

/** What the list of a group shows, and where one more is added. */
function membersOf(ctx: Ctx, journey: Journey, page: WalkedPage): Pick<QuestionPage, 'members' | 'addHref'> {
  const group = groupOn(page)
  if (!group) return {}
  const { lang } = ctx
  const { wording, answers } = journey
  const entries = entriesOf(answers, group)
  const href = (number: number, rest = '') => below(ctx, journey, `/apply/${page.page.id}/${number}${rest}${returning(ctx)}`)
  const members = entries.map((entry, index) => ({
    title: entryTitle({ lang, wording, group, index }),
    lines: wording.answer({ ...group, min: 0 }, [entry]).split('\n'),
    changeHref: href(index + 1),
    removeHref: href(index + 1, '/remove'),
  }))
  return { members, addHref: entries.length < group.max ? href(entries.length + 1) : undefined }
}

/** What a question not yet answered begins with: the answer carried over from an earlier case, or that to the earlier question it names. */
function startingAnswer({ draft, walked }: Journey, { id, starts }: Question): Answer | undefined {
  return draft?.carried?.answers[id] ?? (starts === undefined ? undefined : walked.relevant[starts])
}

/** Answers as form fields: those given, and where there is none yet what it begins with. */
function storedFields(journey: Journey, page: WalkedPage): FormFields {
  const fields = page.questions.flatMap((question) => {
    const answer = journey.answers[question.id] ?? startingAnswer(journey, question)
    if (answer === undefined) return []
    const own = fieldsOf(question, answer)
    return Object.entries(question.kind === 'address' ? chosenFields(own, question.id) : own)
  })
  return typedFrom(Object.fromEntries(fields))
}

async function showExit(ctx: Ctx, origin: Origin): Promise<Reply> {
  const journey = await findJourney(ctx, origin)
  if (!journey) return noService
  const { walked, wording } = journey
  if (walked.exit === undefined) return seeOther(addressOf(ctx, journey, frontOf(walked)))
  const { title, body } = wording.exit(walked.exit)
  const last = walked.pages.at(-1)?.page.id
  const backHref = last === undefined ? below(ctx, journey, '') : addressOf(ctx, journey, { page: last })
  const main = exitPage({ lang: ctx.lang, title, body, backHref, servicesHref: path(ctx.lang, '/services') })
  return showIn(ctx, journey, { title, main, backLink: { href: backHref } })
}
