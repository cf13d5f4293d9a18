/** The single place that notices that whoever started this process, `bin/folkmoot.mjs`, is gone, even by kill -9. */

/**
 * Calls `onGone` once when the starting process dies. Does nothing in a process started by hand, and never keeps a process alive.
 */
export function stopWhenParentDies(onGone: () => void): void {
  if (!process.connected) return
  process.once('disconnect', onGone)
  process.channel?.unref()
}
