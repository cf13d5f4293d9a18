/** The single place for the walks over a list: all, exists, exists_one, filter and map, with missing members and answers. */
import type { Ast } from './ast.ts'
import type { Run } from './logic.ts'
import { isFailure, isList, type Known, type Value } from './value.ts'

type WalkAst = Extract<Ast, { kind: 'walk' }>

/** What one walk asks at each member, with the member in place. */
type Ask = { readonly where: Run | undefined; readonly body: Run }
/** What a walk makes of the answers: `each` gives the answer of a run at a member. */
type Gather = (list: readonly (Known | undefined)[], each: (run: Run, at: number) => Value, ask: Ask) => Value

/** The closure of a walk; `runOf` makes the closures of its parts. */
export function walkRun(ast: WalkAst, items: readonly string[], runOf: (part: Ast, items: readonly string[]) => Run): Run {
  const over = runOf(ast.over, items)
  const inside = [...items, ast.item]
  const ask = { where: ast.where === undefined ? undefined : runOf(ast.where, inside), body: runOf(ast.body, inside) }
  const gather = GATHER[ast.walk]
  const slot = items.length
  return (values, members) => {
    const list = over(values, members)
    if (!isList(list)) return list
    return gather(
      list,
      (run, at) => {
        members[slot] = list[at]
        return run(values, members)
      },
      ask,
    )
  }
}

const GATHER: Readonly<Record<WalkAst['walk'], Gather>> = {
  all: (list, each, { body }) => quantified(list, (at) => each(body, at), false),
  exists: (list, each, { body }) => quantified(list, (at) => each(body, at), true),
  exists_one: (list, each, { body }) => exactlyOne(list, (at) => each(body, at)),
  filter: (list, each, { body }) => picked(list, (at) => each(body, at)),
  map: (list, each, { where, body }) => mapped(list, each, { where, body }),
}

/** The logic of `and` and `or` over all members: one decisive answer decides, what is missing goes before a failure. */
function quantified(list: readonly unknown[], answer: (at: number) => Value, decisive: boolean): Value {
  let failure: Value
  let isMissing = false
  for (let at = 0; at < list.length; at += 1) {
    const value = answer(at)
    if (value === decisive) return decisive
    if (value === undefined) isMissing = true
    else if (isFailure(value)) failure ??= value
  }
  return isMissing ? undefined : (failure ?? !decisive)
}

/** Every member must be known; a failure at any member spoils the count, as in CEL. */
function exactlyOne(list: readonly (Known | undefined)[], answer: (at: number) => Value): Value {
  const found = picked(list, answer)
  return isList(found) ? found.length === 1 : found
}

/** The members picked are only known when every member's answer is. */
function picked(list: readonly (Known | undefined)[], answer: (at: number) => Value): Value {
  const made: (Known | undefined)[] = []
  let failure: Value
  let isMissing = false
  for (let at = 0; at < list.length; at += 1) {
    const value = answer(at)
    if (value === true) made.push(list[at])
    else if (value === undefined) isMissing = true
    else if (isFailure(value)) failure ??= value
  }
  return failure ?? (isMissing ? undefined : made)
}

/** The new list is missing while one of its members is: that member may turn out to fail, and the list with it. */
function mapped(list: readonly (Known | undefined)[], each: (run: Run, at: number) => Value, { where, body }: Ask): Value {
  const made: Known[] = []
  let isMissing = false
  for (let at = 0; at < list.length; at += 1) {
    const isPicked = where === undefined ? true : each(where, at)
    if (isPicked === false) continue
    const value = isPicked === true ? each(body, at) : isPicked
    if (isFailure(value)) return value
    if (value === undefined) isMissing = true
    else made.push(value)
  }
  return isMissing ? undefined : made
}
