/** The entry of the staff menu, for the feature whose entries it stands behind: whoever works on cases comes to those first. */
import type { NavEntry } from '#http/route.ts'
import { appointmentsFor } from './commands.ts'
import { mayOffer } from './policy.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

export const menuEntry: NavEntry = {
  path: '/staff/appointments',
  words: { en: en.title, cy: cy.title },
  may: mayOffer,
  isForPartner: async (council, partner) => (await appointmentsFor(council, partner)).length > 0,
}
