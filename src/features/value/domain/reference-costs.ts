/** The single place for published costs of one contact by channel: labelled, dated, and only for where a council has not worked out its own. Pure. */
import type { Channel } from '#store/fact.ts'

/** One published set, in pence. Every one is somebody else’s average of many services. */
export type ReferenceCosts = {
  readonly id: string
  readonly source: string
  readonly year: number
  readonly counter?: number
  readonly phone?: number
  readonly web: number
  readonly email?: number
  readonly paper?: number
}

/** From the research of 2009 to 2019; the same channel differs up to sixfold, which is why a council works out its own. */
export const referenceCosts = [
  { id: 'socitm-2012', source: 'Socitm', year: 2012, counter: 862, phone: 283, web: 15 },
  { id: 'nwegg-2008', source: 'NWEGG and CIPFA', year: 2008, counter: 781, phone: 400, web: 17 },
  { id: 'lambeth-2009', source: 'Lambeth', year: 2009, counter: 166, phone: 85, web: 9 },
  { id: 'cambridgeshire-2013', source: 'Cambridgeshire', year: 2013, counter: 740, phone: 290, web: 8 },
  { id: 'cornwall', source: 'Cornwall (council tax)', year: 2013, counter: 2000, web: 70, paper: 200 },
  { id: 'buckinghamshire-2019', source: 'Buckinghamshire', year: 2019, phone: 588, web: 9, email: 781 },
] as const satisfies readonly ReferenceCosts[]

export type ReferenceChannel = 'counter' | 'phone' | 'web' | 'email' | 'paper'
export type ContactCosts = Readonly<Partial<Record<ReferenceChannel, number>>>
export type Contacts = Readonly<Partial<Record<ReferenceChannel, number>>>

/** Pence that so many contacts cost at published costs; contacts of a channel without one are left out, and named. */
export type Modelled = { readonly pence: number; readonly contacts: number; readonly without: readonly ReferenceChannel[] }

const referenceChannels: readonly ReferenceChannel[] = ['counter', 'phone', 'web', 'email', 'paper']

/** What contacts would cost at published costs. A model of other councils’ averages, never money that can be taken out of a budget. */
export function modelled(contacts: Contacts, costs: ContactCosts): Modelled {
  const priced = referenceChannels.filter((channel) => costs[channel] !== undefined)
  const sum = (channels: readonly ReferenceChannel[], of: (channel: ReferenceChannel) => number) =>
    channels.reduce((all, channel) => all + of(channel), 0)
  return {
    pence: sum(priced, (channel) => (contacts[channel] ?? 0) * (costs[channel] ?? 0)),
    contacts: sum(priced, (channel) => contacts[channel] ?? 0),
    without: referenceChannels.filter((channel) => costs[channel] === undefined && (contacts[channel] ?? 0) > 0),
  }
}

/** What so many contacts cost less in another channel, in pence, at published costs; `undefined` where one of them is not published. */
export function shifted(
  count: number,
  { from, to }: { from: ReferenceChannel; to: ReferenceChannel },
  costs: ContactCosts,
): number | undefined {
  const [before, after] = [costs[from], costs[to]]
  return before === undefined || after === undefined ? undefined : count * (before - after)
}

/** The published channel nearest to one of ours; none for programs and partners. */
export function referenceChannelOf(channel: Channel): ReferenceChannel | undefined {
  if (channel === 'web' || channel === 'phone' || channel === 'counter' || channel === 'paper') return channel
  return undefined
}

/** The set shown where a council has entered no costs of its own. */
export const usualReference: ReferenceCosts = referenceCosts[0]
