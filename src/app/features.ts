/** The single list of everything this program does. A feature not in it does not run. */
import { addresses } from '#features/addresses/feature.ts'
import { algorithms } from '#features/algorithms/feature.ts'
import { api } from '#features/api/feature.ts'
import { appointments } from '#features/appointments/feature.ts'
import { briefing } from '#features/briefing/feature.ts'
import { cases } from '#features/cases/feature.ts'
import { coverage } from '#features/coverage/feature.ts'
import { examples } from '#features/examples/feature.ts'
import { journeys } from '#features/journeys/feature.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { proposals } from '#features/proposals/feature.ts'
import { records } from '#features/records/feature.ts'
import { replay } from '#features/replay/feature.ts'
import { services } from '#features/services/feature.ts'
import { sharing } from '#features/sharing/feature.ts'
import { simplify } from '#features/simplify/feature.ts'
import { tour } from '#features/tour/feature.ts'
import { value } from '#features/value/feature.ts'
import type { Feature } from '#http/feature.ts'

/** Later ones lean on earlier ones. */
export const features: readonly Feature[] = [
  messages,
  people,
  addresses,
  services,
  algorithms,
  appointments,
  cases,
  journeys,
  coverage,
  replay,
  proposals,
  value,
  briefing,
  sharing,
  simplify,
  examples,
  tour,
  records,
  api,
]
