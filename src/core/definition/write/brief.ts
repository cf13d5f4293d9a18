/** The single place that leaves out of a value what reading it would put back: defaults, and keys without a value. */
import { z } from 'zod'

/** The value as somebody would write it by hand: what equals the default of its shape is not said. */
export function brief(shape: z.core.$ZodType, value: unknown): unknown {
  const inner = innerOf(shape)
  if (inner instanceof z.ZodUnion) return briefOf(inner.options, value)
  if (inner instanceof z.ZodArray && Array.isArray(value)) return value.map((item: unknown) => shortened(brief(inner.element, item), inner))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).filter(([, inside]) => inside !== undefined)
  if (inner instanceof z.ZodRecord) return Object.fromEntries(entries.map(([key, inside]) => [key, brief(inner.valueType, inside)]))
  if (!(inner instanceof z.ZodObject)) return value
  const shapes = new Map(Object.entries(inner.shape))
  return Object.fromEntries(
    entries.flatMap(([key, inside]) => {
      const shapeOf = shapes.get(key)
      if (shapeOf === undefined) return [[key, inside]]
      return isDefault(shapeOf, inside) ? [] : [[key, brief(shapeOf, inside)]]
    }),
  )
}

function briefOf(options: readonly z.core.$ZodType[], value: unknown): unknown {
  const fitting = options.find((option) => z.safeParse(option, value).success)
  return fitting === undefined ? value : brief(fitting, value)
}

/** An option with nothing but its id may be written as the id. */
function shortened(item: unknown, list: z.ZodArray): unknown {
  if (!(list.element instanceof z.ZodPipe) || typeof item !== 'object' || item === null) return item
  const [only, ...rest] = Object.entries(item)
  return only?.[0] === 'id' && rest.length === 0 ? only[1] : item
}

function isDefault(shape: z.core.$ZodType, value: unknown): boolean {
  return shape instanceof z.ZodDefault && JSON.stringify(shape.def.defaultValue) === JSON.stringify(value)
}

function innerOf(shape: z.core.$ZodType): z.core.$ZodType {
  if (
    shape instanceof z.ZodOptional ||
    shape instanceof z.ZodExactOptional ||
    shape instanceof z.ZodDefault ||
    shape instanceof z.ZodNullable
  )
    return innerOf(shape.def.innerType)
  if (shape instanceof z.ZodPipe) return innerOf(shape.def.in)
  return shape instanceof z.ZodLazy ? innerOf(shape.def.getter()) : shape
}
