/** The single list of everything this program does. A feature not in it does not run. */
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import type { Feature } from '#http/feature.ts'

export const features: readonly Feature[] = [messages, people]
