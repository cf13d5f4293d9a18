/** The routes on which staff look at what is new in services taken over, put both sides together and hand the outcome over. */
import { wordsIn } from '#core/definition/index.ts'
import { diff, keyOfPath, summary } from '#core/diff/index.ts'
import type { Settlements } from '#core/merge/index.ts'
import { publishedService } from '#features/services/index.ts'
import { mayDo } from '#http/actor.ts'
import { inLanguage } from '#http/council.ts'
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { decline, findMeeting, handOver, type Meeting } from '../commands/merge.ts'
import { findAdopted } from '../commands/read.ts'
import { type Choices, noChoices } from '../commands/together.ts'
import { mayMerge, mayRead } from '../policy.ts'
import { findLook } from '../store.ts'
import { meetingPage, type MeetingPage } from '../views/meeting-page.ts'
import { staffPage, type TakenOver } from '../views/staff-page.ts'
import { wordsFor } from '../words/index.ts'

const root = '/staff/sharing'

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: root, may: mayRead, audit: 'sharing-read', handle: showAll },
  { method: 'GET', path: `${root}/:service`, may: mayRead, audit: 'upstream-read', handle: (ctx) => showMeeting(ctx, noChoices) },
  { method: 'POST', path: `${root}/:service`, may: mayMerge, audit: 'upstream-merged', handle: lookOrHand },
  { method: 'POST', path: `${root}/:service/decline`, may: mayMerge, audit: 'upstream-declined', handle: leaveAside },
]

async function showAll(ctx: Ctx): Promise<Reply> {
  const { lang, council } = ctx
  const taken = await Promise.all(council.settings.services.map(({ id }) => takenOver(ctx, id)))
  const main = staffPage({ lang, taken: taken.flatMap((one) => one ?? []), offersHref: path(lang, '/offers') })
  return show(ctx, { title: wordsFor(lang).staffTitle, main, wide: true })
}

async function takenOver({ lang, council }: Ctx, service: string): Promise<TakenOver | undefined> {
  const [adopted, published] = await Promise.all([findAdopted(council, service), publishedService(council, service)])
  if (!adopted) return undefined
  const look = await council.store.transaction((tx) => findLook(tx, service))
  const { adoption, standing } = adopted
  const merged = adoption.merges.findLast(({ version }) => version === standing.base.version)
  return {
    name: published ? wordsIn(published.prepared, languageOf(published.prepared.languages, lang)).service.name : service,
    href: path(lang, `${root}/${service}`),
    upstream: adoption.upstream.name,
    since: merged?.at ?? adoption.began.at,
    state: standing.state,
    problem: look?.problem == null ? undefined : { at: look.at, text: look.problem },
  }
}

async function lookOrHand(ctx: Ctx): Promise<Reply> {
  const { council, form, actor, now, today, lang, origin } = ctx
  const service = param(ctx, 'service')
  const choices = choicesIn(ctx)
  if (form.get('do') !== 'hand') return await showMeeting(ctx, choices)
  const handed = await handOver(council, service, { ...choices, by: actor.id, at: now, today, lang, origin })
  if (handed.state === 'handed-over') return seeOther(path(lang, `/suggestions/${handed.proposal}`))
  if (handed.state === 'nothing-left') return seeOther(path(lang, `${root}/${service}`))
  return handed.meeting ? shown(ctx, { meeting: handed.meeting, choices, refusal: handed.why }) : problem('not-found')
}

async function leaveAside(ctx: Ctx): Promise<Reply> {
  const { council, form, actor, now, lang } = ctx
  const service = param(ctx, 'service')
  const outcome = await decline(council, service, { reason: form.get('reason'), by: actor.id, at: now })
  return outcome === 'declined'
    ? seeOther(path(lang, root))
    : await showMeeting(ctx, noChoices, outcome === 'no-reason' ? 'reason' : 'not-new')
}

/** What was chosen on the form: by the key of each part, and about example people. */
function choicesIn({ form }: Ctx): Choices {
  const chosen: [string, 'ours' | 'theirs'][] = []
  for (let place = 0; form.has(`key-${place}`); place += 1) {
    const side = form.get(`settle-${place}`)
    if (side === 'ours' || side === 'theirs') chosen.push([form.get(`key-${place}`), side])
  }
  const settlements: Settlements = Object.fromEntries(chosen)
  return { settlements, expectAnew: form.has('expect-anew') }
}

async function showMeeting(ctx: Ctx, choices: Choices, refusal?: MeetingPage['refusal']): Promise<Reply> {
  const meeting = await findMeeting(ctx.council, param(ctx, 'service'), choices)
  return meeting ? shown(ctx, { meeting, choices, refusal }) : problem('not-found')
}

type Shown = { readonly meeting: Meeting; readonly choices: Choices; readonly refusal?: MeetingPage['refusal'] }

function shown(ctx: Ctx, { meeting, choices, refusal }: Shown): Reply {
  const { lang } = ctx
  const view = viewOf(ctx, meeting, choices)
  const words = wordsFor(lang)
  const title = refusal === 'reason' ? `${words.meetDecline}: ${view.name}` : words.meetTitle(view.name)
  const main = meetingPage(ctx, { ...view, refusal })
  return show(ctx, { title, main, backLink: { href: path(lang, root) }, error: refusal !== undefined, wide: true })
}

function viewOf({ lang, actor, council }: Ctx, meeting: Meeting, choices: Choices): MeetingPage {
  const { service, adoption, standing, base, theirs, current, merging, conflicts, byLaw, faults, examples } = meeting
  const say = (before: typeof current.definition, after: typeof current.definition) =>
    summary(
      diff(before, after).filter(({ path: at }) => !isUnspoken(at, council.settings.languages)),
      { before, after },
      lang,
    ).map(({ sentence }) => sentence)
  const name = (current.definition.words[lang] ?? current.definition.words.en)?.service?.name ?? service
  return {
    service,
    name,
    council: inLanguage(adoption.upstream.name, lang),
    state: standing.state,
    proposal: standing.proposal,
    theirs: say(base.definition, theirs.definition),
    ours: say(base.definition, current.definition),
    outcome: say(current.definition, merging.merged),
    conflicts,
    byLaw,
    chosen: Object.fromEntries(conflicts.flatMap(({ path: at }) => chosenAt(keyOfPath(at), choices))),
    faults: faults.map(({ message }) => message),
    examples,
    expectAnew: choices.expectAnew,
    results: theirs.manifest.results,
    mayMerge: mayDo(actor, mayMerge),
  }
}

/** Words of a language that the council does not speak change nothing for its residents. */
function isUnspoken([first, language]: readonly string[], spoken: readonly string[]): boolean {
  return first === 'words' && language !== undefined && !spoken.includes(language)
}

function chosenAt(key: string, { settlements }: Choices): [string, 'ours' | 'theirs'][] {
  const side = settlements[key]
  return side === undefined ? [] : [[key, side]]
}

function languageOf<Language extends string>(languages: readonly Language[], lang: Language): Language {
  return languages.includes(lang) ? lang : (languages[0] ?? lang)
}
