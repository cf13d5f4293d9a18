/** Gives dependency-cruiser the last TypeScript with a JavaScript parser: without one it would see no file of ours, and no fault. */
import { registerHooks } from 'node:module'

registerHooks({
  resolve: (specifier, context, next) => next(specifier.replace(/^typescript(?=$|\/)/, 'typescript-5'), context),
})
