/** The single place for the shape of what a council does with a submission: clocks, actions, tasks, appointments, messages, renewal, appeal. */
import { z } from 'zod'
import { Citation, Duration, Expression, Name } from './names.ts'
import { SimpleQuestion } from './question.ts'

/** What happens to every case, whatever the service. `booked`, `cancelled` and `missed` are of its appointments. */
export const Moment = z.enum(['submitted', 'asked', 'answered', 'decided', 'reopened', 'paid', 'closed', 'booked', 'cancelled', 'missed'])
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
        task: Name.optional().describe('A task it gives.'),
        close: z.boolean().default(false).describe('Whether it closes the case.'),
      })
      .default({ close: false })
      .describe('What it does to the case.'),
  })
  .meta({ id: 'Action' })
export type Action = z.infer<typeof Action>

/** Work on a case for other people than those who decide it: they see the task and what it needs, not the case. */
export const Task = z
  .strictObject({
    id: Name,
    team: Name.optional().meta({ description: 'The team that does it; the team of the case, unless given.', examples: ['front_desk'] }),
    who: z
      .array(Name)
      .min(1)
      .meta({ description: 'The roles of that team that may do it.', examples: [['officer']] }),
    on: z.enum(['submitted', 'decided', 'reopened', 'paid', 'booked']).optional().describe('What gives it by itself.'),
    offered: z.boolean().default(false).describe('Whether officers may give it by hand.'),
    when: Expression.optional().describe('Only when this is true of the answers.'),
    shows: z
      .array(Name)
      .optional()
      .meta({ description: 'The answers it needs, of those its roles may read; all of these, unless given.', examples: [['home']] }),
    asks: z.array(SimpleQuestion).default([]).describe('What whoever does it fills in.'),
    within: Duration.optional().describe('How long there is for it. Afterwards it is late.'),
    awaited: z.boolean().default(false).describe('Whether the decision waits until it is done, handed back or called off.'),
  })
  .meta({ id: 'Task' })
export type Task = z.infer<typeof Task>

/** A time that people book with a team; the team sets days, times and how many come at once on a page of its own. */
export const Appointment = z
  .strictObject({
    id: Name,
    team: Name.optional().meta({
      description: 'The team that offers the times; the team of the case, unless given.',
      examples: ['front_desk'],
    }),
    minutes: z
      .int()
      .min(5)
      .max(720)
      .meta({ description: 'How long it lasts.', examples: [30] }),
    notice: Duration.default('P1D').describe('How long before it must be booked, changed or cancelled at the latest.'),
    ahead: Duration.default('P60D').describe('How far ahead it can be booked.'),
    when: Expression.optional().describe('Only when this is true of the answers.'),
  })
  .meta({ id: 'Appointment' })
export type Appointment = z.infer<typeof Appointment>

/** What was decided ends: the person is reminded and starts again with what they said before. */
export const Renewal = z
  .strictObject({
    after: Duration.describe('How long a decision holds.'),
    remind: Duration.describe('How long before its end the person is reminded.'),
    outcomes: z
      .array(Name)
      .min(1)
      .optional()
      .meta({ description: 'The outcomes that can be renewed; all that are not adverse, unless given.', examples: [['joined']] }),
    carries: z
      .array(Name)
      .default([])
      .meta({ description: 'The answers the new application begins with. The person confirms each of them.', examples: [['full_name']] }),
    message: Name.describe('The message that reminds. Its words may name {renew}, the link, and {renew_by}, the last day.'),
    cites: Citation.optional(),
  })
  .meta({ id: 'Renewal' })
export type Renewal = z.infer<typeof Renewal>

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
    tasks: z.array(Task).optional().describe('Work for other teams and partners.'),
    appointments: z.array(Appointment).optional().describe('Times that people book.'),
    messages: z.array(Message).default([]).describe('What is sent to the person.'),
    renewal: Renewal.optional().describe('How a decision is renewed before it ends.'),
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
