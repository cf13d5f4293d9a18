/** The single place where an expression is said in words, as far as it can be, for people who read what changes. */
import type { Speech } from './speech.ts'
import { groupDigits, moneyWritten } from './values.ts'

/** The words of a condition, to stand after “if”: those of its name, of comparisons with answers, or else the formula itself. */
export function conditionSaid(source: string, speech: Speech): string {
  const { say } = speech
  const bare = source.trim()
  const isPlain = !bare.includes('(') || /^[^()]*gbp\("[\d.]+"\)[^()]*$/.test(bare)
  const any = isPlain && !bare.includes('&&') ? bare.split('||').map((part) => partSaid(part.trim(), speech)) : []
  if (any.length > 1 && any.every((part) => part !== undefined)) return say.or(any)
  const all = isPlain && !bare.includes('||') ? bare.split('&&').map((part) => partSaid(part.trim(), speech)) : []
  if (all.length > 0 && all.every((part) => part !== undefined)) return all.length === 1 ? (all[0] ?? '') : say.and(all)
  return say.formula(say.quoted(bare))
}

function partSaid(source: string, speech: Speech): string | undefined {
  const [, negation, name] = /^(!?)([a-z][a-z0-9_]*)$/.exec(source) ?? []
  if (name !== undefined) return nameSaid(name, negation === '!', speech)
  const [, table, column, equal, result] = /^([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)\s*(==|!=)\s*"([^"]*)"$/.exec(source) ?? []
  if (table !== undefined && column !== undefined) return resultSaid({ table, column, sign: equal ?? '', result: result ?? '' }, speech)
  const [, question, sign, value] = /^([a-z][a-z0-9_]*)\s*(==|!=|>=|<=|>|<)\s*(.+)$/.exec(source) ?? []
  if (question === undefined || sign === undefined || value === undefined) return undefined
  return comparisonSaid({ question, sign, value }, speech)
}

function nameSaid(name: string, isNegated: boolean, speech: Speech): string | undefined {
  const { say } = speech
  if (Object.hasOwn(speech.definition.service.conditions, name)) {
    const words = speech.called(name)
    if (words === name) return undefined
    return isNegated ? say.not(words) : words
  }
  const question = speech.find(name)?.question
  if (question?.kind !== 'yes-no') return undefined
  return say.answered(speech.question(name), speech.option(isNegated ? 'no' : 'yes', speech.questionWords(name)))
}

type Comparison = { readonly question: string; readonly sign: string; readonly value: string }

function comparisonSaid({ question, sign, value }: Comparison, speech: Speech): string | undefined {
  const { say } = speech
  const found = speech.find(question)?.question
  const [, set, option] = /^([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)$/.exec(value) ?? []
  if (found !== undefined && set === question && option !== undefined && (sign === '==' || sign === '!=')) {
    const answer = speech.option(option, speech.questionWords(question))
    return sign === '==' ? say.answered(speech.question(question), answer) : say.notAnswered(speech.question(question), answer)
  }
  const called = found === undefined ? speech.called(question) : speech.question(question)
  const money = /^gbp\("([\d.]+)"\)$/.exec(value)?.[1]
  const figure = money === undefined ? (/^\d+$/.test(value) ? groupDigits(value) : figureCalled(value, speech)) : moneyWritten(money)
  if (called === question || figure === undefined) return undefined
  return say.compared(found === undefined ? say.quoted(called) : say.answerTo(called), sign, figure)
}

type Result = { readonly table: string; readonly column: string; readonly sign: string; readonly result: string }

/** What a table of rules gives, where both the column and the value have words. */
function resultSaid({ table, column, sign, result }: Result, speech: Speech): string | undefined {
  const given = speech.columnValue(table, column, result)
  return given === undefined ? undefined : speech.say.compared(speech.quoted(speech.column(table, column)), sign, speech.quoted(given))
}

function figureCalled(name: string, speech: Speech): string | undefined {
  return Object.hasOwn(speech.definition.service.constants, name) ? speech.quoted(speech.constant(name)) : undefined
}

/** A date that an expression gives: today, and so many days before or after; or else the formula itself. */
export function dateSaid(source: string, { say }: Speech): string {
  const bare = source.trim()
  if (bare === 'today') return say.today
  const [, sign, unit, count] = /^today\s*([+-])\s*(days|months|years)\((\d+)\)$/.exec(bare) ?? []
  if (sign !== undefined && count !== undefined) {
    const time = (unit === 'days' ? say.days : unit === 'months' ? say.months : say.years)(Number(count))
    return sign === '+' ? say.fromToday(time) : say.beforeToday(time)
  }
  const [, working] = /^addWorkingDays\(today,\s*(\d+),[^()]*\)$/.exec(bare) ?? []
  return working === undefined ? say.quoted(bare) : say.fromToday(say.workingDays(Number(working)))
}

/** What a name is called or how much it is; else the formula itself. */
export function formulaSaid(source: string, speech: Speech): string {
  const bare = source.trim()
  const money = /^gbp\("([\d.]+)"\)$/.exec(bare)?.[1]
  if (money !== undefined) return moneyWritten(money)
  const called = speech.called(bare)
  return speech.quoted(called)
}
