/** The plug: address look-up has tables and no pages of its own; questions show it. */
import type { Feature } from '#http/feature.ts'
import { migrations } from './migrations/index.ts'

export const addresses: Feature = { name: 'addresses', routes: [], migrations }

export { hasAddresses, importAreaNames, importPostcodes, importPremises, someAddresses } from './commands.ts'
