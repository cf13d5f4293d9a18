/** The single place that says whether somebody signed in is one of the two who answer for a service. Pure. */

export type SponsorRole = 'member' | 'director'

/** What a council's settings say of the two: their names, and the addresses they sign in with. */
export type NamedSponsors = {
  readonly member: string
  readonly director: string
  readonly 'member-email'?: string | undefined
  readonly 'director-email'?: string | undefined
}

/** Undefined for everybody else, for a service without addresses, and for one address given for both: one person is never two. */
export function sponsorRoleOf(named: NamedSponsors | undefined, email: string | undefined): SponsorRole | undefined {
  const [member, director] = [named?.['member-email'], named?.['director-email']].map((address) => address?.toLowerCase())
  const own = email?.toLowerCase()
  if (own === undefined || member === director) return undefined
  if (own === member) return 'member'
  return own === director ? 'director' : undefined
}
