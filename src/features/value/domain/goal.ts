/** The single place that says what more use online would come to, and what published costs would make of what was received. Pure. */
import { scale } from '#core/value/rounding.ts'
import { type Figures, onlineChannels } from './figures.ts'
import { type Contacts, modelled, type Modelled, type ReferenceCosts, referenceChannelOf, usualReference } from './reference-costs.ts'
import { leastShown } from './suppression.ts'
import { targetCost } from './target.ts'

/** Shares done online that services aim at, in hundredths; the next one above what is reached is shown. */
const goals = [80, 90, 95] as const

/** The cost of one case at the next share done online; undefined without costs, with too few cases, or when online would not be cheaper. */
export function targetFor({ costs, takeUp }: Figures): { readonly share: number; readonly pence: number } | undefined {
  if (!costs?.each || takeUp.of < leastShown) return undefined
  const online = costs.channels.filter(({ channel }) => onlineChannels.includes(channel))
  const pence = online.reduce((sum, one) => sum + one.pence, 0)
  const digital = takeUp.count === 0 ? undefined : scale(pence, { times: 1, by: takeUp.count }, 'half_up')
  const goal = goals.find((one) => takeUp.count * 100 < one * takeUp.of)
  if (digital === undefined || goal === undefined || digital >= costs.each) return undefined
  const reached = targetCost({ now: costs.each, digital, takeUp, goal: { count: goal, of: 100 } })
  return reached === undefined ? undefined : { share: goal / 100, pence: reached }
}

/** What was received at published costs of a contact, to the nearest ten of each channel; undefined when there is too little of it. */
export function modelledFor({ channels }: Figures): { readonly costs: ReferenceCosts; readonly modelled: Modelled } | undefined {
  const contacts: Partial<Record<keyof Contacts, number>> = {}
  for (const { channel, submitted } of channels) {
    const known = referenceChannelOf(channel)
    if (known) contacts[known] = Math.round(submitted / 10) * 10
  }
  const found = modelled(contacts, usualReference)
  return found.contacts < leastShown ? undefined : { costs: usualReference, modelled: found }
}
