/** The single place for the shape of what a council does with a submission: clocks, further actions, messages, appeal. */
import { z } from 'zod'
import { Citation, Duration, Expression, Name } from './names.ts'
import { SimpleQuestion } from './question.ts'

/** What happens to every case, whatever the service. */
export const Moment = z.enum(['submitted', 'asked', 'answered', 'decided', 'reopened', 'paid', 'closed'])
export type Moment = z.infer<typeof Moment>

export const Clock = z
  .strictObject({
    id: Name,
    within: Duration.describe('How long it runs.'),
    from: Moment.default('submitted').describe('What starts it.'),
    until: Moment.default('decided').describe('What stops it.'),
    pauses: z.boolean().default(false).describe('Whether it stands still while the council waits for the person’s answer.'),
    fires: z
      .strictObject({ flag: Name.optional().describe('The flag set on the case.'), message: Name.optional().describe('The message sent.') })
      .default({})
      .describe('What happens when it runs out.'),
    cites: Citation.optional(),
  })
  .meta({ id: 'Clock' })
export type Clock = z.infer<typeof Clock>

export const Action = z
  .strictObject({
    id: Name,
    who: z
      .array(Name)
      .min(1)
      .meta({ description: 'The roles that may do it.', examples: [['officer']] }),
    when: Expression.optional().describe('Only when this is true of the answers.'),
    asks: z.array(SimpleQuestion).default([]).describe('What whoever does it fills in.'),
    effect: z
      .strictObject({
        flag: Name.optional().describe('A flag it sets.'),
        unflag: Name.optional().describe('A flag it clears.'),
        message: Name.optional().describe('A message it sends.'),
        close: z.boolean().default(false).describe('Whether it closes the case.'),
      })
      .default({ close: false })
      .describe('What it does to the case.'),
  })
  .meta({ id: 'Action' })
export type Action = z.infer<typeof Action>

export const Message = z
  .strictObject({
    id: Name,
    on: Moment.optional().describe('What makes it go out by itself. Without it, a clock or an action sends it.'),
    when: Expression.optional().describe('Only when this is true of the answers.'),
    by: z.enum(['email', 'letter']).default('email').describe('How it is sent. A person without an email address gets a letter to print.'),
  })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof Message>

export const Casework = z
  .strictObject({
    team: Name.meta({ description: 'The team that receives the cases.', examples: ['front_desk'] }),
    pair: z.array(Name).default([]).describe('Outcomes that two people must agree on. An adverse outcome always needs one person.'),
    clocks: z.array(Clock).default([]).describe('Deadlines that run, stand still and fire.'),
    actions: z.array(Action).default([]).describe('What officers or partners may do besides what every case allows.'),
    messages: z.array(Message).default([]).describe('What is sent to the person.'),
    appeal: z
      .strictObject({
        within: Duration,
        to: z
          .string()
          .min(1)
          .meta({ description: 'Where the challenge goes.', examples: ['Valuation Tribunal for England'] }),
        cites: Citation.optional(),
      })
      .optional()
      .describe('How a decision can be challenged.'),
  })
  .meta({ id: 'Casework' })
export type Casework = z.infer<typeof Casework>
