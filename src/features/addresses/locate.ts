/** The single place that says where an address lies: wards and parishes come from the council's register, never from whoever sent the address. */
import type { Address } from '#core/definition/answers.ts'
import type { AddressProvider, Premises } from './domain.ts'

/**
 * An address as the register has it under its UPRN. With a number that the register does not have, or has elsewhere, it counts as typed:
 * it keeps its lines, and lies where its postcode does. A council without a register keeps the number as it was sent.
 */
export async function locate(book: AddressProvider, address: Address): Promise<Address> {
  const { lines, town, postcode } = address
  const uprn = address.uprn !== undefined && /^\d{1,12}$/.test(address.uprn) ? address.uprn : undefined
  const premises = uprn === undefined ? undefined : await book.findByUprn(uprn)
  if (premises && (postcode === undefined || postcode === premises.postcode)) return addressFrom(premises)
  const isUnchecked = uprn !== undefined && !premises && !(await book.hasPremises())
  return {
    ...(isUnchecked && { uprn }),
    lines,
    ...(town !== undefined && { town }),
    ...(postcode !== undefined && { postcode, ...(await areasOf(book, postcode)) }),
  }
}

/** Where all the register's properties of a postcode lie, else what the postcode directory says. */
export async function areasOf(book: AddressProvider, postcode: string): Promise<Pick<Address, 'ward' | 'parish'>> {
  const neighbours = await book.findByPostcode(postcode)
  const only = (area: 'ward' | 'parish'): string => {
    const [first = '', ...others] = new Set(neighbours.map((one) => one[area]))
    return others.length > 0 ? '' : first
  }
  const found = neighbours.length > 0 ? { ward: only('ward'), parish: only('parish') } : await book.findAreas(postcode)
  return { ...(found?.ward && { ward: found.ward }), ...(found?.parish && { parish: found.parish }) }
}

/** The answer that choosing these premises gives. */
export function addressFrom({ uprn, lines, town, postcode, ward, parish }: Premises): Address {
  return { uprn, lines, ...(town && { town }), postcode, ...(ward && { ward }), ...(parish && { parish }) }
}
