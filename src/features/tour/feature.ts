/** The plug: the guided tour that a demonstration begins with. */
import type { Feature } from '#http/feature.ts'
import { guide, rememberStart, routes } from './routes.ts'

export const tour: Feature = { name: 'tour', routes, migrations: {}, front: '/tour', guide, begin: rememberStart }
