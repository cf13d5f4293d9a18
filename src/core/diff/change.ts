/** The single place for what a change is: one difference between two definitions, as data. */
import { z } from 'zod'
import type { Definition } from '../definition/definition.ts'
import { type Json, JsonValue } from './json.ts'

/**
 * Keys of objects from the top of a definition, and for members of lists what names them there: `['service', 'sections', 'where', 'pages',
 * 'put-out', 'questions', 'put_out', 'options', 'rear_lane']`, `['words', 'cy', 'questions', 'home', 'label']`,
 * `['tables', 'charges', 'rows', 'first', 'then', 'price']`. `docs/decisions/changes-are-data.md` says what names a member that has no id.
 */
export type Path = readonly string[]

/**
 * `after` is the name of the member before it in its list, null for the first and for keys of objects. A moved member came after `before`.
 * Rows of tables hold their cells by the name of the column.
 */
export type Change =
  | { readonly kind: 'added'; readonly path: Path; readonly value: Json; readonly after: string | null }
  | { readonly kind: 'removed'; readonly path: Path; readonly value: Json; readonly after: string | null }
  | { readonly kind: 'changed'; readonly path: Path; readonly before: Json; readonly after: Json }
  | { readonly kind: 'moved'; readonly path: Path; readonly after: string | null; readonly before: string | null }

/** The definitions a change lies between. */
export type Between = { readonly before: Definition; readonly after: Definition }

const Step = z.string().max(2_000)
const PathShape = z.array(Step).min(1).max(40)
const Neighbour = Step.nullable()

/** Changes as they are stored or come from outside; at most as many as two whole definitions can differ by. */
export const Changes: z.ZodType<readonly Change[]> = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('added'), path: PathShape, value: JsonValue, after: Neighbour }),
      z.strictObject({ kind: z.literal('removed'), path: PathShape, value: JsonValue, after: Neighbour }),
      z.strictObject({ kind: z.literal('changed'), path: PathShape, before: JsonValue, after: JsonValue }),
      z.strictObject({ kind: z.literal('moved'), path: PathShape, after: Neighbour, before: Neighbour }),
    ]),
  )
  .max(20_000)

/** A path as one text, for form fields and maps: steps joined by `/`, as in a JSON pointer (RFC 6901) without its first stroke. */
export function keyOfPath(path: Path): string {
  return path.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
}
