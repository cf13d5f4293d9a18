/** The single place that says which names the expressions of a service may use, and of what type they are. */
import type { Scope, Type } from '#core/expression/index.ts'
import { parseDate } from '#core/value/calendar-date.ts'
import { parseDuration } from '#core/value/duration.ts'
import { parseMoney } from '#core/value/money.ts'
import type { Definition, Table } from '../definition.ts'
import type { GroupQuestion, Question } from '../model/question.ts'
import type { Constant } from '../model/service.ts'
import { kindFor } from '../questions/index.ts'

/** Every question of the service in order, members of groups not included. */
export function questionsOf(definition: Definition): readonly Question[] {
  return definition.service.sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
}

/** All names whose type is known without working anything out: `today`, constants, questions, conditions and tables; calculations are not among them. */
export function startScope(definition: Definition): Scope {
  const { service, tables } = definition
  const options = optionSets(definition)
  const variables: Record<string, Type> = { today: { kind: 'date' } }
  for (const [name, constant] of Object.entries(service.constants)) variables[name] = { kind: constant.type }
  for (const question of questionsOf(definition)) variables[question.id] = kindFor(question).type(question, question.id)
  for (const name of Object.keys(service.conditions)) variables[name] = { kind: 'bool' }
  for (const table of tables) variables[table.id] = typeOfTable(table, options)
  return { variables: renameSets(variables), options }
}

/** The scope in which the members of a group stand: their own names before those outside. */
export function scopeInside(group: GroupQuestion, scope: Scope): Scope {
  const type = scope.variables[group.id]
  const fields = type?.kind === 'list' && type.of.kind === 'map' ? type.of.fields : {}
  return { variables: { ...scope.variables, ...fields }, options: scope.options }
}

/** A scope with only the names mentioned: a small one is made ready faster. Names it lacks are unknown, as they are in the whole scope. */
export function narrowed(scope: Scope, names: ReadonlySet<string>): Scope {
  const variables: Record<string, Type> = {}
  const options: Record<string, readonly string[]> = {}
  const takeSets = (type: Type): void => {
    if (type.kind === 'option') options[type.of] = scope.options[type.of] ?? []
    else if (type.kind === 'list') takeSets(type.of)
    else if (type.kind === 'map') for (const field of Object.values(type.fields)) takeSets(field)
  }
  for (const name of names) {
    const type = Object.hasOwn(scope.variables, name) ? scope.variables[name] : undefined
    if (type !== undefined) {
      variables[name] = type
      takeSets(type)
    }
    if (Object.hasOwn(scope.options, name)) options[name] = scope.options[name] ?? []
  }
  return { variables, options }
}

/** The value of a constant as expressions see it; undefined where it is not of its type. */
export function valueOfConstant({ type, is }: Constant): string | number | undefined {
  if (type === 'string') return String(is)
  if (type === 'int') return typeof is === 'number' ? is : undefined
  if (type === 'money') return parseMoney(String(is))
  if (type === 'date') return parseDate(String(is))
  const written = typeof is === 'number' ? { unit: type, count: is } : parseDuration(is)
  return written?.unit === type ? written.count : undefined
}

/** The type an output column names: a plain type, or a set of options; undefined where there is none of that name. */
export function typeNamed(name: string, options: Scope['options']): Type | undefined {
  switch (name) {
    case 'int':
    case 'string':
    case 'bool':
    case 'money':
    case 'date':
    case 'days':
    case 'months':
      return { kind: name }
    default: {
      const set = setName(name)
      return Object.hasOwn(options, set) ? { kind: 'option', of: set } : undefined
    }
  }
}

/** How the options of a group’s member are called beneath: `people.role` is one word, `people_role`, of the same length. */
export function setName(written: string): string {
  return written.replaceAll('.', '_')
}

/** Whether every row that matches counts, so that the table gives a list. */
export function givesList({ hit, collect }: Table): boolean {
  return hit === 'rule-order' || (hit === 'collect' && (collect === undefined || collect === 'list'))
}

function optionSets({ service }: Definition): Readonly<Record<string, readonly string[]>> {
  const sets: Record<string, readonly string[]> = { outcome: service.outcomes.map(({ id }) => id) }
  for (const section of service.sections) {
    for (const question of section.pages.flatMap(({ questions }) => questions)) {
      if ('options' in question) sets[question.id] = question.options.map(({ id }) => id)
      if (question.kind !== 'group') continue
      for (const member of question.of)
        if ('options' in member) sets[setName(`${question.id}.${member.id}`)] = member.options.map(({ id }) => id)
    }
  }
  return sets
}

function typeOfTable(table: Table, options: Scope['options']): Type {
  const fields = table.outputs.map(({ id, type }): [string, Type] => {
    const isCount = table.hit === 'collect' && table.collect === 'count'
    return [id, isCount ? { kind: 'int' } : (typeNamed(type, options) ?? { kind: 'string' })]
  })
  const row: Type = { kind: 'map', fields: Object.fromEntries(fields) }
  return givesList(table) ? { kind: 'list', of: row } : row
}

function renameSets(variables: Readonly<Record<string, Type>>): Readonly<Record<string, Type>> {
  return Object.fromEntries(Object.entries(variables).map(([name, type]) => [name, renameSet(type)]))
}

function renameSet(type: Type): Type {
  if (type.kind === 'option') return { kind: 'option', of: setName(type.of) }
  if (type.kind === 'list') return { kind: 'list', of: renameSet(type.of) }
  return type.kind === 'map' ? { kind: 'map', fields: renameSets(type.fields) } : type
}
