/** The routes of records, all for those who may read records at least. Addresses name ids, never a person. */
import type { Route } from '#http/route.ts'
import { eraseHeld } from './erasing.ts'
import { extendRequest, giveCopy, recordRequest } from './asking.ts'
import { liftOne, placeOnCouncil, placeOnPerson } from './holding.ts'
import { copyCsv, copyJson, find, showDisposal, showHome, showPerson, showProcessing, processingCsv } from './reading.ts'

const root = '/staff/records'
const person = `${root}/people/:person` as const

export const routes: readonly Route[] = [
  { method: 'GET', path: root, may: 'records.read', audit: 'records-home-shown', handle: showHome },
  { method: 'POST', path: `${root}/find`, may: 'records.read', audit: 'person-searched', handle: find },
  { method: 'GET', path: `${root}/disposal`, may: 'records.read', audit: 'disposal-listed', handle: showDisposal },
  { method: 'GET', path: `${root}/processing`, may: 'records.read', audit: 'processing-read', handle: showProcessing },
  { method: 'GET', path: `${root}/processing.csv`, may: 'records.read', audit: 'processing-downloaded', handle: processingCsv },
  { method: 'GET', path: person, may: 'records.read', audit: 'held-read', handle: showPerson },
  { method: 'GET', path: `${person}/copy.json`, may: 'records.export', audit: 'copy-made', isSameInAllLanguages: true, handle: copyJson },
  { method: 'GET', path: `${person}/copy.csv`, may: 'records.export', audit: 'copy-made', isSameInAllLanguages: true, handle: copyCsv },
  { method: 'POST', path: `${person}/requests`, may: 'records.read', audit: 'request-recorded', handle: recordRequest },
  { method: 'POST', path: `${person}/given`, may: 'records.export', audit: 'copy-given', handle: giveCopy },
  { method: 'POST', path: `${person}/erase`, may: 'records.erase', audit: 'person-erased', handle: eraseHeld },
  { method: 'POST', path: `${person}/holds`, may: 'records.hold', audit: 'hold-placed', handle: placeOnPerson },
  { method: 'POST', path: `${root}/requests/:id/extend`, may: 'records.read', audit: 'request-extended', handle: extendRequest },
  { method: 'POST', path: `${root}/holds`, may: 'records.hold', audit: 'hold-placed', handle: placeOnCouncil },
  { method: 'POST', path: `${root}/holds/:id/lift`, may: 'records.hold', audit: 'hold-lifted', handle: liftOne },
]
