/** The door: all that other features may know of addresses. */
import type { CouncilStore } from '#store/store.ts'
import { type AddressProvider, postcodeFrom } from './domain.ts'
import { areaTotals, hasPremises, placeOfPostcode, premisesByUprn, premisesOfPostcode } from './store.ts'

export type { AddressProvider, AreaKind, AreaTotal, Premises } from './domain.ts'
export { postcodeFrom } from './domain.ts'
export { addressFrom, areasOf, locate } from './locate.ts'

/** The council’s own register of premises, as its last import brought it. */
export function addressBook(store: CouncilStore): AddressProvider {
  return {
    findByPostcode: async (text) => {
      const postcode = postcodeFrom(text)
      return postcode === undefined ? [] : store.transaction((tx) => premisesOfPostcode(tx, postcode))
    },
    findAreas: async (text) => {
      const postcode = postcodeFrom(text)
      return postcode === undefined ? undefined : store.transaction((tx) => placeOfPostcode(tx, postcode))
    },
    findByUprn: (uprn) => store.transaction((tx) => premisesByUprn(tx, uprn)),
    hasPremises: () => store.transaction(hasPremises),
    areaTotals: (kind) => store.transaction((tx) => areaTotals(tx, kind)),
  }
}
