/** The single place for the English words of coverage. */
export const en = {
  title: 'Coverage by area',
  lead: (service: string) => `“${service}”, counted by area. The figures are live.`,
  whole: (share: string, registered: string, premises: string) => `${share} of properties: ${registered} of ${premises}.`,
  wholeHidden: 'Too few have answered to show a figure for all areas together.',
  picture: 'Share of properties in each area that have answered',
  described: (area: string, share: string) => `The highest share is in ${area}, ${share}.`,
  nothing: 'No area has enough answers to be shown yet.',
  area: { ward: 'Ward', parish: 'Parish' },
  share: 'Share',
  registered: 'Answered',
  premises: 'Properties',
  hidden: 'too few to show',
  note: 'Numbers under 10 are hidden, and so is a number that would give a hidden one away, so that no household can be singled out.',
  noRegister: 'The council has not yet taken in its list of properties, so shares cannot be worked out.',
  csv: 'Download as a spreadsheet (CSV)',
  back: 'About this service',
}

export type Words = typeof en
