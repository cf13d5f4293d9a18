/** The single place for the names and small values that every part of a definition is built of. */
import { z } from 'zod'

/** A name that expressions can use: questions, options, calculations, constants, tables, outcomes. */
export const Name = z
  .string()
  .regex(
    /^(?!constructor$)[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
    'a name is lower-case letters and digits, parted by single _, and starts with a letter',
  )
  .max(63)
  .meta({
    id: 'Name',
    description: 'A name that expressions can use: lower-case letters, digits and underscores.',
    examples: ['date_of_birth'],
  })

/** A name that stands in an address: services, pages, sections, blocks. */
export const Slug = z
  .string()
  .regex(/^(?!constructor$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an address name is lower-case words joined by hyphens')
  .max(63)
  .meta({ id: 'Slug', description: 'A name that stands in an address: lower-case words joined by hyphens.', examples: ['about-you'] })

export const Language = z.enum(['en', 'cy']).meta({ id: 'Language', description: 'English (en) or Welsh (cy).', examples: ['en'] })
export type Language = z.infer<typeof Language>

export const Nation = z
  .enum(['england', 'wales', 'scotland', 'northern-ireland'])
  .meta({ id: 'Nation', description: 'A nation of the United Kingdom; law differs between them.', examples: ['wales'] })
export type Nation = z.infer<typeof Nation>

/** Source text of an expression in the council profile of CEL. */
export const Expression = z
  .string()
  .min(1)
  .max(4000)
  .meta({ id: 'Expression', description: 'An expression in the council profile of CEL.', examples: ['capital > gbp("16000.00")'] })

/** ISO 8601 calendar duration, or working days as `P10WD`. */
export const Duration = z
  .string()
  .regex(/^P(\d{1,3}Y|\d{1,4}M|\d{1,5}D|\d{1,4}WD)$/, 'a length of time is P6Y, P3M, P10D or P10WD (working days)')
  .meta({
    id: 'Duration',
    description: 'A length of time: years P6Y, months P3M, days P10D or working days P10WD.',
    examples: ['P6Y', 'P10WD'],
  })

/** Where a rule comes from: a law, a policy, a published scheme. */
export const Citation = z
  .string()
  .min(1)
  .max(500)
  .meta({
    id: 'Citation',
    description: 'The law, policy or published scheme a rule comes from.',
    examples: ['Council Tax Reduction Scheme 2026, section 7'],
  })

export const BlockReference = z
  .string()
  .regex(/^blocks\/[a-z][a-z0-9-]*@[1-9][0-9]*$/, 'a block is named blocks/<name>@<version>')
  .meta({ id: 'BlockReference', description: 'A shared block and its version.', examples: ['blocks/contact@1'] })
