/** The single place for the shape of a decision table as a rules file holds it. */
import { z } from 'zod'
import { Citation, Expression, Name } from './names.ts'

const Cell = z
  .union([z.string(), z.number(), z.boolean()])
  .meta({ description: 'A unary test: a value, < 10, [1..5], a, b, not(a), or - for anything.', examples: ['< 10'] })

type Hit = 'unique' | 'first' | 'priority' | 'any' | 'collect' | 'rule-order'

/** DMN 1.5, section 8.2.8, writes hit policies as letters. */
const fullNames: Record<Hit | 'U' | 'F' | 'P' | 'A' | 'C' | 'R', Hit> = {
  unique: 'unique',
  first: 'first',
  priority: 'priority',
  any: 'any',
  collect: 'collect',
  'rule-order': 'rule-order',
  U: 'unique',
  F: 'first',
  P: 'priority',
  A: 'any',
  C: 'collect',
  R: 'rule-order',
}

export const TableFile = z
  .strictObject({
    schema: z.literal(1).describe('The version of this format.'),
    id: Name,
    hit: z
      .enum(['unique', 'first', 'priority', 'any', 'collect', 'rule-order', 'U', 'F', 'P', 'A', 'C', 'R'])
      .default('unique')
      .transform((hit) => fullNames[hit])
      .describe('What happens when several rows match: unique, first, priority, any, collect, rule-order (or their DMN letters).'),
    collect: z.enum(['list', 'sum', 'min', 'max', 'count']).optional().describe('How collected values are put together.'),
    inputs: z
      .array(z.strictObject({ id: Name, is: Expression }))
      .min(1)
      .max(20)
      .describe('The columns that are tested, each an expression.'),
    outputs: z
      .array(
        z.strictObject({
          id: Name,
          type: z.string().meta({
            description: 'int, string, bool, money, date, days, months, `outcome`, or the id of a question with options.',
            examples: ['outcome'],
          }),
          values: z
            .array(z.union([z.string(), z.number()]))
            .optional()
            .meta({ description: 'For priority: the values, most important first.', examples: [['high', 'low']] }),
        }),
      )
      .min(1)
      .max(20)
      .describe('The columns that are given back, read as `table.column`.'),
    rows: z
      .array(
        z.strictObject({
          id: Name.optional(),
          when: z.array(Cell).meta({ description: 'One cell for each input.', examples: [['< 18', '-']] }),
          then: z.array(Cell).meta({ description: 'One cell for each output.', examples: [['joined']] }),
          cites: Citation.optional(),
          reason: Name.optional().describe('The words that give the reason.'),
        }),
      )
      .min(1)
      .max(2000)
      .describe('The rules, each a row.'),
  })
  .meta({ id: 'TableFile' })
export type TableFile = z.infer<typeof TableFile>
