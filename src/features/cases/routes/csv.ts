/** The single place where a list of cases becomes a spreadsheet. */
import { stringify } from 'csv-stringify/sync'
import { plainMoney } from '#core/value/money.ts'
import { type InboxRow, never, showReference } from '../domain/index.ts'
import { channelName, type Desk, statusName } from '../views/desk.ts'

/** The headings. */
export function csvHead({ say }: Desk): string {
  const keys = [
    'reference',
    'service',
    'team',
    'status',
    'outcome',
    'due',
    'opened',
    'assignedTo',
    'flags',
    'channel',
    'person',
    'fee',
    'paid',
  ] as const
  return stringify([keys.map((key) => say(key))])
}

/** Rows; a cell that a spreadsheet would take for a formula is kept from being one. */
export function csvRows(desk: Desk, rows: readonly InboxRow[]): string {
  return stringify(
    rows.map((row) => [
      showReference(row.reference),
      desk.serviceName(row.service),
      desk.teamName(row.team),
      statusName(desk.say, row.status),
      row.outcome ?? '',
      row.dueOn === never ? '' : row.dueOn,
      row.openedAt.slice(0, 10),
      row.assignee === null ? '' : desk.nameOf(row.assignee),
      row.flags.join(' '),
      channelName(desk.say, row.channel),
      row.name ?? '',
      row.fee === null ? '' : plainMoney(row.fee),
      plainMoney(row.paid),
    ]),
    { escape_formulas: true },
  )
}
