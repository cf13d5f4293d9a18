/** The single place where an appointment becomes a calendar file (iCalendar, RFC 5545) that people can put into their own calendar. */

/** Something at a time of the clocks in the United Kingdom. `stamp` is the ISO instant it was last changed at; `revision` counts changes. */
export type CalendarEntry = {
  readonly uid: string
  readonly title: string
  readonly where: string
  /** `YYYY-MM-DD` and `HH:MM`. */
  readonly day: string
  readonly at: string
  readonly minutes: number
  readonly stamp: string
  readonly revision: number
}

/** Clocks go forward on the last Sunday of March and back on the last Sunday of October (Summer Time Act 1972, as amended). */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** The file’s text, with the line ends and the folding that the standard asks for. */
export function calendarFile({ uid, title, where, day, at, minutes, stamp, revision }: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Folkmoot//Appointments//EN',
    'METHOD:PUBLISH',
    ...LONDON,
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp.slice(0, 19).replaceAll(/[-:]/g, '')}Z`,
    `SEQUENCE:${revision}`,
    `DTSTART;TZID=Europe/London:${day.replaceAll('-', '')}T${at.replace(':', '')}00`,
    `DURATION:PT${minutes}M`,
    `SUMMARY:${escaped(title)}`,
    ...(where === '' ? [] : [`LOCATION:${escaped(where)}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** Text as section 3.3.11 writes it. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r?\n/g, '\\n')
}

/** At most 75 octets in a line (section 3.1); a character is at most four, and none is parted. */
function folded(line: string): string {
  const pieces: string[] = []
  let [piece, octets] = ['', 0]
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > 74) {
      pieces.push(piece)
      ;[piece, octets] = ['', 1]
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n ')
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
