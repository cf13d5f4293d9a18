/** The door: all that other features may know of services. */
export { listServices, listVersions, preparedVersion, type Published, publishedService } from './catalogue.ts'
export { type KeptClass, keptClasses } from './store.ts'
export { publish, type PublishRequest } from './commands.ts'
export type { Publication, Sponsors } from './domain/index.ts'
export { timeIn } from './views/data-use.ts'
