/** The single place for what every officer's page needs besides the case: words, names of people, teams and services. */
import type { Ctx } from '#http/route.ts'
import { inLanguage } from '#http/council.ts'
import { path } from '#http/language.ts'
import type { Say, WordKey } from '../words/index.ts'
import { sayIn } from '../words/index.ts'

export type Desk = {
  readonly ctx: Ctx
  readonly say: Say
  /** A colleague's name, “You”, or that it was somebody who is no longer known. */
  readonly nameOf: (actorId: string) => string
  readonly teamName: (id: string) => string
  readonly serviceName: (id: string) => string
  /** The path in the language of the page. */
  readonly to: (path: string) => string
}

/** What is known of people and services, by id. */
export type Names = { readonly people: ReadonlyMap<string, string>; readonly services: ReadonlyMap<string, string> }

export function deskFor(ctx: Ctx, { people, services }: Names): Desk {
  const say = sayIn(ctx.lang)
  return {
    ctx,
    say,
    nameOf: (id) => (id === ctx.actor.id ? say('you') : (people.get(id) ?? say('colleague'))),
    teamName: (id) => {
      const team = ctx.council.settings.teams.find((one) => one.id === id)
      return team ? inLanguage(team.name, ctx.lang) : id
    },
    serviceName: (id) => services.get(id) ?? id,
    to: (address) => path(ctx.lang, address),
  }
}

const channels: Readonly<Record<string, WordKey>> = {
  web: 'channelWeb',
  phone: 'channelPhone',
  counter: 'channelCounter',
  paper: 'channelPaper',
  partner: 'channelPartner',
  machine: 'channelMachine',
}

export function channelName(say: Say, channel: string): string {
  const key = channels[channel]
  return key ? say(key) : channel
}

const officerStatuses: Readonly<Record<string, WordKey>> = {
  received: 'received',
  looking: 'looking',
  waiting: 'waitingForPerson',
  decided: 'decided',
  closed: 'closed',
}

export function statusName(say: Say, status: string): string {
  const key = officerStatuses[status]
  return key ? say(key) : status
}

/** The colour class of a status tag. */
export const statusColours: Readonly<Record<string, string>> = {
  received: 'govuk-tag--blue',
  looking: 'govuk-tag--light-blue',
  waiting: 'govuk-tag--yellow',
  decided: 'govuk-tag--green',
  closed: 'govuk-tag--grey',
}
