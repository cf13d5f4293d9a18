/** Pages that show every part of `src/ui` as residents and staff would see it, for looking at and for checks in a browser. */
import { paperPages } from './paper-pages.ts'
import { residentPages } from './resident-pages.ts'
import { staffPages } from './staff-pages.ts'

export { brand } from './frame.ts'

export const gallery: Readonly<Record<string, string>> = { ...residentPages, ...staffPages, ...paperPages }
