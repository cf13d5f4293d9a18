/** The single place that checks names: each given once, and none that the language keeps for itself. */
import { isFreeName, isUsableName } from '#core/expression/names.ts'
import type { Finding } from '../program/compile.ts'
import { setName } from '../program/scope.ts'
import type { Path } from '../source/document.ts'
import { at, type Check, placedQuestions, type Subject } from './subject.ts'

type Named = { readonly id: string; readonly path: Path }

/** Names expressions use share one space; pages, sections, outcomes and the rest each have their own. */
export const checkNames: Check = (subject) => {
  const { service, tables } = subject.definition
  const { actions, clocks, messages, tasks = [], appointments = [] } = service.casework
  const questions = placedQuestions(subject.definition)
  const shared = sharedNames(subject)
  const pages = service.sections.flatMap((section, index) =>
    section.pages.map(({ id }, page): Named => ({ id, path: ['service', 'sections', index, 'pages', page, 'id'] })),
  )
  return [
    ...duplicates(shared, subject, 'name'),
    ...shared.filter(({ id }) => !isFreeName(id)).map(reserved),
    ...duplicates(pages, subject, 'page'),
    ...pages.filter(({ id }) => id === 'check').map(reserved),
    ...duplicates(listed(service.sections, ['service', 'sections']), subject, 'section'),
    ...duplicates(listed(service.outcomes, ['service', 'outcomes']), subject, 'outcome'),
    ...listed(service.outcomes, ['service', 'outcomes'])
      .filter(({ id }) => !isUsableName(id))
      .map(reserved),
    ...duplicates(listed(service.exits, ['service', 'exits']), subject, 'exit'),
    ...duplicates(listed(clocks, ['service', 'casework', 'clocks']), subject, 'clock'),
    ...duplicates(listed(actions, ['service', 'casework', 'actions']), subject, 'action'),
    ...duplicates(listed(messages, ['service', 'casework', 'messages']), subject, 'message'),
    ...duplicates(listed(tasks, ['service', 'casework', 'tasks']), subject, 'task'),
    ...duplicates(listed(appointments, ['service', 'casework', 'appointments']), subject, 'appointment'),
    ...duplicates(listed(service.effects, ['service', 'effects']), subject, 'effect'),
    ...duplicates(listed(service.measures.benefits, ['service', 'measures', 'benefits']), subject, 'benefit'),
    ...Object.entries({ actions, tasks }).flatMap(([part, forms]) =>
      forms.flatMap(({ asks }, index) => duplicates(listed(asks, ['service', 'casework', part, index, 'asks']), subject, 'question')),
    ),
    ...questions.flatMap(({ question, path }) => [
      ...('options' in question ? optionFaults(listed(question.options, [...path, 'options']), subject) : []),
      ...(question.kind === 'group' ? duplicates(listed(question.of, [...path, 'of']), subject, 'question of the group') : []),
      ...(question.kind === 'group'
        ? listed(question.of, [...path, 'of'])
            .filter(({ id }) => !isUsableName(id))
            .map(reserved)
        : []),
      ...(question.kind === 'group'
        ? question.of.flatMap((member, index) =>
            'options' in member ? optionFaults(listed(member.options, [...path, 'of', index, 'options']), subject) : [],
          )
        : []),
    ]),
    ...tables.flatMap((table, index) => [
      ...duplicates(listed([...table.inputs], ['tables', index, 'inputs']), subject, 'input'),
      ...duplicates(listed([...table.outputs], ['tables', index, 'outputs']), subject, 'output'),
      ...duplicates(listedWhereNamed(table.rows, ['tables', index, 'rows']), subject, 'row'),
    ]),
  ]
}

/** The names of everything that expressions can read. */
function sharedNames({ definition }: Subject): readonly Named[] {
  const { service, tables } = definition
  const questions = placedQuestions(definition)
  const members = questions.flatMap(({ question, path }) =>
    question.kind === 'group'
      ? question.of.flatMap((member, index): Named[] =>
          'options' in member ? [{ id: setName(`${question.id}.${member.id}`), path: [...path, 'of', index, 'id'] }] : [],
        )
      : [],
  )
  return [
    ...['today', 'outcome', 'decided'].map((id): Named => ({ id, path: [] })),
    ...Object.keys(service.constants).map((id): Named => ({ id, path: ['service', 'constants', id] })),
    ...questions.map(({ question, path }): Named => ({ id: question.id, path: [...path, 'id'] })),
    ...Object.keys(service.conditions).map((id): Named => ({ id, path: ['service', 'conditions', id] })),
    ...listed(service.calculations, ['service', 'calculations']),
    ...tables.map(({ id }, index): Named => ({ id, path: ['tables', index, 'id'] })),
    ...members,
  ]
}

function optionFaults(options: readonly Named[], subject: Subject): readonly Finding[] {
  return [...duplicates(options, subject, 'option'), ...options.filter(({ id }) => !isUsableName(id)).map(reserved)]
}

function duplicates(named: readonly Named[], { origins }: Subject, what: string): readonly Finding[] {
  const first = new Map<string, Path>()
  const findings: Finding[] = []
  for (const { id, path } of named) {
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, path)
    else if (earlier.length === 0) findings.push(reserved({ id, path }))
    else {
      const help = `${origins.nameOf(earlier)} has it already. Give one of them another name.`
      findings.push(placed(path, { code: 'duplicate-id', message: `The ${what} “${id}” is given twice.`, help }))
    }
  }
  return findings
}

function reserved({ id, path }: Named): Finding {
  return placed(path, { code: 'reserved-name', message: `“${id}” is a word kept for other uses.`, help: 'Choose another name.' })
}

/** Records are named by their key, everything else by its id. */
function placed(path: Path, told: Omit<Finding, 'place'>): Finding {
  return path.at(-1) === 'id' ? at(path, told) : { place: { path, part: 'key' }, ...told }
}

function listed(items: readonly { readonly id: string }[], path: Path): readonly Named[] {
  return items.map(({ id }, index) => ({ id, path: [...path, index, 'id'] }))
}

function listedWhereNamed(items: readonly { readonly id?: string | undefined }[], path: Path): readonly Named[] {
  return items.flatMap(({ id }, index) => (id === undefined ? [] : [{ id, path: [...path, index, 'id'] }]))
}
