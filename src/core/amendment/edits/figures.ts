/** The single place where figures of the scheme, deadlines and the fee are set. */
import type { Constant } from '../../definition/model/service.ts'
import { valueOfConstant } from '../../definition/program/scope.ts'
import { parseMoney, plainMoney } from '../../value/money.ts'
import { faults } from '../faults.ts'
import { done, type Edit, refused } from './edit.ts'

const examples: Readonly<Record<Constant['type'], string>> = {
  int: '10',
  money: '26.00',
  date: '2026-04-01',
  days: 'P10D',
  months: 'P3M',
  string: 'words',
}

export const setConstant: Edit<'set-constant'> = (ground, { constant: name, to }) => {
  const { constants } = ground.definition.service
  const constant = Object.hasOwn(constants, name) ? constants[name] : undefined
  if (constant === undefined) return refused(faults.notFound(name, Object.keys(constants)))
  const is = writtenAs(constant.type, to)
  if (valueOfConstant({ ...constant, is }) === undefined) return refused(faults.wrongValue(to, examples[constant.type]))
  return done(ground.set(['service', 'constants', name, 'is'], is))
}

/** Money as data has it, `26.00`; whole numbers as numbers. */
function writtenAs(type: Constant['type'], to: string | number): string | number {
  const text = String(to).trim()
  if (type === 'int') return /^-?\d{1,15}$/.test(text) ? Number(text) : text
  if (type !== 'money') return text
  const pence = parseMoney(text)
  return pence === undefined ? text : plainMoney(pence)
}

export const setClock: Edit<'set-clock'> = (ground, { clock, within }) => {
  const path = ['service', 'casework', 'clocks']
  const known = ground.namesIn(path)
  return known.includes(clock) ? done(ground.set([...path, clock, 'within'], within)) : refused(faults.notFound(clock, known))
}

export const setFee: Edit<'set-fee'> = (ground, { is }) => {
  if (is === null) return done(ground.set(['service', 'fee'], undefined))
  const isThere = ground.definition.service.fee !== undefined
  return done(isThere ? ground.set(['service', 'fee', 'is'], is) : ground.set(['service', 'fee'], { is }))
}
