/** The single place where a state is made: by folding facts, oldest first. No state is stored that facts do not give. */

/** One thing that happened to a stream, as a step reads it. */
export type Step<State, Fact> = (state: State, fact: Fact) => State

/** The state after `facts`, beginning with `start`. */
export function fold<State, Fact>(facts: Iterable<Fact>, step: Step<State, Fact>, start: State): State {
  let state = start
  for (const fact of facts) state = step(state, fact)
  return state
}
