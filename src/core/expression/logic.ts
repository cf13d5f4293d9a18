/** The single place for three-valued logic: what operators make of known, missing and failed values (see docs/reference/missing-answers.md). */
import { hasGaps, isFailure, isList, type Value, type Values } from './value.ts'

/** A closure: gives the value of its part of the tree. `members` holds the members that walks stand at, outermost first. */
export type Run = (values: Values, members: Value[]) => Value

/** What is left when one of two values is not known: a failure no answer could mend goes before what is missing. */
export function blocked(left: Value, right: Value): Value {
  return isFailure(left) ? left : isFailure(right) ? right : undefined
}

export function not(of: Run): Run {
  return (values, members) => {
    const value = of(values, members)
    return typeof value === 'boolean' ? !value : value
  }
}

export function minus(of: Run): Run {
  return (values, members) => {
    const value = of(values, members)
    return typeof value === 'number' ? 0 - value : value
  }
}

/** False as soon as one side is false, whatever the other is. What is missing goes before a failure: it could still be false. */
export function and(left: Run, right: Run): Run {
  return (values, members) => {
    const a = left(values, members)
    if (a === false) return false
    const b = right(values, members)
    if (a === true || b === false) return b
    return a === undefined || b === undefined ? undefined : isFailure(a) ? a : b
  }
}

/** True as soon as one side is true, whatever the other is. */
export function or(left: Run, right: Run): Run {
  return (values, members) => {
    const a = left(values, members)
    if (a === true) return true
    const b = right(values, members)
    if (a === false || b === true) return b
    return a === undefined || b === undefined ? undefined : isFailure(a) ? a : b
  }
}

/** With the condition missing the choice is missing, even between equal results: the condition may turn out to fail. */
export function choose(condition: Run, then: Run, otherwise: Run): Run {
  return (values, members) => {
    const chosen = condition(values, members)
    if (chosen === true) return then(values, members)
    if (chosen === false) return otherwise(values, members)
    if (isFailure(chosen)) return chosen
    const a = then(values, members)
    const b = otherwise(values, members)
    return isFailure(a) && isFailure(b) ? a : undefined
  }
}

/** Equal or not, as `same` asks. */
export function identity(left: Run, right: Run, same: boolean): Run {
  return (values, members) => {
    const a = left(values, members)
    const b = right(values, members)
    if (a === undefined || b === undefined || isFailure(a) || isFailure(b)) return blocked(a, b)
    return a === b ? same : !same
  }
}

/** Which comes first: numbers by size, dates by time. */
export function order(left: Run, right: Run, holds: { readonly below: boolean; readonly same: boolean; readonly above: boolean }): Run {
  return (values, members) => {
    const a = left(values, members)
    const b = right(values, members)
    if (typeof a === 'number' && typeof b === 'number') return a < b ? holds.below : a > b ? holds.above : holds.same
    if (typeof a === 'string' && typeof b === 'string') return a < b ? holds.below : a > b ? holds.above : holds.same
    return blocked(a, b)
  }
}

/** True as soon as one member is equal; without one, missing while a member is. */
export function membership(left: Run, right: Run): Run {
  return (values, members) => {
    const sought = left(values, members)
    const list = right(values, members)
    if (!isList(list)) return blocked(sought, list)
    if (isFailure(sought)) return sought
    if (sought === undefined) return undefined
    if (list.includes(sought)) return true
    return hasGaps(list) ? undefined : false
  }
}
